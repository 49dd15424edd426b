"""The pages and the ways between them; every link carries the reader's choice along."""

from dataclasses import replace
from types import SimpleNamespace
from urllib.parse import urlencode

import streamlit as st

from ui import labels
from ui.selection import OF_ONE_NUMBER, Selection


def pages(declared: SimpleNamespace) -> dict[str, st.Page]:
    """Return {address: page}, in the order of the menu. A theme page is the same file for all.

    Pages aside of the menu are reached from what they explain; they come last.
    """
    own = {
        place: st.Page(f"pages/{file}.py", title=title, url_path=place or None, default=not place)
        for place, file, title in (*labels.PAGES, *labels.PAGES_ASIDE)
    }
    themes = {
        theme.theme: st.Page("pages/theme.py", title=theme.name_zh, url_path=theme.theme)
        for theme in declared.themes.values()
    }
    first, *rest = own.items()
    return dict([first, *themes.items(), *rest])


def menu(pages: dict[str, st.Page]) -> dict[str, st.Page]:
    aside = {place for place, *_ in labels.PAGES_ASIDE}
    return {place: page for place, page in pages.items() if place not in aside}


def carried(chosen: Selection, **changes) -> dict[str, str]:
    return replace(chosen, **(OF_ONE_NUMBER | changes)).parameters()


def address(view, place: str, **changes) -> str:
    """Return a page's address for a link inside HTML, relative to wherever the board is served.

    The browser opens it anew, which takes longer than a link of `to`, but the page that holds a
    hundred of them has not one element more.
    """
    return f"{place}?{urlencode(carried(view.chosen, **changes))}"


def traces(view, declared):
    """Return a function: an area and period of an indicator or figure in, its trace's address out.

    Without them the trace is of the area and period the page looks at.
    """
    own = {"figure": declared.id} if declared.id in view.declared.figures else {}
    own = own or {"indicator": declared.id}

    def trace(ref_area: str = "", time_period: str = "", category: str = "") -> str:
        area = {"area": (ref_area,) if ref_area in view.declared.townships else ()}
        changes = own | {"at": time_period, "category": category}
        return address(view, "trace", **changes, **(area if ref_area else {}))

    return trace


def to(view, place: str, label: str, **changes):
    """Show a link to the page at `place`, with the reader's choice changed."""
    st.page_link(view.pages[place], label=label, query_params=carried(view.chosen, **changes))
