"""Where words go on a map: inside their own area, clear of one another, or nowhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
import shapely
from shapely.affinity import translate

from ui import theme
from ui.map_patterns import dots

LINE = 1.28  # line height, in type sizes
STEP = 5.0  # pixels between the places tried where dots are dense
DETAIL = 1.0  # pixels; an official boundary has more corners than a label can feel


@dataclass(frozen=True)
class Line:
    text: str
    size: float
    colour: str = theme.INK
    bold: bool = False
    italic: bool = False
    halo: str | None = None
    plate: str | None = None  # what lies below the words fades into this colour


@dataclass(frozen=True)
class Word:
    """One line of text, centred on a pixel."""

    x: float
    y: float
    line: Line


def line_width(line: Line) -> float:
    """Return about how wide a line prints: Chinese is square, figures are a little over half."""
    em = sum(1.0 if ord(sign) > 0x2E7F or sign == "○" else 0.58 for sign in line.text)
    return em * line.size * (1.04 if line.bold else 1.0)


def block_size(lines: Sequence[Line]) -> tuple[float, float]:
    return max(line_width(line) for line in lines), sum(line.size * LINE for line in lines)


def block_words(lines: Sequence[Line], centre) -> list[Word]:
    """Return the lines one below the other around a centre."""
    x, y = centre
    top = y - block_size(lines)[1] / 2
    words = []
    for line in lines:
        words.append(Word(x, top + line.size * LINE / 2, line))
        top += line.size * LINE
    return words


def block_box(lines: Sequence[Line], centre, margin=0.0):
    return box_around(centre, block_size(lines), margin)


def box_around(centre, size, margin=0.0):
    x, y = centre
    half_width, half_height = size[0] / 2 + margin, size[1] / 2 + margin
    return shapely.box(x - half_width, y - half_height, x + half_width, y + half_height)


def centre_for(polygon, boxes, taken=(), shun=(), squeeze=1.0):
    """Return the (x, y) from which boxes sit best in a polygon, or None.

    Each box is (right, down, width, height) of its own middle against that point. None touches a
    box in `taken`; they keep off those in `shun` where there is room to. Squeezed, so much of each
    is enough to lie inside.
    """
    polygon = polygon.simplify(DETAIL)
    room = shapely.intersection_all([eroded(polygon, box, squeeze) for box in boxes])
    room = swept_away(room, boxes, taken)
    free = swept_away(room, boxes, shun)
    if not free.is_empty:
        return deepest(free)
    return None if room.is_empty else least_hiding(room, boxes, shun)


@lru_cache(maxsize=2048)  # most indicators write labels of the same few sizes
def eroded(polygon, box, squeeze):
    """Return from where a box lies inside the polygon."""
    right, down, *size = box
    corners = np.array(size) * squeeze / 2 * np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]])
    swept = [
        np.concatenate([start + corners, end + corners])
        for part in shapely.get_parts(polygon)
        for ring in (part.exterior, *part.interiors)
        for start, end in pairwise(shapely.get_coordinates(ring))
    ]
    hulls = shapely.convex_hull(shapely.multipoints(np.array(swept)))
    return translate(polygon.difference(shapely.union_all(hulls)), -right, -down)


def swept_away(room, boxes, others):
    """Return the room without the places from which a box would touch one of the others."""
    if not len(others) or room.is_empty:
        return room
    grown = np.array([[-1, -1, 1, 1]]) / 2
    barred = np.concatenate(
        [
            shapely.bounds(others) + grown * [*size, *size] - [right, down, right, down]
            for right, down, *size in boxes
        ]
    )
    west, south, east, north = room.bounds
    near = barred[
        (barred[:, 0] < east)
        & (barred[:, 1] < north)
        & (barred[:, 2] > west)
        & (barred[:, 3] > south)
    ]  # of hundreds of places a township has a few
    return room.difference(shapely.union_all(shapely.box(*near.T))) if len(near) else room


def least_hiding(room, boxes, shun):
    """Return the point of the room from which boxes cover the fewest of those to be shunned."""
    places = [*dots(room, STEP).tolist(), deepest(room)]
    hidden = shapely.STRtree(list(shun)).query(
        [box_around((x + box[0], y + box[1]), box[2:]) for x, y in places for box in boxes]
    )[0]
    counts = np.bincount(hidden // len(boxes), minlength=len(places))
    return places[int(counts.argmin())]


def deepest(room):
    """Return the point of the room farthest from its sides, or its middle if it is but a line."""
    parts = [part for part in shapely.get_parts(room) if part.area > 0]
    if not parts:
        return shapely.get_coordinates(room.centroid)[0].tolist()
    largest = max(parts, key=lambda part: part.area)
    circle = shapely.maximum_inscribed_circle(largest, tolerance=0.5)
    return shapely.get_coordinates(circle)[0].tolist()
