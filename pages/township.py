"""A township's profile: every indicator against the county and the other townships."""

import streamlit as st

from ui import draft_panel, one_page, panels, profile
from ui.frame import require_frame

view = require_frame()
township = profile.township(view)
facts = profile.facts(view, township)
panels.head(view, township.name_zh, *facts, above="镇街道画像", choices=("township", "period"))
with st.container(key="profile-columns"):
    left, right = st.columns([320, 980], gap="large")
with left:
    profile.map_of(view, township)
    one_page.offer(view, township)
    profile.ends(view, township)
    profile.peers(view, township)
with right:
    profile.strips(view, township)
draft_panel.township(view)
