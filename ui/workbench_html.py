"""HTML of the workbench: what went wrong, the plan, the tables and columns, the statements."""

from html import escape

import pandas as pd

from ui import chrome, labels_workbench
from ui.wording_workbench import Trouble


def trouble(told: Trouble) -> str:
    """Return why there is no answer: the sentence, the place, the hint, the engine's own words."""
    where = f"第{told.line}行第{told.column}列：" if told.line else ""
    hint = f"<p>{escape(told.hint)}</p>" if told.hint else ""
    marked = f"<pre>{escape(told.marked)}</pre>" if told.marked else ""
    engine = (
        f"<details><summary>{labels_workbench.ENGINE_SAYS}</summary><pre>{escape(told.engine)}</pre></details>"
        if told.engine
        else ""
    )
    return (
        f'<div class="trouble" role="alert"><b>▲ {where}{escape(told.says)}</b>'
        f"{hint}{marked}{engine}</div>"
    )


def plan(text: str) -> str:
    return f'<pre class="plan">{escape(text)}</pre>'


def outcome(words: str, is_cut: bool) -> str:
    mark = "▲ " if is_cut else ""
    return f'<div class="outcome{" outcome-cut" * is_cut}">{mark}{escape(words)}</div>'


def caution(words: str) -> str:
    return f'<div class="outcome outcome-cut">▲ {escape(words)}</div>'


def tables(rows: pd.DataFrame, are_open: bool) -> str:
    """Return a fold a table: its name and label; inside, its meaning and its columns."""
    return "".join(
        _table(name, own, are_open) for name, own in rows.groupby("table_name", sort=False)
    )


def _table(name, columns, is_open):
    first = columns.iloc[0]
    lines = "".join(
        f"<tr><td><code>{escape(row.column_name)}</code></td><td>{escape(row.column_zh)}"
        f"{f'<small>{escape(row.meaning_zh)}</small>' if row.meaning_zh else ''}</td></tr>"
        for row in columns.itertuples()
    )
    return (
        f'<details class="schema"{" open" * is_open}><summary><code>{escape(name)}</code>'
        f"<span>{escape(first.table_zh)}</span></summary>"
        f"<p>{escape(first.table_meaning_zh)}</p><table><tbody>{lines}</tbody></table></details>"
    )


def group(title: str) -> str:
    return f'<h3 class="schema-group">{escape(title)}</h3>'


def statement(title: str, address: str, below: str = "") -> str:
    """Return a line that leads to a statement in the editor."""
    note = f"<small>{escape(below)}</small>" if below else ""
    return f'<p class="statement">{chrome.link(address, escape(title))}{note}</p>'
