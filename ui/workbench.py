"""The workbench's editor and answer: a statement is written, run, noted and shown."""

import time
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote

import streamlit as st

from queries import sandbox
from ui import (
    chart_query,
    chrome,
    downloads,
    labels,
    noting,
    permits,
    reading,
    selection,
    theme,
    wording_workbench,
    workbench_files,
    workbench_html,
)
from ui.view import View

EDITOR, RAN = "workbench-sql", "workbench"
LONGEST_LINK = 6_000  # bytes of an address's statement: web servers take 8 kB for a whole address
NOTED = 1_000  # letters of a statement in the audit log
REMEMBERED = 20
ROWS_SHOWN = 600  # px


@dataclass(frozen=True)
class Asked:
    """What the reader wants to know now: a statement to run, or its plan; or neither."""

    sql: str
    run: bool = False
    plan: bool = False


@dataclass(frozen=True)
class Ran:
    """A statement that came to its end, this way or that."""

    sql: str
    version: str
    at: str
    answer: sandbox.Answer | None = None
    plan: bool = False
    refusal: sandbox.Refused | None = None


def is_ready(view: View) -> bool:
    """Return whether the version can be asked; say so where it cannot."""
    if sandbox.is_ready(view.version):
        return True
    st.html(chrome.empty(wording_workbench.STATEMENT["not_built"]))
    return False


def offered() -> tuple[str, ...]:
    """Return the files of rows the reader may ask, of storing.ROWS."""
    allowed = {
        "records": permits.may("action", "see_records"),
        "sensitive": permits.may("action", "explore_sensitive"),
    }
    return tuple(name for name, is_allowed in allowed.items() if is_allowed)


def editor(view: View) -> Asked:
    """Show the editor and its buttons. The address holds the statement as long as it has room."""
    selection.follow_changes(EDITOR, view.chosen.sql)
    sql = st.text_area(
        labels.EDITOR,
        key=EDITOR,
        height=260,
        on_change=_write_back,
        placeholder=labels.EDITOR_HINT,
        label_visibility="collapsed",
    )
    with st.container(key="workbench-buttons", horizontal=True, vertical_alignment="center"):
        run = st.button(labels.RUN, key="workbench-run", type="primary")
        plan = st.button(labels.PLAN, key="workbench-plan")
        if len(quote(sql)) > LONGEST_LINK:
            st.html(chrome.source(labels.TOO_LONG_FOR_LINK))
        elif sql and not run and not plan and selection.remembered(RAN) is None:
            st.html(chrome.source(labels.NOT_RUN_YET))
    return Asked(sql, run, plan)


def answer(view: View, asked: Asked, names: wording_workbench.Names):
    """Run what is asked, or show again what was answered last."""
    if asked.run or asked.plan:
        ran = _run(view, asked)
        selection.remember(RAN, ran)
        earlier = [one for one in history() if one.sql != ran.sql]
        selection.remember("history", [ran, *earlier][:REMEMBERED])
    ran = selection.remembered(RAN)
    if ran is None or ran.version != view.version.id:
        return
    if ran.answer is not None and set(ran.answer.read) - {*offered()}:
        return  # the role has changed since
    with st.container(key="workbench-answer"):
        if ran.refusal is not None:
            refusal = ran.refusal
            told = wording_workbench.trouble(refusal.kind, refusal.told, ran.sql, names)
            st.html(workbench_html.trouble(told))
        elif ran.plan:
            st.html(chrome.section(labels.EXPLAINED))
            st.html(workbench_html.plan(str(ran.answer.rows.iloc[0, -1])))
        else:
            _show(view, ran)


def history() -> list[Ran]:
    return selection.remembered("history", [])


def _write_back():
    sql = selection.chosen_in(EDITOR)
    selection.change(sql=sql if len(quote(sql)) <= LONGEST_LINK else "")


def _run(view, asked):
    """Ask the sandbox; whatever comes of it stands in the audit log before anybody sees it."""
    reader, began, at = permits.reader(), time.monotonic(), f"{datetime.now():%H:%M}"
    waiting = st.empty()
    outcome, rows, ran = "取消", None, None

    def beat():
        """Say how long it has taken. If the reader has gone, Streamlit ends this script here."""
        with waiting.container(key="workbench-waiting", horizontal=True):
            st.html(chrome.source(labels.RUNNING.format(int(time.monotonic() - began))))
            st.button(labels.CANCEL, key="workbench-cancel")

    try:
        found = reading.query(view.version, asked.sql, offered(), asked.plan, _each_second(beat))
        outcome, rows = "执行计划" if asked.plan else "", len(found.rows)
        ran = Ran(asked.sql, view.version.id, at, found, asked.plan)
    except sandbox.Refused as refusal:
        outcome = f"没有结果：{refusal.kind}"
        ran = Ran(asked.sql, view.version.id, at, plan=asked.plan, refusal=refusal)
    finally:
        note = {"reason": outcome, "rows": rows, "reader": reader}
        noting.note("queried", _shortened(asked.sql), view.version.id, **note)
    waiting.empty()
    return ran


def _each_second(beat):
    said = [-1]

    def beaten():
        second = int(time.monotonic())
        if said[0] != second:
            said[0] = second
            beat()

    return beaten


def _shortened(sql):
    words = " ".join(sql.split())
    return words if len(words) <= NOTED else f"{words[:NOTED]}…（共{len(words)}字）"


def _show(view, ran):
    found = ran.answer
    most = sandbox.Limits.rows
    said = wording_workbench.outcome(len(found.rows), found.seconds, found.cut, most)
    with st.container(key="workbench-outcome", horizontal=True, vertical_alignment="center"):
        st.html(workbench_html.outcome(said, is_cut=bool(found.cut)))
        _downloads(view, ran)
    if "sensitive" in found.read:
        st.html(workbench_html.caution(labels.SENSITIVE_ANSWER))
    if found.rows.empty:
        st.html(chrome.empty(labels.NO_ROWS))
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
        st.dataframe(rows, hide_index=True, key="workbench-rows", **tall)


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
    told = {"version": ran.version, "disclosure": disclosure, "rows": len(rows)}
    downloads.offer(
        "query_result",
        labels.TAKE_CSV,
        lambda watermark: workbench_files.csv_bytes(rows, watermark),
        "查询结果.csv",
        "query-csv",
        **told,
    )
    downloads.offer(
        "query_result",
        labels.TAKE_XLSX,
        lambda watermark: workbench_files.xlsx_bytes(rows, notes, watermark),
        "查询结果.xlsx",
        "query-xlsx",
        **told,
    )
