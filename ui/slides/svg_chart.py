"""A chart as SVG without a browser: the Plotly figures our own charts are made of, no others.

What it does not know is an error: a mark that silently fell away would be a wrong picture.
"""

import math
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from ui import theme
from ui.slides import svg_notes, svg_traces
from ui.slides.box import Box
from ui.slides.svg_known import Unknown, only
from ui.slides.svg_parts import MIDDLE, element, line, rect, words
from ui.slides.svg_words import cut
from ui.slides.svg_words import lines as broken

TYPE = 14  # of ticks, as in the template
SMALL = 12
BESIDE = 3  # px from a tick to its words
# What changes nothing in a picture: how a reader hovers, drags and selects.
UNSEEN = {"dragmode", "hoverlabel", "clickmode", "uirevision"}
LAYOUT = UNSEEN | {
    *("template", "height", "margin", "xaxis", "yaxis", "shapes", "annotations", "barmode"),
}
AXIS = {
    *("fixedrange", "automargin", "range", "tickvals", "ticktext", "ticklabelstandoff", "ticks"),
    *("ticklen", "showline", "linecolor", "tickcolor", "showgrid", "gridcolor", "zeroline"),
    *("visible", "side", "tickangle", "ticklabelposition", "ticklabeloverflow", "nticks"),
}
SHAPE = {"type", "x0", "x1", "y0", "y1", "xref", "yref", "fillcolor", "line", "layer"}


@dataclass(frozen=True)
class Scale:
    """An axis: its first and last value (of a date, in days) and their pixels."""

    low: float
    high: float
    start: float
    end: float

    def pixel(self, value) -> float:
        share = (as_number(value) - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)


@dataclass(frozen=True)
class Plot:
    """Where things are drawn: the plot's box, and its axes unless nothing has values."""

    box: Box
    x: Scale
    y: Scale

    def across(self, value, ref: str = "x") -> float:
        if ref == "paper":
            return self.box.x + value * self.box.width
        return self.x.pixel(value)

    def down(self, value, ref: str = "y") -> float:
        """Return the pixel from the top; a share of the paper counts from below."""
        if ref == "paper":
            return self.box.bottom - value * self.box.height
        return self.y.pixel(value)


def chart_svg(figure: go.Figure, width: float, height: float) -> str:
    """Return an SVG group of a figure drawn in a box of so many pixels.

    The figure is one of ui.chart_parts.Drawing, better drawn for about this height: its labels
    were kept apart for that. Raises Unknown for whatever else a figure may hold.
    """
    return plotted(figure, width, height)[0]


def plotted(figure: go.Figure, width: float, height: float) -> tuple[str, Plot, dict]:
    """Return chart_svg's group, where its plot lies in it, and the figure as a dict."""
    told = figure.to_dict()
    layout = told["layout"]
    only("a figure", layout, LAYOUT)
    if "template" in layout and layout["template"] != theme.TEMPLATE.to_plotly_json():
        raise Unknown("a figure has another template than the board's")
    axes = {
        name: _axis(name, layout[name], theme.TEMPLATE.layout[name].to_plotly_json())
        for name in ("xaxis", "yaxis")
    }
    plot = _plot(axes, layout["margin"], width, height)
    return _group(told, axes, plot), plot, told


def _group(told, axes, plot):
    layout = told["layout"]
    shapes = [_shape(one, plot) for one in layout.get("shapes", ())]
    notes = layout.get("annotations", ())
    return element(
        "g",
        "".join(
            [
                *(svg for layer, svg in shapes if layer == "below"),
                _grid(axes, plot),
                _x_axis(axes["xaxis"], plot),
                _y_axis(axes["yaxis"], plot),
                svg_traces.drawn(told["data"], plot, layout.get("barmode", "group")),
                *(svg for layer, svg in shapes if layer != "below"),
                *(svg_notes.drawn(note, plot) for note in notes),
            ]
        ),
        font_family=theme.FONT,
    )


def as_number(value) -> float:
    """Return a date as its day, a number as itself."""
    return float(pd.Timestamp(value).toordinal()) if isinstance(value, str) else float(value)


def _axis(name, given, template):
    only(name, given, AXIS)
    axis = template | given
    if axis.get("tickangle", 0) or axis.get(
        "side", "bottom" if name == "xaxis" else "left"
    ) not in ({"bottom", "top"} if name == "xaxis" else {"left"}):
        raise Unknown(f"{name}: side {axis.get('side')}, angle {axis.get('tickangle')}")
    if axis.get("visible", True) and ("range" not in axis or "tickvals" not in axis):
        raise Unknown(f"{name}: Plotly would choose its range or ticks; ours are always given")
    return axis


