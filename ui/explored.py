"""What comes of a question: how it reads, the chart that suits it, the table, the files."""

import streamlit as st

from queries import questions
from queries.exploring import Answer
from queries.plans import Plan
from queries.questions import Measure, QuestionRefused
from ui import (
    asking,
    chart_explore,
    chrome,
    downloads,
    labels_explore,
    links,
    map_panel,
    permits,
    pivot_html,
    reading,
    rows_behind,
    selection,
    sheets,
    theme,
    wording,
    wording_explore,
)
from ui.pivot import Pivot, pivot
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
    answer = reading.answered(view.version, plan)
    about = _about(view, plan)
    title, _, narrowed = about.title.partition("；")
    st.html(chrome.section(title, narrowed))
    if plan.dataset.disclosure == downloads.STRICTEST:
        st.warning(labels_explore.UNPROTECTED)
    if not _is_found(answer):
        st.html(chrome.empty(labels_explore.NOTHING))
        return
    if dict(view.chosen.asked).get("cell"):
        rows_behind.show(view, answer, about)
    laid_out = pivot(answer)
    kind = _kind(view, answer)
    _draw(view, answer, laid_out, kind)
    if kind in ("line", "map", "stacked") or (kind == "bar" and len(laid_out.columns) > 1):
        st.html(pivot_html.table(laid_out, address(view, plan)))
    _files(view, plan, laid_out, about)
    with st.expander(labels_explore.THIS_SQL):
        st.code(answer.sql, language="sql")


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


def address(view: View, plan: Plan):
    """Return a function: a cell's codes in, the address of the page with its rows out."""
    told = questions.parameters(plan.question)
    is_open = permits.may("action", "see_records")

    def lead(codes) -> str:
        if not is_open:
            return ""
        asked = told | {"cell": rows_behind.cell_of(codes)}
        return links.address(view, "explore", asked=tuple(asked.items()))

    return lead


def _is_found(answer: Answer) -> bool:
    """Return whether any record answers the question."""
    return bool(len(answer.cells)) and bool(answer.cells["n"].fillna(0).sum())


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


def _draw(view, answer, laid_out: Pivot, kind):
    lead = address(view, answer.plan)
    if kind == "line":
        drawn = chart_explore.line(answer, view.is_phone)
        st.plotly_chart(drawn, config=theme.CHART_CONFIG, theme=None, key="explored-line")
    elif kind == "map":
        of = asking.of(view, answer.plan)
        shown = chart_explore.areas(answer, list(view.declared.areas.values()))
        measured = wording_explore.shown(answer.plan, 0)
        map_panel.plain(view, shown, measured, "explored", standardised=_colours(answer, of))
    elif kind == "numbers":
        st.html(pivot_html.numbers(laid_out, lead))
    elif kind == "bar":
        st.html(pivot_html.bars(laid_out, lead))
    elif kind == "stacked":
        st.html(pivot_html.stacked(laid_out, lead))
    else:
        st.html(pivot_html.table(laid_out, lead, shaded=kind == "heat"))


def _colours(answer, of):
    """Return whether the values may colour a map: counts and sums are circles."""
    one: Measure = answer.plan.question.measures[0]
    if answer.plan.question.show in ("row", "column", "total"):
        return True
    if one.how == "only":
        return bool(of is not None and of.standardised)
    return one.how in ("mean", "median", "share", "per")


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
                    laid_out.frame(), about, watermark
                ),
                f"{plan.dataset.name_zh}-{view.version.id}.{kind}",
                key=f"explored-{kind}",
                version=view.version.id,
                disclosure=plan.dataset.disclosure,
                rows=len(laid_out.lines),
            )
