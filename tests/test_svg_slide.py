"""Slides as SVG: nothing overflows, nothing is small, every number is there and none too many."""

import json
import re
from functools import cache
from xml.etree import ElementTree

import pandas as pd
import pytest
import shapely

from queries.geography import schematic_geography
from queries.places import DATA
from tests import slides
from tests import test_svg_chart as charts
from tests.svg_reading import contrast, dark, extent, read, said
from ui import labels, theme
from ui.map_drawing import draw_map
from ui.slides import labels_slides
from ui.slides.slide import Cell, Column, Table
from ui.slides.svg_map import map_svg
from ui.slides.svg_parts import document
from ui.slides.svg_slide import CHART_PIXELS, MAP_PIXELS, aside_svg, picture_svg, slide_svg

LONG = "总量稳中有升，但登记类增长放缓，备案类占比仍在提高，需要关注三年以来一直没有活动记录的对象"
SMALLEST, READABLE = 24, 4.5


def geography():
    text = (DATA / "geo" / "townships_schematic.geojson").read_text("utf-8")
    named = [item["properties"] for item in json.loads(text)["features"]]
    return schematic_geography(DATA / "geo", [(one["code"], one["name"], []) for one in named])


GEOGRAPHY = geography()


def drawn_map(parts=2, standardised=True, points=False, states="AAAQOAPA", **more):
    """Return a map drawn for a slide with so many parts; one township is out of scope."""
    rows = [
        {
            "ref_area": area,
            "in_scope": n < len(states),
            "scope_note_zh": None if n < len(states) else "另由他处管理，不在统计口径",
            "obs_value": 3.0 + n / 2 if n < len(states) and states[n] in "AP" else float("nan"),
            "obs_status": states[n] if n < len(states) else "A",
            "value_label": f"{3 + n / 2:.2f}",
        }
        for n, area in enumerate(GEOGRAPHY.townships)
    ]
    places = [
        {
            "name_zh": "某村",
            "ref_area": area,
            "lon": one.label.x,
            "lat": one.label.y,
            "state": ("active", "inactive", "missing")[n % 3],
            "detail_zh": None,
        }
        for n, (area, one) in enumerate(GEOGRAPHY.townships.items())
    ]
    width, height = MAP_PIXELS[parts]
    return draw_map(
        pd.DataFrame(rows),
        GEOGRAPHY,
        standardised=standardised,
        unit_zh="家／万人",
        decimals=2,
        points=pd.DataFrame(places) if points else None,
        width=width,
        height=height,
        **more,
    )


def heat_table():
    fills = [*theme.SEQUENTIAL, theme.PROTECTED]
    cells = tuple(
        Cell("已保护", None, fill) if fill == theme.PROTECTED else Cell(str(n), n, fill)
        for n, fill in enumerate(fills)
    )
    columns = (Column("类型"), *(Column(f"{n}级", "个", 0) for n in range(len(fills))))
    return Table("等级与类型", "个", columns, ((Cell("甲类"), *cells),) * 3)


def chart_of(figure):
    return slides.chart(figure=figure)


KINDS = {
    "cover": slides.slide(headline=LONG, kind="cover"),
    "one chart": slides.slide(slides.chart(note="×为无数据；浅色为未完整")),
    "chart and map": slides.slide(
        slides.chart(), slides.map_part(drawn_map()), notice="示意边界，非法定界线，不作划界依据"
    ),
    "circles": slides.slide(slides.map_part(drawn_map(1, standardised=False))),
    "points": slides.slide(slides.map_part(drawn_map(points=True)), slides.table()),
    "whole map": slides.slide(slides.map_part(drawn_map(1, chosen=("330482001",)))),
    "long headline": slides.slide(slides.chart(title=LONG, measure=LONG * 2), headline=LONG * 2),
    "five cards": slides.slide(slides.cards(5)),
    "eight cards": slides.slide(slides.cards(8, name=LONG)),
    "cards beside a chart": slides.slide(slides.cards(6), slides.chart()),
    "many cards": slides.slide(slides.cards(40)),
    "long table": slides.slide(slides.table(60)),
    "wide table": slides.slide(slides.table(12, columns=30), slides.text()),
    "heat": slides.slide(heat_table()),
    "text": slides.slide(slides.text(3, 3)),
    "much text": slides.slide(slides.text(40, 9), slides.text(0, 30)),
    "long foot": slides.slide(slides.chart(), source="来源：" + LONG * 3, notice=LONG * 2),
}
for name, figure in charts.some_figures().items():
    KINDS[f"figure: {name}"] = slides.slide(chart_of(figure))


