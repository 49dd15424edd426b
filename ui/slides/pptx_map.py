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
from ui.map_surroundings import BEYOND
from ui.slides.box import Box
from ui.slides.pptx_map_legend import Key, keys_of, legend_height, legend_row
from ui.slides.pptx_map_words import laid_out
from ui.slides.pptx_part import headed, said
from ui.slides.pptx_shapes import dash, mark, outline, pattern, plain, rectangle
from ui.slides.pptx_text import SMALLEST, Words, describe, write
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
        aside = min((room.width - width) / 2, BEYOND * width)  # the land is drawn that far
        self.left, self.top = room.x + (room.width - width) / 2, room.y
        self.box = Box(self.left - aside, room.y, width + 2 * aside, height)
        beyond = aside / self.scale
        self.window = shapely.box(-beyond, 0, frame.width + beyond, frame.height)

    def of(self, pixels):
        return np.asarray(pixels) * self.scale + (self.left, self.top)

    def at(self, x, y):
        """Return a place given in points from the drawing's corner."""
        return x + self.left, y + self.top

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
    keys, place, laid = laid_with_legend(part, box)
    before = len(shapes)
    rectangle(shapes, place.box, theme.SEA).name = "底图"
    draw_ground(shapes, part.drawing, place)
    for area in part.drawing.areas:
        draw_area(shapes, area, place)
    draw_marks(shapes, part.drawing, laid, place)
    for word in laid.words:
        draw_word(shapes, word, place)
    group = shapes.add_group_shape(list(shapes)[before:])  # at once: each addition remeasures it
    group.name = part.title or part.table.title
    describe(group, said(part))
    legend_row(shapes, keys, box.below(place.box.bottom + SPACE - box.y), place.scale)


def laid_with_legend(part, box):
    """Return (keys, Place, Laid); values without room in their township join the legend."""
    keys, unsaid = keys_of(part), {}
    for _ in part.drawing.areas:
        told = [Key("words", words, tone=theme.INK) for words in unsaid]
        foot = legend_height([*keys, *told], box.width)
        place = Place(part.drawing.frame, replace(box, height=box.height - foot - SPACE))
        laid = laid_out(part.drawing, place.scale)
        if unsaid.keys() >= set(laid.unsaid):
            break
        unsaid |= dict.fromkeys(laid.unsaid)  # a larger legend makes a smaller map
    return [*keys, *told], place, laid


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


def draw_marks(shapes, drawing, laid, place):
    """Draw circles, the county's outline, facilities; a point of `laid` is one of the slide."""
    for x, y, radius in laid.circles:
        mark(shapes, MSO_SHAPE.OVAL, place.at(x, y), radius, CIRCLE_FILL)
    for stroke in drawing.outlines:
        draw_stroke(shapes, stroke, place)
    for facility in laid.facilities:
        fill, line, width = facility.look
        lacking = facility.state == "missing"
        kind = MSO_SHAPE.DIAMOND if lacking else MSO_SHAPE.OVAL
        radius, centre = DIAMOND if lacking else RADIUS, place.at(facility.x, facility.y)
        drawn = mark(shapes, kind, centre, radius, fill, line, width)
        drawn.name = facility.name_zh
        describe(drawn, f"{facility.name_zh} {facility.detail_zh}".strip())


def draw_word(shapes, word, place):
    """Write one line of a map, never smaller than can be read, kept within the map."""
    size = max(word.line.size, SMALLEST)
    width, height = text_width(word.line.text, size) * 1.08, size * 1.3
    x, y = place.at(word.x, word.y)
    left = min(max(x - width / 2, place.box.x), place.box.right - width)
    top = min(max(y - height / 2, place.box.y), place.box.bottom - height)
    words = Words(word.line.text, size, word.line.colour, word.line.bold)
    shape = write(shapes, Box(left, top, width, height), [words], "centre", "middle", wrap=False)
    shape.text_frame.paragraphs[0].runs[0].font.italic = word.line.italic or None
