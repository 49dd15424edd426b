"""Charts as SVG: the same marks at the same places as Plotly's, and nothing left out in silence."""

import re
from dataclasses import dataclass
from functools import cache
from xml.etree import ElementTree

import pandas as pd
import plotly.graph_objects as go
import pytest
import shapely

from tests import test_charts as charts
from tests.slides import line_figure
from tests.svg_reading import SVG, read, said
from ui import chart_figures, theme
from ui.chart_parts import Drawing, Scale, empty_figure
from ui.slides import charts as slide_charts
from ui.slides import svg_notes
from ui.slides.svg_chart import chart_svg
from ui.slides.svg_known import Unknown
from ui.slides.svg_parts import document
from ui.slides.svg_words import lines, width

WIDTH, HEIGHT = 420, 318
TICK = 9  # px between a name and the plot
DAY = pd.to_datetime(["2024-06-20"])
EVENTS = pd.DataFrame({"event_on": DAY, "name_zh": ["启动"], "is_break": [False]})
PARTIAL = {(name, "2024-08"): "P" for name in charts.trend().name_zh.unique()}
SEASON = [
    (f"{year}-{month:02}", f"{month}月", f"{year}年", year + 100 * month, "A")
    for year in (2022, 2023, 2024)
    for month in range(1, 13)
    if (year, month) <= (2024, 8)
]
HEAT = [("2024-08", "甲", "3A", 44, "A"), ("2024-08", "甲", "未评", 0, "A")]
HEAT += [("2024-08", "乙", "3A", None, "Q"), ("2024-08", "乙", "未评", 9, "A")]
PYRAMID = [("2023", "上", "女", 40, "A"), ("2023", "上", "男", 30, "A")]
GAPS = {("甲镇", "2024-05"): "O", ("甲镇", "2024-07"): "Q"}


def drawn_of(kind, rows, until="2024-08", height=HEIGHT):
    return chart_figures.draw(charts.figure(kind), charts.cells(rows), until, height)


@cache
def some_figures():
    """Return {name: figure} of every kind our pages draw, in its common and its odd forms."""
    return {
        "trend": charts.draw_trend(charts.trend(PARTIAL), chosen=["330482001"], events=EVENTS),
        "trend with gaps": charts.draw_trend(charts.trend(GAPS), height=HEIGHT),
        "trend on a phone": charts.draw_trend(charts.trend(), compact=True),
        "trend and the way ahead": charts.draw_trend(
            charts.trend(), ahead=charts.ahead_of(charts.trend(), 4)
        ),
        "one period": charts.draw_trend(charts.trend(periods=["2024-08"])),
        "running sum": charts.draw_trend(
            charts.trend(periods=["2023-11", "2023-12", "2024-01"]),
            charts.indicator(kind="flow", accumulate="year", decimals=0),
        ),
        "stages": drawn_of("stages", charts.STAGES),
        "a protected stage": drawn_of(
            "stages",
            [(*row[:4], "Q") if row[:2] == ("2023-06", "在建") else row for row in charts.STAGES],
        ),
        "mix": drawn_of("mix", charts.MIX, "2024"),
        "mix with a gap": drawn_of(
            "mix",
            [(*r[:4], "Q") if r[:2] == ("2023", "甲") else r for r in charts.MIX],
            "2024",
        ),
        "season": drawn_of("season", SEASON),
        "heat": drawn_of("heat", HEAT),
        "pyramid of two": drawn_of("pyramid", PYRAMID),
        "pyramid of one": drawn_of("pyramid", [("2023", "上", "_T", 40, "A")]),
        "nothing": empty_figure(HEIGHT),
    }


def picture(figure, width_=WIDTH, height=HEIGHT):
    return document(width_, height, chart_svg(figure, width_, height))


def nodes(svg, tag):
    return list(ElementTree.fromstring(svg).iter(SVG + tag))


@dataclass(frozen=True)
class Bar:
    left: float
    top: float
    width: float
    height: float


def bars(svg, colour):
    return [
        Bar(*(float(one.get(key)) for key in ("x", "y", "width", "height")))
        for one in nodes(svg, "rect")
        if one.get("fill") == colour
    ]


@pytest.mark.parametrize("name", some_figures())
def test_every_figure_of_the_pages_is_drawn_with_all_its_words(name):
    figure = some_figures()[name]
    svg = picture(figure)
    flat = "".join(said(svg))
    for note in figure.layout.annotations:
        for one in svg_notes.parsed(note.text)[1]:
            assert svg_notes.plain(one) in flat
    for axis in (figure.layout.xaxis, figure.layout.yaxis):
        if axis.visible is not False:
            assert all(str(text) in flat for text in axis.ticktext or ())
    assert min(one.size for one in read(svg)) >= 12


