"""An SVG read as a person sees it: where words stand, how large, in what colour, on what ground."""

import re
from dataclasses import dataclass
from functools import cache
from xml.etree import ElementTree

import shapely

from ui import theme
from ui.slides.svg_words import width

SVG = "{http://www.w3.org/2000/svg}"
MOVED = re.compile(r"translate\(([-\d.]+) ([-\d.]+)\)")
ENLARGED = re.compile(r"scale\(([\d.]+)\)")
PLACE = re.compile(r"([MLh])([-\d.e]+) ?([-\d.e]+)?")


@dataclass(frozen=True)
class Written:
    """One line of words: its box in pixels, its type size and colour."""

    words: str
    box: shapely.Polygon
    size: float
    colour: str
    ground: str


@cache
def read(svg: str) -> list[Written]:
    """Return all words of an SVG, with the colour of the last thing painted below each."""
    painted, found = [], []
    _walk(ElementTree.fromstring(svg), (0.0, 0.0, 1.0), painted, found)
    return found


def said(svg: str) -> list[str]:
    return [one.words for one in read(svg)]


def extent(svg: str) -> shapely.Polygon:
    box = [float(one) for one in ElementTree.fromstring(svg).get("viewBox").split()]
    return shapely.box(box[0], box[1], box[0] + box[2], box[1] + box[3])


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG counts it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def dark(colour: str) -> str:
    return theme.DARK.get(colour, colour)


def _luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _walk(node, at, painted, found):
    at = _moved(node, at)
    name = node.tag.removeprefix(SVG)
    if name == "text":
        found.append(_written(node, at, painted))
        return
    shape = _shape(name, node, at)
    if shape is not None and node.get("fill", "none") != "none":
        painted.append((shape, node.get("fill")))
    for child in node:
        _walk(child, at, painted, found)


def _moved(node, at):
    told = node.get("transform", "")
    x, y, scale = at
    if shift := MOVED.search(told):
        x, y = x + float(shift[1]) * scale, y + float(shift[2]) * scale
    if larger := ENLARGED.search(told):
        scale *= float(larger[1])
    return x, y, scale


def _shape(name, node, at):
    x, y, scale = at

    def number(key):
        return float(node.get(key, 0)) * scale

    if name == "rect":
        left, top = x + number("x"), y + number("y")
        return shapely.box(left, top, left + number("width"), top + number("height"))
    if name == "circle":
        return shapely.Point(x + number("cx"), y + number("cy")).buffer(number("r"))
    if name == "path" and "Z" in node.get("d", ""):
        rings = [
            [(x + float(a) * scale, y + float(b) * scale) for _, a, b in PLACE.findall(ring)]
            for ring in node.get("d").split("Z")
            if ring
        ]
        shapes = [shapely.Polygon(ring).buffer(0) for ring in rings if len(ring) > 2]
        return shapely.union_all(shapes)
    return None


def _written(node, at, painted):
    x, y, scale = at
    size = float(node.get("font-size"))
    bold = node.get("font-weight") == "700"
    pieces = [(node.text or "", size)]
    for child in node:
        pieces.append((child.text or "", float(child.get("font-size", size))))
        pieces.append((child.tail or "", size))
    words = "".join(text for text, _ in pieces)
    across = sum(width(text, each, bold) for text, each in pieces if text) * scale
    left = x + float(node.get("x")) * scale
    left -= {"middle": across / 2, "end": across}.get(node.get("text-anchor"), 0)
    base = y + float(node.get("y")) * scale
    box = shapely.box(left, base - 0.88 * size * scale, left + across, base + 0.12 * size * scale)
    under = [fill for shape, fill in painted if shape.covers(box.centroid)]
    ground = node.get("stroke") or (under or [theme.PAGE])[-1]
    smallest = min(each for text, each in pieces if text) * scale
    return Written(words, box, smallest, node.get("fill"), ground)
