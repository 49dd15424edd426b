"""Maps: classes, circles, places of words, and the same drawing by deck.gl, Plotly and legend."""

import json
import math
import random
from itertools import combinations

import numpy as np
import pandas as pd
import pytest
import shapely

from queries.geography import schematic_geography
from queries.places import DATA
from ui import map_deck, map_legend, map_plotly, theme
from ui.map_captions import inside
from ui.map_drawing import draw_map
from ui.map_frame import fit
from ui.map_labels import Line, block_box, centre_for
from ui.map_patterns import dashes, dots, hatch, segments
from ui.map_scale import circle_scale, colour_scale

RATES = {
    "广陈镇": 4.72,
    "林埭镇": 4.63,
    "新仓镇": 4.49,
    "独山港镇": 4.27,
    "新埭镇": 3.87,
    "钟埭街道": 3.27,
    "当湖街道": 3.12,
    "曹桥街道": 2.79,
}
OUTSIDE = "乍浦镇"
SIZES = [(560, 430), (358, 380), (640, 352)]


@pytest.fixture(scope="module")
def geography():
    collection = json.loads((DATA / "geo" / "townships_schematic.geojson").read_text("utf-8"))
    named = [item["properties"] for item in collection["features"]]
    return schematic_geography(DATA / "geo", [(one["code"], one["name"], []) for one in named])


@pytest.fixture(scope="module")
def code(geography):
    return {one.name_zh: one.ref_area for one in geography.townships.values()}


@pytest.fixture(scope="module")
def draw(geography, code):
    """Draw some values by township name; `status` marks a few, `points` are (name, state)."""

    def drawn(values=RATES, status=None, points=None, chosen=(), **options):
        rows = [
            {
                "ref_area": code[name],
                "in_scope": name != OUTSIDE,
                "scope_note_zh": "嘉兴港区管理，不在统计口径" if name == OUTSIDE else None,
                "obs_value": values.get(name, math.nan),
                "obs_status": (status or {}).get(name, "A"),
                "value_label": f"{values.get(name, math.nan):g}",
            }
            for name in code
        ]
        if points is not None:
            options["points"] = pd.DataFrame(
                [
                    {
                        "name_zh": f"{name}<一>",
                        "ref_area": code[name],
                        "lon": geography.townships[code[name]].label.x,
                        "lat": geography.townships[code[name]].label.y,
                        "state": state,
                        "detail_zh": None,
                    }
                    for name, state in points
                ],
                columns=["name_zh", "ref_area", "lon", "lat", "state", "detail_zh"],
            )
        settings = {"standardised": True, "unit_zh": "家／万人", "decimals": 2} | options
        return draw_map(
            pd.DataFrame(rows), geography, chosen=[code[name] for name in chosen], **settings
        )

    return drawn


def area(drawing, name):
    return next(one for one in drawing.areas if one.name_zh == name)


def texts(drawing):
    return [word.line.text for word in drawing.words]


def layers(drawing):
    return json.loads(map_deck.deck(drawing).to_json())["layers"][0]


# Classes and circles


def test_rates_fall_into_five_classes_with_round_limits():
    scale = colour_scale(list(RATES.values()), "家／万人", 2)
    assert scale.limits == (3.0, 3.5, 4.0, 4.5)
    assert scale.labels == ("＜3.0", "3.0–3.5", "3.5–4.0", "4.0–4.5", "≥4.5")
    assert scale.counts == (1, 2, 1, 2, 2)
    assert scale.colour(2.79) == theme.SEQUENTIAL[0]
    assert scale.colour(4.5) == theme.SEQUENTIAL[6]


def test_ties_make_fewer_classes_and_a_class_of_one_value_is_named_by_it():
    scale = colour_scale([100, 100, 100, 94.7, 81.8, 100, 100, 100], "%", 1)
    assert scale.labels == ("＜90%", "90%–100%", "100%")
    assert scale.counts == (1, 1, 6)


