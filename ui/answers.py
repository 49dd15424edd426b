"""An answer drawn: bars, lines, a map, numbers or a table, on its page and where it is pinned."""

from dataclasses import replace
from functools import partial

import streamlit as st

from queries import questions
from queries.exploring import Answer
from queries.plans import Plan
from queries.questions import QuestionRefused
from queries.saved import Saved
from ui import (
    asking,
    chart_explore,
    chrome,
    labels_explore,
    links,
    map_panel,
    permits,
    pivot_html,
    reading,
    rows_behind,
    theme,
    wording_explore,
)
from ui.pivot import Pivot, pivot
from ui.view import View

IN_HTML = {
    "numbers": pivot_html.numbers,
    "bar": pivot_html.bars,
    "stacked": pivot_html.stacked,
    "heat": partial(pivot_html.table, shaded=True),
}


def panel(view: View, one: Saved):
    """Show a saved view's chart by itself, of the version it is kept to."""
    if one.version:
        held = reading.pinned(one.version, unpublished=False)
        if held is None:
            raise QuestionRefused(labels_explore.version_gone(one.version))
        view = replace(
            view,
            version=held,
            declared=reading.declared(held),
            chosen=replace(view.chosen, version=held.id),
        )
    plan = asking.plan(view, questions.question(one.question))
    answer = reading.answered(view.version, plan)
    if not answer.is_found:
        st.html(chrome.empty(labels_explore.NOTHING))
        return
    kinds = chart_explore.suited(answer)
    kind = plan.question.chart if plan.question.chart in kinds else kinds[0]
    draw(view, answer, pivot(answer), kind, f"view-{one.id}")


def draw(view: View, answer: Answer, laid_out: Pivot, kind: str, key: str):
    """Draw an answer as a kind that suits it, and the table beneath where it tells more."""
    lead = address(view, answer.plan)
    if kind == "line":
        drawn = chart_explore.line(answer, view.is_phone)
        st.plotly_chart(drawn, config=theme.CHART_CONFIG, theme=None, key=f"{key}-line")
    elif kind == "map":
        shown = chart_explore.areas(answer, list(view.declared.areas.values()))
        measured = wording_explore.shown(answer.plan, 0)
        colours = _colours(answer, asking.of(view, answer.plan))
        map_panel.plain(view, shown, measured, key, standardised=colours)
    elif kind in IN_HTML:
        st.html(IN_HTML[kind](laid_out, lead))
    if kind in ("line", "map", "stacked", "table") or (kind == "bar" and len(laid_out.columns) > 1):
        st.html(pivot_html.table(laid_out, lead))


def _colours(answer, of):
    """Return whether the values may colour a map: counts and sums are circles."""
    one = answer.plan.question.measures[0]
    if answer.plan.question.show in ("row", "column", "total"):
        return True
    if one.how == "only":
        return bool(of is not None and of.standardised)
    return one.how in ("mean", "median", "share", "per")


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
