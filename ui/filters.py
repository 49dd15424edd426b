"""The filters of a question: which columns, by which condition, with which values."""

from dataclasses import replace

import streamlit as st

from queries import questions
from queries.aspects import aspect
from queries.plans import Plan
from queries.questions import Filter, Question
from ui import labels_explore, reading, selection, wording_explore
from ui.view import View

MANY = 500  # values: more are not listed one by one
FREE = ("text", "credit_code", "township_code")  # types whose values are words of their own
BY_TYPE = {  # kind of column → the conditions offered, the first to begin with
    "listed": ("in", "out", "filled", "empty"),
    "free": ("contains", "lacks", "in", "filled", "empty"),
    "number": ("between", "filled", "empty"),
    "time": ("last", "between", "filled", "empty"),
}


def show(view: View, plan: Plan):
    """Show the box of columns to filter, then every filter's condition and values."""
    columns = _columns(plan.dataset)
    key = "ask-filters"
    where = plan.question.where
    selection.follow(key, list(dict.fromkeys(one.column for one in where if one.column in columns)))
    st.multiselect(
        labels_explore.FILTERS,
        list(columns),
        key=key,
        format_func=columns.get,
        on_change=lambda: _ask(plan, _kept(plan, selection.chosen_in(key))),
        placeholder=labels_explore.FILTERS_HINT,
        select_all=False,
    )
    for place, one in enumerate(where):
        with st.container(key=f"filter-{place}", gap="small"):
            _filter(view, plan, place, one)


def _columns(dataset):
    """Return {column or way: label} of what can be filtered: a time once, by its days."""
    return {
        f"{field.name}.{way}" if way else field.name: label
        for field in dataset.fields.values()
        if not field.identifier
        for way, label in field.ways.items()
        if not (field.is_time and way)
    }


def _kept(plan, columns):
    """Return the filters on the columns chosen; a new one begins open."""
    held = [one for one in plan.question.where if one.column in columns]
    new = [column for column in columns if column not in {one.column for one in held}]
    return [*held, *(_begun(plan, column) for column in new)]


def _begun(plan, column):
    operator = BY_TYPE[_kind(plan, column)][0]
    return Filter(column, operator, {"between": ("", ""), "last": ("12m",)}.get(operator, ()))


def _kind(plan, column):
    look = aspect(plan.dataset, column)
    if look.field.is_time:
        return "time"
    if look.field.is_number and not look.way:
        return "number"
    return "free" if look.field.type in FREE else "listed"


def _filter(view, plan, place, one):
    look = aspect(plan.dataset, one.column)
    kind = _kind(plan, one.column)
    offered = list(dict.fromkeys([*BY_TYPE[kind], one.operator]))
    key = f"ask-operator-{place}"
    selection.follow(key, one.operator)
    st.selectbox(
        look.label,
        offered,
        key=key,
        format_func=wording_explore.OPERATORS.get,
        on_change=lambda: _change(plan, place, _turned(one, selection.chosen_in(key))),
    )
    VALUES.get(one.operator, lambda *_: None)(view, plan, place, one)


def _turned(one, operator):
    """Return the filter under another condition, its values kept where they still mean anything."""
    listed = {"in", "out"}
    if {one.operator, operator} <= listed:
        return replace(one, operator=operator)
    values = {"between": ("", ""), "last": ("12m",), "contains": ("",), "lacks": ("",)}
    return Filter(one.column, operator, values.get(operator, ()))


def _list(view, plan, place, one):
    found = reading.values_of(view.version, plan, one.column)
    words = {row.code: f"{row.word}（{row.n:,}）" for row in found.itertuples()}
    listed = dict.fromkeys([*one.values, *found["code"].head(MANY)])
    key = f"ask-values-{place}"
    selection.follow(key, list(one.values))
    st.multiselect(
        labels_explore.VALUES,
        list(listed),
        key=key,
        format_func=lambda code: words.get(code, f"{code}（0）"),
        on_change=lambda: _change(
            plan, place, replace(one, values=tuple(selection.chosen_in(key)))
        ),
        placeholder=labels_explore.VALUES_HINT,
        label_visibility="collapsed",
        select_all=False,
    )


def _range(view, plan, place, one):
    is_time = aspect(plan.dataset, one.column).field.is_time
    names = (
        (labels_explore.FROM, labels_explore.TO)
        if is_time
        else (labels_explore.LEAST, labels_explore.MOST)
    )
    with st.container(key=f"range-{place}", horizontal=True, gap="small"):
        for end, label in enumerate(names):
            key = f"ask-range-{place}-{end}"
            selection.follow(key, one.values[end])
            st.text_input(
                label,
                key=key,
                on_change=_write_end(plan, place, one, end, key),
                help=labels_explore.DAY_HINT if is_time else None,
            )


def _write_end(plan, place, one, end, key):
    def write():
        values = list(one.values)
        values[end] = selection.chosen_in(key).strip().replace(",", "")
        _change(plan, place, replace(one, values=tuple(values)))

    return write


def _text(view, plan, place, one):
    key = f"ask-text-{place}"
    selection.follow(key, one.values[0])
    st.text_input(
        labels_explore.VALUES,
        key=key,
        on_change=lambda: _change(
            plan, place, replace(one, values=(selection.chosen_in(key).strip(),))
        ),
        placeholder=labels_explore.CONTAINS_HINT,
        label_visibility="collapsed",
    )


def _span(view, plan, place, one):
    key = f"ask-span-{place}"
    spans = wording_explore.SPANS | {one.values[0]: wording_explore.span(one.values[0])}
    selection.follow(key, one.values[0])
    st.selectbox(
        labels_explore.SPAN,
        list(spans),
        key=key,
        format_func=spans.get,
        on_change=lambda: _change(plan, place, replace(one, values=(selection.chosen_in(key),))),
        label_visibility="collapsed",
    )


def _change(plan, place, one):
    where = list(plan.question.where)
    where[place] = one
    _ask(plan, where)


def _ask(plan, where):
    told = questions.parameters(Question(where=tuple(where)))
    selection.ask(questions.parameters(plan.question), where=told.get("where", ""))


VALUES = {
    "in": _list,
    "out": _list,
    "between": _range,
    "last": _span,
    "contains": _text,
    "lacks": _text,
}
