"""Keeping briefings: who may change one, and what is written down about it."""

from dataclasses import replace

import streamlit as st

from queries import briefings
from queries.briefings import Briefing, BriefingRefused
from ui import noting, permits, reading, selection
from ui.view import View

COMPLAINT = "briefing-complaint"


def may_change(one: Briefing) -> bool:
    """Return whether the reader may change a briefing: their own, or anybody's with that right."""
    return permits.may("action", "edit_briefings") or (
        permits.may("action", "compose_briefing") and permits.reader().name == one.owner
    )


def add(view: View, wanted: Briefing) -> Briefing:
    permits.require("action", "compose_briefing")
    kept = briefings.add(reading.DATA, replace(wanted, owner=permits.reader().name))
    noting.note("began a briefing", kept.name, kept.version)
    return kept


def change(view: View, known: Briefing, wanted: Briefing):
    """Keep a changed briefing; raise BriefingRefused if somebody else was quicker."""
    if not may_change(known):
        permits.require("action", "edit_briefings")
    briefings.change(reading.DATA, known, wanted)
    noting.note("changed a briefing", wanted.name, wanted.version)


def remove(view: View, known: Briefing):
    if not may_change(known):
        permits.require("action", "edit_briefings")
    briefings.remove(reading.DATA, known)
    noting.note("removed a briefing", known.name, known.version)


def tried(step, **choice):
    """Return what a click does: a step, then what it changes in the address; a refusal is told."""

    def click():
        try:
            step()
        except BriefingRefused as refused:
            selection.tell_once(COMPLAINT, str(refused))
        else:
            selection.change(**choice)

    return click


def complaint():
    """Show why the last step was refused, once."""
    words = selection.told_once(COMPLAINT)
    if words:
        st.warning(words)