def test_equal_values_are_one_class():
    scale = colour_scale([3.5] * 8)
    assert (scale.labels, scale.counts) == (("3.5",), (8,))


def test_zero_is_the_first_step_and_is_called_0():
    scale = colour_scale([0, 0, 0, 3.2, 1.1])
    assert scale.labels[0] == "0"
    assert scale.colour(0) == scale.colours[0]
    assert colour_scale([0, 0]).colours == (theme.SEQUENTIAL[0],)


def test_a_value_lies_in_the_class_of_its_printed_number():
    scale = colour_scale([2.79, 3.12, 3.27, 3.496, 4.27, 4.49, 4.63, 4.72], "", 2)
    assert 3.5 in scale.limits
    assert scale.colour(3.496) == scale.colour(3.5)


def test_large_limits_are_said_in_wan():
    assert colour_scale([12000, 25000, 31000]).labels == ("＜2万", "2万–3万", "≥3万")


def test_without_values_there_is_no_scale():
    assert colour_scale([]) is None
    assert circle_scale([0, 0], 30) is None


@pytest.mark.parametrize("seed", range(30))
def test_no_class_is_ever_empty(seed):
    chance = random.Random(seed)
    values = [
        round(chance.choice((chance.random(), chance.gauss(50, 30), chance.expovariate(0.001))), 2)
        for _ in range(chance.randint(1, 30))
    ]
    scale = colour_scale(values, "", 2)
    assert sum(scale.counts) == len(values)
    assert all(scale.counts)
    assert len(scale.counts) == min(5, len(set(values)))
    assert len(set(scale.labels)) == len(scale.labels)


def test_four_times_the_count_is_twice_the_radius():
    scale = circle_scale([25, 100], 30)
    assert scale.radius(100) == 30
    assert scale.radius(25) == 15
    assert scale.radius(0) == 0


def test_the_circles_of_the_legend_are_round_numbers():
    assert [label for _, label in circle_scale([218, 15], 30).samples()] == ["100", "20", "10"]


# Frame and patterns


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_county_fills_the_window_and_stays_inside(geography, width, height):
    frame = fit(geography.outline, width, height)
    west, north, east, south = frame.project(geography.outline).bounds
    assert west > 8
    assert north > 8
    assert east < width - 8
    assert south < height - 8
    assert max(east - west, south - north) > 0.85 * min(width, height)


def test_pixels_and_degrees_are_one_another_s_inverse(geography):
    frame = fit(geography.outline, 560, 430)
    place = geography.townships["330482108"].label
    back = frame.unproject(shapely.get_coordinates(frame.project(place)))
    assert back[0] == pytest.approx([place.x, place.y], abs=1e-5)


def test_a_hatch_runs_at_45_degrees_and_only_inside():
    polygon = shapely.Polygon([(0, 0), (100, 10), (80, 90), (10, 60)])
    lines = hatch(polygon)
    across, down = (lines[:, 1] - lines[:, 0]).T
    assert np.allclose(across, -down)
    assert all(polygon.buffer(1e-6).covers(shapely.LineString(line)) for line in lines)


def test_dots_and_dashes_keep_to_their_polygon():
    polygon = shapely.Polygon([(0, 0), (100, 10), (80, 90), (10, 60)])
    assert all(polygon.covers(shapely.Point(dot)) for dot in dots(polygon))
    lengths = np.linalg.norm(np.diff(segments(dashes(polygon)), axis=1), axis=2)
    assert lengths.max() <= 6.0 + 1e-9


@pytest.mark.parametrize(
    ("width", "height", "right", "down"),
    [(100, 100, False, True), (120, 44, True, False), (44, 44, False, False)],
    ids=["below", "beside", "on"],
)
def test_words_stand_below_their_circle_else_beside_it_else_on_it(width, height, right, down):
    lines, radius = [Line("甲镇", 14), Line("12", 15)], 16
    caption, _ = inside(shapely.box(0, 0, width, height), lines, radius, [], [])
    x, y = caption.anchor
    assert all((word.x > x + radius) is right for word in caption.words)
    assert all((word.y > y + radius) is down for word in caption.words)