@cache
def drawn(name, watermark="本件为内部资料；导出人：某某；导出时间：2024-09-02 10:00"):
    return slide_svg(slides.deck(KINDS[name], watermark=watermark), 1)


@pytest.mark.parametrize("name", KINDS)
def test_all_words_lie_on_the_slide_and_are_large_enough(name):
    svg = drawn(name)
    frame = extent(svg).buffer(1)
    assert [one.words for one in read(svg) if not frame.covers(one.box)] == []
    assert [(one.words, one.size) for one in read(svg) if one.size < SMALLEST] == []


@pytest.mark.parametrize("name", KINDS)
def test_all_words_can_be_read_in_light_and_in_dark(name):
    found = read(drawn(name))
    pale = [one.words for one in found if contrast(one.colour, one.ground) < READABLE]
    lost = [one.words for one in found if contrast(dark(one.colour), dark(one.ground)) < READABLE]
    assert (pale, lost) == ([], [])


@pytest.mark.parametrize("name", KINDS)
def test_the_foot_says_source_date_version_and_class_on_every_slide(name):
    flat = "".join(said(drawn(name)))
    for word in ("来源：", "数据截至2024年8月31日", "版本7f3a91c", "本件为内部资料", "1／1"):
        assert word in flat
    assert labels.DEMO in said(drawn(name))


@pytest.mark.parametrize("name", KINDS)
def test_the_words_of_a_slides_parts_and_foot_do_not_touch(name):
    found = read(drawn(name))
    foot = min(one.box.bounds[1] for one in found if one.words.startswith("来源："))
    head = [one for one in found if one.box.bounds[3] <= foot]
    body = [one for one in found if one.box.bounds[1] < foot - 1]
    assert len(head) == len(body)


def test_a_headline_takes_two_lines_at_most_and_forty_pixels_at_least():
    bold = [one for one in read(drawn("long headline")) if one.size >= 40]
    assert 1 <= len(bold) <= 2
    short = [one for one in read(drawn("five cards")) if one.words == KINDS["five cards"].headline]
    assert [one.size for one in short] == [50]


def test_all_cards_show_their_number_or_how_many_do_not():
    for name, count in (("five cards", 5), ("eight cards", 8), ("cards beside a chart", 6)):
        flat = said(drawn(name))
        assert all(any(f"{n + 1}.{n}6" in one for one in flat) for n in range(count))
    found = said(drawn("many cards"))
    shown = sum(bool(re.match(r"\d+\.\d+6", one)) for one in found)
    assert labels_slides.MORE_CARDS.format(40 - shown) in found


def test_a_table_too_long_says_how_many_rows_stand_in_the_annex():
    found = said(drawn("long table"))
    shown = sum(bool(re.fullmatch(r"第\d+镇", one)) for one in found)
    assert 8 <= shown < 60
    assert f"其余{60 - shown}行见附表" in found


def test_a_table_too_wide_says_how_many_columns_stand_in_the_annex():
    found = said(drawn("wide table"))
    shown = sum(bool(re.fullmatch(r"20\d\d年", one)) for one in found)
    assert 1 <= shown < 30
    assert any(f"其余{30 - shown}列见附表" in one for one in found)


def test_too_much_text_says_what_is_left():
    assert any(re.fullmatch("其余[0-9]+项见附表", one) for one in said(drawn("much text")))


def test_a_protected_value_is_a_word_and_no_number_stands_anywhere_for_it():
    part = Table(
        "表",
        "人",
        (Column("镇街道"), Column("人数", "人", 0)),
        ((Cell("甲镇"), Cell("已保护", None)), (Cell("乙镇"), Cell("40", 40))),
    )
    svg = slide_svg(slides.deck(slides.slide(part, headline="某项")), 1)
    rows = [one.words for one in read(svg)]
    at = rows.index("甲镇")
    assert rows[at : at + 4] == ["甲镇", "已保护", "乙镇", "40"]


def test_names_are_words_and_never_markup():
    evil = "<script>&\"'一</script>"
    part = slides.cards(1, name=evil, unit_zh=evil, verdict=evil)
    svg = slide_svg(slides.deck(slides.slide(part, slides.table(title=evil), headline=evil)), 1)
    tags = {one.tag.split("}")[1] for one in ElementTree.fromstring(svg).iter()}
    assert tags <= {"svg", "g", "rect", "path", "circle", "text", "tspan"}
    assert evil in said(svg)


