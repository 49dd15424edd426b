"""The map of reach: what cannot be walked to looks otherwise, and a walk is as long as it is."""

import csv
import math

import pandas as pd
import pytest

from queries.geography import schematic_geography
from tests.rows import SHIPPED
from ui import map_reach

METRES = 692.3


@pytest.fixture(scope="module")
def geography():
    with (SHIPPED / "reference" / "township.csv").open(encoding="utf-8", newline="") as file:
        named = [(row["ref_area"], row["name_zh"], []) for row in csv.DictReader(file)]
    return schematic_geography(SHIPPED / "geo", named)


def home(name, lon, lat, persons, is_reached):
    return {
        **{"community": name, "name_zh": name, "ref_area": "330482001", "lon": lon, "lat": lat},
        **{"persons": persons, "is_reached": is_reached, "was_reached": is_reached},
    }


def place(name, lon, lat, state):
    return {
        **{"place": name, "name_zh": name, "ref_area": "330482001", "lon": lon, "lat": lat},
        **{"community_zh": "村", "stage": "在用", "opened_on": pd.NaT, "state": state},
    }


def drawn(geography, sites=()):
    areas = pd.DataFrame(
        {
            "ref_area": list(geography.townships),
            "in_scope": True,
            "scope_note_zh": None,
            "obs_value": float("nan"),
            "obs_status": "A",
            "value_label": "",
        }
    )
    homes = pd.DataFrame(
        [home("近村", 121.01, 30.70, 900, True), home("远村", 121.10, 30.75, 100, False)]
    )
    places = pd.DataFrame(
        [
            place("甲", 121.012, 30.70, "open"),
            place("乙", 121.014, 30.70, "opened"),
            place("丙", 121.10, 30.75, "planned"),
        ]
    )
    columns = ["name_zh", "ref_area", "lon", "lat", "rank", "gain"]
    return map_reach.drawn(
        *(areas, geography, homes, places, METRES, pd.DataFrame(list(sites), columns=columns)),
        width=600,
        height=480,
    )


def stroke(drawing, name):
    return next(one for one in (*drawing.strokes, *drawing.outlines) if one.name == name)


def test_a_walk_is_drawn_at_the_scale_of_the_map_around_open_places_only(geography):
    drawing, _ = drawn(geography)
    rings = stroke(drawing, "walks").lines
    assert len(rings) == 2
    across = rings[0][:, 0].max() - rings[0][:, 0].min()
    assert across == pytest.approx(2 * METRES / 1000 * drawing.frame.pixels_per_km())


def test_who_cannot_walk_to_a_place_is_hatched_and_ringed_and_the_others_are_not(geography):
    drawing, told = drawn(geography)
    (ring,) = stroke(drawing, "gaps").lines
    assert ring[:, 0].mean() == pytest.approx(told[1].x, abs=1)
    assert len(stroke(drawing, "gap_hatch").lines) > 2
    assert [one.detail_zh for one in told] == ["900人，步行可及", "100人，步行不可及"]


def test_circles_are_in_proportion_to_people(geography):
    drawing, _ = drawn(geography)
    largest = max(spot.radius for spot in drawing.spots)
    assert largest == pytest.approx(map_reach.LARGEST * drawing.frame.short_side)
    # a ninth of the people would be a third of the radius, but hatching needs room
    assert min(spot.radius for spot in drawing.spots) == map_reach.GAP


def test_a_new_place_is_framed_and_a_suggested_one_numbered_and_named_with_its_gain(geography):
    drawing, _ = drawn(geography, [("远村", "330482103", 121.10, 30.75, 1, 1529)])
    assert len(stroke(drawing, "opened").lines) == 1
    texts = [word.line.text for word in drawing.words]
    assert "1" in texts
    assert "远村+1529人" in texts
    # the planned place under the number gives way to it
    assert [one.name_zh for one in drawing.facilities] == ["甲", "乙"]
    assert math.isclose(
        stroke(drawing, "sites").lines[0][:, 0].mean(), drawn_at(drawing), abs_tol=2
    )


def drawn_at(drawing):
    return next(word.x for word in drawing.words if word.line.text == "1")


def test_the_legend_counts_every_mark(geography):
    drawing, _ = drawn(geography)
    homes = pd.DataFrame({"is_reached": [True, False]})
    places = pd.DataFrame({"state": ["open", "opened", "planned"]})
    html = map_reach.legend(drawing, homes, places, has_sites=False)
    for words in ("可及的村社区（1）", "尚未可及的村社区（1）", "期间新开的点（1）", "步行范围"):
        assert words in html
    assert "建议新设的点" not in html
