"""The entry point: `streamlit run dashboard.py` imports it to serve, and runs it for each reader."""

import streamlit as st
from streamlit import runtime

from ui import frame, serving

if runtime.exists():
    frame.run()
else:
    app = st.App(__file__, **serving.options())
