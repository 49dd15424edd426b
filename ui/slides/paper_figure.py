"""A figure for paper: without the title, source and marks that stand in words around it."""

from dataclasses import replace

from ui.slides.box import Box
from ui.slides.slide import Chart, Deck, Part, Slide
from ui.slides.svg_parts import document
from ui.slides.svg_slide import BODIES, CHART_PIXELS, ENLARGED

WIDE = 1200  # px; 24 px of them are 8.5 points on paper
MARGIN = 8
MAP_HIGH = 0.68  # of its width


def paper_figure(part: Part, slide: Slide, deck: Deck) -> str:
    """Return a chart or map as SVG, of its own height."""
    if isinstance(part, Chart):
        part = replace(part, note="")  # it stands below, as words
        high = ENLARGED * max(part.figure.layout.height or 0, CHART_PIXELS[2][1])
    else:
        high = MAP_HIGH * WIDE
    body = BODIES[type(part)](part, Box(MARGIN, MARGIN, WIDE, high))
    return document(WIDE + 2 * MARGIN, high + 2 * MARGIN, body)
