"""The legend of a map as SVG: what its colours, circles, points and patterns mean."""

from dataclasses import dataclass

import shapely

from ui import theme
from ui.map_areas import REASONS
from ui.map_drawing import CIRCLE_FILL, Drawing
from ui.map_facilities import LOOKS, RADIUS
from ui.map_legend import POINT_WORDS
from ui.map_patterns import dots, hatch
from ui.map_scale import CircleScale, ColourScale
from ui.slides import labels_slides
from ui.slides.svg_parts import MIDDLE, circle, group, path, polygon, rect, words
from ui.slides.svg_words import lines as broken

SWATCH, SWATCH_HIGH = 36, 22
ROW, LINE, BESIDE = 40, 31, 8  # px: a key, a further line of it, from a mark to its words
SPARE = 24  # px that figures are estimated too wide, or that words may reach into the margin
EDGED = theme.SEQUENTIAL[:2]  # steps so light that they need an edge against the page


@dataclass(frozen=True)
class Key:
    """One thing of a legend: its mark, which begins at 0 and is centred down, and its words."""

    mark: str
    width: float
    height: float
    words: str
    colour: str = theme.TEXT_2
    bold: bool = False


def legend_svg(
    drawing: Drawing,
    width: float,
    scale: float,
    point_words: dict[str, str] | None = None,
    size: float = 24,
) -> tuple[str, float]:
    """Return (SVG, height): classes with limits and how many townships are in each, sizes of
    circles, points, reasons for no value, the unit; one below the other.

    `scale` is how many times its own pixels the map is drawn: circles are compared with these.
    """
    y, found = 0.0, []
    for key in keys(drawing, scale, POINT_WORDS | (point_words or {})):
        beside = key.width + BESIDE if key.width else 0
        told = broken(key.words, size, width - beside + SPARE, bold=key.bold)
        high = max(ROW + LINE * (len(told) - 1), key.height + 8)
        found.append(group(key.mark, 0, y + (key.height + 8 if key.height > ROW else ROW) / 2))
        top = y + (high - LINE * len(told)) / 2
        found += [
            words(one, beside, top + (n + 0.5) * LINE + MIDDLE * size, size, key.colour,
                  bold=key.bold)
            for n, one in enumerate(told)
        ]  # fmt: skip
        y += high
    return "".join(found), y


def keys(drawing: Drawing, scale: float, state_words: dict[str, str]) -> list[Key]:
    """Return what a map's legend says, in order."""
    return [
        *_scale(drawing, scale),
        *_points(drawing, state_words),
        *_reasons(drawing),
        *_unit(drawing),
    ]


def _scale(drawing, enlarged):
    scale = drawing.scale
    if isinstance(scale, ColourScale):
        return [
            Key(
                _swatch(colour, theme.QUIET if colour in EDGED else colour),
                SWATCH,
                SWATCH_HIGH,
                labels_slides.CLASS.format(label, count),
            )
            for colour, label, count in zip(scale.colours, scale.labels, scale.counts, strict=True)
        ]
    if isinstance(scale, CircleScale):
        return [
            Key(_circle(radius * enlarged), *[2 * radius * enlarged] * 2, label)
            for radius, label in scale.samples()
        ]
    return []


def _circle(radius):
    return circle(radius, 0, radius, CIRCLE_FILL, stroke=theme.ACCENT, stroke_width=1.5)


def _swatch(fill, edge=None, inside="", **attributes):
    return (
        rect(
            1,
            -SWATCH_HIGH / 2,
            SWATCH - 2,
            SWATCH_HIGH,
            fill,
            stroke=edge,
            stroke_width=1.5 if edge else None,
            **attributes,
        )
        + inside
    )


def _points(drawing, state_words):
    states = [place.state for place in drawing.facilities]
    return [
        Key(
            _point(state),
            26,
            26,
            labels_slides.POINTS.format(state_words[state], states.count(state)),
            theme.ATTENTION if state == "missing" else theme.TEXT_2,
            state == "missing",
        )
        for state in LOOKS
        if state in states
    ]


def _point(state):
    fill, edge, thick = LOOKS[state]
    look = {"stroke": edge if state != "active" else fill, "stroke_width": 2 * thick}
    if state == "missing":
        return polygon(shapely.Polygon([(13, -12), (25, 0), (13, 12), (1, 0)]), fill, **look)
    return circle(13, 0, 2 * RADIUS, fill, **look)


def _reasons(drawing):
    present = {area.state for area in drawing.areas}
    box = shapely.box(1, -SWATCH_HIGH / 2, SWATCH - 1, SWATCH_HIGH / 2)
    dotted = "".join(
        circle(x, y, 1.6, theme.PROTECTED_DOT) for x, y in dots(box.buffer(-3), 8).tolist()
    )
    marks = {
        "out_of_scope": _swatch(
            theme.OUT_OF_SCOPE, inside=path(hatch(box, spacing=8), theme.HATCH, 1.5)
        ),
        "missing": _swatch(theme.PAGE, theme.TEXT_3, stroke_dasharray="6 4"),
        "protected": _swatch(theme.PROTECTED, inside=dotted),
        "not_applicable": _swatch(theme.SOFT, theme.HAIRLINE),
    }
    found = [
        Key(mark, SWATCH, SWATCH_HIGH, REASONS[state])
        for state, mark in marks.items()
        if state in present
    ]
    if any(area.provisional for area in drawing.areas):
        found.append(Key("", 0, 0, labels_slides.PROVISIONAL))
    return found


def _unit(drawing):
    if isinstance(drawing.scale, CircleScale):
        told = labels_slides.UNIT_OF_CIRCLES.format(drawing.unit_zh)
    elif isinstance(drawing.scale, ColourScale) and drawing.unit_zh != "%":
        told = labels_slides.UNIT.format(drawing.unit_zh)
    else:
        return []
    return [Key("", 0, 0, told, theme.TEXT_3)]
