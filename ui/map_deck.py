"""The map as a pydeck.Deck: no basemap, nothing from outside, a click names its township."""

import json

import pydeck as pdk
import shapely
from pydeck.bindings.json_tools import default_serialize
from shapely.geometry import mapping

from ui import theme
from ui.map_drawing import Drawing
from ui.map_facilities import RADIUS, diamond

TOOLTIP = {
    "html": (
        "<div><b>{name_zh}</b></div><div>{value_zh}</div>"
        f"<div style='color:{theme.TEXT_2}'>{{note_zh}}</div>"
    ),
    "style": {
        "backgroundColor": theme.PAGE,
        "color": theme.INK,
        "border": f"1px solid {theme.HAIRLINE}",
        "borderRadius": "4px",
        "padding": "6px 10px",
        "fontFamily": theme.FONT,
        "fontSize": "14px",
        "lineHeight": "22px",
        "maxWidth": "220px",
    },
}


class CompactDeck(pdk.Deck):
    """A Deck written without indents: pydeck's own text is half as long again, and slow."""

    def to_json(self):
        return json.dumps(self, sort_keys=True, default=default_serialize, separators=(",", ":"))


def deck(drawing: Drawing) -> pdk.Deck:
    """Return the map for st.pydeck_chart(…, height=drawing.frame.height).

    Two things must stay as they are. `map_style` is never passed: Streamlit's client takes its
    absence for "no basemap" and fetches one from outside for anything else. And the layers stand in
    a list of their own inside the list: Streamlit fades every layer it finds at the top while
    something is selected, labels included.
    """
    frame = drawing.frame
    return CompactDeck(
        map_provider=None,
        layers=[[*ground(drawing), townships(drawing), *marks(drawing), *words(drawing)]],
        initial_view_state=pdk.ViewState(
            longitude=frame.lon, latitude=frame.lat, zoom=frame.zoom, pitch=0, bearing=0
        ),
        views=[pdk.View(type="MapView", controller=False)],  # the page scrolls, the map stays
        tooltip=TOOLTIP,
    )


def clicked_area(event) -> str | None:
    """Return the ref_area of the township or facility that was clicked, if one was."""
    objects = ((event or {}).get("selection") or {}).get("objects") or {}
    for clicked in (item for items in objects.values() for item in items):
        return clicked.get("properties", clicked).get("ref_area")
    return None


def ground(drawing):
    """Return the layers under the townships: sea, land, borders."""
    frame = drawing.frame
    reach = 5 * max(frame.width, frame.height)
    sea = [[-reach, -reach], [reach, -reach], [reach, reach], [-reach, reach]]
    pieces = [(sea, theme.SEA), *((land.exterior.coords, theme.LAND) for land in drawing.land)]
    rows = [{"polygon": lonlat(frame, ring), "fill": rgb(fill)} for ring, fill in pieces]
    return [
        pdk.Layer(
            "SolidPolygonLayer", rows, id="ground", get_polygon="polygon", get_fill_color="fill"
        ),
        lines(drawing.under, frame, "under"),
    ]


def townships(drawing):
    """Return the layer in which a click finds its township.

    `chosen` is among the properties so that the second click on a township differs from the first:
    Streamlit reports a selection only when it has changed.
    """
    features = [
        {
            "type": "Feature",
            "properties": {
                "ref_area": area.ref_area,
                "name_zh": area.name_zh,
                "value_zh": area.tip_value,
                "note_zh": area.tip_note,
                "chosen": area.ref_area in drawing.chosen,
                "fill": rgb(area.fill),
            },
            "geometry": mapping(shapely.transform(area.polygon, drawing.frame.unproject)),
        }
        for area in drawing.areas
    ]
    return pdk.Layer(
        "GeoJsonLayer",
        {"type": "FeatureCollection", "features": features},
        id="townships",
        pickable=True,
        stroked=False,
        get_fill_color="properties.fill",
    )


