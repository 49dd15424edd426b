"""How judgements are made: the manual's chapter on methods."""

import streamlit as st

from ui import labels, methods, panels
from ui.frame import require_frame

view = require_frame()
panels.head(view, labels.METHODS, labels.METHODS_NOTE)
with st.container(key="methods"):
    methods.show()