def test_a_line_runs_from_pixel_to_pixel_of_its_values():
    # The plot is 420 − 40 − 90 = 290 wide from 40, and 318 − 32 − 30 = 256 high from 32.
    # 2 of 5 lies at 32 + 256 × 3／5 = 185.6, 4 of 5 at 32 + 256／5 = 83.2.
    paths = [one for one in nodes(picture(line_figure()), "path") if one.get("stroke-width")]
    (line,) = [one for one in paths if one.get("stroke") == theme.ACCENT]
    assert line.get("d") == "M40 185.6L330 83.2"


def test_a_missing_value_lifts_the_pen():
    svg = picture(charts.draw_trend(charts.trend({("甲镇", "2024-06"): "O"}, target=None)))
    ends = [one.get("d").count("L") for one in nodes(svg, "path") if "M" in one.get("d")]
    whole = [
        one
        for one in nodes(svg, "path")
        if one.get("stroke") == theme.QUIET_LINE and one.get("stroke-width") == "1.6"
    ]
    # seven lines of four points, and that of 甲镇: one point alone, then two joined
    assert sorted(one.get("d").count("L") for one in whole) == [1, 3, 3, 3, 3, 3, 3, 3]
    assert ends
    assert any(one.get("stroke") == theme.TEXT_3 for one in nodes(svg, "path"))  # the × below


def test_what_is_not_over_is_dashed_as_on_the_page():
    dashed = {
        one.get("stroke-dasharray")
        for one in nodes(picture(charts.draw_trend(charts.trend(PARTIAL))), "path")
    }
    assert {"2 3", "6 4"} <= dashed


def test_piled_bars_begin_where_those_before_them_end():
    # 113 in all fill the plot: 49, then 40, then 24, in the first of three rows.
    svg = picture(drawn_of("stages", charts.STAGES))
    first, second = bars(svg, theme.ACCENT)[0], bars(svg, theme.SEQUENTIAL[3])[0]
    assert second.left == pytest.approx(first.left + first.width, abs=0.02)
    assert first.width / second.width == pytest.approx(49 / 40, rel=0.001)


def test_what_is_only_planned_is_hatched():
    svg = picture(drawn_of("stages", charts.STAGES))
    hatched = [one for one in nodes(svg, "path") if one.get("stroke") == theme.ACCENT_MUTED]
    assert len(hatched) == 2  # the third row has nothing planned
    assert all(one.get("d").count("M") > 1 for one in hatched)


def test_two_sides_of_a_pyramid_meet_in_the_middle():
    svg = picture(drawn_of("pyramid", PYRAMID))
    (left,), (right,) = bars(svg, theme.ACCENT), bars(svg, theme.SEQUENTIAL[3])
    assert left.left + left.width == pytest.approx(right.left, abs=0.02)
    assert left.width / right.width == pytest.approx(40 / 30, rel=0.001)


def test_a_protected_cell_is_grey_and_a_word():
    svg = picture(drawn_of("heat", HEAT))
    assert len(bars(svg, theme.PROTECTED)) == 1
    (word,) = [one for one in read(svg) if one.words == "已保护"]
    assert word.ground == theme.PROTECTED


def test_words_in_a_chart_are_text_and_never_markup():
    rows = charts.trend().replace({"name_zh": {"甲镇": "<b>&镇"}})
    svg = picture(charts.draw_trend(rows, chosen=["330482001"]))
    assert any(one.startswith("<b>&镇") for one in said(svg))


def test_words_keep_off_the_edge_given_a_fair_width():
    frame = shapely.box(-1, -1, WIDTH + 1, HEIGHT + 1)
    for figure in (drawn_of("mix", charts.MIX, "2024"), drawn_of("heat", HEAT)):
        assert [one.words for one in read(picture(figure)) if not frame.covers(one.box)] == []


def test_a_name_too_long_for_its_margin_ends_in_dots_and_is_not_cut_off_in_front():
    drawing = Drawing(HEIGHT, left=90)
    drawing.xaxis |= {"visible": False, "range": [0, 1]}
    drawing.name_rows(["甲镇", "一个名字非常非常长的地方"])
    names = {one.words: one.box.bounds[0] for one in read(picture(drawing.figure()))}
    assert set(names) == {"甲镇", "一个名字非…"}
    assert min(names.values()) >= -TICK


