"""A theme: its cards, one indicator on the map and through time, ranking, its own figures."""

import streamlit as st

from ui import cards, draft_panel, frame, map_panel, panels, picks


def show(view):
    theme = view.declared.themes[view.place]
    panels.head(view, theme.name_zh, theme.question_zh, choices=("period", "area", "compare"))
    cards.board(view, theme.theme)

    options = picks.of_theme(view, theme.theme)
    indicator = picks.shown(view, options, theme.theme)
    figures = picks.figures(view, theme.theme)
    odd = figures[: len(figures) % 2]  # a figure without a neighbour stands below the trend
    with st.container(key="map-columns"):
        left, right = st.columns([560, 752], gap="large")
    with left:
        layer = picks.layer(view, theme.theme, indicator)
        map_panel.show(view, indicator, theme.theme, layer, options)
    with right:
        panels.trend_panel(view, indicator, theme.theme)
    with left if odd else right:
        panels.ranking_panel(view, indicator)
    with right:
        for figure in odd:
            panels.figure_panel(view, figure, "wide")
    panels.figures(view, figures[len(odd) :])
    draft_panel.theme(view)


frame.part(frame.require_frame(), show)
