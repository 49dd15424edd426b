"""The text of a page, in a fold at its foot: to read, to copy, to take along."""

from html import escape

import streamlit as st

from ui import downloads, draft, drafting, labels, profile, told_html
from ui.draft import Draft
from ui.slides import docx_bulletin, sources
from ui.slides.slide import Deck, Slide, Text
from ui.view import View


def overview(view: View):
    _panel(view, lambda: drafting.overview(view))


def theme(view: View):
    _panel(view, lambda: drafting.theme(view))


def township(view: View):
    _panel(view, lambda: drafting.township(view, profile.township(view)))


def _panel(view, make):
    """Show the fold; nothing is read for a text nobody opened."""
    with st.expander(labels.DRAFT, key="draft", on_change="rerun") as fold:
        if not fold.open:
            return
        made = make()
        st.html(html(view, made))
        with st.container(key="draft-files", horizontal=True, vertical_alignment="center"):
            st.html(f'<button class="copy" data-copies=".draft">{labels.COPY_DRAFT}</button>')
            _files(view, made)


def html(view: View, made: Draft) -> str:
    """Return a draft as HTML, its numbers leading to where they come from."""
    parts = []
    for section in made.sections:
        said = "".join(f"<p>{told_html.html(view, words)}</p>" for words in section.paragraphs)
        parts.append(f"<h3>{escape(section.heading)}</h3>{said}")
    return f'<div class="draft"><h2>{escape(made.title)}</h2>{"".join(parts)}</div>'


def deck(view: View, made: Draft, watermark: str = "") -> Deck:
    """Return a draft as a deck whose bulletin is the text: a chapter for each section."""
    found = sources.of(view, _declared(view, made))
    slides = tuple(
        Slide(
            kind="text",
            section="",
            headline=section.heading,
            proposed=section.heading,
            parts=(Text("", "", paragraphs=tuple(map(str, section.paragraphs))),),
            as_of=found.as_of,
            source=found.source if section is made.sections[-1] else "",
            notice="",
            notes=found.notes,
            paragraph="",
            extracts=found.extracts,
        )
        for section in made.sections
    )
    county = view.declared.county.name_zh
    owner = f"{county}{labels.BOARD}"
    return Deck(made.title, county, "", owner, view.version.id, slides, {}, watermark)


def _files(view, made):
    extracts = {name for one in _declared(view, made) for name in one.extracts.split(",")}
    disclosure = downloads.strictest(view, sorted(extracts))

    def text(watermark):
        return draft.plain(made, watermark).encode("utf-8-sig")

    def document(watermark):
        return docx_bulletin.docx(deck(view, made, watermark))

    for ending, make in (("txt", text), ("docx", document)):
        name = f"{made.title}.{ending}"
        label = labels.DRAFT_FILES[ending]
        downloads.offer("draft", label, make, name, f"draft-{ending}", view.version.id, disclosure)


def _declared(view, made):
    said = dict.fromkeys(one.indicator for one in made.numbers)
    return [view.declared.indicators[one] for one in said]
