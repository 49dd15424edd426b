"""The window a map is drawn in: Web Mercator, from lon/lat to pixels and back."""

import math
from dataclasses import dataclass

import numpy as np
import shapely

TILE = 512  # deck.gl's world is so many pixels wide at zoom 0
EQUATOR_METRES = 40_075_016.7
MARGIN = 0.045  # of the shorter side, kept free around the county


@dataclass(frozen=True)
class Frame:
    """`lon`, `lat` lie at the centre; pixels count from the top left corner, y downwards."""

    width: int
    height: int
    lon: float
    lat: float
    zoom: float

    @property
    def world(self) -> float:
        return TILE * 2**self.zoom

    @property
    def short_side(self) -> int:
        return min(self.width, self.height)

    @property
    def box(self):
        return shapely.box(0, 0, self.width, self.height)

    def project(self, geometry):
        """Return a lon/lat geometry in pixels."""
        middle = mercator(np.array([[self.lon, self.lat]]))
        return shapely.transform(
            geometry,
            lambda places: (
                (mercator(places) - middle) * self.world + (self.width / 2, self.height / 2)
            ),
        )

    def unproject(self, places):
        """Return pixel coordinates (n × 2) as lon/lat, to about a metre."""
        middle = mercator(np.array([[self.lon, self.lat]]))
        x, y = (
            (np.asarray(places, float) - (self.width / 2, self.height / 2)) / self.world + middle
        ).T
        return np.round(np.column_stack([x * 360 - 180, latitude(y)]), 5)

    def pixels_per_km(self) -> float:
        return self.world * 1000 / (EQUATOR_METRES * math.cos(math.radians(self.lat)))


def fit(outline, width: int, height: int) -> Frame:
    """Return the Frame that shows an outline (lon/lat) as large as its margins let it."""
    west, south, east, north = outline.bounds
    (left, bottom), (right, top) = mercator(np.array([[west, south], [east, north]]))
    margins = 2 * MARGIN * min(width, height)
    world = min((width - margins) / (right - left), (height - margins) / (bottom - top))
    return Frame(
        width, height, (west + east) / 2, latitude((top + bottom) / 2), math.log2(world / TILE)
    )


def mercator(places):
    """Return lon/lat as shares of the world, y downwards."""
    lon, lat = places[:, 0], np.radians(places[:, 1])
    y = 0.5 - np.log(np.tan(np.pi / 4 + lat / 2)) / (2 * np.pi)
    return np.column_stack([(lon + 180) / 360, y])


def latitude(y):
    return np.degrees(2 * np.arctan(np.exp((0.5 - y) * 2 * np.pi)) - np.pi / 2)
