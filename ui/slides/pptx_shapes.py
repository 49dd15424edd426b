"""Plain shapes of a deck: no theme shadow, colours said, lines of a known width."""

from collections.abc import Sequence

from pptx.enum.dml import MSO_LINE, MSO_PATTERN
from pptx.enum.shapes import MSO_SHAPE
from pptx.oxml.ns import qn
from pptx.util import Pt

from ui import theme
from ui.slides.box import Box
from ui.slides.pptx_text import colour, emu


def rectangle(shapes, box: Box, fill: str, line: str = "", width: float = 0):
    return plain(shapes.add_shape(MSO_SHAPE.RECTANGLE, *emu(box)), fill, line, width)


def mark(shapes, kind, centre, radius, fill, line="", width=0.0):
    """Add a circle or a diamond around a centre, in points."""
    box = Box(centre[0] - radius, centre[1] - radius, 2 * radius, 2 * radius)
    return plain(shapes.add_shape(kind, *emu(box)), fill, line, width)


def outline(shapes, contours: Sequence, fill: str = "", line: str = "", width: float = 0):
    """Add one freeform of several contours (n × 2, points); without a fill they stay open."""
    first = contours[0]
    builder = shapes.build_freeform(Pt(first[0][0]), Pt(first[0][1]), scale=1.0)
    for number, contour in enumerate(contours):
        corners = [(Pt(x), Pt(y)) for x, y in contour]
        if number:
            builder.move_to(*corners[0])
        builder.add_line_segments(corners[1:], close=bool(fill))
    return plain(builder.convert_to_shape(), fill, line, width)


def plain(shape, fill: str, line: str = "", width: float = 0):
    """Take the theme's look off a shape; without a colour it has no fill, no line."""
    for style in shape._element.findall(qn("p:style")):
        shape._element.remove(style)
    if fill:
        shape.fill.solid()
        shape.fill.fore_color.rgb = colour(fill)
    else:
        shape.fill.background()
    if line:
        shape.line.color.rgb, shape.line.width = colour(line), Pt(width)
    else:
        shape.line.fill.background()
    return shape


def pattern(fill, kind: str, ground: str):
    """Fill with 斜线 of what is out of scope or only planned, or the dots of what is protected."""
    patterns = {
        "hatch": (MSO_PATTERN.WIDE_UPWARD_DIAGONAL, theme.HATCH),
        "dots": (MSO_PATTERN.PERCENT_10, theme.PROTECTED_DOT),
        "planned": (MSO_PATTERN.LIGHT_UPWARD_DIAGONAL, theme.ACCENT_MUTED),
    }
    fill.patterned()
    fill.pattern, ink = patterns[kind]
    fill.fore_color.rgb, fill.back_color.rgb = colour(ink), colour(ground)


def dash(shape):
    shape.line.dash_style = MSO_LINE.DASH
