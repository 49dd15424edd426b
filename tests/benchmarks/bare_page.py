"""The floor of bench_readers: a page with one filter and one line, of Streamlit alone."""

import streamlit as st
from starlette.responses import PlainTextResponse
from starlette.routing import Route

if st.runtime.exists():
    picked = st.selectbox("filter", [str(n) for n in range(68)], key="choice-period")
    st.html(f"<p>{picked}</p><div data-page-ready></div>")
else:
    app = st.App(__file__, routes=[Route("/healthz", lambda request: PlainTextResponse("ok"))])
