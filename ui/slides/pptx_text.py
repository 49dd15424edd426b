"""Words on a slide: boxes measured in points, type that fits them, one font for every script."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Pt

from ui import theme
from ui.chart_parts import text_width
from ui.slides.box import Box
from ui.slides.labels_slides import DECK_FONT
from ui.slides.svg_words import whole

LEADING = 1.3  # of the type size, said exactly: the font stands as high on every machine
SLACK = 1.1  # another machine's font is wider, and some set 汉字 and figures apart
SMALLEST = 12  # points: 24 pixels of a projector's 1080
SIDES = {"left": PP_ALIGN.LEFT, "centre": PP_ALIGN.CENTER, "right": PP_ALIGN.RIGHT}
ANCHORS = {"top": MSO_ANCHOR.TOP, "middle": MSO_ANCHOR.MIDDLE, "bottom": MSO_ANCHOR.BOTTOM}
RUNS = tuple(qn(f"a:{name}") for name in ("rPr", "defRPr", "endParaRPr"))
BEFORE_FONTS = tuple(
    qn(f"a:{name}")
    for name in (
        *("ln", "noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill"),
        *("effectLst", "effectDag", "highlight", "uLnTx", "uLn", "uFillTx", "uFill"),
    )
)


def emu(box: Box) -> tuple[int, int, int, int]:
    """Return left, top, width and height as python-pptx takes them, of a box in points."""
    left, top = Pt(box.x), Pt(box.y)
    return left, top, Pt(box.right) - left, Pt(box.bottom) - top


@dataclass(frozen=True)
class Words:
    """A paragraph of one look."""

    text: str
    size: float = 14
    colour: str = theme.INK
    bold: bool = False
    space: float = 0  # points over it

    def height(self, width: float) -> float:
        return self.space + lines_of(self.text, self.size, width) * self.size * LEADING


def lines_of(text: str, size: float, width: float) -> int:
    """Return on how many lines words print in a box so many points wide, rather one too many."""
    return sum(math.ceil(text_width(line, size) * SLACK / width) or 1 for line in text.split("\n"))


def fitted(text: str, sizes: Iterable[float], width: float, height: float) -> float:
    """Return the largest of these sizes (falling) at which words fit, else the last."""
    size = SMALLEST
    for size in sizes:
        if lines_of(text, size, width) * size * LEADING <= height + 0.1:
            return size
    return size


def clipped(text: str, size: float, width: float, lines: int = 1) -> str:
    """Return words cut to so many lines, with … where some are lost."""
    if lines_of(text, size, width) <= lines:
        return text
    while text and lines_of(text + "…", size, width) > lines:
        text = text[:-1]
    return whole(text) + "…"


def write(shapes, box: Box, paragraphs, side="left", anchor="top", name="", wrap=True):
    """Put paragraphs (Words, or a list of Words that share a line) into a text box; return it."""
    shape = shapes.add_textbox(*emu(box))
    if name:
        shape.name = name
    fill_frame(shape.text_frame, paragraphs, side, anchor, wrap)
    return shape


def fill_frame(frame, paragraphs, side="left", anchor="top", wrap=True):
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.word_wrap, frame.vertical_anchor = wrap, ANCHORS[anchor]
    for n, line in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if n == 0 else frame.add_paragraph()
        runs = [line] if isinstance(line, Words) else line
        paragraph.alignment = SIDES[side]
        paragraph.line_spacing = Pt(round(max(run.size for run in runs) * LEADING, 1))
        paragraph.space_before = Pt(runs[0].space if n else 0)
        for words in runs:
            if words.text:
                add_run(paragraph, words)
        # an empty paragraph is as high as the type its end is said to have
        paragraph._p.get_or_add_endParaRPr().set("sz", str(round(runs[-1].size * 100)))


def add_run(paragraph, words: Words):
    run = paragraph.add_run()
    run.text = words.text
    run.font.size, run.font.bold = Pt(words.size), words.bold
    run.font.color.rgb = colour(words.colour)
    return run


def colour(code: str) -> RGBColor:
    return RGBColor.from_string(code.removeprefix("#"))


def set_fonts(root):
    """Name our font for Latin and for East Asian letters wherever an element says how type looks.

    python-pptx sets the Latin one only, and 汉字 would fall back to the machine's.
    """
    for run in root.iter(qn("a:r")):
        run.get_or_add_rPr()
    for properties in root.iter(*RUNS):
        for old in [child for child in properties if child.tag in map(qn, ("a:latin", "a:ea"))]:
            properties.remove(old)
        place = sum(child.tag in BEFORE_FONTS for child in properties)
        for name in ("ea", "latin"):
            font = properties.makeelement(qn(f"a:{name}"), {"typeface": DECK_FONT})
            properties.insert(place, font)
        if properties.tag != qn("a:defRPr"):
            properties.set("lang", "zh-CN")
            properties.attrib.pop("altLang", None)


def describe(shape, words: str):
    """Say in words what a shape shows, for those who hear a deck read out."""
    properties = shape._element.xpath(".//p:cNvPr")[0]
    properties.set("descr", words)
