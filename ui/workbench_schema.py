"""Beside the editor: tables and columns with their labels, examples, what was run this session."""

import streamlit as st

from queries.examples import examples
from ui import chrome, labels_workbench, links, workbench_html, workbench_run
from ui.view import View
from ui.wording_workbench import Names

LONGEST_TITLE = 80


def names(view: View) -> Names:
    """Return what the reader may name, for hints."""
    published, rows = _columns(view)
    tables = {**_labels(published, "table"), **_labels(rows, "table")}
    return Names(tables, {**_labels(rows, "column"), **_labels(published, "column")})


def show(view: View):
    """Show what may be named and tried; return the place for what was run.

    While a query runs, all that comes after it in the script is pale: this comes before.
    """
    tables, tried, ran = st.tabs(
        [labels_workbench.TABLES, labels_workbench.EXAMPLES, labels_workbench.HISTORY]
    )
    with tables:
        _tables(*_columns(view))
    with tried:
        _examples(view)
    return ran


def _columns(view):
    rows = view.read("workbench_rows")
    offered = rows["source"].isin(workbench_run.offered())
    return view.read("workbench_columns"), rows[offered]


def start(view: View):
    """Show what to begin with, in place of an answer."""
    st.html(chrome.section(labels_workbench.START))
    _examples(view)


def _labels(columns, what):
    return dict(zip(columns[f"{what}_name"], columns[f"{what}_zh"], strict=True))


def _tables(published, rows):
    typed = st.text_input(
        labels_workbench.SEARCH_TABLES,
        placeholder=labels_workbench.SEARCH_TABLES_HINT,
        live=True,
        key="schema-search",
    )
    words = typed.lower().split()
    html = []
    for title, columns in published.groupby("group_zh", sort=False):
        html += _group(title, columns, words)
    for source, title in labels_workbench.ROW_GROUPS.items():
        own = rows[rows["source"] == source]
        html += _group(title, own, words) if len(own) else []
        if own.empty:
            html.append(chrome.source(labels_workbench.ROWS_KEPT_BACK[source]))
    st.html("".join(html))


def _group(title, columns, words):
    """Return a group's tables, those that have all words searched for in name, label or columns."""
    said = columns["table_name"] + columns["table_zh"] + columns["column_name"]
    said = (said + columns["column_zh"] + columns["meaning_zh"]).str.lower()
    fitting = [all(word in text for word in words) for text in said]
    tables = columns[fitting]["table_name"].unique()
    # of a table that was searched for, the columns that fit are enough
    shown = columns[fitting] if words else columns
    if not len(tables):
        return []
    return [workbench_html.group(title), workbench_html.tables(shown, are_open=bool(words))]


def _examples(view):
    may_ask = workbench_run.offered()
    st.html(
        "".join(
            workbench_html.statement(title, links.address(view, view.place, sql=sql))
            for title, sql in examples().items()
            if all(f"{name}." not in sql or name in may_ask for name in labels_workbench.ROW_GROUPS)
        )
    )


def history(view: View):
    """Show what was run in this session, the last first, each leading back into the editor."""
    ran = workbench_run.history()
    if not ran:
        st.html(chrome.source(labels_workbench.NOTHING_RUN))
        return
    lines = [
        workbench_html.statement(
            " ".join(one.sql.split())[:LONGEST_TITLE],
            links.address(view, view.place, sql=one.sql),
            f"{one.at}　{'没有结果' if one.answer is None else f'{len(one.answer.rows):,}行'}",
        )
        for one in ran
    ]
    st.html("".join(lines) + chrome.source(labels_workbench.HISTORY_NOTE))
