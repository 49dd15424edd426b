"""Signing in: what somebody sees who may not see the board, or not this page of it."""

import streamlit as st

from queries import access
from queries.places import DATA
from ui import chrome, labels, links, noting, panels, permits, wording_access
from ui.view import View


def turned_away() -> bool:
    """Show why the reader may see nothing, and what to do; return whether there was a reason."""
    closed = permits.closed()
    if closed:
        _door(labels.BOARD, closed)
        return True
    reader = permits.reader()
    if reader.role and not reader.is_expired:
        if reader.how != "single":
            noting.note_once("signed in", reader.how, "")
        return False
    ask = access.sign_in(DATA).ask
    if reader.name and reader.is_expired:
        _door(*wording_access.expired(reader.name), _sign_in, wording_access.SIGN_IN_AGAIN)
    elif reader.name:
        noting.note_once("refused", labels.BOARD, "")
        leaves = _sign_out if reader.how == "oidc" else None
        _door(*wording_access.without_role(reader.name, ask), leaves, wording_access.SIGN_OUT)
    else:
        enters = _sign_in if reader.how == "oidc" else None
        _door(*wording_access.signed_out(reader.how, ask), enters, wording_access.SIGN_IN)
    return True


def who():
    """Show in the frame who reads and in which role, and the way out."""
    reader = permits.reader()
    if reader.how == "single":
        st.html(chrome.who(wording_access.SINGLE, wording_access.SINGLE_NOTE))
        return
    st.html(chrome.who(f"{reader.called} · {wording_access.ROLE[reader.role]}", reader.name))
    if reader.how == "oidc":
        _sign_out(wording_access.SIGN_OUT)


def refused(view: View, title: str, item: str):
    """Show what a page is and which role opens it, in place of the page."""
    noting.note_once("refused", title, view.version.id)
    matrix, role = access.matrix(DATA), permits.reader().role
    roles = matrix.roles.get(("page", item), ())
    what = matrix.names.get(("page", item), "").rpartition("：")[2]
    panels.head(view, title, what)
    why = wording_access.refused(role, roles)
    st.html(chrome.refused(why, wording_access.asking(access.sign_in(DATA).ask)))
    if permits.may("page", links.item("")):
        with st.container(key="refused-back"):
            links.to(view, "", wording_access.BACK)


def _door(head, words, button=None, label=""):
    """Show a page with nothing of the board on it but its name."""
    with st.container(key="door"):
        st.html(chrome.door(labels.BOARD, head, words))
        if button:
            button(label)
    st.html(chrome.ready())


def _sign_in(label):
    # Streamlit's answer carries no address of ours: the page keeps it, see ui/index_page.py.
    st.button(label, key="sign-in", type="primary", on_click=st.login)


def _sign_out(label):
    st.button(label, key="sign-out", type="tertiary", on_click=_leave)


def _leave():
    noting.note("signed out", permits.reader().how)
    st.logout()
