"""The page of free analysis: the question beside its answer, the chart that suits it, the files."""

import streamlit as st

from queries import questions
from queries.plans import Plan
from queries.questions import QuestionRefused
from ui import (
    answers,
    asking,
    chart_explore,
    chrome,
    downloads,
    labels_explore,
    links,
    reading,
    rows_behind,
    saved_views,
    selection,
    sheets,
    wording,
    wording_explore,
)
from ui.pivot import pivot
from ui.view import View


def show(view: View):
    """Show the controls and the answer beside each other, or why there is none."""
    with st.container(key="explore-columns"):
        left, right = st.columns([320, 1000], gap="large")
    try:
        question = asking.asked(view)
        with left:
            if view.is_phone:
                with st.expander(labels_explore.ASK, key="asking-fold"):
                    asking.show(view, question)
            else:
                asking.show(view, question)
        with right:
            _answer(view, asking.plan(view, question))
    except QuestionRefused as refused:
        with right:
            st.html(chrome.refused(labels_explore.REFUSED, str(refused)))


def _answer(view, plan: Plan):
    about = _about(view, plan)
    title, _, narrowed = about.title.partition("；")
    st.html(chrome.section(title, narrowed))
    if plan.dataset.disclosure == downloads.STRICTEST:
        st.warning(labels_explore.UNPROTECTED)
    answer = reading.answered(view.version, plan)
    if not answer.is_found:
        st.html(chrome.empty(labels_explore.NOTHING))
        return
    if dict(view.chosen.asked).get("cell"):
        rows_behind.show(view, answer, about)
    laid_out = pivot(answer)
    kind = _kind(view, answer)
    answers.draw(view, answer, laid_out, kind, "explored")
    _files(view, plan, laid_out, about)
    _hold(view)
    saved_views.keep(view, plan)
    with st.expander(labels_explore.THIS_SQL):
        st.code(answer.sql, language="sql")


def _hold(view):
    """Show the link that keeps the page to this version, or lets it follow the data again."""
    is_held = view.chosen.version == view.version.id
    asked = {"asked": view.chosen.asked, "version": "" if is_held else view.version.id}
    st.page_link(
        view.pages["explore"],
        label=labels_explore.FOLLOW_DATA if is_held else labels_explore.HOLD_VERSION,
        query_params=links.carried(view.chosen, **asked),
    )


def sentence(view: View, plan: Plan) -> str:
    """Return what is asked as one line, filters in words."""
    conditions = []
    for one in plan.question.where:
        words = {}
        if one.operator in ("in", "out"):
            if not one.values:
                continue
            found = reading.values_of(view.version, plan, one.column)
            words = dict(zip(found["code"], found["word"], strict=True))
        conditions.append(wording_explore.condition(plan.dataset, one, words))
    return wording_explore.question(plan, conditions)


def _kind(view, answer):
    """Show which charts there are, and return the chosen one, else the one that suits best."""
    kinds = chart_explore.suited(answer)
    told = dict(view.chosen.asked).get("chart", "")
    chosen = told if told in kinds else kinds[0]
    if len(kinds) > 1:
        key = "ask-chart"
        selection.follow(key, chosen)
        st.segmented_control(
            labels_explore.CHART,
            kinds,
            key=key,
            format_func=labels_explore.CHARTS.get,
            on_change=lambda: selection.ask(
                questions.parameters(answer.plan.question),
                chart=selection.chosen_in(key) or "",
            ),
            label_visibility="collapsed",
        )
    return chosen


def _about(view, plan):
    of, day = asking.of(view, plan), plan.dataset.as_of
    return sheets.About(
        title=sentence(view, plan),
        definition=of.definition_zh if of else plan.dataset.grain,
        version=view.version.id,
        as_of=wording.day(day) if day else wording.month_or_year(view.declared.periods[0]),
    )


def _files(view, plan, laid_out, about):
    with st.container(key="explore-files", horizontal=True):
        for kind, label in labels_explore.FILE_NAMES.items():
            downloads.offer(
                "explored",
                label,
                lambda watermark, kind=kind: sheets.WRITERS[kind](
                    laid_out.frame(), about.notes, watermark
                ),
                f"{plan.dataset.name_zh}-{view.version.id}.{kind}",
                key=f"explored-{kind}",
                version=view.version.id,
                disclosure=plan.dataset.disclosure,
                rows=len(laid_out.lines),
            )