# What is drawn


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("standardised", [True, False])
def test_every_township_is_named_and_no_two_labels_touch(draw, width, height, standardised):
    drawing = draw(width=width, height=height, standardised=standardised)
    assert {*RATES, OUTSIDE} <= {*texts(drawing)}
    assert {f"{value:g}" for value in RATES.values()} <= {*texts(drawing)}
    boxes = [block_box([word.line], (word.x, word.y)) for word in drawing.words]
    assert all(drawing.frame.box.covers(box) for box in boxes)
    shared = [one.intersection(other).area for one, other in combinations(boxes, 2)]
    assert max(shared) < 1


def test_a_very_small_map_names_only_what_is_chosen_and_what_is_outside(draw):
    drawing = draw(width=332, height=255, chosen=["新埭镇"])
    assert {"新埭镇", OUTSIDE} == {*texts(drawing)} & {*RATES, OUTSIDE}


def test_labels_are_white_on_the_two_darkest_steps_only(draw):
    drawing = draw()
    colours = {word.line.text: word.line.colour for word in drawing.words}
    white = [name for name in RATES if colours[name] == theme.PAGE]
    assert white == ["广陈镇", "林埭镇", "新仓镇", "独山港镇"]


def test_the_township_outside_the_statistics_is_hatched_and_says_why_in_two_lines(draw):
    drawing = draw()
    assert area(drawing, OUTSIDE).fill == theme.OUT_OF_SCOPE
    assert {"嘉兴港区管理，", "不在统计口径"} <= {*texts(drawing)}
    assert drawing.strokes[0].lines
    words = [word for word in drawing.words if word.line.text in (OUTSIDE, "不在统计口径")]
    hatched = shapely.multilinestrings(drawing.strokes[0].lines)
    assert not any(hatched.intersects(block_box([word.line], (word.x, word.y))) for word in words)


def test_missing_suppressed_zero_and_inapplicable_are_four_things(draw):
    drawing = draw(
        values=RATES | {"广陈镇": 0, "林埭镇": math.nan},
        status={"林埭镇": "O", "新仓镇": "Q", "新埭镇": "M"},
    )
    assert area(drawing, "广陈镇").fill == drawing.scale.colours[0]
    assert area(drawing, "林埭镇").fill == theme.PAGE
    assert area(drawing, "新仓镇").fill == theme.PROTECTED
    assert area(drawing, "新埭镇").fill == theme.SOFT
    assert {"0", "无数据", "已保护", "不适用"} <= {*texts(drawing)}
    assert "4.49" not in texts(drawing)
    assert drawing.strokes[1].lines
    assert {spot.fill for spot in drawing.spots} == {theme.PROTECTED_DOT}
    assert sum(drawing.scale.counts) == 5


def test_a_township_without_a_row_has_no_data(geography):
    empty = pd.DataFrame(columns=["ref_area", "in_scope", "obs_value", "obs_status"])
    drawing = draw_map(empty, geography, standardised=True, unit_zh="家")
    assert {one.state for one in drawing.areas} == {"missing"}
    assert drawing.scale is None


def test_an_incomplete_value_is_marked_where_it_stands(draw):
    assert texts(draw(status={"新仓镇": "P"})).count("○未完整") == 1


def test_a_wholly_incomplete_map_is_marked_once(draw):
    words = texts(draw(status=dict.fromkeys(RATES, "P")))
    assert words.count("○ 本期未完整") == 1
    assert "○未完整" not in words


def test_counts_are_circles_and_never_colour_a_township(draw):
    drawing = draw(values={"当湖街道": 200, "曹桥街道": 50}, standardised=False)
    assert area(drawing, "当湖街道").fill == area(drawing, "曹桥街道").fill == theme.SEQUENTIAL[0]
    large, small = sorted((spot.radius for spot in drawing.spots), reverse=True)
    assert large == pytest.approx(2 * small)


