"""The bar shared by the pages behind one entry of the menu."""

import streamlit as st

from ui import chrome, labels, links, menu
from ui.view import View


def show(view: View, entries: list[menu.Entry]):
    """Show a link to each page beside this one, the current one marked."""
    places = menu.beside(entries, view.place)
    if len(places) < 2:
        return
    shown = [(links.address(view, one), view.pages[one].title, one == view.place) for one in places]
    st.html(chrome.menu(shown, "subnav", labels.SUBMENU))
