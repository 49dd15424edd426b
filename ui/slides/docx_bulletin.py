"""A briefing as a Word document in the layout of an official one, without its red head."""

import datetime
import io

from docx.shared import Mm, Pt

from ui.slides import docx_styles as styles
from ui.slides import labels_paper as say
from ui.slides.bulletin import Figure, Remarks, Subhead, Tabular, Words, bulletin
from ui.slides.closing import closing
from ui.slides.docx_parts import add_field, indent, speakable
from ui.slides.docx_tables import table
from ui.slides.paper_figure import paper_figure
from ui.slides.pictures import Picture, png, size, width_mm
from ui.slides.slide import Deck

DOTS = 200  # an inch
INCH = 25.4
LAST = 2  # paragraphs that never leave the closing block alone on a page
CHARACTER = 320  # twips of one in 三号


def docx(
    deck: Deck,
    told=lambda done, of: None,
    picture: Picture = paper_figure,
    on: datetime.date | None = None,
) -> bytes:
    """Return a deck as DOCX; `on` is the day it is issued, today if none is given.

    Raises FontMissing where figures are to be drawn on a machine without a Chinese font.
    """
    made, on = bulletin(deck), on or datetime.date.today()
    document = styles.blank()
    styles.number_pages(document, made.header)
    _describe(document, made, deck, on)
    document.add_paragraph(speakable(made.title), "Title")
    if made.subtitle:
        document.add_paragraph(speakable(made.subtitle), styles.SUBTITLE)
    for words in made.opening:
        document.add_paragraph(speakable(words), "Body Text")
    for done, chapter in enumerate(made.chapters, start=1):
        document.add_paragraph(speakable(chapter.headline), "Heading 1")
        for block in chapter.blocks:
            WRITERS[type(block)](document, block, deck, picture)
        told(done, len(made.chapters))
    _close(document, deck, on)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _describe(document, made, deck, on):
    about = document.core_properties
    about.title, about.author, about.language = (
        speakable(made.title),
        speakable(deck.owner),
        "zh-CN",
    )
    about.keywords = "；".join((deck.county, deck.period, deck.version))
    about.comments = speakable(deck.watermark)
    about.created = about.modified = datetime.datetime.combine(on, datetime.time())


def _words(document, block, deck, picture):
    paragraph = document.add_paragraph(style="Body Text")
    if block.lead:
        paragraph.add_run(speakable(block.lead)).bold = True
    paragraph.add_run(speakable(block.text))


def _subhead(document, block, deck, picture):
    document.add_paragraph(speakable(block.text), "Heading 2")


def _figure(document, block, deck, picture):
    svg = picture(block.part, block.slide, deck)
    wide = width_mm(svg)
    image = png(svg, DOTS * wide / INCH / size(svg)[0])
    paragraph = document.add_paragraph(style="Caption")
    inline = paragraph.add_run().add_picture(io.BytesIO(image), width=Mm(wide))._inline
    inline.docPr.set("descr", speakable(block.alt))
    inline.docPr.set("title", speakable(block.caption))
    below = _caption(document, say.FIGURE, block)
    below.paragraph_format.space_before = Pt(0)
    _notes(document, block.notes)


def _tabular(document, block, deck, picture):
    style = document.styles[styles.CELL].style_id
    for place, grid in enumerate(block.pieces):
        caption = _caption(document, say.TABLE, block, is_again=place > 0)
        has_notes = bool(block.notes) and grid is block.pieces[-1]
        caption_words = speakable(block.caption)
        document.element.body.insert_element_before(
            table(grid, caption_words, style, has_notes), "w:sectPr"
        )
        caption.paragraph_format.keep_with_next = True
    _notes(document, block.notes)


def _caption(document, kind, block, is_again=False):
    """Add “图1  words”, its number a field; a table's continuation repeats the number."""
    paragraph = document.add_paragraph(kind, "Caption")
    again = "\\c " if is_again else ""
    add_field(paragraph, f"SEQ {kind} {again}\\* ARABIC", str(block.number))
    paragraph.add_run("　" + speakable(block.caption) + (say.CONTINUED if is_again else ""))
    if block.measure:
        paragraph.paragraph_format.space_after = Pt(0)
        measure = document.add_paragraph(speakable(block.measure), styles.NOTE)
        measure.alignment = styles.TO.CENTER
        measure.paragraph_format.keep_with_next = True
    return paragraph


def _remarks(document, block, deck, picture):
    _notes(document, block.lines)


def _notes(document, lines):
    """Add the small lines below a figure or table; they stay together, and leave some air."""
    for place, words in enumerate(lines):
        paragraph = document.add_paragraph(speakable(words), styles.NOTE)
        paragraph.paragraph_format.keep_with_next = place < len(lines) - 1
    if lines:
        paragraph.paragraph_format.space_after = Pt(12)


def _close(document, deck, on):
    """Add who issues it and when; some of the text stays with them on the last page."""
    for paragraph in document.paragraphs[-LAST:]:
        paragraph.paragraph_format.keep_with_next = True
    for line, (words, away) in enumerate(closing(deck.owner, on)):
        paragraph = document.add_paragraph(speakable(words), styles.CLOSING)
        sides = {"rightChars": round(100 * away), "right": round(CHARACTER * away)}
        indent(paragraph, **sides)
        paragraph.paragraph_format.space_before = Pt(0 if line else 2 * styles.LINE)
        paragraph.paragraph_format.keep_with_next = not line


WRITERS = {
    Words: _words,
    Subhead: _subhead,
    Figure: _figure,
    Tabular: _tabular,
    Remarks: _remarks,
}
