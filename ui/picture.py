"""Charts and maps as a page shows them: a picture, and over it what answers to mouse and keys.

The server draws them as SVG. A picture stands there as soon as its numbers do, without a script of
megabytes to load, to start and to draw again with every step; a page cannot take SVG itself (it is
stripped as HTML comes in), so the picture is an <img>, and what is pointed at lies over it, in
shares of its size: it still fits when the picture is squeezed.
"""

from html import escape

import numpy as np
import shapely
from shapely.affinity import translate

from ui.map_drawing import Drawing
from ui.map_facilities import DIAMOND, RADIUS
from ui.picture_tips import Tip, tips
from ui.slides.svg_chart import plotted
from ui.slides.svg_map import map_svg
from ui.slides.svg_parts import document

SMALLEST = 11  # px of type on a map, as ui/map_labels.py has it
CORNERS = 0.6  # px a township's border may be moved where only the mouse feels it
FINGER = 10  # px around a place that answer for it
# What a data URI may not hold as it stands, and what an attribute may not.
URI = str.maketrans({letter: f"%{ord(letter):02X}" for letter in '%#<>"&\n'})


def chart(figure, width: int, words: str) -> str:
    """Return a chart of the board's own drawing (ui.chart_parts.Drawing) so many pixels wide.

    `words` say what it shows to those who cannot see it; its table stands beside it.
    """
    height = figure.layout.height
    svg, plot, told = plotted(figure, width, height)
    over = "".join(_strip(tip, width, height) for tip in tips(told, plot))
    return _picture(svg, width, height, words, over)


def map_(drawing: Drawing, width: int, words: str, address, told=()) -> str:
    """Return a map so many pixels wide; `address` gives, for a township's code, what a click on it
    opens, or "" where it opens nothing. `told` are further places (ui.map_facilities.Facility) that
    are drawn otherwise and say what they are like the others.
    """
    height = drawing.frame.height
    right = (width - drawing.frame.width) / 2  # a wider picture shows more land on either side
    places = [_place(area, right, width, height, address) for area in drawing.areas]
    shown = (*told, *drawing.facilities)
    places += [_spot(place, right, width, height, address) for place in shown]
    svg = map_svg(drawing, width, height, smallest=SMALLEST, edge=None)
    return _picture(svg, width, height, words, "".join(places))


def _picture(svg, width, height, words, over):
    content = document(width, height, svg).translate(URI)
    return (
        f'<div class="picture"><img width="{width}" height="{height}" alt="{escape(words)}" '
        f'src="data:image/svg+xml,{content}">{over}</div>'
    )


def _strip(tip: Tip, width, height):
    """Return the part of a chart that tells a tip, at its left or, near the right edge, right."""
    box = _box(tip.left, tip.top, tip.right, tip.bottom, width, height)
    side = " tip-left" if tip.left + tip.right > width else ""
    kind = " tip-line" if tip.is_strip else ""
    return f'<i class="tip{side}{kind}" style="{box}" data-tip="{escape(tip.words)}"></i>'


def _place(area, right, width, height, address):
    """Return a township as a link in its own shape, followed by what it tells."""
    shape = translate(area.polygon, right).simplify(CORNERS)
    west, north, east, south = shape.bounds
    whole = max(shapely.get_parts(shape), key=lambda part: part.area)
    corners = shapely.get_coordinates(whole.exterior)[:-1]
    inside = (corners - (west, north)) / (east - west, south - north)
    outline = ",".join(f"{x:.1f}% {y:.1f}%" for x, y in (100 * inside).tolist())
    style = f"{_box(west, north, east, south, width, height)};clip-path:polygon({outline})"
    middle = ((west + east) / 2, (north + south) / 2)
    told = (area.name_zh, area.tip_value, area.tip_note)
    return _link(told, address(area.ref_area), style) + _told(told, middle, width, height)


def _spot(place, right, width, height, address):
    reach = max(FINGER, DIAMOND if place.state == "missing" else RADIUS)
    x, y = place.x + right, place.y
    style = f"{_box(x - reach, y - reach, x + reach, y + reach, width, height)};border-radius:50%"
    told = (place.name_zh, place.detail_zh)
    return _link(told, address(place.ref_area), style) + _told(told, (x, y), width, height)


def _link(told, address, style):
    words = escape("，".join(filter(None, told)))
    if not address:
        return f'<i class="place" style="{style}"></i>'
    return (
        f'<a class="within place" target="_self" href="{escape(address)}" aria-label="{words}" '
        f'style="{style}"></a>'
    )


def _told(told, at, width, height):
    """Return a tip that comes up beside a place, on the side that has more room."""
    name, *rest = filter(None, told)
    x, y = np.divide(at, (width, height)) * 100
    words = f"<b>{escape(name)}</b>" + "".join(f"<br>{escape(one)}" for one in rest)
    side = " told-left" if x > 50 else ""
    return f'<span class="told{side}" style="left:{x:.1f}%;top:{y:.1f}%">{words}</span>'


def _box(left, top, right, bottom, width, height):
    return (
        f"left:{left / width:.2%};top:{top / height:.2%};"
        f"width:{(right - left) / width:.2%};height:{(bottom - top) / height:.2%}"
    )