def test_the_chosen_are_outlined_in_ink(draw):
    chosen = {stroke.name: stroke for stroke in draw(chosen=["曹桥街道", "林埭镇"]).outlines}[
        "chosen"
    ]
    assert (len(chosen.lines), chosen.colour, chosen.width) == (2, theme.INK, 3.0)


def test_under_points_the_townships_stay_plain_and_only_the_missing_are_named(draw):
    drawing = draw(points=[("新埭镇", "active"), ("新仓镇", "inactive"), ("林埭镇", "missing")])
    assert {one.fill for one in drawing.areas if one.name_zh != OUTSIDE} == {theme.SEQUENTIAL[0]}
    assert [text for text in texts(drawing) if "<一>" in text] == ["林埭镇<一>"]
    assert [place.look[0] for place in drawing.facilities] == [
        theme.ACCENT,
        theme.PAGE,
        theme.PAGE,
    ]


def test_a_label_among_dense_dots_hides_as_few_as_it_can():
    polygon = shapely.box(0, 0, 100, 100)
    crowd = [shapely.Point(x, y).buffer(2) for x in range(5, 100, 10) for y in range(5, 60, 10)]
    x, y = centre_for(polygon, [(0, 0, 60, 46)], shun=crowd)
    hidden = [dot for dot in crowd if dot.intersects(shapely.box(x - 30, y - 23, x + 30, y + 23))]
    assert len(hidden) <= 7  # one row; from the middle it would be three


def test_a_locator_lights_up_the_chosen_township(draw):
    drawing = draw(points=[], chosen=["新埭镇"], width=332, height=300)
    assert area(drawing, "新埭镇").fill == theme.SEQUENTIAL[5]
    assert area(drawing, "新埭镇").tip_value == "3.87家／万人"


def test_neighbours_the_bay_and_a_scale_bar_help_to_find_one_s_way(draw):
    assert {"嘉善县", "金山区", "海盐县", "南湖区", "杭 州 湾", "5千米"} <= {*texts(draw())}


def test_no_corner_behind_the_outlines_looks_like_sea(draw):
    drawing = draw(width=560, height=430)
    land = shapely.union_all(drawing.land)
    assert land.covers(shapely.Point(1, 1))
    assert land.covers(shapely.Point(559, 1))
    assert not land.covers(shapely.Point(559, 429))


# deck.gl


def test_the_deck_asks_for_no_basemap(draw):
    spec = json.loads(map_deck.deck(draw()).to_json())
    assert spec["mapStyle"] == "__MAP_STYLE__"
    assert "mapProvider" not in spec
    assert "http" not in json.dumps(spec)
    assert spec["views"][0]["controller"] is False


def test_no_layer_stands_at_the_top_where_a_selection_would_fade_it(draw):
    spec = json.loads(map_deck.deck(draw()).to_json())
    assert [type(entry) for entry in spec["layers"]] == [list]


def test_only_what_knows_its_township_can_be_clicked(draw):
    drawing = draw(points=[("新埭镇", "active"), ("林埭镇", "missing")])
    ids = [layer["id"] for layer in layers(drawing)]
    assert len(ids) == len(set(ids))
    clickable = {layer["id"]: layer for layer in layers(drawing) if layer.get("pickable")}
    assert set(clickable) == {"townships", "facilities", "absent"}
    features = clickable["townships"]["data"]["features"]
    assert all(feature["properties"]["ref_area"] for feature in features)
    assert all(
        row["ref_area"] for name in ("facilities", "absent") for row in clickable[name]["data"]
    )


def test_a_click_on_the_deck_names_the_township():
    feature = {"properties": {"ref_area": "330482003"}}
    event = {"selection": {"indices": {"townships": [2]}, "objects": {"townships": [feature]}}}
    assert map_deck.clicked_area(event) == "330482003"
    facility = {"selection": {"objects": {"facilities": [{"ref_area": "330482001"}]}}}
    assert map_deck.clicked_area(facility) == "330482001"


