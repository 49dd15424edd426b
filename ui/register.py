"""The register of systems: each with what on the board covers it."""

import pandas as pd
import streamlit as st

from ui import chrome, links, tables, wording_quality
from ui import labels_register as words
from ui.view import View

PAGE = "页面"  # as data/reference/system_cover.csv calls it


def search(view: View) -> pd.DataFrame:
    """Show the search and the scope; return the rows of the cut systems they leave."""
    rows = view.read("systems")
    with st.container(key="controls", horizontal=True, width="content"):
        typed = st.text_input(
            words.SEARCH_SYSTEMS, placeholder=words.SEARCH_SYSTEMS_HINT, live=True, width=360
        )
        scopes = (words.ALL, words.OWN, words.OTHERS)
        scope = st.selectbox(words.WHOSE, scopes, key="systems-scope", width=130)
    kept = rows[rows["system"].map(_found(rows, typed.lower().split()))]
    if scope != words.ALL:
        kept = kept[kept["is_own"] == (scope == words.OWN)]
    told = words.COUNTED.format(rows["system"].nunique(), kept["system"].nunique())
    st.html(chrome.source(told))
    return kept


def show(view: View, rows: pd.DataFrame):
    """Show the systems as a table, each cover a link to where it stands."""
    if rows.empty:
        st.html(chrome.empty(words.NO_SYSTEMS))
        return
    listed = [_line(view, covers) for _, covers in rows.groupby("system", sort=False)]
    table = pd.DataFrame(listed, columns=list(words.SYSTEM_COLUMNS))
    st.html(tables.html(table, records=True))


def _found(rows, typed):
    """Return {system: whether every typed word stands somewhere in its rows}."""
    said = rows[["name_zh", "place", "kind_zh", "item_zh"]].fillna("").agg("".join, axis=1)
    whole = said.str.lower().groupby(rows["system"]).agg("".join)
    return {system: all(word in text for word in typed) for system, text in whole.items()}


def _line(view, covers):
    first = covers.iloc[0]
    parts = tuple(_cover(view, row) for row in covers.itertuples() if pd.notna(row.item))
    name = wording_quality.full_width(first.name_zh)
    return name, first.place, first.kind_zh, tables.Linked(parts), first.file


def target(row) -> tuple[str, dict]:
    """Return where a cover stands: the page's address, and what it changes of the choice."""
    if row.kind == PAGE:
        return row.item, {}
    return ("indicator", {"indicator": row.item}) if row.kind == "指标" else (row.theme, {})


def _cover(view, row):
    """Return (words, address) of what covers a system."""
    place, changes = target(row)
    named = view.pages[place].title if row.kind == PAGE else row.item_zh
    return named, links.address(view, place, **changes) if links.may_open(place) else ""
