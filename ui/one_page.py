"""A township's page of A4 leaves the board: made in the page, fetched like every file."""

import streamlit as st

from ui import (
    chrome,
    downloads,
    handing_out,
    labels,
    map_panel,
    noting,
    permits,
    profile,
)
from ui import labels_briefing as words
from ui.slides import one_page, one_page_pdf
from ui.slides.fonts import FontMissing
from ui.view import View

MEDIA = "application/pdf"


def offer(view: View, area):
    """Show the button for the page if the reader may take it along; make it when it is pressed."""
    if permits.may("export", "one_page") and st.button(labels.ONE_PAGE, key="one-page"):
        _take(view, area)


def _take(view, area):
    """Make the file; nothing is handed out of one that fails, or that cannot be noted."""
    permits.require("export", "one_page")
    try:
        with st.spinner(words.MAKING.format(labels.ONE_PAGE)):
            content = made(view, area)
    except FontMissing as refused:
        st.error(words.failed(labels.ONE_PAGE, refused))
        return
    name = labels.ONE_PAGE_FILE.format(area.name_zh, view.period)
    noting.note("exported", name, view.version.id)
    address = handing_out.file(content, MEDIA, name)
    st.html(chrome.made(address, words.FETCHING.format(labels.ONE_PAGE)))


def made(view: View, area) -> bytes:
    """Return the page of a township for the reader who asks. Raises FontMissing."""
    page = one_page.made(view, area, profile.facts(view, area))
    disclosure = downloads.strictest(view, page.extracts)
    watermark = downloads.watermark(permits.reader(), disclosure, view.version.id)
    return one_page_pdf.pdf(page, map_panel.located_svg(view, area), watermark)
