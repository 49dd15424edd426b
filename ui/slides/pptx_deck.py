"""A briefing as a deck that can be edited: native titles, charts, tables, maps, notes."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

from pptx.oxml.ns import qn

from ui.slides import labels_slides as labels
from ui.slides.pptx_cards import draw_cards, draw_text
from ui.slides.pptx_chart import draw_chart
from ui.slides.pptx_frame import framed, lay_out
from ui.slides.pptx_map import draw_map
from ui.slides.pptx_table import draw_table
from ui.slides.pptx_template import TemplateRefused, base_of
from ui.slides.pptx_text import set_fonts
from ui.slides.slide import Cards, Chart, Deck, MapPart, Slide, Table, Text

WRITERS = {
    Chart: draw_chart,
    MapPart: draw_map,
    Cards: draw_cards,
    Table: draw_table,
    Text: draw_text,
}
BETWEEN = 36  # points between two parts
EPOCH = (1980, 1, 1, 0, 0, 0)  # the first day a ZIP file knows

__all__ = ["TemplateRefused", "pptx"]


def pptx(deck: Deck, template: Path | None = None, told: Callable = lambda done, of: None) -> bytes:
    """Return a deck as PPTX, one slide for each of its own, in the bureau's template if it has one.

    `told` hears how many slides are done. Raises TemplateRefused.
    """
    base = base_of(template)
    if base.is_ours:
        lay_out(base)
    for number, slide in enumerate(deck.slides, start=1):
        add_slide(base, deck, slide)
        told(number, len(deck.slides))
    describe_file(base.presentation, deck)
    out = io.BytesIO()
    base.presentation.save(out)
    return undated(out.getvalue())


def add_slide(base, deck, slide):
    drawn, body = framed(base, deck, slide)
    boxes = body.columns(len(slide.parts), BETWEEN) if slide.parts else []
    for part, box in zip(slide.parts, boxes, strict=True):
        WRITERS[type(part)](drawn.shapes, part, box)
    drawn.notes_slide.notes_text_frame.text = "\n".join(notes_of(slide))
    own = base.is_ours
    for shape in drawn.shapes:
        if shape.is_placeholder and not own:
            continue  # a template's titles look as the template says
        set_fonts(shape._element)
        if shape.has_chart:
            set_fonts(shape.chart._chartSpace)
    set_fonts(drawn.notes_slide._element)


def notes_of(slide: Slide) -> list[str]:
    """Return what a presenter needs to answer questions: where each number comes from, in words."""
    told = [f"{what}：{words}" for what, words in slide.notes]
    for part in slide.parts:
        if isinstance(part, Text):  # a slide may have no room for all of it
            told += part.paragraphs
            told += [f"{one.shape}{one.headline}：{one.detail}" for one in part.notices]
    if slide.is_edited:
        told.append(labels.TITLE_IS_EDITED.format(slide.proposed))
    return [*told, *([slide.paragraph] if slide.paragraph else [])]


def describe_file(presentation, deck):
    properties = presentation.core_properties
    properties.title, properties.author = f"{deck.name}（{deck.period}）", deck.owner
    version = labels.VERSION.format(deck.version)
    properties.comments = "；".join(filter(None, (deck.watermark, version)))
    properties.subject, properties.last_modified_by = deck.county, deck.owner
    properties.keywords, properties.revision = "", 1
    root = properties._element
    for name in ("dcterms:created", "dcterms:modified"):
        for found in root.findall(qn(name)):
            root.remove(found)


def undated(packed: bytes) -> bytes:
    """Return a ZIP file without the hour it was packed: the same deck gives the same bytes."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(packed)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.infolist():
            new.writestr(
                zipfile.ZipInfo(entry.filename, EPOCH), old.read(entry), zipfile.ZIP_DEFLATED
            )
    return out.getvalue()
