"""Suggestions: every open demand with the supply chosen for it, to be taken along."""

import pandas as pd
import streamlit as st

from ui import chrome, downloads, reading, sheets, tables
from ui import labels_matching as words
from ui.view import View

MADE_FROM = ("charity_needs", "charity_projects")
WEIGHTS = ("kind", "area", "amount", "deadline")
WRITERS = {"csv": sheets.csv, "xlsx": sheets.workbook}


def show(view: View):
    """Show how many are matched, how they are scored, the suggestions and what is left."""
    rows = reading.suggested(view.version)
    if view.chosen.area:
        names = {view.declared.townships[one].name_zh for one in view.chosen.area}
        rows = rows[rows["area_zh"].isin(names)]
    if rows.empty:
        st.html(chrome.empty(words.NOTHING_OPEN))
        return
    is_matched = rows["supply"].notna()
    counts = (len(rows), int(is_matched.sum()), int((~is_matched).sum()))
    st.html(_counts(counts) + chrome.source(_scoring(view)))
    _downloads(view, rows)
    st.html(chrome.section(words.SUGGESTED))
    st.html(tables.html(_table(rows[is_matched]), ("金额（元）", "得分"), tall=True, records=True))
    st.html(chrome.section(words.WITHOUT))
    st.html(_left(rows[~is_matched]))


def _counts(counts):
    cards = "".join(
        f'<div class="card"><div class="card-name">{name}</div><div class="card-number">'
        f"{count:,}<small>{words.UNIT}</small></div></div>"
        for name, count in zip(words.COUNTS, counts, strict=True)
    )
    return f'<div class="counted">{cards}</div>'


def _scoring(view):
    settings = view.read("settings").set_index("setting")["value"]
    return words.SCORING.format(**{name: f"{settings[f'match_{name}']:g}" for name in WEIGHTS})


def _left(rows):
    if rows.empty:
        return chrome.empty(words.EVERY_ONE)
    shown = _table(rows)[[words.COLUMNS[name] for name in list(words.COLUMNS)[:7]]]
    shown[words.WHY] = [words.NO_ROOM if count else words.NONE_FITS for count in rows["candidates"]]
    return tables.html(shown, ("金额（元）",), tall=True, records=True)


def _table(rows):
    """Return rows in words, as the page has them."""
    shown = rows[list(words.COLUMNS)].copy()
    for name in ("raised_on", "deadline_on"):
        shown[name] = pd.to_datetime(shown[name]).dt.strftime("%Y-%m-%d")
    shown["amount"] = [f"{value:,.0f}" for value in shown["amount"]]
    shown["score"] = ["" if pd.isna(value) else f"{value:.1f}" for value in shown["score"]]
    return shown.astype(object).fillna("").rename(columns=words.COLUMNS)


def _downloads(view, rows):
    disclosure = downloads.strictest(view, MADE_FROM)
    notes = {"内容": words.FILE, "口径": _scoring(view), "数据版本": view.version.id}
    taken = rows[list(words.COLUMNS)].rename(columns=words.COLUMNS)
    with st.container(horizontal=True, key="suggested-files"):
        for kind, write in WRITERS.items():
            downloads.offer(
                "suggested",
                words.DOWNLOAD.format(kind.upper()),
                lambda watermark, write=write: write(taken, notes, watermark),
                f"{words.FILE}.{kind}",
                f"suggested-{kind}",
                view.version.id,
                disclosure,
                rows=len(taken),
            )
