"""Bars of a native chart: from top to bottom, in parts side by side, as shares, back to back."""

from itertools import accumulate

from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_CONNECTOR
from pptx.oxml.ns import qn
from pptx.util import Pt

from ui import theme
from ui.chart_parts import spread, text_width
from ui.slides.pptx_chart_look import (
    AXIS_SIZE,
    LABEL_SIZE,
    Label,
    Plot,
    grid,
    number_format,
    quiet_axis,
    write_labels,
    written,
)
from ui.slides.pptx_text import Box, Words, colour, write

NAMES = 0.42  # of a chart's width: the most its categories' names may take
LEGEND = 30  # points over bars in parts
PAD = 8
BELOW = 24
END_GAP = 18


def draw_bars(shapes, chart, part, series, names, box):
    """Draw one series of bars, the value behind each, and the target across them."""
    (one,) = series
    top = 20 if part.target else 2
    plot = bars_plot(box, names, one.words, top)
    known = [value for value in one.values if value is not None]
    high = max([*known, *([part.target.value] if part.target else []), 0]) or 1
    set_bars(chart, plot, min([*known, 0]), high)
    labels = [
        Label(i, "outEnd", runs=runs_of(one, i, part))
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
    plot = bars_plot(box, names, [told], LEGEND)
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


def draw_stacked(shapes, chart, part, series, names, box):
    """Draw bars in parts; the number of a part too narrow for it stands behind the bar."""
    totals = [sum(one.values[i] or 0 for one in series) for i in range(len(names))]
    whole = max(totals) or 1
    plot = bars_plot(box, names, [""], LEGEND)
    for _ in range(2):  # room taken behind the bars may make another part too narrow
        behind = [narrow(series, i, plot.across / whole) for i in range(len(names))]
        room = max(
            text_width(behind_words(parts, series, i), LABEL_SIZE) * 1.05
            for i, parts in enumerate(behind)
        )
        plot = bars_plot(box, names, [""], LEGEND, room)
    set_bars(chart, plot, 0, whole)
    scale = plot.across / whole
    form = number_format(part.unit_zh, part.decimals)
    for n, (native, one) in enumerate(zip(chart.plots[0].series, series, strict=True)):
        labels = []
        for i, value in enumerate(one.values):
            if value and n not in behind[i]:
                tone = theme.PAGE if is_dark(one) else theme.INK
                labels.append(Label(i, "ctr", tone, runs_of(one, i, part, tone), bold=True))
            elif value and n == behind[i][0]:
                words = behind_words(behind[i], series, i)
                begins = sum(other.values[i] or 0 for other in series[:n])
                middle = (begins + value / 2) * scale
                aside = totals[i] * scale + PAD + text_width(words, LABEL_SIZE) / 2
                runs = ((words, theme.INK),)
                labels.append(Label(i, "ctr", runs=runs, bold=True, move=(aside - middle, 0)))
        write_labels(native, labels, plot, form)


def narrow(series, i, scale):
    """Return which parts of a bar are too narrow for their number."""
    return [
        n
        for n, one in enumerate(series)
        if one.values[i] and one.values[i] * scale < text_width(one.words[i], LABEL_SIZE) + PAD
    ]


def behind_words(parts, series, i):
    return " ".join(series[n].name + series[n].words[i] for n in parts)


def draw_share(shapes, chart, part, series, names, box):
    """Draw columns of 100 %; each part is named beside the last column that has values."""
    last = max(i for i in range(len(names)) if any(one.values[i] for one in series))
    texts = [f"■ {one.name} {one.words[last]}" for one in series]
    room = max(text_width(text, LABEL_SIZE) for text in texts) * 1.08 + PAD
    plot = Plot(box.width, box.height, 46, PAD, room, BELOW)
    plot.place(chart)
    quiet_axis(chart.value_axis, line=False)
    grid(chart.value_axis, [0, 0.5, 1], "0%")
    quiet_axis(chart.category_axis)
    chart.plots[0].gap_width, chart.plots[0].overlap = 32, 100
    step = plot.across / len(names)
    heights = [column_heights(series, i, plot.high) for i in range(len(names))]
    tops = list(accumulate(heights[last]))
    wanted = [plot.high - top + high / 2 for top, high in zip(tops, heights[last], strict=True)]
    placed = spread(wanted, END_GAP, END_GAP / 2, plot.high - END_GAP / 2)
    form = number_format(part.unit_zh, part.decimals)
    for n, (native, one) in enumerate(zip(chart.plots[0].series, series, strict=True)):
        tone = theme.PAGE if is_dark(one) else theme.INK
        labels = [
            Label(i, "ctr", tone, runs_of(one, i, part, tone))
            for i, value in enumerate(one.values)
            if value
            and i != last
            and heights[i][n] >= END_GAP
            and text_width(one.words[i], LABEL_SIZE) <= step * 0.7
        ]
        aside = (len(names) - last - 0.5) * step + text_width(texts[n], LABEL_SIZE) / 2 + 4
        runs = (("■ ", one.colour), (f"{one.name} {one.words[last]}", theme.INK))
        labels.append(Label(last, "ctr", runs=runs, move=(aside, placed[n] - wanted[n])))
        write_labels(native, labels, plot, form)


def column_heights(series, i, high):
    values = [one.values[i] or 0 for one in series]
    return [value / (sum(values) or 1) * high for value in values]


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
    chart.plots[0].gap_width = 46
    if chart.plots[0].overlap < 0:
        chart.plots[0].overlap = 0


def runs_of(one, i, part, tone=theme.INK):
    """Return the words of a value where they are not what its format makes of it (5.26万)."""
    if one.words[i] == written(one.values[i], part.unit_zh, part.decimals):
        return ()
    return ((one.words[i], tone),)


def is_dark(one):
    dark = {theme.CATEGORICAL[n] for n in theme.DARK_CATEGORIES} | {*theme.SEQUENTIAL[5:]}
    return one.colour in dark and not one.is_hatched
