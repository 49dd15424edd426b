"""The marks of a chart: lines, points, bars and the cells of a cross table."""

import math
import re
from itertools import pairwise

import shapely

from ui import theme
from ui.map_patterns import hatch
from ui.slides.svg_known import Unknown, only
from ui.slides.svg_parts import circle, path, polygon, rect

HOVER = {"type", "hoverinfo", "hovertext", "name", "customdata", "unselected", "cliponaxis"}
SCATTER = HOVER | {"x", "y", "mode", "line", "marker", "fill", "fillcolor"}
BAR = HOVER | {"x", "y", "orientation", "width", "base", "marker"}
HEAT = HOVER | {"x", "y", "z", "zmin", "zmax", "colorscale", "showscale", "xgap", "ygap"}
MARKER = {"size", "color", "opacity", "line", "symbol"}
DASH = re.compile(r"\d+(\.\d+)?px( \d+(\.\d+)?px)*")
TRIANGLES = {"triangle-up": 1, "triangle-down": -1}
SIZE = 6  # of a marker that says none
LEEWAY = 0.5  # px a mark may lie outside the plot where Plotly would cut it off


def drawn(traces, plot, barmode: str) -> str:
    """Return the SVG of all traces: cells and bars below, lines and points over them."""
    below, above, piled = [], [], {}
    for trace in traces:
        kind = trace.get("type")
        if kind == "heatmap":
            below.append(_cells(trace, plot))
        elif kind == "bar":
            below.append(_bars(trace, plot, barmode, piled))
        elif kind == "scatter":
            above.append(_scatter(trace, plot))
        else:
            raise Unknown(f"a trace is a {kind}: not drawn as SVG")
    return "".join(below + above)


def dashes(told: str | None) -> str | None:
    """Return "6px 4px" as SVG has it; solid is none."""
    if told in (None, "", "solid"):
        return None
    if not DASH.fullmatch(told):
        raise Unknown(f"a line is dashed {told}: only pixels are known")
    return told.replace("px", "")


def is_missing(value) -> bool:
    return value is None or (isinstance(value, float) and math.isnan(value))


def nth(told, n, default):
    """Return the value of the nth mark, told for all at once or one by one."""
    if told is None:
        return default
    return told[n] if isinstance(told, list | tuple) else told


def _scatter(trace, plot):
    only("a line", trace, SCATTER)
    told, marker = trace.get("line", {}), trace.get("marker", {})
    only("a line's look", told, {"color", "width", "dash"})
    only("a marker", marker, MARKER)
    modes = set(trace["mode"].split("+"))
    if modes - {"lines", "markers"}:
        raise Unknown(f"a line is drawn as {trace['mode']}")
    places = [
        None if is_missing(x) or is_missing(y) else (plot.across(x), plot.down(y))
        for x, y in zip(trace["x"], trace["y"], strict=True)
    ]
    if trace.get("cliponaxis", True):
        _stay_inside(places, plot)
    found = []
    if trace.get("fill", "none") != "none":
        found.append(_filled(places, trace))
    elif "lines" in modes:
        dash = dashes(told.get("dash"))
        runs = [run for run in _runs(places) if len(run) > 1]
        found.append(path(runs, told["color"], told["width"], stroke_dasharray=dash))
    if "markers" in modes:
        found += [
            _point(place, marker, n, told.get("color"))
            for n, place in enumerate(places)
            if place is not None
        ]
    return "".join(found)


def _filled(places, trace):
    """Fill what a line encloses; it has no edge of its own."""
    if trace["fill"] != "toself" or trace["mode"] != "lines" or trace["line"].get("width") != 0:
        raise Unknown("only what a line without a width encloses is filled")
    return polygon(shapely.Polygon(places), trace["fillcolor"])


def _stay_inside(places, plot):
    box = plot.box
    for place in places:
        if place is None:
            continue
        x, y = place
        if not (
            box.x - LEEWAY <= x <= box.right + LEEWAY and box.y - LEEWAY <= y <= box.bottom + LEEWAY
        ):
            raise Unknown("a point lies outside its plot, where Plotly would cut the line off")


def _runs(places):
    """Return the points in lines, the pen lifted where there is none."""
    runs = [[]]
    for place in places:
        if place is None:
            runs.append([])
        else:
            runs[-1].append(place)
    return runs


def _point(place, marker, n, colour):
    size = nth(marker.get("size"), n, SIZE)
    edge = marker.get("line", {})
    only("a marker's edge", edge, {"color", "width"})
    if not size:
        return ""
    x, y, reach = *place, size / 2
    symbol = nth(marker.get("symbol"), n, "circle")
    if symbol == "x-thin":
        cross = [
            [(x - reach, y - reach), (x + reach, y + reach)],
            [(x - reach, y + reach), (x + reach, y - reach)],
        ]
        return path(cross, edge["color"], edge["width"])
    fill = nth(marker.get("color"), n, colour)
    look = {
        "stroke": nth(edge.get("color"), n, None) if edge.get("width") else None,
        "stroke_width": edge.get("width") or None,
        "opacity": _opacity(marker, n),
    }
    if symbol in TRIANGLES:
        tip = TRIANGLES[symbol] * reach
        corners = [(x, y - tip), (x + reach, y + tip), (x - reach, y + tip)]
        return polygon(shapely.Polygon(corners), fill, **look)
    if symbol != "circle":
        raise Unknown(f"a marker is a {symbol}")
    return circle(x, y, reach, fill, **look)


