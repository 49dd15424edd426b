"""Figures of a briefing as PNG and SVG, one by one or all in a ZIP."""

import io
import zipfile
from collections.abc import Callable, Iterator
from xml.etree import ElementTree

import typst

from ui import labels
from ui.slides import fonts, labels_paper, naming
from ui.slides.slide import Chart, Deck, MapPart, Part, Slide

Picture = Callable[[Part, Slide, Deck], str]  # gives a part of a slide as SVG
DRAWN = (Chart, MapPart)  # what is a figure; other parts are tables and words
LONGEST = 40  # letters of a headline in a file's name
BEGINNING = (1980, 1, 1, 0, 0, 0)  # the earliest moment a ZIP knows: the same files, the same bytes
PAGE = """#set page(width: {width}pt, height: {height}pt, margin: 0pt, fill: white)
#set text(font: "{family}")
#image("figure.svg", width: 100%)
"""
WIDEST, HIGHEST = 150, 118  # mm a figure may take on paper
POINTS = 72  # in an inch; a pixel of the SVG becomes a point of the page


def png(svg: str, scale: float = 2) -> bytes:
    """Return an SVG as PNG, `scale` dots a pixel. Raises FontMissing."""
    width, height = size(svg)
    page = PAGE.format(width=width, height=height, family=fonts.heading())
    files = {"main.typ": page.encode(), "figure.svg": svg.encode()}
    return typst.compile(files, format="png", ppi=POINTS * scale, font_paths=fonts.installed())


def size(svg: str) -> tuple[float, float]:
    """Return (width, height) of an SVG in its pixels."""
    root = ElementTree.fromstring(svg)
    if box := root.get("viewBox"):
        *_, width, height = (float(number) for number in box.replace(",", " ").split())
        return width, height
    return tuple(float(root.get(side).removesuffix("px")) for side in ("width", "height"))


def width_mm(svg: str) -> float:
    """Return how wide a figure stands on the page: as wide as it may, but never too high."""
    width, height = size(svg)
    return min(WIDEST, HIGHEST * width / height)


def figures(deck: Deck) -> Iterator[tuple[int, Slide, Part]]:
    """Yield (number, slide, part) of every figure: 图1 is the same one in every file."""
    drawn = [(slide, part) for slide in deck.slides for part in slide.parts]
    drawn = [(slide, part) for slide, part in drawn if isinstance(part, DRAWN)]
    for number, (slide, part) in enumerate(drawn, start=1):
        yield number, slide, part


def figures_zip(deck: Deck, picture: Picture, told=lambda done, of: None) -> bytes:
    """Return every figure as PNG and SVG, and a text that says what they show and whose."""
    found = list(figures(deck))
    lines = [deck.name, deck.period, f"{labels_paper.VERSION}{deck.version}", ""]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number, slide, part in found:
            called = naming.named(f"{labels_paper.FIGURE}{number} {title(slide, part)}", LONGEST)
            svg = picture(part, slide, deck)
            _put(archive, f"{called}.svg", svg.encode())
            _put(archive, f"{called}.png", png(svg))
            lines += [called, part.measure, slide.source, slide.as_of, slide.notice, ""]
            told(number, len(found))
        said = "\n".join([*lines, labels.DEMO_NOTE, deck.watermark])
        _put(archive, labels_paper.README, said.encode("utf-8-sig"))
    return out.getvalue()


def title(slide: Slide, part: Part) -> str:
    """Return what a part is called: the only one of a slide may leave that to the headline."""
    return part.title or slide.headline


def _put(archive, name, content):
    entry = zipfile.ZipInfo(name, BEGINNING)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    archive.writestr(entry, content)
