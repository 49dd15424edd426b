"""Search from the top bar: every page, theme, indicator, figure and system by name or initials."""

import importlib

import streamlit as st

from ui import labels, links, reading, register
from ui.view import View


def show(view: View):
    """Show the search; what is picked opens at once. Its names are sent to who opens it."""
    picked = None
    with st.popover(labels.FIND, key="search", width="content", on_change="rerun") as fold:
        if fold.open:
            picked = st.selectbox(
                labels.FIND_LABEL,
                [name for name, (place, _) in _targets(view).items() if links.may_open(place)],
                index=None,
                # empty again on the next page, which has it too
                key=f"search-{view.place}-{view.chosen.indicator}",
                placeholder=labels.FIND_HINT,
                width=360,
            )
    place, changes = _targets(view)[picked] if picked else (view.place, {})
    if (place, changes.get("indicator", view.chosen.indicator)) != (
        view.place,
        view.chosen.indicator,
    ):
        st.switch_page(view.pages[place], query_params=links.carried(view.chosen, **changes))


def _targets(view):
    """Return {what the picker shows: (address, what changes of the choice)}."""
    return reading.kept(view.version, lambda: _named(view), "search")


def _named(view):
    known = view.declared
    named = [(page.title, place, {}) for place, page in view.pages.items()]
    named += [
        (one.name_zh, "indicator", {"indicator": one.id}) for one in known.indicators.values()
    ]
    named += [(one.name_zh, one.theme, {}) for one in known.figures.values()]
    covered = view.read("systems").dropna(subset="item").drop_duplicates("system")
    named += [(one.name_zh, *register.target(one)) for one in covered.itertuples()]
    return {f"{name}　{initials(name)}": (place, changes) for name, place, changes in named}


def initials(name: str) -> str:
    """Return the initials of a name as people type them: 登记社会组织 is djshzz."""
    # Its dictionary takes a sixth of all imports, and only who opens the search needs it.
    pypinyin = importlib.import_module("pypinyin")
    letters = pypinyin.lazy_pinyin(name, style=pypinyin.Style.FIRST_LETTER, errors=_kept)
    return "".join(letters)


def _kept(others):
    """Return of characters without a syllable what people would type: letters and digits."""
    return "".join(filter(str.isalnum, others)).lower()
