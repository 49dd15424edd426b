"""The map as marks in pixels, drawn once: deck.gl, Plotly and the legend only repeat it."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely

from queries.geography import Geography
from ui import map_areas, theme
from ui.map_areas import Area
from ui.map_captions import caption_lines, corner_words, placed
from ui.map_facilities import Facility, facilities, facility_words
from ui.map_frame import Frame, fit
from ui.map_labels import Word
from ui.map_patterns import dashes, dots, hatch, rings, segments
from ui.map_scale import CircleScale, ColourScale, circle_scale, colour_scale
from ui.map_surroundings import surroundings

LARGEST_CIRCLE = 0.052  # radius of the largest count, as a share of the map's shorter side
CIRCLE_FILL = theme.ACCENT_MUTED
INSET = 3.5  # the dashed border of an area without data stands so far inside the white one


@dataclass(frozen=True)
class Stroke:
    """Lines of one colour and width; each is an n × 2 array of pixels."""

    name: str
    lines: list[np.ndarray]
    colour: str
    width: float


@dataclass(frozen=True)
class Spot:
    x: float
    y: float
    radius: float
    fill: str


@dataclass(frozen=True)
class Drawing:
    """Everything on a map, in painting order; only areas and facilities answer to a click."""

    frame: Frame
    land: list[shapely.Polygon]
    under: list[Stroke]
    areas: list[Area]
    strokes: list[Stroke]
    spots: list[Spot]
    outlines: list[Stroke]
    facilities: list[Facility]
    words: list[Word]
    scale: ColourScale | CircleScale | None
    chosen: tuple[str, ...]
    unit_zh: str
    notice_zh: str


def draw_map(
    areas: pd.DataFrame,
    geography: Geography,
    *,
    standardised: bool,
    unit_zh: str,
    chosen=(),
    points: pd.DataFrame | None = None,
    decimals: int | None = None,
    width: int = 560,
    height: int = 430,
) -> Drawing:
    """Return the Drawing of one indicator at one time, for a map of this many pixels.

    `areas` has ref_area, in_scope, scope_note_zh, obs_value, obs_status, value_label; a township
    without a row has no data. Standardised values colour the townships, counts become circles, and
    with `points` (name_zh, ref_area, lon, lat, state, detail_zh) the townships stay plain.
    """
    frame = fit(geography.outline, width, height)
    shown = map_areas.describe(areas, geography, frame, unit_zh)
    if points is not None:
        scale, places = None, facilities(points, frame)
        shown = map_areas.plain(shown, lit=() if places else chosen)
    else:
        scale, places = scale_of(shown, standardised, unit_zh, decimals, frame), []
        shown = map_areas.filled(shown, scale)
    named, taken = facility_words(places, frame)
    wanted = [
        (area, caption_lines(area, shown, chosen, frame), radius_of(area, scale)) for area in shown
    ]
    captions = placed(wanted, chosen, taken, shun=[place.box for place in places])
    ground = surroundings(geography, frame)
    county = rings_of([frame.project(geography.outline)])
    return Drawing(
        frame=frame,
        land=ground.land,
        under=[
            Stroke("neighbour_borders", ground.borders, theme.LAND_LINE, 1.0),
            Stroke("county_casing", county, theme.PAGE, 5.0),
        ],
        areas=shown,
        strokes=inner_strokes(shown, captions, scale),
        spots=protected_dots(shown, captions) + circles(shown, captions, scale),
        outlines=[
            Stroke("county", county, theme.TEXT_2, 1.4),
            *chosen_strokes(shown, chosen),
            Stroke("scale_bar", ground.scale_bar, theme.TEXT_2, 1.2),
        ],
        facilities=places,
        words=[*ground.words, *words_of(captions), *named, *corner_words(shown)],
        scale=scale,
        chosen=tuple(chosen),
        unit_zh=unit_zh,
        notice_zh=geography.notice_zh,
    )


def scale_of(areas, standardised, unit_zh, decimals, frame):
    values = [area.value for area in areas if area.state == "value"]
    if standardised:
        return colour_scale(values, unit_zh, decimals)
    return circle_scale(values, LARGEST_CIRCLE * frame.short_side)


def inner_strokes(areas, captions, scale):
    """Return the marks of townships without a value, and the borders between townships."""
    coloured = isinstance(scale, ColourScale)
    hatched = [
        hatch(captions[area.ref_area].clears(area.polygon))
        for area in areas
        if area.state == "out_of_scope"
    ]
    dashed = [
        segments(captions[area.ref_area].clears(dashes(area.polygon.buffer(-INSET))))
        for area in areas
        if area.state == "missing"
    ]
    return [
        Stroke("hatch", [line for lines in hatched for line in lines], theme.HATCH, 1.2),
        Stroke("dashes", [line for lines in dashed for line in lines], theme.TEXT_3, 1.2),
        Stroke(
            "borders",
            rings_of([area.polygon for area in areas]),
            theme.PAGE if coloured else theme.QUIET,
            1.6 if coloured else 1.2,
        ),
    ]


def chosen_strokes(areas, chosen):
    lines = rings_of([area.polygon for area in areas if area.ref_area in chosen])
    return [
        Stroke("chosen_casing", lines, theme.PAGE, 5.0),
        Stroke("chosen", lines, theme.INK, 3.0),
    ]


def rings_of(polygons):
    return [shapely.get_coordinates(ring) for polygon in polygons for ring in rings(polygon)]


def protected_dots(areas, captions):
    return [
        Spot(x, y, 1.1, theme.PROTECTED_DOT)
        for area in areas
        if area.state == "protected"
        for x, y in dots(captions[area.ref_area].clears(area.polygon)).tolist()
    ]


def circles(areas, captions, scale):
    """Return a circle for every count, its area in proportion; the caption says where."""
    if not isinstance(scale, CircleScale):
        return []
    return [
        Spot(*captions[area.ref_area].anchor, radius_of(area, scale), CIRCLE_FILL)
        for area in areas
        if area.state == "value"
    ]


def radius_of(area, scale):
    counted = isinstance(scale, CircleScale) and area.state == "value"
    return scale.radius(area.value) if counted else 0.0


def words_of(captions):
    return [word for caption in captions.values() for word in caption.words]
