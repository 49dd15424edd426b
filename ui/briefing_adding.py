"""Adding a slide to a briefing: what it shows, of what, for whom."""

import streamlit as st

from queries import saved
from queries.briefings import KINDS, Briefing, Item
from ui import briefing_keeping, permits, reading, selection
from ui import labels_briefing as words
from ui.view import View

KEYS = {"kind": "add-kind", "of": "add-of", "area": "add-area"}
COUNTY = ""


def add_box(view: View, one: Briefing, place: int):
    """Show the box that puts a slide after the one looked at."""
    with st.expander(words.ADD, key="add-slide"):
        kind = st.selectbox(words.KIND, list(words.KINDS), key=KEYS["kind"], format_func=_kind)
        options = _options(view, kind)
        if options is not None:
            key = f"{KEYS['of']}-{kind}"
            st.selectbox(words.OF, list(options), key=key, format_func=options.get)
        areas = {COUNTY: words.OVERVIEW} if kind != "profile" else {}
        areas |= {code: area.name_zh for code, area in view.declared.townships.items()}
        if kind not in ("view", "text", "attention"):
            st.selectbox(words.AREA, list(areas), key=KEYS["area"], format_func=areas.get)
        st.button(words.ADD_IT, key="add-it", on_click=lambda: _add(view, one, place, kind))


def send_view(view: View, id_: str):
    """Put a saved view at the end of the reader's newest briefing; return what to say of it."""
    mine = _newest(permits.reader().name)
    if mine is None:
        return words.NO_BRIEFING
    wanted = mine.also(Item("view", of=id_), len(mine.items))
    briefing_keeping.change(view, mine, wanted)
    return words.SENT.format(mine.name)


def _newest(owner):
    return next((one for one in reading.briefings()[0] if one.owner == owner), None)


def _add(view, one, place, kind):
    options = _options(view, kind)
    of = selection.kept_in(f"{KEYS['of']}-{kind}", "") if options is not None else ""
    area = selection.kept_in(KEYS["area"], "") if kind not in ("view", "text", "attention") else ""
    headline = words.NEW_TEXT if kind == "text" else ""
    item = Item(kind, of or "", area or "", headline)
    briefing_keeping.tried(
        lambda: briefing_keeping.change(view, one, one.also(item, place)), page=place + 2
    )()


def _kind(kind):
    return words.KINDS[kind]


def _options(view, kind):
    """Return {id: name} of what a kind can be of; None for a kind that is of nothing."""
    known = view.declared
    return {
        "": lambda: None,
        "indicator": lambda: {one.id: one.name_zh for one in known.indicators.values()},
        "figure": lambda: {one.id: one.name_zh for one in known.figures.values()},
        "board": lambda: (
            {"overview": words.OVERVIEW} | {one.theme: one.name_zh for one in known.themes.values()}
        ),
        "view": lambda: {one.id: one.name for one in _open_views(view)},
    }[KINDS[kind]]()


def _open_views(view):
    datasets = reading.datasets(view.version)
    return [
        one
        for one in saved.views(reading.DATA)[0]
        if one.question.get("dataset") in datasets
        and datasets[one.question["dataset"]].disclosure == permits.OPEN
    ]
