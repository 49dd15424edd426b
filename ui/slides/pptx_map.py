"""The township map as native shapes: each township one freeform with its name and its value."""

from dataclasses import replace

import numpy as np
import shapely
from pptx.enum.shapes import MSO_SHAPE

from ui import theme
from ui.chart_parts import text_width
from ui.map_drawing import CIRCLE_FILL
from ui.map_facilities import DIAMOND, RADIUS
from ui.map_patterns import rings
from ui.slides.pptx_map_legend import keys_of, legend_height, legend_row
from ui.slides.pptx_part import headed, said
from ui.slides.pptx_shapes import dash, mark, outline, pattern, plain, rectangle
from ui.slides.pptx_text import SMALLEST, Box, Words, describe, write
from ui.slides.slide import MapPart

DRAWN_AS_PATTERNS = {"hatch", "dashes", "borders"}  # natively, a shape's own fill and line
PATTERNS = {"out_of_scope": "hatch", "protected": "dots"}
BORDER = 1.6
SPACE = 8


class Place:
    """Where a drawing's pixels lie on the slide, as large as its room lets it."""

    def __init__(self, frame, room: Box):
        self.scale = min(room.width / frame.width, room.height / frame.height)
        width, height = frame.width * self.scale, frame.height * self.scale
        self.box = Box(room.x + (room.width - width) / 2, room.y, width, height)
        self.window = frame.box

    def of(self, pixels):
        return np.asarray(pixels) * self.scale + (self.box.x, self.box.y)

    def contours(self, geometry):
        """Return the rings of all parts of a geometry, cut off at the window."""
        seen = geometry.intersection(self.window)
        polygons = [part for part in shapely.get_parts(seen) if part.area > 0]
        return [self.of(ring.coords) for polygon in polygons for ring in rings(polygon)]

    def lines(self, lines):
        """Return what the window shows of lines."""
        seen = shapely.multilinestrings([shapely.linestrings(line) for line in lines])
        parts = shapely.get_parts(seen.intersection(self.window))
        return [self.of(part.coords) for part in parts if part.length > 0]


def draw_map(shapes, part: MapPart, box: Box):
    """Draw a map with its title and legend into a box, as one group."""
    box = headed(shapes, part, box)
    keys = keys_of(part)
    foot = legend_height(keys, box.width)
    place = Place(part.drawing.frame, replace(box, height=box.height - foot - SPACE))
    group = shapes.add_group_shape()
    group.name = part.title or part.table.title
    describe(group, said(part))
    inside = group.shapes
    rectangle(inside, place.box, theme.SEA).name = "底图"
    draw_ground(inside, part.drawing, place)
    for area in part.drawing.areas:
        draw_area(inside, area, place)
    draw_marks(inside, part, place)
    for word in part.drawing.words:
        draw_word(inside, word, place)
    foot_box = Box(box.x, place.box.bottom + SPACE, box.width, foot)
    legend_row(shapes, keys, foot_box, place.scale)


def draw_ground(shapes, drawing, place):
    land = [contour for polygon in drawing.land for contour in place.contours(polygon)]
    if land:
        outline(shapes, land, theme.LAND).name = "陆地"
    for stroke in drawing.under:
        draw_stroke(shapes, stroke, place)


def draw_stroke(shapes, stroke, place):
    lines = place.lines(stroke.lines) if stroke.lines else []
    if lines and stroke.name not in DRAWN_AS_PATTERNS:
        width = max(stroke.width * place.scale, 0.75)
        outline(shapes, lines, line=stroke.colour, width=width).name = stroke.name


def draw_area(shapes, area, place):
    """Draw a township: the fill of its class, or the pattern that says why it has none."""
    contours = place.contours(area.polygon)
    if not contours:
        return
    coloured = area.state != "plain" and area.fill != theme.SEQUENTIAL[0]
    line = theme.PAGE if coloured else theme.QUIET
    shape = outline(shapes, contours, area.fill, line, BORDER)
    if area.state in PATTERNS:
        pattern(shape.fill, PATTERNS[area.state], area.fill)
    if area.state == "missing":
        plain(shape, area.fill, theme.TEXT_3, 1.2)
        dash(shape)
    shape.name = " ".join(filter(None, (area.name_zh, area.tip_value)))
    describe(shape, " ".join(filter(None, (area.name_zh, area.tip_value, area.tip_note))))


def draw_marks(shapes, part, place):
    drawing = part.drawing
    for spot in drawing.spots:
        if spot.fill == CIRCLE_FILL:  # the others are the dots of what is protected
            centre = place.of((spot.x, spot.y))
            mark(shapes, MSO_SHAPE.OVAL, centre, spot.radius * place.scale, spot.fill)
    for stroke in drawing.outlines:
        draw_stroke(shapes, stroke, place)
    for facility in drawing.facilities:
        fill, line, width = facility.look
        lacking = facility.state == "missing"
        kind = MSO_SHAPE.DIAMOND if lacking else MSO_SHAPE.OVAL
        radius = (DIAMOND if lacking else RADIUS) * max(place.scale, 1)
        drawn = mark(shapes, kind, place.of((facility.x, facility.y)), radius, fill, line, width)
        drawn.name = facility.name_zh
        describe(drawn, f"{facility.name_zh} {facility.detail_zh}".strip())


def draw_word(shapes, word, place):
    """Write one line of a map, never smaller than can be read, kept within the map."""
    size = round(max(word.line.size * place.scale, SMALLEST), 1)
    width, height = text_width(word.line.text, size) * 1.08, size * 1.3
    x, y = place.of((word.x, word.y))
    left = min(max(x - width / 2, place.box.x), place.box.right - width)
    top = min(max(y - height / 2, place.box.y), place.box.bottom - height)
    words = Words(word.line.text, size, word.line.colour, word.line.bold)
    shape = write(shapes, Box(left, top, width, height), [words], "centre", "middle", wrap=False)
    shape.text_frame.paragraphs[0].runs[0].font.italic = word.line.italic or None
