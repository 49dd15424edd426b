"""Saved views on the pages: kept, opened, removed, put on the overview."""

import streamlit as st

from queries import saved
from queries.briefings import BriefingRefused
from queries.plans import Plan
from queries.questions import QuestionRefused
from queries.saved import Saved, ViewRefused
from ui import (
    answers,
    asking,
    briefing_adding,
    chrome,
    labels_explore,
    links,
    noting,
    permits,
    reading,
    selection,
)
from ui import labels_briefing as briefing
from ui.view import View


def keep(view: View, plan: Plan):
    """Show the box in which a question is kept under a name, and the views kept so far."""
    found, wrong = saved.views(reading.DATA)
    with st.expander(labels_explore.views(len(found)), key="saved-views"):
        if permits.may("action", "save_view"):
            _box(view, plan)
        for problem in wrong:
            st.warning(problem)
        for one in found:
            _line(view, one)
        if not found:
            st.html(chrome.source(labels_explore.NO_VIEWS))


def on_overview(view: View):
    """Show the views that were put on the overview, those the reader may ask."""
    for one in saved.views(reading.DATA)[0]:
        if one.overview and one.question.get("dataset") in asking.known(view):
            with st.container(key=f"pinned-{one.id}"):
                _panel(view, one)


def _box(view, plan):
    with st.container(key="keep-view", horizontal=True, vertical_alignment="bottom"):
        st.text_input(labels_explore.VIEW_NAME, key="view-name", max_chars=saved.LONGEST)
        st.button(labels_explore.KEEP, key="keep", on_click=lambda: _keep(view, plan))
    if view.chosen.version:
        st.html(chrome.source(labels_explore.keeps_version(view.chosen.version)))
    complaint = selection.told_once("view-complaint")
    if complaint:
        st.warning(complaint)
    told = selection.told_once("view-told")
    if told:
        st.html(chrome.source(told))


def save(view: View, plan: Plan, name: str):
    """Keep a question under a name; raise ViewRefused for a name that will not do."""
    permits.require("action", "save_view")
    saved.save(reading.DATA, name, permits.reader().name, plan.question, view.chosen.version)
    noting.note("saved a view", name, view.version.id)


def pin(view: View, one: Saved):
    """Put a view on the overview, or take it from there."""
    permits.require("action", "pin_view")
    saved.pin(reading.DATA, one, not one.overview)
    what = "unpinned a view" if one.overview else "pinned a view"
    noting.note(what, one.name, view.version.id)


def _keep(view, plan):
    try:
        save(view, plan, selection.chosen_in("view-name"))
    except ViewRefused as refused:
        selection.tell_once("view-complaint", str(refused))
    else:
        selection.follow("view-name", "")


def _line(view, one: Saved):
    with st.container(key=f"view-{one.id}", horizontal=True, vertical_alignment="center"):
        _open(view, one, one.name)
        st.html(chrome.source(labels_explore.kept_by(one)))
        if permits.may("action", "pin_view") and _is_for_all(view, one):
            label = labels_explore.UNPIN if one.overview else labels_explore.PIN
            st.button(label, key=f"pin-{one.id}", on_click=lambda: pin(view, one))
        if permits.may("action", "compose_briefing") and _is_for_all(view, one):
            st.button(briefing.SEND, key=f"send-{one.id}", on_click=lambda: _send(view, one))
        if _may_remove(one):
            key = f"remove-{one.id}"
            st.button(labels_explore.REMOVE, key=key, on_click=lambda: _remove(view, one))


def _is_for_all(view, one):
    """Return whether every reader of the overview may see it: only open data go there."""
    dataset = reading.datasets(view.version).get(one.question.get("dataset"))
    return dataset is not None and dataset.disclosure == permits.OPEN


def _may_remove(one):
    who = permits.reader()
    return permits.may("action", "pin_view") or (
        permits.may("action", "save_view") and who.name == one.owner
    )


def _remove(view, one):
    if not _may_remove(one):
        permits.require("action", "pin_view")
    saved.remove(reading.DATA, one)
    noting.note("removed a view", one.name, view.version.id)


def _send(view, one):
    try:
        selection.tell_once("view-told", briefing_adding.send_view(view, one.id))
    except BriefingRefused as refused:
        selection.tell_once("view-complaint", str(refused))


def _open(view, one, label):
    asked = {"asked": tuple(one.question.items()), "version": one.version or view.chosen.version}
    st.page_link(
        view.pages["explore"], label=label, query_params=links.carried(view.chosen, **asked)
    )


def _panel(view, one):
    st.html(chrome.section(one.name, labels_explore.kept_by(one)))
    try:
        answers.panel(view, one)
    except QuestionRefused as refused:
        st.html(chrome.empty(str(refused)))
    _open(view, one, labels_explore.OPEN_VIEW)
