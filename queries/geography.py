"""Where the townships lie: their polygons, and the land and water around them."""

import json
from dataclasses import dataclass
from pathlib import Path

import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from queries.boundaries import GeographyError, read_official, read_schematic

OFFICIAL = "townships.geojson"
SCHEMATIC = "townships_schematic.geojson"
OUTLINES = "county_outlines.geojson"
SURROUNDINGS = "surroundings.geojson"
SCHEMATIC_NOTICE = "示意边界，非法定界线，不作划界依据；轮廓依据天地图"
OFFICIAL_NOTICE = "镇街道边界依据导入的正式文件；周边轮廓依据天地图"


@dataclass(frozen=True)
class Township:
    ref_area: str
    name_zh: str
    polygon: BaseGeometry
    label: shapely.Point


@dataclass(frozen=True)
class Neighbour:
    code: str
    name_zh: str
    polygon: BaseGeometry


@dataclass(frozen=True, eq=False)  # compared by identity, so that drawings of it can be cached
class Geography:
    """All in lon/lat. `land` is all that is dry, our own county too; `waters` are names only."""

    townships: dict[str, Township]
    neighbours: tuple[Neighbour, ...]
    outline: BaseGeometry
    land: BaseGeometry
    waters: tuple[str, ...]
    official: bool
    notice_zh: str


def load_geography(folder, townships):
    """Return the Geography of a folder: its official boundaries if it has them, else the schematic.

    `townships` are (ref_area, name_zh, aliases). An official file that cannot be trusted raises
    GeographyError, whose message tells a clerk in Chinese what to mend.
    """
    official = Path(folder) / OFFICIAL
    schematic = read_schematic(Path(folder) / SCHEMATIC, townships)
    if not official.exists():
        return assemble(folder, townships, schematic, official=False)
    return assemble(folder, townships, read_official(official, townships, schematic), official=True)


def schematic_geography(folder, townships):
    """Return the schematic Geography, whatever official file lies beside it."""
    schematic = read_schematic(Path(folder) / SCHEMATIC, townships)
    return assemble(folder, townships, schematic, official=False)


def assemble(folder, townships, polygons, official):
    outlines = [
        Neighbour(item["properties"]["code"], item["properties"]["name"], shape(item["geometry"]))
        for item in features(Path(folder) / OUTLINES)
    ]
    county_codes = {ref_area[:6] for ref_area, _, _ in townships}
    surroundings = features(Path(folder) / SURROUNDINGS)
    coasts = [
        shape(item["geometry"]) for item in surroundings if item["properties"]["kind"] == "land"
    ]
    return Geography(
        townships={
            ref_area: Township(ref_area, name, polygons[ref_area], pole(polygons[ref_area]))
            for ref_area, name, _ in townships
        },
        neighbours=tuple(place for place in outlines if place.code not in county_codes),
        outline=without_holes(shapely.union_all(list(polygons.values()))),
        land=shapely.union_all([*(place.polygon for place in outlines), *coasts]),
        waters=tuple(
            item["properties"]["name"]
            for item in surroundings
            if item["properties"]["kind"] == "water"
        ),
        official=official,
        notice_zh=OFFICIAL_NOTICE if official else SCHEMATIC_NOTICE,
    )


def features(path):
    """Return the features of a GeoJSON file of ours; none if the county ships no such file."""
    if not path.exists():
        return []
    return json.loads(path.read_text(encoding="utf-8"))["features"]


def pole(polygon):
    """Return the point farthest from every side: inside even where the centroid is not."""
    return shapely.Point(shapely.maximum_inscribed_circle(polygon, tolerance=0.001).coords[0])


def without_holes(outline):
    """Return the outline alone: slivers between boundaries drawn by hand are no lakes."""
    parts = shapely.get_parts(outline)
    return shapely.union_all([shapely.Polygon(part.exterior) for part in parts])


__all__ = [
    "Geography",
    "GeographyError",
    "Neighbour",
    "Township",
    "load_geography",
    "schematic_geography",
]
