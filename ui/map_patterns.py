"""Hatches, dots and dashes as plain geometry: neither deck.gl nor Plotly fills a polygon so."""

from functools import lru_cache

import numpy as np
import shapely
from shapely.ops import substring


def hatch(polygon, spacing=7.0):
    """Return 45° segments (n × 2 × 2) that fill a polygon, one every `spacing` pixels."""
    west, south, east, north = polygon.bounds
    reach = north - south
    starts = np.arange(west, east + reach, spacing * np.sqrt(2))
    lines = shapely.linestrings(
        [[[start, south], [start - reach, north]] for start in starts.tolist()]
    )
    return segments(shapely.intersection(shapely.multilinestrings(lines), polygon))


def dots(polygon, spacing=7.0):
    """Return the places (n × 2) of staggered dots inside a polygon."""
    west, south, east, north = polygon.bounds
    x, y = np.meshgrid(np.arange(west, east, spacing), np.arange(south, north, spacing))
    x = x + np.where(np.arange(len(x)) % 2, spacing / 2, 0)[:, None]
    inside = shapely.contains_xy(polygon, x, y)
    return np.column_stack([x[inside], y[inside]])


@lru_cache(maxsize=256)  # another month's border is the same
def dashes(polygon, dash=6.0, gap=4.0):
    """Return dashes along every ring of a polygon, as one geometry of many lines."""
    return shapely.multilinestrings(
        [
            substring(ring, start, start + dash)
            for ring in rings(polygon)
            for start in np.arange(0, ring.length, dash + gap).tolist()
        ]
    )


def rings(polygon):
    return [
        ring for part in shapely.get_parts(polygon) for ring in (part.exterior, *part.interiors)
    ]


def segments(lines):
    """Return the straight pieces (n × 2 × 2) of any mix of lines."""
    pieces = [
        np.stack([line[:-1], line[1:]], axis=1)
        for line in (shapely.get_coordinates(part) for part in shapely.get_parts(lines))
        if len(line) > 1
    ]
    return np.concatenate(pieces) if pieces else np.empty((0, 2, 2))
