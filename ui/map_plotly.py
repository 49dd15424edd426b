"""The same map as a Plotly figure, for browsers without WebGL, where deck.gl stays blank."""

from html import escape

import numpy as np
import plotly.graph_objects as go
import shapely

from ui import theme
from ui.map_drawing import Drawing
from ui.map_facilities import DIAMOND, RADIUS

GRAIN = 11  # pixels between the unseen points by which a township is pointed at
STRETCH = 1.3  # Plotly draws a diamond so much larger than it is told
SEEN = {"marker": {"opacity": 1}}
UNSEEN = {"marker": {"opacity": 0}}


def figure(drawing: Drawing) -> go.Figure:
    """Return the map for st.plotly_chart(…, theme=None, selection_mode="points").

    Words are annotations: Plotly fades the text of a trace while something is selected.
    """
    traces = [
        *(filled([land], theme.LAND) for land in drawing.land),
        *map(stroke, drawing.under),
        *(filled(shapely.get_parts(area.polygon), area.fill) for area in drawing.areas),
        *map(stroke, drawing.strokes),
        spots(drawing.spots),
        *map(stroke, drawing.outlines),
        townships(drawing),
        facilities(drawing.facilities),
    ]
    return go.Figure(data=[trace for trace in traces if trace is not None], layout=layout(drawing))


def clicked_area(event) -> str | None:
    """Return the ref_area of the township or facility that was clicked, if one was."""
    points = ((event or {}).get("selection") or {}).get("points") or []
    found = (point["customdata"] for point in points if point.get("customdata"))
    return next((custom[0] if isinstance(custom, list) else custom["0"] for custom in found), None)


def filled(polygons, fill):
    x, y = joined([polygon.exterior.coords for polygon in polygons])
    return go.Scatter(
        x=x, y=y, fill="toself", fillcolor=fill, mode="lines", line_width=0, hoverinfo="skip"
    )


def stroke(drawn):
    if not drawn.lines:
        return None
    x, y = joined(drawn.lines)
    return go.Scatter(
        x=x,
        y=y,
        mode="lines",
        line={"color": drawn.colour, "width": drawn.width},
        hoverinfo="skip",
    )


def spots(drawn):
    if not drawn:
        return None
    return go.Scatter(
        x=[spot.x for spot in drawn],
        y=[spot.y for spot in drawn],
        mode="markers",
        marker={
            "size": [2 * spot.radius for spot in drawn],
            "color": [spot.fill for spot in drawn],
            "opacity": 1,
            "line_width": 0,
        },
        unselected=SEEN,
        hoverinfo="skip",
    )


def townships(drawing):
    """Return a grain of unseen points: Plotly selects points, never the inside of a polygon."""
    x, y, custom, tips = [], [], [], []
    for area in drawing.areas:
        inside = grain(area.polygon)
        x += inside[:, 0].tolist()
        y += inside[:, 1].tolist()
        custom += [[area.ref_area, area.ref_area in drawing.chosen]] * len(inside)
        tips += [tip(area.name_zh, area.tip_value, area.tip_note)] * len(inside)
    return go.Scatter(
        x=x,
        y=y,
        mode="markers",
        name="townships",
        marker={"size": GRAIN, "opacity": 0},
        selected=UNSEEN,
        unselected=UNSEEN,
        customdata=custom,
        hovertext=tips,
        hoverinfo="text",
    )


def grain(polygon):
    west, north, east, south = polygon.bounds
    x, y = np.meshgrid(np.arange(west, east, GRAIN), np.arange(north, south, GRAIN))
    inside = shapely.contains_xy(polygon, x, y)
    return np.column_stack([x[inside], y[inside]])


def facilities(places):
    if not places:
        return None
    looks = [place.look for place in places]
    absent = [place.state == "missing" for place in places]
    return go.Scatter(
        x=[place.x for place in places],
        y=[place.y for place in places],
        mode="markers",
        name="facilities",
        marker={
            "symbol": ["diamond" if lacking else "circle" for lacking in absent],
            "size": [2 * (DIAMOND / STRETCH if lacking else RADIUS) for lacking in absent],
            "color": [fill for fill, _, _ in looks],
            "line": {"color": [line for _, line, _ in looks], "width": [w for _, _, w in looks]},
            "opacity": 1,
        },
        selected=SEEN,
        unselected=SEEN,
        customdata=[[place.ref_area] for place in places],
        hovertext=[tip(place.name_zh, place.detail_zh) for place in places],
        hoverinfo="text",
    )


def layout(drawing):
    frame = drawing.frame
    left, _, right, _ = shapely.union_all([area.polygon for area in drawing.areas]).bounds
    # The axes are pixels. Only the county's own width is asked for: a wider page shows more land
    # on either side, a narrower one loses land before it shrinks the county.
    aside = min(left, frame.width - right)
    axis = {"visible": False, "fixedrange": True, "showgrid": False, "zeroline": False}
    return {
        "template": theme.TEMPLATE,
        "height": frame.height,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "plot_bgcolor": theme.SEA,
        "dragmode": False,
        "clickmode": "event+select",
        "hoverdistance": GRAIN,
        "xaxis": axis | {"range": [left - aside / 4, right + aside / 4], "scaleanchor": "y"},
        "yaxis": axis | {"range": [frame.height, 0]},
        "annotations": [annotation(word) for word in drawing.words],
    }


def annotation(word):
    line = word.line
    shadow = ",".join([f"0 0 2px {line.halo}"] * 4) if line.halo else "none"
    return {
        "x": word.x,
        "y": word.y,
        "text": line.text,
        "showarrow": False,
        "bgcolor": veil(line.plate) if line.plate else None,
        "borderpad": 0,
        "font": {
            "size": line.size,
            "color": line.colour,
            "weight": 700 if line.bold else 400,
            "style": "italic" if line.italic else "normal",
            "shadow": shadow,
        },
    }


def veil(colour):
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return f"rgba({red},{green},{blue},{theme.VEIL})"


def tip(name, *rest):
    return "<br>".join([f"<b>{escape(name)}</b>", *(escape(words) for words in rest if words)])


def joined(lines):
    """Return x and y of several lines, a gap between each."""
    x, y = [], []
    for line in lines:
        across, down = np.asarray(line).T
        x += [*across.tolist(), None]
        y += [*down.tolist(), None]
    return x[:-1], y[:-1]
