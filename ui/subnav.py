"""The bar shared by the pages behind one entry of the menu."""

import streamlit as st

from ui import links, menu
from ui.view import View


def show(view: View, entries: list[menu.Entry]):
    """Show a link to each page beside this one, the current one marked."""
    places = menu.beside(entries, view.place)
    if len(places) < 2:
        return
    with st.container(key="subnav", horizontal=True):
        for place in places:
            with st.container(key="sub-current" if place == view.place else f"sub-{place}"):
                links.to(view, place, view.pages[place].title)
