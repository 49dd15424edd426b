"""The bar shared by the pages behind one entry of the menu."""

import streamlit as st

from ui import links
from ui.view import View


def show(view: View):
    """Show a link to each page of the group the reader may open, the current one marked."""
    shown = [(place, title) for place, _, title in links.group(view.place) if links.may_open(place)]
    if len(shown) < 2:
        return
    with st.container(key="subnav", horizontal=True):
        for place, title in shown:
            with st.container(key="sub-current" if place == view.place else f"sub-{place}"):
                links.to(view, place, title)
