"""Any indicator: where it stands, map, trend, ranking, breakdown, and where it comes from."""

import streamlit as st

from ui import cards, labels, links, map_panel, panels, picks
from ui.frame import require_frame

view = require_frame()
indicator = picks.any_of(view)
panels.head(
    view,
    indicator.name_zh,
    indicator.definition_zh,
    above=indicator.theme_zh,
    choices=("indicator", "area", "period", "compare"),
)
cards.standing(view, indicator)

with st.container(key="map-columns"):
    left, right = st.columns([560, 752], gap="large")
with left:
    map_panel.show(view, indicator, "indicator")
    panels.category_panel(view, indicator)
    panels.funnel_panel(view, indicator)
    with st.container(key="against"):
        links.to(view, "compare", labels.AGAINST_ANOTHER, x=indicator.id)
with right:
    panels.trend_panel(view, indicator, "indicator")
    panels.ranking_panel(view, indicator)
panels.definition_panel(view, indicator)
links.to(view, "explore", labels.ASK_FREELY, indicator=indicator.id)
