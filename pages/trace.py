"""One number, back to where it comes from: definition, files, SQL, version, its very rows."""

import streamlit as st

from ui import labels, panels, tracing
from ui.frame import require_frame

view = require_frame()
traced = tracing.number(view)
panels.head(
    view,
    traced.of.name_zh,
    labels.TRACE_NOTE,
    above=labels.TRACE,
    choices=("traced_indicator", "place", "at", "category"),
)
with st.container(key="trace"):
    tracing.show_number(view, traced)
    tracing.show_files(view, traced)
    tracing.show_sql(view, traced)
    tracing.show_revisions(view, traced)
    tracing.show_rows(view, traced)