def marks(drawing):
    """Return the layers over the townships: patterns, circles, outlines, facilities."""
    frame = drawing.frame
    spots = [
        {
            "position": position(frame, spot),
            "radius": spot.radius,
            "fill": rgb(spot.fill),
            "line": rgb(spot.fill),
            "line_width": 0,
        }
        for spot in drawing.spots
    ]
    present = [facility(frame, place) for place in drawing.facilities if place.state != "missing"]
    absent = [
        facility(frame, place) | {"polygon": lonlat(frame, diamond(place))}
        for place in drawing.facilities
        if place.state == "missing"
    ]
    return [
        lines(drawing.strokes, frame, "strokes"),
        circles(spots, "spots", pickable=False),
        lines(drawing.outlines, frame, "outlines"),
        circles(present, "facilities", pickable=True),
        pdk.Layer(
            "PolygonLayer",
            absent,
            id="absent",
            pickable=True,
            get_polygon="polygon",
            get_fill_color="fill",
            get_line_color="line",
            get_line_width="line_width",
            line_width_units=pdk.types.String("pixels"),
        ),
    ]


def facility(frame, place):
    fill, line, line_width = place.look
    return {
        "ref_area": place.ref_area,
        "name_zh": place.name_zh,
        "value_zh": place.detail_zh,
        "note_zh": "",
        "position": position(frame, place),
        "radius": RADIUS,
        "fill": rgb(fill),
        "line": rgb(line),
        "line_width": line_width,
    }


def circles(rows, name, pickable):
    return pdk.Layer(
        "ScatterplotLayer",
        rows,
        id=name,
        pickable=pickable,
        stroked=True,
        get_position="position",
        get_radius="radius",
        radius_units=pdk.types.String("pixels"),
        get_fill_color="fill",
        get_line_color="line",
        get_line_width="line_width",
        line_width_units=pdk.types.String("pixels"),
    )


def lines(strokes, frame, name):
    rows = [
        {"path": lonlat(frame, line), "colour": rgb(stroke.colour), "width": stroke.width}
        for stroke in strokes
        for line in stroke.lines
    ]
    return pdk.Layer(
        "PathLayer",
        rows,
        id=name,
        get_path="path",
        get_color="colour",
        get_width="width",
        width_units=pdk.types.String("pixels"),
        joint_rounded=True,
    )


def words(drawing):
    """Return one text layer for each style: all but the colour holds for a whole layer."""
    styles = {}
    for word in drawing.words:
        line = word.line
        style = (line.size, line.italic, line.bold, line.halo, line.plate)
        styles.setdefault(style, []).append(word)
    return [
        text(drawing.frame, styled, f"words{number}", *style)
        for number, (style, styled) in enumerate(styles.items())
    ]


def text(frame, styled, name, size, italic, bold, halo, plate):
    # Letters are painted at twice their size: sharp on a phone, evenly halved on a plain screen.
    rows = [
        {
            "position": position(frame, word),
            "text": word.line.text,
            "colour": rgb(word.line.colour),
        }
        for word in styled
    ]
    weight = f"{'italic ' if italic else ''}{700 if bold else 400}"
    ground = {"outline_width": 2, "outline_color": rgb(halo)} if halo else {}
    if plate:
        veil = [*rgb(plate)[:3], round(255 * theme.VEIL)]
        ground = {"background": True, "get_background_color": veil, "background_padding": [2, 0]}
    return pdk.Layer(
        "TextLayer",
        rows,
        id=name,
        get_position="position",
        get_text="text",
        get_size=size,
        get_color="colour",
        character_set=pdk.types.String("auto"),
        font_family=pdk.types.String(theme.FONT),
        font_weight=pdk.types.String(weight),
        font_settings={"sdf": bool(halo), "fontSize": 2 * size, "buffer": 6},
        **ground,
    )


def position(frame, mark):
    return lonlat(frame, [(mark.x, mark.y)])[0]


def lonlat(frame, places):
    return frame.unproject(places).round(6).tolist()  # a tenth of a metre


def rgb(colour):
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
