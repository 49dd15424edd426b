"""The overview: a handful of numbers, what needs attention, one indicator on the map."""

import streamlit as st

from ui import cards, draft_panel, frame, map_panel, notices, panels, picks, saved_views


def show(view):
    panels.head(view, choices=("period", "area", "compare"))
    noticed = notices.found(view)
    notices.strip(noticed)
    cards.board(view, "overview")

    options = picks.standardised(view)
    indicator = picks.on_map(view, "overview_map")
    with st.container(key="overview-columns"):
        attention, middle, right = st.columns([332, 560, 372], gap="large")
    with attention:
        notices.all_of(view, noticed)
    with middle:
        map_panel.show(view, indicator, "overview", options=options, column="middle")
    with right:
        panels.ranking_panel(view, indicator)
    draft_panel.overview(view)


view = frame.require_frame()
frame.part(view, show)
saved_views.on_overview(view)