@pytest.mark.parametrize("module", [map_deck, map_plotly])
@pytest.mark.parametrize(
    "event", [None, {}, {"selection": {}}, {"selection": {"objects": {}, "points": []}}]
)
def test_no_click_names_nothing(module, event):
    assert module.clicked_area(event) is None


# Plotly


def test_both_maps_write_the_same_words(draw):
    drawing = draw(status={"新仓镇": "Q", "林埭镇": "O"})
    written = [
        row["text"] for layer in layers(drawing) if "words" in layer["id"] for row in layer["data"]
    ]
    annotated = [one.text for one in map_plotly.figure(drawing).layout.annotations]
    assert sorted(written) == sorted(annotated) == sorted(texts(drawing))


def test_both_maps_fill_the_townships_alike(draw):
    drawing = draw(status={"新仓镇": "Q", "林埭镇": "O"})
    fills = [trace.fillcolor for trace in map_plotly.figure(drawing).data if trace.fillcolor]
    townships = next(layer for layer in layers(drawing) if layer["id"] == "townships")
    deck_fills = [feature["properties"]["fill"] for feature in townships["data"]["features"]]
    assert [map_deck.rgb(fill) for fill in fills[-len(deck_fills) :]] == deck_fills


def test_the_plotly_map_needs_no_geography_of_its_own(draw):
    figure = map_plotly.figure(draw())
    assert {trace.type for trace in figure.data} == {"scatter"}
    assert figure.layout.xaxis.scaleanchor == "y"


def test_every_township_answers_to_a_click_on_the_plotly_map(draw, code):
    trace = next(one for one in map_plotly.figure(draw()).data if one.name == "townships")
    assert {custom[0] for custom in trace.customdata} == set(code.values())
    point = {"customdata": list(trace.customdata[0])}
    assert map_plotly.clicked_area({"selection": {"points": [point]}}) == point["customdata"][0]


def test_words_in_a_plotly_tooltip_are_escaped(draw):
    figure = map_plotly.figure(draw(points=[("新埭镇", "active")]))
    trace = next(one for one in figure.data if one.name == "facilities")
    assert trace.hovertext == ("<b>新埭镇&lt;一&gt;</b>",)


# The legend


def test_the_legend_gives_limits_counts_unit_and_notice(draw):
    html = map_legend.legend_html(draw())
    for words in (
        "＜3.0",
        "4.0–4.5",
        "2个",
        "单位：家／万人",
        "不在统计口径",
        "示意边界，非法定界线",
    ):
        assert words in html
    assert "无数据" not in html
    assert "<svg" not in html


def test_the_legend_names_every_kind_without_a_value_that_is_there(draw):
    html = map_legend.legend_html(draw(status={"新仓镇": "Q", "林埭镇": "O", "新埭镇": "P"}))
    for words in ("已保护", "无数据", "未完整，数据未到期末"):
        assert words in html


def test_the_legend_of_points_counts_each_state_in_the_caller_s_words(draw):
    drawing = draw(points=[("新埭镇", "active"), ("新仓镇", "active"), ("林埭镇", "missing")])
    html = map_legend.legend_html(drawing, {"active": "有<点>"})
    assert "有&lt;点&gt;（2）" in html
    assert "尚无（1）" in html
    assert "单位" not in html


def test_the_legend_of_counts_shows_circles_as_large_as_on_the_map(draw):
    drawing = draw(values={"当湖街道": 200, "曹桥街道": 50}, standardised=False, unit_zh="家")
    radius, label = drawing.scale.samples()[0]
    html = map_legend.legend_html(drawing)
    assert f"width:{2 * radius:.1f}px" in html
    assert label == "100"
    assert "圆的面积与数值成正比" in html
