"""The pages and the ways between them; every link carries the reader's choice along."""

from dataclasses import replace
from types import SimpleNamespace

import streamlit as st

from ui import labels
from ui.selection import Selection


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
    first, *rest = own.items()
    return dict([first, *themes.items(), *rest])


def carried(chosen: Selection, **changes) -> dict[str, str]:
    return replace(chosen, **changes).parameters()


def to(view, place: str, label: str, **changes):
    """Show a link to the page at `place`, with the reader's choice changed."""
    st.page_link(view.pages[place], label=label, query_params=carried(view.chosen, **changes))
