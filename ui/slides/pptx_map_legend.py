"""The legend of a map as native shapes: limits with counts, circles, points, patterns."""

from dataclasses import dataclass

from pptx.enum.shapes import MSO_SHAPE

from ui import theme
from ui.chart_parts import text_width
from ui.map_areas import FILLS, REASONS
from ui.map_drawing import CIRCLE_FILL
from ui.map_facilities import LOOKS
from ui.map_legend import POINT_WORDS
from ui.map_scale import CircleScale, ColourScale
from ui.slides import labels_slides as labels
from ui.slides.box import Box
from ui.slides.pptx_shapes import dash, mark, pattern, rectangle
from ui.slides.pptx_text import Words, write

SIZE, ROW = 12, 18
SWATCH, BETWEEN, APART = (18, 11), 5, 12  # points
WIDE = str.maketrans("%–≥＜", "％＝＝＝")  # signs that print as wide as 汉字
PATTERNS = {"out_of_scope": "hatch", "protected": "dots"}


@dataclass(frozen=True)
class Key:
    """A mark and its words. `mark` is class, circle, point, state, or words alone."""

    mark: str
    words: str
    look: str = ""  # a colour, or a state
    radius: float = 0  # of a circle, in the map's pixels
    tone: str = theme.TEXT_2

    @property
    def mark_width(self) -> float:
        return {"words": 0, "circle": 2 * self.radius}.get(self.mark, SWATCH[0])

    @property
    def width(self) -> float:
        gap = BETWEEN if self.mark_width else 0
        return self.mark_width + gap + text_width(self.words.translate(WIDE), SIZE) * 1.1


def keys_of(part) -> list[Key]:
    drawing = part.drawing
    states = {area.state for area in drawing.areas}
    reasons = [Key("state", REASONS[state], state) for state in REASONS if state in states]
    return [*scale_keys(drawing.scale), *point_keys(part), *reasons]


def scale_keys(scale):
    if isinstance(scale, ColourScale):
        classes = zip(scale.colours, scale.labels, scale.counts, strict=True)
        return [
            Key("class", labels.CLASS.format(label, count), colour)
            for colour, label, count in classes
        ]
    if isinstance(scale, CircleScale):
        sizes = [Key("circle", label, radius=radius) for radius, label in scale.samples()]
        return [*sizes, Key("words", labels.CIRCLES, tone=theme.TEXT_3)]
    return []


def point_keys(part):
    words = POINT_WORDS | part.point_words
    states = [place.state for place in part.drawing.facilities]
    return [
        Key(
            "point",
            labels.CLASS.format(words[state], states.count(state)),
            state,
            tone=theme.ATTENTION if state == "missing" else theme.TEXT_2,
        )
        for state in LOOKS
        if state in states
    ]


def placed(keys, width):
    """Return ([(key, x, row)], rows), as many keys in a row as its width holds."""
    places, x, row = [], 0.0, 0
    for key in keys:
        if x and x + key.width > width:
            x, row = 0.0, row + 1
        places.append((key, x, row))
        x += key.width + APART
    return places, row + 1 if keys else 0


def legend_height(keys, width) -> float:
    return placed(keys, width)[1] * row_height(keys)


def row_height(keys):
    return max([ROW, *(2 * key.radius + 4 for key in keys)])


def legend_row(shapes, keys, box, scale):
    """Draw the keys into a box; circles are as large as on the map."""
    high = row_height(keys)
    for key, x, row in placed(keys, box.width)[0]:
        left, middle = box.x + x, box.y + row * high + high / 2
        draw_key(shapes, key, left, middle, scale)
        aside = key.mark_width + BETWEEN if key.mark_width else 0
        width = min(key.width - aside, box.width)
        words = Words(key.words, SIZE, key.tone)
        place = Box(left + aside, middle - ROW / 2, width, ROW)
        write(shapes, place, [words], anchor="middle", wrap=False)


def draw_key(shapes, key, left, middle, scale):
    width, height = SWATCH
    swatch = Box(left, middle - height / 2, width, height)
    if key.mark == "class":
        edge = theme.HAIRLINE if key.look in theme.SEQUENTIAL[:2] else key.look
        rectangle(shapes, swatch, key.look, edge, 0.75)
    elif key.mark == "circle":
        centre = (left + key.mark_width / 2, middle)
        mark(shapes, MSO_SHAPE.OVAL, centre, key.radius * scale, CIRCLE_FILL)
    elif key.mark == "point":
        fill, line, weight = LOOKS[key.look]
        lacking = key.look == "missing"
        kind = MSO_SHAPE.DIAMOND if lacking else MSO_SHAPE.OVAL
        mark(shapes, kind, (left + width / 2, middle), 7 if lacking else 5, fill, line, weight)
    elif key.mark == "state":
        draw_state(shapes, key.look, swatch)


def draw_state(shapes, state, swatch):
    shape = rectangle(shapes, swatch, FILLS[state], theme.HAIRLINE, 0.75)
    if state in PATTERNS:
        pattern(shape.fill, PATTERNS[state], FILLS[state])
    elif state == "missing":
        shape = rectangle(shapes, swatch, FILLS[state], theme.TEXT_3, 1)
        dash(shape)
