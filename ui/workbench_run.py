"""Running a statement of the workbench: asked of the sandbox, noted, remembered for a session."""

import time
from dataclasses import dataclass
from datetime import datetime

import streamlit as st

from queries import sandbox
from ui import chrome, labels_workbench, noting, permits, reading, selection
from ui.view import View

NOTED = 1_000  # letters of a statement in the audit log
REMEMBERED = 20
LAST, EARLIER = "workbench", "workbench-history"


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


def offered() -> tuple[str, ...]:
    """Return the files of rows the reader may ask, of storing.ROWS."""
    allowed = {
        "records": permits.may("action", "see_records"),
        "sensitive": permits.may("action", "explore_sensitive"),
    }
    return tuple(name for name, is_allowed in allowed.items() if is_allowed)


def history() -> list[Ran]:
    return selection.remembered(EARLIER, [])


def last(view: View) -> Ran | None:
    """Return what was answered last, if it is of this version and the reader still may see it."""
    ran = selection.remembered(LAST)
    if ran is None or ran.version != view.version.id:
        return None
    seen = ran.answer.read if ran.answer else ()
    return None if {*seen} - {*offered()} else ran


def run(view: View, asked: Asked):
    """Ask the sandbox; whatever comes of it stands in the audit log before anybody sees it."""
    reader, began, at = permits.reader(), time.monotonic(), f"{datetime.now():%H:%M}"
    waiting = st.empty()
    outcome, rows, ran = "没有运行完", None, None  # stopped, or the page was closed
    beat = _beat(waiting, began)
    try:
        found = reading.query(view.version, asked.sql, offered(), asked.plan, beat)
        outcome, rows = "执行计划" if asked.plan else "", len(found.rows)
        ran = Ran(asked.sql, view.version.id, at, found, asked.plan)
    except sandbox.Refused as refusal:
        outcome = f"没有结果：{refusal.kind}"
        ran = Ran(asked.sql, view.version.id, at, plan=asked.plan, refusal=refusal)
    finally:
        note = {"reason": outcome, "rows": rows, "reader": reader}
        noting.note("queried", _shortened(asked.sql), view.version.id, **note)
    waiting.empty()
    selection.remember(LAST, ran)
    earlier = [one for one in history() if one.sql != ran.sql]
    selection.remember(EARLIER, [ran, *earlier][:REMEMBERED])


def _beat(waiting, began):
    """Return a function that says how long it has taken, and beside it lets the reader stop.

    Where the reader stopped it, went elsewhere or closed the page, Streamlit ends the script at the
    next thing it shows: within a second.
    """
    with waiting.container(key="workbench-waiting", horizontal=True, vertical_alignment="center"):
        clock = st.empty()
        st.button(labels_workbench.CANCEL, key="workbench-cancel")
    said = []

    def beat():
        seconds = int(time.monotonic() - began)
        if seconds not in said:
            said.append(seconds)
            clock.html(chrome.source(labels_workbench.RUNNING.format(seconds)))

    return beat


def _shortened(sql):
    words = " ".join(sql.split())
    return words if len(words) <= NOTED else f"{words[:NOTED]}…（共{len(words)}字）"
