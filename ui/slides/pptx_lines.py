"""Lines of a native chart: one in front, each named at its right end, the target dashed."""

from pptx.enum.chart import XL_LEGEND_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE
from pptx.util import Pt

from ui import theme
from ui.chart_lines import lonely
from ui.chart_parts import spread, text_width
from ui.slides.pptx_axes import axis_form, thin_ticks, value_scale
from ui.slides.pptx_chart_look import (
    LABEL_SIZE,
    Label,
    Plot,
    grid,
    number_format,
    quiet_axis,
    write_labels,
    written,
)
from ui.slides.pptx_text import colour
from ui.wording_numbers import STATUS_WORDS

WIDTHS = {"subject": 3.4, "county": 2.2, "part": 2.2, "quiet": 1.6}  # points, back to front below
ORDER = ("quiet", "part", "county", "subject")
NAMED = 9  # lines; more have a legend
GAP = 17  # points between two names
TOP, BOTTOM, LEGEND = 18, 24, 150
DOT = 6
READABLE = {theme.INK, *(theme.CATEGORICAL[n] for n in theme.DARK_CATEGORIES)}  # as words


def painted(part):
    """Return the series from back to front."""
    return sorted(part.series, key=lambda one: ORDER.index(one.role))


def draw_lines(shapes, chart, part, series, names, box):
    is_named = len(series) <= NAMED
    ends = [end_words(one, part) for one in series]
    room = 10 + max(text_width(" ".join(words), LABEL_SIZE) for words in ends) * 1.08
    plot = Plot(box.width, box.height, 52, TOP, room if is_named else LEGEND, BOTTOM)
    scale = value_scale(part, plot.high)
    plot.place(chart)
    quiet_axis(chart.value_axis, line=False)
    grid(chart.value_axis, scale.ticks, axis_form(part, scale.ticks))
    quiet_axis(chart.category_axis)
    thin_ticks(chart.category_axis, names, plot)
    for native, one in zip(chart.plots[0].series, series, strict=False):
        draw_line(native, one, part.restarts)
    if is_named:
        name_ends(chart, part, series, ends, scale, plot)
    else:
        chart.has_legend = True
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.RIGHT, False
    if part.target:
        draw_target(chart.plots[0].series[len(series)], part, series, scale, plot)


def draw_line(native, one, restarts=()):
    native.smooth = False
    native.format.line.color.rgb = colour(one.colour)
    native.format.line.width = Pt(WIDTHS[one.role])
    if one.is_hatched:
        native.format.line.dash_style = MSO_LINE.DASH
    native.marker.style = XL_MARKER_STYLE.NONE
    for i in restarts:  # a point's line is the one that leads to it
        native.points[i].format.line.fill.background()
    known = [i for i, value in enumerate(one.values) if value is not None]
    for i in sorted(lonely(known, restarts)):  # a value between two gaps has no line to be seen by
        marker = native.points[i].marker
        marker.style, marker.size = XL_MARKER_STYLE.CIRCLE, DOT
        marker.format.fill.solid()
        marker.format.fill.fore_color.rgb = colour(one.colour)
        marker.format.line.fill.background()


def end_words(one, part) -> tuple[str, str]:
    """Return what stands at the end of a line: its name, its last value or why there is none."""
    return one.name, one.words[-1]


def name_ends(chart, part, series, ends, scale, plot):
    """Name every line at its last point, at least GAP apart."""
    shown = [(n, last_known(one.values)) for n, one in enumerate(series)]
    shown = [(n, i) for n, i in shown if i is not None]
    wanted = [scale.pixel(series[n].values[i]) for n, i in shown]
    placed = spread(wanted, GAP, 0, plot.high)
    form = number_format(part.unit_zh, part.decimals)
    for (n, i), level, there in zip(shown, wanted, placed, strict=True):
        one, (name, words) = series[n], ends[n]
        tone = one.colour if one.colour in READABLE and one.role != "quiet" else theme.TEXT_2
        step = plot.across / len(part.categories)
        is_short = words == STATUS_WORDS["O"]  # its line ends before the others: named there
        words = one.words[i] if is_short else words
        is_plain = (is_short or i == len(one.values) - 1) and words == written(
            one.values[i], part.unit_zh, part.decimals
        )
        label = Label(
            i,
            "r",
            tone,
            runs=() if is_plain else ((f"{name} {words}", tone),),
            bold=one.role in ("subject", "county"),
            with_name=True,
            move=(0, 0) if is_short else ((len(one.values) - 1 - i) * step, there - level),
        )
        write_labels(chart.plots[0].series[n], [label], plot, form)


def last_known(values):
    return max((i for i, value in enumerate(values) if value is not None), default=None)


def draw_target(native, part, series, scale, plot):
    """Draw the target across the plot, named over or under it where the lines are farthest."""
    native.smooth = False
    native.format.line.color.rgb, native.format.line.width = colour(theme.ATTENTION), Pt(1.5)
    native.format.line.dash_style = MSO_LINE.DASH
    native.marker.style = XL_MARKER_STYLE.NONE
    at, position = free_place(part, series, scale, plot)
    label = Label(
        at,
        position,
        theme.ATTENTION,
        bold=True,
        with_name=True,
        with_value=False,
        ground=theme.PAGE,
    )
    write_labels(native, [label], plot, number_format(part.unit_zh, part.decimals))


def free_place(part, series, scale, plot):
    """Return (category, t or b) where the target's words lie farthest from any line."""
    count = len(part.categories)
    half = text_width(part.target.words, LABEL_SIZE) / 2 / (plot.across / count)
    level = scale.pixel(part.target.value)

    def clearance(place):
        at, position = place
        middle = level - 10 if position == "t" else level + 10
        beside = [
            abs(scale.pixel(one.values[i]) - middle)
            for one in series
            for i in range(max(0, int(at - half)), min(count, int(at + half) + 2))
            if one.values[i] is not None
        ]
        outside = middle < 0 or middle > plot.high
        return min(beside, default=plot.high) - outside * plot.high

    inside = [i for i in range(count) if half <= i + 0.5 <= count - half] or [count // 2]
    return max(((i, side) for i in inside for side in "tb"), key=clearance)
