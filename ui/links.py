"""The pages and the ways between them; every link carries the reader's choice along."""

from copy import copy
from dataclasses import replace
from functools import cache
from types import SimpleNamespace
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from ui import labels, permits
from ui.selection import OF_ONE_PAGE, Selection


def pages(declared: SimpleNamespace) -> dict[str, st.Page]:
    """Return {address: page}; a theme's page is the same file for all."""
    themes = ((theme.theme, "theme", theme.name_zh) for theme in declared.themes.values())
    return _pages((*labels.PAGES, *labels.GROUPED, *labels.PAGES_ASIDE)) | _pages(themes)


def behind_the_door(places: list[str]) -> list[st.Page]:
    """Return a page that shows nothing for every address, for readers who may see none of them."""
    return [
        st.Page(lambda: None, title=labels.BOARD, url_path=place or None, default=not place)
        for place in places
    ]


def places(themes: list[str]) -> list[str]:
    """Return every page's address."""
    listed = (*labels.PAGES, *labels.GROUPED, *labels.PAGES_ASIDE)
    return list(dict.fromkeys([*(place for place, *_ in listed), *themes]))


def item(place: str) -> str:
    """Return what the table of permissions calls a page: its file; all themes share theirs."""
    listed = (*labels.PAGES, *labels.GROUPED, *labels.PAGES_ASIDE)
    return {one: file for one, file, _ in listed}.get(place, "theme")


def may_open(place: str) -> bool:
    """Return whether the reader's role opens a page; no link leads to any other."""
    return permits.may("page", item(place))


def _pages(listed):
    return {place: copy(_page(place, file, title)) for place, file, title in listed}


@cache
def _page(place, file, title):
    # Streamlit looks for the file each time a page is declared, of forty pages with every run; a
    # copy is what it marks as the one to run
    return st.Page(f"pages/{file}.py", title=title, url_path=place or None, default=not place)


def carried(chosen: Selection, **changes) -> dict[str, str]:
    """Return the choice as parameters; what only one page looks at stays with that page."""
    return replace(chosen, **(OF_ONE_PAGE | changes)).parameters()


def address(view, place: str, **changes) -> str:
    """Return a page's address for a link inside HTML, relative to wherever the board is served.

    A page that holds a hundred of them has not one element more, as it would with `to`.
    """
    query = urlencode(carried(view.chosen, **changes))
    return f"{place or './'}?{query}" if query else place or "./"


def traces(view, declared):
    """Return a function: an area, period and category of an indicator or figure in, the address of
    its trace out. Without them it is of what the page looks at; what is not counted has none, nor
    has anything for a reader who may not trace.
    """
    is_figure = declared.id in view.declared.figures
    own = {"figure": declared.id} if is_figure else {"indicator": declared.id}
    areas = {"": view.chosen.area, view.declared.county.ref_area: ()}
    areas |= {ref_area: (ref_area,) for ref_area in view.declared.townships}

    is_open = may_open("trace")

    def trace(ref_area: str = "", time_period: str = "", category: str = "") -> str:
        if not is_open or ref_area not in areas or pd.isna(time_period):
            return ""
        cell = {"area": areas[ref_area], "at": time_period, "category": category}
        return address(view, "trace", **own, **cell)

    return trace


def to(view, place: str, label: str, **changes):
    """Show a link to the page at `place`, with the reader's choice changed, if they may open it."""
    if may_open(place):
        st.page_link(view.pages[place], label=label, query_params=carried(view.chosen, **changes))
