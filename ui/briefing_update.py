"""A briefing beside the data as they are now: what would change, shown before anything does."""

from collections import Counter
from dataclasses import replace

import pandas as pd
import streamlit as st

from queries.briefings import Briefing
from ui import briefing_keeping, chrome, reading, selection, tables
from ui import labels_briefing as words
from ui.slides import making
from ui.slides.slide import Deck, Slide
from ui.view import View

SHOWN = 60


def show(view: View, own: View, one: Briefing, deck: Deck):
    """Show which version a briefing holds; where there is a newer one, what it would change."""
    live = reading.live()
    is_live = live is None or live.id == one.version
    with st.container(key="briefing-pin", horizontal=True, vertical_alignment="center"):
        st.html(chrome.source(words.pinned_to(one.version, is_live)))
        if is_live or not briefing_keeping.may_change(one):
            return
        asked = st.button(words.UPDATE, key="see-changes")
    if asked or selection.remembered("update") == (one.id, live.id):
        selection.remember("update", (one.id, live.id))
        _show_changes(view, one, deck, live)


def take_live(view: View, one: Briefing):
    """Show the button for a briefing whose version is gone: there is nothing to compare with."""
    if briefing_keeping.may_change(one):
        _button(view, one, reading.live())


def changes(old: Deck, new: Deck) -> list[tuple[str, str, str]]:
    """Return (what, before, after) of every cell and headline that would read otherwise."""
    found = []
    for before, after in zip(old.slides, new.slides, strict=True):
        if before.proposed != after.proposed:
            found.append((f"{before.headline}：标题", before.proposed, after.proposed))
        was, becomes = _cells(before), _cells(after)
        for what in dict.fromkeys([*was, *becomes]):
            pair = was.get(what, ""), becomes.get(what, "")
            if pair[0] != pair[1]:
                found.append((what, *pair))
    return found


def _cells(slide: Slide) -> dict[str, str]:
    """Return {where: words} of all the cells of a slide."""
    found = {}
    for part in slide.parts:
        met = Counter()  # a list has several rows of one township
        for row in part.table.rows if part.table else ():
            met[row[0].words] += 1
            again = f"（{met[row[0].words]}）" * (met[row[0].words] > 1)
            for column, cell in zip(part.table.columns[1:], row[1:], strict=True):
                found[f"{part.title}：{row[0].words}{again}，{column.name}"] = cell.words
    return found


def _show_changes(view, one, deck, live):
    newer = making.deck(making.view_of(view, _moved(one, live)), _moved(one, live))
    found = changes(deck, newer)
    if not found:
        st.html(chrome.summary(words.UNCHANGED))
    else:
        st.html(chrome.summary(words.changed(len(found))))
        heads = [words.WHAT, words.WAS, words.BECOMES]
        rows = pd.DataFrame(found[:SHOWN], columns=heads)
        st.html(tables.html(rows, numbers=tuple(heads[1:]), tall=True, records=True))
    with st.container(key="briefing-update", horizontal=True):
        _button(view, one, live)
        st.button(
            words.KEEP_AS_IS,
            key="keep-as-is",
            on_click=lambda: selection.remember("update", None),
        )


def _button(view, one, live):
    st.button(
        words.UPDATE_NOW,
        key="update-now",
        type="primary",
        on_click=briefing_keeping.tried(
            lambda: briefing_keeping.change(view, one, _moved(one, live)), page=1
        ),
    )


def _moved(one, live):
    """Return the briefing pinned to another version, its month staying the same."""
    return replace(one, version=live.id)
