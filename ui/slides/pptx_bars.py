"""Bars of a native chart, the first on top: one series with its target, two back to back."""

from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_CONNECTOR
from pptx.oxml.ns import qn
from pptx.util import Pt

from ui import theme
from ui.chart_parts import text_width
from ui.slides.box import Box
from ui.slides.pptx_chart_look import (
    AXIS_SIZE,
    LABEL_SIZE,
    Label,
    Plot,
    number_format,
    quiet_axis,
    write_labels,
    written,
)
from ui.slides.pptx_text import Words, colour, write

NAMES = 0.42  # of a chart's width: the most its categories' names may take
PAD = 8
SIDES = 22  # points over bars back to back
CLOSE = 22  # points from bar to bar: nearer ones need all the height for their numbers


def draw_bars(shapes, chart, part, series, names, box):
    """Draw one series of bars, the value behind each, and the target across them."""
    (one,) = series
    top = 20 if part.target else 2
    plot = bars_plot(box, names, one.words, top)
    known = [value for value in one.values if value is not None]
    high = max([*known, *([part.target.value] if part.target else []), 0]) or 1
    set_bars(chart, plot, min([*known, 0]), high)
    labels = [
        Label(i, "outEnd", runs=runs_of(one, i, part), ground=theme.PAGE if part.target else "")
        for i, value in enumerate(one.values)
        if value is not None
    ]
    form = number_format(part.unit_zh, part.decimals)
    write_labels(chart.plots[0].series[0], labels, plot, form)
    if part.target:
        mark_target(shapes, part.target, box, plot, high, min([*known, 0]))


def mark_target(shapes, target, box, plot, high, low):
    """Draw the target as a dashed line over the bars, its words on top."""
    x = box.x + plot.left + (target.value - low) / (high - low) * plot.across
    ends = [Pt(x), Pt(box.y + plot.top), Pt(x), Pt(box.y + box.height - plot.bottom)]
    line = plain_line(shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *ends))
    line.name = target.words
    bars = shapes[-2]._element  # the line lies below them, so that it strikes out no number
    bars.addprevious(line._element)
    width = text_width(target.words, 12) * 1.1
    left = min(max(box.x, x - width / 2), box.right - width)
    words = Words(target.words, 12, theme.ATTENTION, bold=True)
    write(shapes, Box(left, box.y, width, 18), [words], "centre", wrap=False)


def plain_line(connector):
    for style in connector._element.findall(qn("p:style")):
        connector._element.remove(style)
    connector.line.color.rgb, connector.line.width = colour(theme.ATTENTION), Pt(1.5)
    connector.line.dash_style = MSO_LINE.DASH
    return connector


def draw_two_sides(shapes, chart, part, series, names, box):
    """Draw two series back to back: the left one's numbers are below zero, their sign unseen."""
    told = max((word for one in series for word in one.words), key=len)
    plot = bars_plot(box, names, [""], SIDES)
    side = text_width(told, LABEL_SIZE) + 2 * PAD
    high = max(value for one in series for value in one.values if value is not None) or 1
    high *= 1 + side / max(plot.across / 2 - side, side)  # room for the numbers at both ends
    set_bars(chart, plot, -high, high)
    chart.plots[0].overlap = 100
    form = number_format(part.unit_zh, part.decimals).split(";")[-1]
    for native, one in zip(chart.plots[0].series, series, strict=True):
        labels = [
            Label(i, "outEnd", runs=runs_of(one, i, part))
            for i, value in enumerate(one.values)
            if value is not None
        ]
        write_labels(native, labels, plot, f"{form};{form}")
    middle = box.x + plot.left + plot.across / 2
    for one, left, side in zip(series, (middle - 108, middle + 8), ("right", "left"), strict=True):
        words = Words(one.name, LABEL_SIZE, bold=True)
        write(shapes, Box(left, box.y, 100, SIDES), [words], side)


def bars_plot(box, names, words, top, behind=0.0):
    """Return the plot of horizontal bars: names to the left, room for a value to the right."""
    left = min(max(text_width(name, AXIS_SIZE) for name in names) * 1.06 + 12, NAMES * box.width)
    right = max([behind, *(text_width(word, LABEL_SIZE) for word in words)]) + 2 * PAD
    return Plot(box.width, box.height, left, top, right, 2)


def set_bars(chart, plot, low, high):
    """Place the bars, the first on top; their values stand beside them, so no axis does."""
    plot.place(chart)
    chart.value_axis.minimum_scale, chart.value_axis.maximum_scale = low, high
    chart.value_axis.has_major_gridlines = False
    chart.value_axis.visible = False
    quiet_axis(chart.category_axis, line=low == 0)
    chart.category_axis.reverse_order = True
    pitch = plot.high / len(chart.plots[0].categories)
    chart.plots[0].gap_width = 46 if pitch > CLOSE else 14
    if chart.plots[0].overlap < 0:
        chart.plots[0].overlap = 0


def runs_of(one, i, part, tone=theme.INK):
    """Return the words of a value where they are not what its format makes of it (5.26万)."""
    if one.words[i] == written(one.values[i], part.unit_zh, part.decimals):
        return ()
    return ((one.words[i], tone),)
