"""The words in a scatter: a name beside every dot, a period where a path begins."""

import math
from dataclasses import dataclass
from itertools import pairwise

import pandas as pd

from ui import chart_labels, theme, wording_compare
from ui.chart_labels import Box
from ui.chart_lines import FRONT
from ui.chart_pair import DOT, STOP, colours_of
from ui.chart_parts import text_width

LABEL, SMALL = 14, 12  # px
LINE = 1.3  # line height, in type sizes
NEAR = 22  # px from a dot to its words: farther ones need a leader
TOGETHER = 4  # px between dots that look like one
ALONG = 8  # px between the spots of a path that words keep off
NARROW = 420  # px of a plot in which periods would crowd out names


def write_names(drawing, pair, chosen):
    """Name every dot, and the first stop of a path by its period."""
    words = [*_names(pair, chosen), *_first_stops(pair)]
    points = [(word.x, word.y) for word in words]
    room = Box(2, -8, pair.across.pixels + 8, pair.up.pixels - 2)
    placed = chart_labels.beside(points, [word.extent for word in words], room, _obstacles(pair))
    for word, (right, down) in zip(words, placed, strict=True):
        wide, high = word.extent
        place = {"xshift": right, "yshift": -down}
        if max(abs(right) - wide / 2, abs(down) - high / 2) > NEAR:
            place = {"showarrow": True, "arrowhead": 0, "arrowwidth": 1, "standoff": 8}
            place |= {"arrowcolor": theme.QUIET, "ax": right, "ay": down}
        if not _hides(pair, chart_labels.around(word.x + right, word.y + down, wide, high)):
            place |= {"bgcolor": theme.PAGE, "borderpad": 0}  # no line runs through the words
        style = {"size": word.size, "colour": word.colour, "bold": word.is_bold}
        drawing.write(word.text, *word.at, xanchor="center", yanchor="middle", **style, **place)


@dataclass(frozen=True)
class Word:
    """What is written beside a point: the point's values and pixels, and how it is written."""

    at: tuple
    x: float
    y: float
    text: str
    size: int
    colour: str
    is_bold: bool

    @property
    def extent(self):
        """Width and height in pixels."""
        lines = self.text.count("\n") + 1
        return text_width(self.text, self.size) + 4, self.size * LINE * lines


def _names(pair, chosen):
    """Return the words beside the dots, the chosen first; those that share a dot share them."""
    colours, quiet = colours_of(chosen), theme.TEXT_2 if chosen else theme.INK
    words, shared = [], []
    for row in pair.dots.itertuples():
        at, place = (row.x_value, row.y_value), pair.pixel(row.x_value, row.y_value)
        if row.ref_area in chosen:
            has_path = len(pair.stops(row.ref_area)) > 1 and pair.across.pixels > NARROW
            text = wording_compare.dot(row, has_path)
            words.append(Word(at, *place, text, LABEL, colours[row.ref_area], True))
            continue
        near = next((group for group in shared if math.dist(group[1], place) < TOGETHER), None)
        if near:
            near[2].append(row.name_zh)
        else:
            shared.append((at, place, [row.name_zh]))
    return words + [
        Word(at, *place, wording_compare.dots(names), LABEL, quiet, False)
        for at, place, names in shared
    ]


def _first_stops(pair):
    """Return the words beside the first stops of the paths."""
    words = []
    for area, colour in zip(pair.traced, FRONT, strict=False):
        stops = list(pair.stops(area).itertuples())
        for first in stops[:-1][:1]:
            at = (first.x_value, first.y_value)
            text = wording_compare.stop(first)
            words.append(Word(at, *pair.pixel(*at), text, SMALL, colour, False))
    return words


def _obstacles(pair):
    """Return boxes over the dots, the lines of reference and the paths."""
    now = pair.now.iloc[0]
    boxes = [
        chart_labels.around(*pair.pixel(row.x_value, row.y_value), DOT, DOT)
        for row in pair.dots.itertuples()
    ]
    across, up = pair.across.pixels, pair.up.pixels
    if not pd.isna(now.x_yardstick):
        boxes.append(chart_labels.around(pair.pixel(now.x_yardstick, 0)[0], up / 2, 2, up))
    if not pd.isna(now.y_yardstick):
        boxes.append(chart_labels.around(across / 2, pair.up.pixel(now.y_yardstick), across, 2))
    for area in pair.traced:
        places = [pair.pixel(stop.x_value, stop.y_value) for stop in pair.stops(area).itertuples()]
        boxes += [box for ends in pairwise(places) for box in _along(*ends)]
    return boxes


def _hides(pair, box):
    """Tell whether words would cover a dot."""
    dots = [pair.pixel(row.x_value, row.y_value) for row in pair.dots.itertuples()]
    return any(box.shared(chart_labels.around(*place, DOT, DOT)) for place in dots)


def _along(start, end):
    """Return small boxes along a line."""
    parts = max(math.ceil(math.dist(start, end) / ALONG), 1)
    shares = [n / parts for n in range(parts + 1)]
    return [
        chart_labels.around(
            *(a + (b - a) * share for a, b in zip(start, end, strict=True)), STOP, STOP
        )
        for share in shares
    ]
