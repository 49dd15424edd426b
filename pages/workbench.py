"""The SQL workbench: an analyst's own SELECT over what a version publishes, and its rows."""

import streamlit as st

from ui import labels_workbench, panels, workbench, workbench_schema
from ui.frame import require_frame

view = require_frame()
panels.head(view, labels_workbench.WORKBENCH, labels_workbench.WORKBENCH_NOTE)
if workbench.is_ready(view):
    with st.container(key="workbench"):
        main, aside = st.columns([7, 4], gap="large")
        with aside:
            ran = workbench_schema.show(view)
        with main:
            asked = workbench.editor(view)
            workbench.answer(view, asked)
        with ran:
            workbench_schema.history(view)
