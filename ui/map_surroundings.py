"""What lies around the county: land, borders, the neighbours' names, the water, a scale bar."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import shapely

from ui import theme
from ui.map_frame import Frame
from ui.map_labels import Line, Word, block_size, block_words, box_around, centre_for
from ui.map_patterns import rings

DETAIL = 0.7  # pixels
BEYOND = 2  # how many windows further the land is drawn, for a page wider than was foreseen
CLEAR = 8  # pixels between the county and a word outside it
CORNER = 16  # from the edges to the scale bar
SHORTEST_BAR = 30


@dataclass(frozen=True)
class Surroundings:
    land: list[shapely.Polygon]
    borders: list[np.ndarray]
    scale_bar: list[np.ndarray]
    words: list[Word]


@lru_cache(maxsize=16)  # the same for every indicator
def surroundings(geography, frame: Frame) -> Surroundings:
    outline = frame.project(geography.outline)
    beyond = frame.box.buffer(BEYOND * frame.width, join_style="mitre")
    land = frame.project(geography.land).intersection(beyond).simplify(DETAIL)
    places = [(place.name_zh, frame.project(place.polygon)) for place in geography.neighbours]
    coast = [ring for ring in rings(land) if shapely.Polygon(ring).area > CLEAR**2]
    lines = shapely.union_all([*coast, *(polygon.boundary for _, polygon in places)])
    bar, bar_word = scale_bar(frame)
    inside = frame.box.buffer(-CLEAR).difference(outline.buffer(CLEAR))
    names = [
        (polygon.intersection(inside), Line(name, 13, theme.LAND_TEXT)) for name, polygon in places
    ]
    sea = inside.difference(land)
    names += [
        (sea, Line(" ".join(name), 14, theme.SEA_TEXT, italic=True)) for name in geography.waters
    ]
    return Surroundings(
        land=[shapely.Polygon(ring) for ring in coast],
        borders=paths(
            lines.simplify(DETAIL).intersection(beyond).difference(outline.buffer(CLEAR / 2))
        ),
        scale_bar=[bar],
        words=[bar_word, *names_outside(names, around_bar(bar))],
    )


def names_outside(names, taken):
    """Return the words of those places that have room for their name in the window."""
    words = []
    for room, line in names:
        centre = centre_for(room, [(0, 0, *block_size([line]))], [taken]) if room.area else None
        if centre is not None:
            words += block_words([line], centre)
    return words


def scale_bar(frame: Frame):
    """Return a bar with upturned ends in the lower right corner, and its word above it."""
    kilometres = next(
        length
        for length in (1, 2, 5, 10, 20, 50, 100)
        if length * frame.pixels_per_km() >= SHORTEST_BAR
    )
    right, y = frame.width - CORNER, frame.height - CORNER
    left = right - kilometres * frame.pixels_per_km()
    bar = np.array([[left, y - 5], [left, y], [right, y], [right, y - 5]])
    line = Line(f"{kilometres}千米", 12, theme.TEXT_2)
    return bar, Word((left + right) / 2, y - 11, line)


def around_bar(bar):
    (left, top), (right, _) = bar[0], bar[2]
    return box_around(((left + right) / 2, top - 6), (right - left, 24), margin=CLEAR)


def paths(lines):
    return [
        shapely.get_coordinates(part)
        for part in shapely.get_parts(shapely.line_merge(lines))
        if part.length > CLEAR
    ]
