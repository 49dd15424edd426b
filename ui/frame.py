"""The frame around every page: first build, the choice, header, navigation, footer."""

import importlib
from dataclasses import replace
from urllib.parse import urlencode

import streamlit as st

from ui import (
    chrome,
    labels,
    lateness,
    links,
    menu,
    once,
    permits,
    reading,
    search,
    selection,
    sign_in,
    subnav,
    theme,
)
from ui.view import View

SMALLEST_SCREEN, COMMON_SCREEN = 320, 1440  # px


def run():
    """Show the page the address asks for inside the frame."""
    st.set_page_config(page_title=labels.BOARD, page_icon=labels.ICON, layout="wide")
    st.html(theme.stylesheet())
    with once.a_run():
        if sign_in.turned_away():
            st.navigation(links.behind_the_door(_places()), position="hidden")
        else:
            _framed()


def _framed():
    version = _version()
    declared = reading.declared(version)
    pages = links.pages(declared)
    page = st.navigation(list(pages.values()), position="hidden")
    selection.arrive()
    asked = selection.current()
    view = View(
        version=version,
        declared=declared,
        chosen=selection.known(asked, declared),
        place=page.url_path,
        pages=pages,
        has_webgl=st.context.cookies.get("webgl") != "0",
        screen=_screen(st.context.cookies.get("screen", "")),
    )
    st.session_state["view"] = view
    try:
        entries = menu.entries(declared)
        _header(view, entries)
        subnav.show(view, entries)
        lateness.banner(view)
        _complaints(view, selection.unknown(asked, declared))
        if links.may_open(view.place):
            page.run()
        else:
            sign_in.refused(view, page.title, links.item(view.place))
        _footer(view)
    finally:
        del st.session_state["view"]  # a page that runs outside the frame must notice


def require_frame() -> View:
    """Return what the page looks at; go back to dashboard.py if Streamlit opened it by itself.

    A folder named pages/ makes Streamlit run its files directly until st.navigation has been
    called once in the process, so the first link after a restart would arrive without its frame.
    """
    if "view" not in st.session_state:
        run()
        st.stop()
    return st.session_state["view"]


@st.fragment
def part(view: View, show):
    """Run `show(view)`; what is changed in it runs it alone, and the frame keeps still.

    Links around it are told in the browser what the choice has become (ui/index_page.py). Whoever
    may not be here any more, say because the sign-in has run out, is told so by the frame.
    """
    with once.a_run():
        if not links.may_open(view.place):
            st.rerun()
        view = replace(view, chosen=selection.known(selection.current(), view.declared))
        show(view)
    st.html(chrome.ready(urlencode(links.carried(view.chosen))))


def _places():
    """Return the addresses that exist, so that the door stands at each of them."""
    live = reading.live()
    return links.places(list(reading.declared(live).themes) if live else [])


def _screen(answer):
    """Return the width the browser told, or a common one when it told nothing sensible."""
    told = int(answer) if answer.isdecimal() else 0
    return told if SMALLEST_SCREEN <= told <= 10_000 else COMMON_SCREEN


def _version():
    asked = selection.current().version
    may_prepare = permits.may("action", "publish")
    version = reading.pinned(asked, unpublished=may_prepare) if asked else reading.live()
    if version is None and asked:
        st.warning(labels.unknown_version(asked))
        version = reading.live()
    if version is None:  # rarely: what it takes to build is not imported before
        version = importlib.import_module("ui.first_build").show(anew=reading.is_outdated())
    return version


def _header(view, entries):
    with st.container(key="topbar", horizontal=True, vertical_alignment="center"):
        shown = [
            (links.address(view, one.places[0]), one.title, view.place in one.places)
            for one in entries
        ]
        st.html(chrome.brand(view.declared.county.name_zh))
        st.html(chrome.menu(shown, "menu", labels.MENU))
        search.show(view)
        as_of = view.declared.periods[0].replace("-", ".")
        is_pinned = view.chosen.version == view.version.id
        with st.container(key="corner", gap=None):
            st.html(chrome.badge(view.version.id, as_of, is_pinned))
            with st.container(key="who", horizontal=True, vertical_alignment="center"):
                sign_in.who()


def _complaints(view, unknown):
    if unknown:
        st.warning(labels.unknown_parts(unknown))
    _, complaint = reading.boundaries(view.version)
    if complaint:
        st.warning(complaint)


def _footer(view):
    least = view.read("settings").set_index("setting").loc["small_count", "value"]
    st.html(chrome.footer(labels.SOURCE, labels.protection(least)) + chrome.ready())