@pytest.mark.parametrize("name", KINDS)
def test_an_svg_stands_for_itself(name):
    svg = drawn(name)
    names = {key for one in ElementTree.fromstring(svg).iter() for key in one.attrib}
    assert not names & {"style", "class", "id", "href", "onclick"}
    assert set(re.findall(r"https?://[^\"]+", svg)) == {"http://www.w3.org/2000/svg"}


# Maps


def test_a_legend_says_classes_with_counts_and_every_reason_for_no_value():
    found = said(drawn("chart and map"))
    assert sum("个）" in one for one in found) == 5  # six values make five classes
    for reason in ("无数据", "已保护", "不在统计口径", "○ 未完整，数", "单位：家／万人"):
        assert any(one.startswith(reason) for one in found)


def test_a_legend_of_points_says_each_state_with_its_number():
    # nine townships, a place in each: three of every state
    flat = "".join(said(drawn("points")))
    for words in ("有，且有活动", "有，但无活动", "尚无"):
        assert f"{words}（3）" in flat


def test_circles_on_the_map_and_in_its_legend_are_in_one_proportion():
    # the townships count 3, 3.5, 4 … and the legend has the roundest numbers below the largest
    svg = drawn("circles")
    drawing = KINDS["circles"].parts[0].drawing
    found = [
        float(one.get("r"))
        for one in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}circle")
        if one.get("fill") == theme.ACCENT_MUTED
    ]
    values = [area.value for area in drawing.areas if area.state == "value"]
    values += [float(label) for _, label in drawing.scale.samples()]
    assert len(found) == len(values) > 6
    assert [r / found[0] for r in found] == pytest.approx(
        [(value / values[0]) ** 0.5 for value in values], rel=0.01
    )
    assert "圆的面积与数值成正比" in "".join(said(svg)).replace("；", "")


def test_every_township_can_be_asked_for_and_only_once_a_map():
    svg = drawn("whole map")
    assert sorted(re.findall(r'data-area="(\d+)"', svg)) == sorted(GEOGRAPHY.townships)


def test_every_township_of_a_slides_map_is_named_with_its_value():
    for parts in MAP_PIXELS:
        drawing = drawn_map(parts, states="AAAAAAAA")
        found = said(document(600, 616, map_svg(drawing, 600, 616)))
        for area in drawing.areas:
            assert area.name_zh in found
        assert sum(bool(re.fullmatch(r"\d\.\d\d", one)) for one in found) == 8


def test_nothing_of_a_map_is_drawn_far_outside_its_window():
    svg = document(600, 616, map_svg(drawn_map(), 600, 616))
    window = shapely.box(-60, -60, 660, 676)
    for one in ElementTree.fromstring(svg).iter():
        places = re.findall(r"[ML]([-\d.]+) ([-\d.]+)", one.get("d", ""))
        assert all(window.covers(shapely.Point(float(x), float(y))) for x, y in places)


# Pictures and asides


@pytest.mark.parametrize("name", [name for name in KINDS if name != "cover"])
def test_a_picture_says_all_there_is_to_say_inside_itself(name):
    slide = KINDS[name]
    for part in slide.parts:
        svg = picture_svg(part, slide, slides.deck(slide))
        frame, found = extent(svg).buffer(1), read(svg)
        assert [one.words for one in found if not frame.covers(one.box)] == []
        assert min(one.size for one in found) >= SMALLEST
        flat = "".join(one.words for one in found)
        for word in (part.title[:12], "数据截至2024年8月31日", "版本7f3a91c", labels.DEMO):
            assert word in flat


def test_the_notice_about_borders_stands_in_the_maps_picture_alone():
    slide = KINDS["chart and map"]
    chart, map_ = (picture_svg(part, slide, slides.deck(slide)) for part in slide.parts)
    assert slide.notice in said(map_)
    assert slide.notice not in said(chart)


def test_an_aside_is_a_slide_without_a_number():
    svg = aside_svg(slides.deck(KINDS["text"], asides=slides.AREAS), slides.AREAS[0])
    assert f"{slides.AREAS[0]}一览" in said(svg)
    assert not [one for one in said(svg) if re.fullmatch(r"\d+／\d+", one)]


def test_charts_are_drawn_at_twice_a_pages_pixels():
    width, height = CHART_PIXELS[2]
    assert (2 * width, height > 300) == (840, True)
    ticks = [one for one in read(drawn("cards beside a chart")) if one.words in ("0", "5")]
    assert {one.size for one in ticks} == {28}  # of a page's 14