def _plot(axes, margin, width, height):
    box = Box(
        margin["l"], margin["t"], width - margin["l"] - margin["r"],
        height - margin["t"] - margin["b"],
    )  # fmt: skip
    if box.width <= 0 or box.height <= 0:
        raise Unknown(f"no room for a chart: {width} × {height} less margins of {margin}")
    ranges = {
        name: [as_number(end) for end in axis.get("range", (0, 1))] for name, axis in axes.items()
    }
    for ends in ranges.values():
        if ends[0] == ends[1]:  # a single period: Plotly shows it in the middle of its axis
            ends[:] = [ends[0] - 1, ends[1] + 1]
    return Plot(
        box,
        Scale(*ranges["xaxis"], box.x, box.right),
        Scale(*ranges["yaxis"], box.bottom, box.y),
    )


def _grid(axes, plot):
    """Draw a line at each tick of the axes that have a grid."""
    found = []
    x, y = axes["xaxis"], axes["yaxis"]
    if y.get("showgrid", True) and y.get("visible", True):
        for value in y["tickvals"]:
            level = plot.down(value)
            found.append(line(plot.box.x, level, plot.box.right, level, y["gridcolor"], 1))
    if x.get("showgrid", True) and x.get("visible", True):
        for value in x["tickvals"]:
            place = plot.across(value)
            found.append(line(place, plot.box.y, place, plot.box.bottom, x["gridcolor"], 1))
    return "".join(found)


def _x_axis(axis, plot):
    if not axis.get("visible", True):
        return ""
    is_above = axis.get("side") == "top"
    edge = plot.box.y if is_above else plot.box.bottom
    found = []
    if axis.get("showline"):
        found.append(line(plot.box.x, edge, plot.box.right, edge, axis["linecolor"], 1))
    length = axis.get("ticklen", 5) if axis.get("ticks") == "outside" else 0
    room = plot.box.width / max(len(axis["tickvals"]), 1) - 4
    beside = axis.get("ticklabelposition", "outside") == "outside right"
    away = length + axis.get("ticklabelstandoff", 0) + BESIDE
    for value, text in zip(axis["tickvals"], axis.get("ticktext", axis["tickvals"]), strict=True):
        place = plot.across(value)
        if length:
            found.append(line(place, edge, place, edge + length, axis["tickcolor"], 1))
        if is_above:
            found.append(_head(str(text), place, edge - away, room))
        else:
            start = (place + BESIDE, "start") if beside else (place, "middle")
            baseline = edge + away + 0.8 * TYPE
            found.append(words(str(text), start[0], baseline, TYPE, anchor=start[1]))
    return "".join(found)


def _head(text, place, baseline, room):
    """Write the name of a column over it, in two smaller lines where it is too long for one."""
    found, size = broken(text, TYPE, room), TYPE
    if len(found) > 1:
        found, size = broken(text, SMALL, room, most=2), SMALL
    return "".join(
        words(one, place, baseline - (len(found) - 1 - n) * size * 1.2, size, anchor="middle")
        for n, one in enumerate(found)
    )


def _y_axis(axis, plot):
    if not axis.get("visible", True):
        return ""
    found = []
    if axis.get("showline"):
        colour = axis.get("linecolor", theme.TEXT_2)
        found.append(line(plot.box.x, plot.box.y, plot.box.x, plot.box.bottom, colour, 1))
    place = plot.box.x - BESIDE - axis.get("ticklabelstandoff", 0)
    for value, text in zip(axis["tickvals"], axis.get("ticktext", axis["tickvals"]), strict=True):
        baseline = plot.down(value) + MIDDLE * TYPE
        told = cut(
            str(text), TYPE, plot.box.x
        )  # a margin too narrow for it would lose its beginning
        found.append(words(told, place, baseline, TYPE, anchor="end"))
    return "".join(found)


def _shape(shape, plot):
    """Return (layer, SVG) of a band or a line."""
    only("a shape", shape, SHAPE)
    only("a shape's line", shape.get("line", {}), {"color", "width", "dash"})
    xref, yref = shape.get("xref", "x"), shape.get("yref", "y")
    x0, x1 = (plot.across(shape[name], xref) for name in ("x0", "x1"))
    y0, y1 = (plot.down(shape[name], yref) for name in ("y0", "y1"))
    drawn, layer = shape.get("line", {}), shape.get("layer", "above")
    if shape["type"] == "line":
        dash = svg_traces.dashes(drawn.get("dash"))
        return layer, line(x0, y0, x1, y1, drawn["color"], drawn["width"], dash)
    if shape["type"] != "rect" or drawn.get("width"):
        raise Unknown(f"a shape: {shape['type']} with an outline of {drawn.get('width')}")
    left, top = min(x0, x1), min(y0, y1)
    band = rect(left, top, math.fabs(x1 - x0), math.fabs(y1 - y0), shape["fillcolor"])
    return layer, band