UNKNOWN = {
    "a pie": lambda f: f.add_trace(go.Pie(values=[1])),
    "an area": lambda f: f.add_trace(go.Scatter(x=[1], y=[1], mode="lines", fill="tozeroy")),
    "text at points": lambda f: f.add_trace(go.Scatter(x=[1], y=[1], mode="markers+text")),
    "another symbol": lambda f: f.add_trace(
        go.Scatter(x=[1], y=[1], mode="markers", marker={"symbol": "star"})
    ),
    "a dash by name": lambda f: f.add_trace(
        go.Scatter(x=[0, 1], y=[1, 1], mode="lines", line={"dash": "dot", "color": theme.INK})
    ),
    "a point that would be cut off": lambda f: f.add_trace(
        go.Scatter(x=[0, 1], y=[1, 9], mode="lines", line={"color": theme.INK, "width": 1})
    ),
    "a title": lambda f: f.update_layout(title="标题"),
    "a range left open": lambda f: f.update_yaxes(range=None),
    "a turned axis": lambda f: f.update_xaxes(tickangle=45),
    "a logarithm": lambda f: f.update_yaxes(type="log"),
    "a circle": lambda f: f.add_shape(type="circle", x0=0, x1=1, y0=0, y1=1),
    "an arrow's head": lambda f: f.add_annotation(
        x=0, y=0, ax=30, ay=0, text="一", font={"size": 14, "color": theme.INK}, arrowhead=2
    ),
    "italics": lambda f: f.add_annotation(
        x=0, y=0, text="<i>一</i>", showarrow=False, font={"size": 14, "color": theme.INK}
    ),
    "another template": lambda f: f.update_layout(template="plotly_dark"),
}


@pytest.mark.parametrize("what", UNKNOWN)
def test_what_is_not_known_is_an_error_and_never_dropped(what):
    figure = line_figure()
    UNKNOWN[what](figure)
    with pytest.raises(Unknown):
        chart_svg(figure, WIDTH, HEIGHT)


def test_bars_without_a_width_are_an_error():
    drawing = Drawing(HEIGHT)
    drawing.value_axis(Scale([0, 1], drawing.pixels), ["0", "1"])
    drawing.time_axis([0], ["一"], [-0.5, 0.5])
    drawing.draw("bar", x=[0], y=[1], marker={"color": theme.ACCENT})
    with pytest.raises(Unknown):
        chart_svg(drawing.figure(), WIDTH, HEIGHT)


# Where lines are broken


def test_no_line_begins_with_punctuation_and_none_ends_with_an_opening_bracket():
    text = "截至八月底，全市（不含港区）共有，三类。其中“甲类”最多；乙类次之！"
    for room in range(60, 400, 7):
        found = lines(text, 24, room)
        assert "".join(found) == text
        assert not [one for one in found if one[0] in "，。；！）”"]
        assert not [one for one in found[:-1] if one[-1] in "（“"]


def test_a_number_stays_with_its_unit():
    assert lines("共有一百一十三个，113个", 20, 190) == ["共有一百一十三个，", "113个"]
    assert lines("占比为二分之一，97.4%", 20, 190) == ["占比为二分之一，", "97.4%"]


def test_no_line_is_wider_than_its_room():
    text = "https://example.invalid/averylongwordwithoutanyspace，然后是汉字"
    assert all(width(one, 24) <= 200 for one in lines(text, 24, 200))


def test_what_is_cut_says_so():
    assert lines("一二三四五六七八九十", 20, 100, most=1) == ["一二三四…"]


def test_native_lines_of_a_slide_are_lifted_where_the_definition_changes_too():
    periods = ["2024-01", "2024-02", "2024-03", "2024-04"]
    rows = charts.trend(target=None, periods=periods)
    rows["segment"] = rows["time_period"].map(dict(zip(periods, (0, 0, 2, 2), strict=True)))
    told = {"is_break": True, "event_on": pd.Timestamp("2024-03-01")}
    part = slide_charts.trend(rows, charts.RATE, [], EVENTS.assign(**told), slide_charts.HALF)
    assert part.restarts == (2,)
    assert part.note.startswith("2024年3月统计口径变化以来全市由")
    words = [re.sub("<[^>]+>", "", note.text) for note in part.figure.layout.annotations]
    assert any("统计口径变化：" in one for one in words)
