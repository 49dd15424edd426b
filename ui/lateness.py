"""What is said on every page when an extract is late by its own schedule."""

import streamlit as st

from ui import chrome, labels, links, wording_quality
from ui.view import View

QUALITY = "quality"


def banner(view: View):
    """Show one quiet line naming what is late and since when; nothing while all is here."""
    late = view.read("late_extracts", today=view.today.isoformat())
    if late.empty:
        return
    with st.container(key="late", horizontal=True, vertical_alignment="center"):
        st.html(f'<div class="late-words">▲ {chrome.unbroken(wording_quality.late(late))}</div>')
        if view.place != QUALITY:
            links.to(view, QUALITY, labels.SEE_QUALITY)
