"""What leaves the desk: the deck on the screen, and every file a briefing becomes."""

from dataclasses import replace
from pathlib import Path

import streamlit as st

from queries.briefings import Briefing
from ui import chrome, downloads, handing_out, noting, permits, reading
from ui import labels_briefing as words
from ui.slides import (
    docx_bulletin,
    html_deck,
    pdf_bulletin,
    pictures,
    pptx_deck,
    svg_slide,
    xlsx_book,
)
from ui.slides.fonts import FontMissing
from ui.slides.pptx_template import TemplateRefused
from ui.slides.slide import Deck
from ui.view import View

TEMPLATE = Path("templates") / "briefing.pptx"  # the bureau's own, in the data folder
MEDIA = {
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
    "html": "text/html",
    "zip": "application/zip",
    "png": "image/png",
    "svg": "image/svg+xml",
}
WRITERS = {
    "pptx": lambda deck, told: pptx_deck.pptx(deck, reading.DATA / TEMPLATE, told),
    "docx": lambda deck, told: docx_bulletin.docx(deck, told),
    "pdf": lambda deck, told: pdf_bulletin.pdf(deck, told),
    "xlsx": lambda deck, told: xlsx_book.xlsx(deck, told),
    "html": lambda deck, told: html_deck.html(deck),
    "zip": lambda deck, told: pictures.figures_zip(deck, svg_slide.picture_svg, told),
}


def bar(view: View, one: Briefing, deck: Deck):
    """Show the button that presents and one for each file; each is one click."""
    with st.container(key="briefing-bar", horizontal=True, vertical_alignment="center"):
        present = st.button(words.PRESENT, key="present", type="primary")
        asked = None
        if permits.may("export", "briefing"):
            for kind, (label, _) in words.FILES.items():
                if st.button(label, key=f"take-{kind}"):
                    asked = kind
    if present:
        _present(view, one, deck)
    elif asked:
        _take(view, one, deck, asked)


def pictures_of(view: View, one: Briefing, deck: Deck, place: int):
    """Show the buttons by which the figures of a slide leave as pictures."""
    if not permits.may("export", "briefing"):
        return
    slide = deck.slides[place]
    drawn = [part for part in slide.parts if isinstance(part, pictures.DRAWN)]
    with st.container(key="slide-pictures", horizontal=True, vertical_alignment="center"):
        for n, part in enumerate(drawn):
            for ending in ("png", "svg"):
                label = words.picture(n + 1 if len(drawn) > 1 else 0, ending)
                if st.button(label, key=f"picture-{n}-{ending}"):
                    _hand_picture(view, one, deck, slide, part, ending)


def _hand_picture(view, one, deck, slide, part, ending):
    permits.require("export", "briefing")
    drawn = svg_slide.picture_svg(part, slide, marked(view, deck))
    called = f"{one.name}_{pictures.title(slide, part)}"
    try:
        content = pictures.png(drawn) if ending == "png" else drawn.encode()
    except FontMissing as refused:
        st.error(words.failed(called, refused))
        return
    name = f"{called}.{ending}"
    noting.note("exported", name, deck.version)
    st.html(chrome.made(handing_out.file(content, MEDIA[ending], name)))


def marked(view: View, deck: Deck) -> Deck:
    """Return the deck with what its files say of themselves."""
    extracts = {name for slide in deck.slides for name in slide.extracts}
    disclosure = downloads.strictest(view, sorted(extracts))
    watermark = downloads.watermark(permits.reader(), disclosure, deck.version)
    return replace(deck, watermark=watermark)


def _present(view, one, deck):
    permits.require("page", "briefing")
    noting.note("presented", one.name, deck.version)
    st.html(chrome.made(handing_out.deck(html_deck.html(marked(view, deck)))))


def _take(view, one, deck, kind):
    """Make a file while the reader sees how far it is; nothing is kept of one that fails."""
    label, ending = words.FILES[kind]
    permits.require("export", "briefing")
    making = words.MAKING.format(label)
    shown = st.progress(0.0, making)
    try:
        content = WRITERS[kind](
            marked(view, deck), lambda done, of: shown.progress(done / max(of, 1), making)
        )
    except (FontMissing, TemplateRefused) as refused:
        shown.empty()
        st.error(words.failed(label, refused))
        return
    name = f"{one.name}.{ending}"
    noting.note("exported", name, deck.version)
    shown.empty()
    address = handing_out.file(content, MEDIA[ending], name)
    st.html(chrome.made(address, words.FETCHING.format(label)))
