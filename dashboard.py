"""The entry point: `streamlit run` imports it to serve, and runs it again for every reader."""

import streamlit as st
from streamlit import runtime

from ui import frame, serving

if runtime.exists():
    frame.run()
else:
    app = st.App(__file__, **serving.options())
