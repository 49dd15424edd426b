"""The map of ui/map_drawing.py as SVG, in the pixels of a slide."""

import numpy as np
import shapely

from ui import theme
from ui.map_drawing import Drawing
from ui.map_facilities import RADIUS, diamond
from ui.slides.box import Box
from ui.slides.svg_legend import legend_svg
from ui.slides.svg_parts import (
    MIDDLE,
    circle,
    element,
    group,
    path,
    pixels,
    polygon,
    rect,
    words,
)
from ui.slides.svg_words import width as wide

DETAIL = 0.3  # px a border may be moved to save corners
HALO = 4  # px around words that lie on other marks
EDGE = {"stroke": theme.ACCENT, "stroke_width": 1.5}  # of a circle, for a dark hall
SMALL_DOTS = 2  # px: circles up to this radius are a pattern, drawn as one path
COLUMN, WIDEST = 0.28, 320  # of a part's width, for the legend beside the map; and at most, px
GAP = 24  # px between map and legend


def map_svg(
    drawing: Drawing, width: float, height: float, smallest: float = 24, edge: dict | None = EDGE
) -> str:
    """Return an SVG group that fills so many pixels: the county as large as its frame lets it, the
    land around it as far as there is room. No type is smaller than `smallest`; circles have `edge`.

    Each township's shape carries data-area, for a page that lets it be asked for.
    """
    view = _View(drawing, width, height, smallest, edge or {})
    return element(
        "g",
        rect(0, 0, width, height, theme.SEA)
        + "".join(view.land(land) for land in drawing.land)
        + "".join(view.stroke(one) for one in drawing.under)
        + "".join(map(view.township, drawing.areas))
        + "".join(view.stroke(one) for one in drawing.strokes)
        + view.spots(drawing.spots)
        + "".join(view.stroke(one) for one in drawing.outlines)
        + "".join(map(view.facility, drawing.facilities))
        + "".join(map(view.word, drawing.words)),
        font_family=theme.FONT,
    )


def enlarged(drawing: Drawing, width: float, height: float) -> float:
    """Return how many times its own pixels a map is drawn in a window."""
    return min(width / drawing.frame.width, height / drawing.frame.height)


class _View:
    """A map's window: how its drawing's pixels become those of a slide."""

    def __init__(self, drawing, width, height, smallest, edge):
        frame = drawing.frame
        self.scale = enlarged(drawing, width, height)
        self.right = (width - frame.width * self.scale) / 2
        self.down = (height - frame.height * self.scale) / 2
        self.window = shapely.box(0, 0, width, height)
        self.smallest, self.edge = smallest, edge

    def moved(self, shape):
        return shapely.transform(shape, lambda at: at * self.scale + (self.right, self.down))

    def place(self, x, y):
        return x * self.scale + self.right, y * self.scale + self.down

    def land(self, shape):
        seen = shapely.intersection(self.moved(shape), self.window)
        return polygon(seen.simplify(DETAIL), theme.LAND)

    def township(self, area):
        shape = self.moved(area.polygon).simplify(DETAIL)
        return polygon(shape, area.fill, data_area=area.ref_area, data_name=area.name_zh)

    def stroke(self, drawn):
        lines = [one for one in drawn.lines if len(one) > 1]
        found = _within(self.moved(_lines(lines)), self.window) if lines else []
        return path(found, drawn.colour, drawn.width * self.scale, pointer_events="none")

    def spots(self, drawn):
        """Draw circles; the dots of a pattern as one path of round ends."""
        patterns, found = {}, []
        for spot in drawn:
            x, y = self.place(spot.x, spot.y)
            if spot.radius > SMALL_DOTS:
                reach = spot.radius * self.scale
                found.append(circle(x, y, reach, spot.fill, **self.edge, pointer_events="none"))
            else:
                patterns.setdefault((spot.fill, spot.radius), []).append((x, y))
        for (fill, radius), places in patterns.items():
            d = "".join(f"M{pixels(x)} {pixels(y)}h.01" for x, y in places)
            found.append(
                element(
                    "path",
                    d=d,
                    stroke=fill,
                    stroke_width=2 * radius * self.scale,
                    stroke_linecap="round",
                    pointer_events="none",
                )
            )
        return "".join(found)

    def facility(self, place):
        fill, colour, thick = place.look
        if place.state == "missing":
            corners = [self.place(x, y) for x, y in diamond(place)]
            shape = shapely.Polygon(corners)
            look = {"stroke": colour, "stroke_width": thick * self.scale}
            return polygon(shape, fill, pointer_events="none", **look)
        return circle(
            *self.place(place.x, place.y),
            RADIUS * self.scale,
            fill,
            stroke=colour,
            stroke_width=thick * self.scale,
            pointer_events="none",
        )

    def word(self, word):
        line = word.line
        x, y = self.place(word.x, word.y)
        size = max(line.size * self.scale, self.smallest)
        halo = {"stroke": line.halo, "stroke_width": HALO, "paint_order": "stroke"}
        halo |= {"stroke_linejoin": "round"}
        written = words(
            line.text,
            x,
            y + MIDDLE * size,
            size,
            line.colour,
            bold=line.bold,
            anchor="middle",
            font_style="italic" if line.italic else None,
            pointer_events="none",
            **(halo if line.halo else {}),
        )
        return self.plate(word, x, y, size) + written

    def plate(self, word, x, y, size):
        """Return the ground of words that stand over dots."""
        if not word.line.plate:
            return ""
        across, high = wide(word.line.text, size), 1.25 * size
        return rect(
            x - across / 2,
            y - high / 2,
            across,
            high,
            word.line.plate,
            fill_opacity=theme.VEIL,
            pointer_events="none",
        )


def _lines(drawn):
    """Return many n × 2 arrays as lines, made at once: a pattern has thousands."""
    lengths = [len(one) for one in drawn]
    return shapely.linestrings(
        np.concatenate(drawn), indices=np.repeat(np.arange(len(drawn)), lengths)
    )


def _within(lines, window):
    """Return what of the lines lies in a window, as n × 2 arrays."""
    seen = shapely.get_parts(shapely.intersection(lines, window))
    parts = shapely.get_parts(shapely.simplify(seen, DETAIL))
    is_line = (shapely.get_type_id(parts) == shapely.GeometryType.LINESTRING) & ~shapely.is_empty(
        parts
    )
    return [shapely.get_coordinates(part) for part in parts[is_line]]


def map_body(part, box: Box) -> str:
    """Return a map with its legend at its right: a county is about as high as wide, and beside
    its legend it is largest."""
    column = min(COLUMN * box.width, WIDEST)
    across = box.width - column - GAP
    scale = enlarged(part.drawing, across, box.height)
    legend, _ = legend_svg(part.drawing, column, scale, part.point_words)
    drawn = map_svg(part.drawing, across, box.height)
    return group(drawn, box.x, box.y) + group(legend, box.x + across + GAP, box.y)
