"""The pages and the ways between them; every link carries the reader's choice along."""

from dataclasses import replace
from types import SimpleNamespace

import streamlit as st

from ui import labels
from ui.selection import Selection

DATA = "data"
_DATA_PAGES = {place for place, *_ in labels.DATA_PAGES}


def pages(declared: SimpleNamespace) -> dict[str, st.Page]:
    """Return {address: page}, in the order of the menu. A theme page is the same file for all."""
    own = {
        place: st.Page(f"pages/{file}.py", title=title, url_path=place or None, default=not place)
        for place, file, title in labels.PAGES
    }
    themes = {
        theme.theme: st.Page("pages/theme.py", title=theme.name_zh, url_path=theme.theme)
        for theme in declared.themes.values()
    }
    behind = {
        place: st.Page(f"pages/{file}.py", title=title, url_path=place)
        for place, file, title in labels.DATA_PAGES
        if place not in own
    }
    first, *rest = own.items()
    return dict([first, *themes.items(), *rest, *behind.items()])


def in_menu(place: str) -> bool:
    """Tell whether a page stands in the menu itself, not behind its entry for data."""
    return place == DATA or place not in _DATA_PAGES


def menu_place(place: str) -> str:
    """Return the entry of the menu under which a page is found."""
    return DATA if place in _DATA_PAGES else place


def carried(chosen: Selection, **changes) -> dict[str, str]:
    """Return the choice as parameters; which findings are listed stays with their page."""
    return replace(chosen, **{"kind": "", "state": "", "finding": "", **changes}).parameters()


def to(view, place: str, label: str, **changes):
    """Show a link to the page at `place`, with the reader's choice changed."""
    st.page_link(view.pages[place], label=label, query_params=carried(view.chosen, **changes))
