"""A briefing as PDF for paper and archive: typst sets it, no browser and no network."""

import datetime
import json
from pathlib import Path

import typst

from ui import theme
from ui.slides import fonts, labels_paper
from ui.slides.bulletin import Bulletin, Figure, Tabular, bulletin
from ui.slides.closing import closing
from ui.slides.paper_figure import paper_figure
from ui.slides.pictures import Picture, width_mm
from ui.slides.slide import Deck

TEMPLATE = Path(__file__).with_name("bulletin.typ")
STANDARDS = ["a-2a", "ua-1"]  # archived, and read aloud
CONTENTS_FROM = 6  # chapters; of more there is a table of contents
WHOLE = 14  # rows up to which a table is not parted between pages


def pdf(
    deck: Deck,
    told=lambda done, of: None,
    picture: Picture = paper_figure,
    on: datetime.date | None = None,
) -> bytes:
    """Return a deck as PDF/A-2a, tagged; `on` is the day it is issued, today if none is given.

    Raises FontMissing on a machine without a Chinese font.
    """
    made = bulletin(deck)
    said = _said(made, deck, on or datetime.date.today())
    files = {"main.typ": TEMPLATE.read_bytes()}
    of = len(made.chapters) + 1
    for done, (chapter, words) in enumerate(zip(made.chapters, said["chapters"], strict=True), 1):
        for block, entry in zip(chapter.blocks, words["blocks"], strict=True):
            if isinstance(block, Figure):
                svg = picture(block.part, block.slide, deck)
                files[entry["file"]] = svg.encode()
                entry["width"] = width_mm(svg)
        told(done, of)
    files["bulletin.json"] = json.dumps(said).encode()
    done = typst.compile(files, format="pdf", font_paths=fonts.installed(), pdf_standards=STANDARDS)
    told(of, of)
    return done


def _said(made: Bulletin, deck, on):
    """Return all the template says, as plain data."""
    return {
        "title": made.title,
        "subtitle": made.subtitle,
        "opening": made.opening,
        "author": deck.owner,
        "keywords": [word for word in (deck.county, deck.period, deck.version) if word],
        "description": deck.watermark,
        "header": made.header,
        "has-contents": len(made.chapters) > CONTENTS_FROM,
        "fonts": {"heading": fonts.heading(), "body": [fonts.body(), fonts.heading()]},
        "colours": {"grey": theme.TEXT_2},
        "say": {
            "figure": labels_paper.FIGURE,
            "table": labels_paper.TABLE,
            "continued": labels_paper.CONTINUED,
            "contents": labels_paper.CONTENTS,
        },
        "chapters": [
            {"headline": one.headline, "blocks": [_block(block) for block in one.blocks]}
            for one in made.chapters
        ],
        "on": (on.year, on.month, on.day),
        "closing": closing(deck.owner, on),
    }


def _block(block):
    if isinstance(block, Figure):
        shown = {name: getattr(block, name) for name in ("kind", "number", "caption", "measure")}
        return shown | {"notes": block.notes, "alt": block.alt, "file": f"f{block.number}.svg"}
    if isinstance(block, Tabular):
        shown = {name: getattr(block, name) for name in ("kind", "number", "caption", "measure")}
        return shown | {"notes": block.notes, "pieces": [_piece(one) for one in block.pieces]}
    return vars(block)


def _piece(grid):
    rows = [
        [
            {"words": words, "fill": fill, "ink": theme.ink_on(fill)}
            for words, fill in zip(row, fills, strict=True)
        ]
        for row, fills in zip(grid.rows, grid.fills, strict=True)
    ]
    return {
        "heads": grid.heads,
        "rows": rows,
        "aligned": grid.aligned,
        "widths": grid.widths,
        "size": grid.size,
        "whole": len(rows) <= WHOLE,
    }
