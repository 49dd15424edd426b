"""A theme: its cards, one indicator on the map and through time, ranking, its own figures."""

import streamlit as st

from ui import cards, controls, map_panel, panels, picks
from ui.frame import require_frame

view = require_frame()
theme = view.declared.themes[view.place]
panels.head(view, theme.name_zh, theme.question_zh, choices=("period", "area", "compare"))
cards.board(view, theme.theme)

options = picks.of_theme(view, theme.theme)
indicator = picks.shown(view, options, theme.theme)
controls.indicator(view, "theme-indicator", indicator.id, options)
left, right = st.columns([560, 752], gap="large")
with left:
    map_panel.show(view, indicator, theme.theme, picks.layer(view, theme.theme, indicator))
with right:
    panels.trend_panel(view, indicator, theme.theme)
    panels.ranking_panel(view, indicator)
panels.figures(view, picks.figures(view, theme.theme))
