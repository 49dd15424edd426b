"""Places on a map: filled where one is at work, hollow where it rests, a diamond where none is."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely

from ui import theme
from ui.map_frame import Frame
from ui.map_labels import Line, block_box, block_size, block_words, box_around

RADIUS = 4.0
DIAMOND = 7.5  # half a diagonal
MOST_NAMED = 12  # names: more would cover the map
LOOKS = {
    "active": (theme.ACCENT, theme.PAGE, 1.0),
    "inactive": (theme.PAGE, theme.ACCENT, 1.8),
    "missing": (theme.PAGE, theme.ATTENTION, 2.0),
}


@dataclass(frozen=True)
class Facility:
    x: float
    y: float
    state: str
    ref_area: str
    name_zh: str
    detail_zh: str

    @property
    def look(self) -> tuple[str, str, float]:
        """Fill, line, line width."""
        return LOOKS[self.state]

    @property
    def box(self):
        reach = 2 * (DIAMOND if self.state == "missing" else RADIUS)
        return box_around((self.x, self.y), (reach, reach))


def facilities(points: pd.DataFrame, frame: Frame) -> list[Facility]:
    """Return the places in painting order: what is missing comes last, on top."""
    places = frame.project(shapely.points(points[["lon", "lat"]].to_numpy(float)))
    shown = [
        Facility(
            float(place.x),
            float(place.y),
            row["state"],
            row["ref_area"],
            row["name_zh"],
            "" if pd.isna(row["detail_zh"]) else row["detail_zh"],
        )
        for place, row in zip(places, points.to_dict("records"), strict=True)
    ]
    return sorted(shown, key=lambda place: list(LOOKS).index(place.state))


def facility_words(places: list[Facility], frame: Frame):
    """Return (words, boxes): the missing by name, beside their diamond, hiding few dots.

    Where many are missing none is named: that is what lists are for. The boxes cover diamonds and
    names, for the townships' labels to keep off.
    """
    absent = [place for place in places if place.state == "missing"]
    words, boxes = [], [place.box for place in absent]
    for place in absent if len(absent) <= MOST_NAMED else []:
        block = [Line(place.name_zh, 13, theme.ATTENTION, bold=True, halo=theme.PAGE)]
        spots = [
            (hidden(block_box(block, spot), places), number, spot)
            for number, spot in enumerate(beside(place, block_size(block)))
            if free(block_box(block, spot), boxes, frame)
        ]
        if spots:
            _, _, spot = min(spots)
            words += block_words(block, spot)
            boxes.append(block_box(block, spot))
    return words, boxes


def beside(place, size):
    """Return where a label may stand: right, left, above, below."""
    aside, over = DIAMOND + 4 + size[0] / 2, DIAMOND + 2 + size[1] / 2
    steps = ((aside, 0), (-aside, 0), (0, -over), (0, over))
    return [(place.x + right, place.y + down) for right, down in steps]


def hidden(box, places):
    return sum(box.intersects(place.box) for place in places)


def free(box, boxes, frame):
    return frame.box.covers(box) and not any(box.intersects(other) for other in boxes)


def diamond(place: Facility):
    """Return the corners of a place's diamond."""
    corners = np.array([[0, -1], [1, 0], [0, 1], [-1, 0]])
    return corners * DIAMOND + (place.x, place.y)
