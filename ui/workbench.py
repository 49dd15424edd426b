"""The workbench's editor and answer: a statement is written, run, noted and shown."""

from datetime import datetime
from urllib.parse import quote

import streamlit as st

from queries import sandbox
from ui import (
    chart_query,
    chrome,
    downloads,
    labels,
    labels_workbench,
    selection,
    sheets,
    theme,
    wording_workbench,
    workbench_html,
    workbench_run,
    workbench_schema,
)
from ui.view import View
from ui.workbench_run import Asked

EDITOR = "workbench-sql"
LONGEST_LINK = 6_000  # bytes of an address's statement: web servers take 8 kB for a whole address
ROWS_SHOWN = 600  # px


def is_ready(view: View) -> bool:
    """Return whether the version can be asked; say so where it cannot."""
    if sandbox.is_ready(view.version):
        return True
    st.html(chrome.empty(wording_workbench.STATEMENT["not_built"]))
    return False


def editor(view: View) -> Asked:
    """Show the editor and its buttons. The address holds the statement as long as it has room."""
    selection.follow_changes(EDITOR, view.chosen.sql)
    sql = st.text_area(
        labels_workbench.EDITOR,
        key=EDITOR,
        height=260,
        on_change=_write_back,
        placeholder=labels_workbench.EDITOR_HINT,
        label_visibility="collapsed",
    )
    with st.container(key="workbench-buttons", horizontal=True, vertical_alignment="center"):
        # A click on the heels of typing can bring the address of before: it writes back as well.
        held = {"on_click": _write_back}
        run = st.button(labels_workbench.RUN, key="workbench-run", type="primary", **held)
        plan = st.button(labels_workbench.PLAN, key="workbench-plan", **held)
        if len(quote(sql)) > LONGEST_LINK:
            st.html(chrome.source(labels_workbench.TOO_LONG_FOR_LINK))
        elif sql and not run and not plan:
            _say_whose(view, sql)
    return Asked(sql, run, plan)


def answer(view: View, asked: Asked):
    """Run what is asked, or show again what was answered last."""
    if asked.run or asked.plan:
        workbench_run.run(view, asked)
    ran = workbench_run.last(view)
    if ran is None and not asked.sql:
        workbench_schema.start(view)
    if ran is None:
        return
    with st.container(key="workbench-answer"):
        if ran.refusal is not None:
            refusal, names = ran.refusal, workbench_schema.names(view)
            told = wording_workbench.trouble(refusal.kind, refusal.told, ran.sql, names)
            st.html(workbench_html.trouble(told))
        elif ran.plan:
            st.html(chrome.section(labels_workbench.EXPLAINED))
            st.html(workbench_html.plan(str(ran.answer.rows.iloc[0, -1])))
        else:
            _show(view, ran)


def _say_whose(view, sql):
    """Say that nothing was run yet, or that the answer below is another statement's."""
    ran = workbench_run.last(view)
    if ran is None:
        st.html(chrome.source(labels_workbench.NOT_RUN_YET))
    elif ran.sql != sql:
        st.html(chrome.source(labels_workbench.ANSWER_IS_OLD))


def _write_back():
    sql = selection.chosen_in(EDITOR)
    linked = sql if len(quote(sql)) <= LONGEST_LINK else ""
    selection.change(sql=linked)
    selection.lead(EDITOR, linked)


def _show(view, ran):
    found = ran.answer
    most = sandbox.Limits.rows
    said = wording_workbench.outcome(len(found.rows), found.seconds, found.cut, most)
    with st.container(key="workbench-outcome", horizontal=True, vertical_alignment="center"):
        st.html(workbench_html.outcome(said, is_cut=bool(found.cut)))
        _downloads(view, ran)
    if "sensitive" in found.read:
        st.html(workbench_html.caution(labels_workbench.SENSITIVE_ANSWER))
    if found.rows.empty:
        st.html(chrome.empty(labels_workbench.NO_ROWS))
    shape = chart_query.shape(found.rows, found.types)
    if shape is not None:
        st.plotly_chart(
            chart_query.draw(found.rows, shape),
            config=theme.CHART_CONFIG,
            theme=None,
            key="workbench-chart",
        )
    if len(found.rows.columns):
        rows = wording_workbench.flat(found.rows)
        tall = {"height": ROWS_SHOWN} if len(rows) > 16 else {}
        with st.container(key="workbench-rows"):
            st.dataframe(rows, hide_index=True, placeholder="", **tall)


def _downloads(view, ran):
    found, rows = ran.answer, ran.answer.rows
    # Published numbers are open to every reader, but which of them a query joined nobody knows:
    # no answer leaves without a name on it.
    disclosure = downloads.STRICTEST if "sensitive" in found.read else "internal"
    notes = {
        "SQL": ran.sql,
        "数据版本": ran.version,
        "运行时间": f"{datetime.now():%Y-%m-%d} {ran.at}",
        "行数": wording_workbench.outcome(len(rows), found.seconds, found.cut, sandbox.Limits.rows),
        "数值状态": "obs_status：A正常，P未满期，O缺失，Q已作保护处理，M不适用；空值不等于零",
        "数据性质": labels.DEMO_NOTE,
    }
    shown = wording_workbench.flat(rows)
    told = {"version": ran.version, "disclosure": disclosure, "rows": len(rows)}
    downloads.offer(
        "query_result",
        labels_workbench.TAKE_CSV,
        lambda watermark: downloads.csv_bytes(shown, watermark),
        "查询结果.csv",
        "query-csv",
        **told,
    )
    downloads.offer(
        "query_result",
        labels_workbench.TAKE_XLSX,
        lambda watermark: sheets.workbook(shown, notes, watermark),
        "查询结果.xlsx",
        "query-xlsx",
        **told,
    )