def _opacity(marker, n):
    opacity = nth(marker.get("opacity"), n, 1)
    return None if opacity == 1 else opacity


def _bars(trace, plot, barmode, piled):
    """Draw bars; `piled` holds how high those of each place are piled so far."""
    only("bars", trace, BAR)
    only("a bar", trace["marker"], {"color", "opacity", "line", "pattern"})
    return "".join(
        _bar(across, down, trace["marker"], n)
        for n, across, down in bar_boxes(trace, plot, barmode, piled)
    )


def bar_boxes(trace, plot, barmode: str, piled: dict):
    """Yield (which, its pixels from left to right, from top to bottom) of every bar there is."""
    if barmode not in ("stack", "overlay", "group") or trace.get("width") is None:
        raise Unknown(f"bars are set {barmode}, with a width of {trace.get('width')}")
    lying = trace.get("orientation") == "h"
    lengths, places = (trace["x"], trace["y"]) if lying else (trace["y"], trace["x"])
    for n, (length, place) in enumerate(zip(lengths, places, strict=True)):
        if is_missing(length) or not length:
            continue
        begin = nth(trace.get("base"), n, None)
        if begin is None:
            begin = piled.get(place, 0.0) if barmode == "stack" else 0.0
        if barmode == "stack" and length < 0:
            raise Unknown("a pile of bars has a negative one")
        piled[place] = begin + length
        half = nth(trace["width"], n, 0.8) / 2
        ends = ((begin, begin + length), (place - half, place + half))
        (x0, x1), (y0, y1) = ends if lying else ends[::-1]
        across = sorted((plot.across(x0), plot.across(x1)))
        down = sorted((plot.down(y0), plot.down(y1)))
        yield n, across, down


def _bar(across, down, marker, n):
    edge, pattern = marker.get("line", {}), marker.get("pattern") or {}
    only("a bar's edge", edge, {"color", "width"})
    wide, high = across[1] - across[0], down[1] - down[0]
    bar = rect(
        across[0],
        down[0],
        wide,
        high,
        nth(marker["color"], n, theme.ACCENT),
        stroke=edge.get("color") if edge.get("width") else None,
        stroke_width=edge.get("width") or None,
        opacity=_opacity(marker, n),
        shape_rendering=None if edge.get("width") else "crispEdges",  # no seams between bars
    )
    return bar + (_hatched(across, down, pattern) if pattern else "")


def _hatched(across, down, pattern):
    only("a pattern", pattern, {"shape", "fgcolor", "size", "solidity"})
    if pattern.get("shape") != "/":
        raise Unknown(f"a bar's pattern is {pattern.get('shape')}")
    box = shapely.box(across[0], down[0], across[1], down[1])
    lines = hatch(box, spacing=pattern.get("size", 8))
    return path(lines, pattern["fgcolor"], pattern.get("size", 8) * pattern.get("solidity", 0.3))


def _cells(trace, plot):
    """Draw the cells of a cross table, each in one of its scale's flat colours."""
    only("a cross table", trace, HEAT)
    if trace.get("showscale", True):
        raise Unknown("a cross table has a scale beside it")
    low, high = trace["zmin"], trace["zmax"]
    gaps = trace.get("xgap", 0), trace.get("ygap", 0)
    return "".join(
        rect(
            across[0] + gaps[0] / 2,
            down[0] + gaps[1] / 2,
            across[1] - across[0] - gaps[0],
            down[1] - down[0] - gaps[1],
            _colour((trace["z"][n] - low) / (high - low), trace["colorscale"]),
        )
        for n, across, down in cell_boxes(trace, plot)
    )


def cell_boxes(trace, plot):
    """Yield (which, its pixels from left to right, from top to bottom) of every cell."""
    for n, (x, y, z) in enumerate(zip(trace["x"], trace["y"], trace["z"], strict=True)):
        if not is_missing(z):
            across = sorted((plot.across(x - 0.5), plot.across(x + 0.5)))
            yield n, across, sorted((plot.down(y - 0.5), plot.down(y + 0.5)))


def _colour(share, scale):
    """Return the colour at a share of a scale that has steps and no transitions."""
    for (begin, colour), (end, same) in pairwise(scale):
        if begin <= share <= end and begin < end:
            if colour != same:
                raise Unknown("the colours of a cross table flow into one another")
            return colour
    raise Unknown(f"a cross table has no colour at {share}")
