"""Charts: what is drawn, checked by the figures' data and the HTML, not by screenshots."""

import re
from html import escape
from itertools import pairwise
from types import SimpleNamespace
from urllib.parse import unquote

import pandas as pd
import pytest

from ui import chart_figures, chart_forecast, chart_trend, ranking, spark, strip, theme

PERIODS = ["2024-05", "2024-06", "2024-07", "2024-08"]
DAYS = ["2024-01-01", "2024-02-01", "2024-03-01", "2024-04-01"]
NO_EVENTS = pd.DataFrame({"event_on": pd.to_datetime([]), "name_zh": [], "is_break": []})


def indicator(**more):
    known = {
        "unit_zh": "家／万人",
        "decimals": 2,
        "freq": "M",
        "kind": "stock",
        "polarity": "higher_is_better",
        "accumulate": "",
        "standardised": True,
    }
    return SimpleNamespace(**(known | more))


RATE = indicator()
COUNT = indicator(unit_zh="家", decimals=0, standardised=False)


def trend(statuses=None, periods=PERIODS, factor=1, target=4.0):
    """Return the cut trend for a county and eight townships, 甲 the lowest."""
    rows = []
    for n, name in enumerate(["全市", *(f"{one}镇" for one in "甲乙丙丁戊己庚辛")]):
        for i, period in enumerate(periods):
            status = (statuses or {}).get((name, period), "A")
            value = (3 + n * 0.1 + i * 0.05) * factor if status in "AP" else None
            rows.append(
                {
                    "ref_area": "330482" if not n else f"33048200{n}",
                    "name_zh": name,
                    "area_level": "township" if n else "county",
                    "time_period": period,
                    "start_date": pd.Timestamp(period),
                    "obs_value": value,
                    "obs_status": status,
                    "target": None if n else target,
                    "is_complete": status != "P",
                    "segment": 0,
                }
            )
    frame = pd.DataFrame(rows)
    return frame.assign(obs_value=frame.obs_value.astype(float), target=frame.target.astype(float))


def draw_trend(rows, of=RATE, chosen=(), events=NO_EVENTS, **more):
    return chart_trend.trend_figure(rows, of, list(chosen), events, **more)


def lines(figure):
    return {trace.name: trace for trace in figure.data if trace.name}


def said(figure):
    return [re.sub("<[^>]+>", "", note.text) for note in figure.layout.annotations]


def test_the_chosen_line_is_the_accent_the_county_ink_the_rest_quiet():
    drawn = lines(draw_trend(trend(), chosen=["330482001"]))
    assert (drawn["甲镇"].line.color, drawn["甲镇"].line.width) == (theme.ACCENT, 3.4)
    assert (drawn["全市"].line.color, drawn["全市"].line.width) == (theme.INK, 2.2)
    assert (drawn["乙镇"].line.color, drawn["乙镇"].line.width) == (theme.QUIET_LINE, 1.6)


def test_the_chosen_line_is_drawn_over_all_others():
    assert list(lines(draw_trend(trend(), chosen=["330482003"])))[-1] == "丙镇"


def test_a_second_and_a_third_choice_have_tones_of_their_own():
    drawn = lines(draw_trend(trend(), chosen=["330482001", "330482002", "330482003"]))
    tones = [drawn[name].line.color for name in ("甲镇", "乙镇", "丙镇")]
    assert len(set(tones)) == 3
    assert not set(tones) & {theme.INK, theme.QUIET_LINE}


def test_every_line_is_named_at_its_end_without_collisions():
    figure = draw_trend(trend(), chosen=["330482001"])
    labels = [note for note in figure.layout.annotations if note.showarrow]
    assert {re.sub("<[^>]+>", "", note.text).split(" ")[0] for note in labels} == set(lines(figure))
    low, high = figure.layout.yaxis.range
    pixels = figure.layout.height - figure.layout.margin.t - figure.layout.margin.b
    levels = sorted((high - note.y) / (high - low) * pixels + note.ay for note in labels)
    assert min(b - a for a, b in pairwise(levels)) >= chart_trend.LABEL_GAP - 0.01


def test_a_phone_names_the_county_and_the_chosen_only():
    figure = draw_trend(trend(), chosen=["330482001"], compact=True)
    labels = [note.text for note in figure.layout.annotations if note.showarrow]
    assert labels == ["<b>全市<br>3.15</b>", "<b>甲镇<br>3.25</b>"]


def test_quiet_lines_that_end_together_share_a_label():
    rows = trend()
    rows.loc[rows.area_level == "township", "obs_value"] = 3.5
    assert "7个镇街道 3.50" in said(draw_trend(rows, chosen=["330482001"]))


def test_a_gap_stays_a_gap_and_is_marked_on_the_baseline():
    rows = trend({("甲镇", "2024-06"): "O", ("乙镇", "2024-06"): "Q"})
    figure = draw_trend(rows)
    assert lines(figure)["甲镇"].y == (3.1, None, 3.2, 3.25)
    (marks,) = [trace for trace in figure.data if trace.marker.symbol == "x-thin"]
    assert list(marks.x) == ["2024-06-01"]
    assert "甲镇" in marks.hovertext[0]
    assert "已保护" in marks.hovertext[0]
    assert any(note.endswith("；×为已保护、无数据") for note in said(figure))


def test_a_point_between_two_gaps_is_still_seen():
    rows = trend({("甲镇", "2024-05"): "O", ("甲镇", "2024-07"): "O"})
    assert list(lines(draw_trend(rows))["甲镇"].marker.size) == [0, 6, 0, 6]


def test_a_partial_sum_in_the_past_is_not_drawn_as_a_fall():
    assert lines(draw_trend(trend({("全市", "2024-06"): "P"})))["全市"].y[1] is None


def test_an_incomplete_last_period_is_dashed_with_a_hollow_end_and_words():
    partial = {(name, "2024-08"): "P" for name in trend().name_zh.unique()}
    figure = draw_trend(trend(partial), chosen=["330482001"])
    solid, dashed = [trace for trace in figure.data if trace.name == "甲镇"]
    assert list(solid.x) == ["2024-05-01", "2024-06-01", "2024-07-01"]
    assert list(dashed.x) == ["2024-07-01", "2024-08-01"]
    assert dashed.line.dash
    assert dashed.marker.color == theme.PAGE
    assert "8月未完整" in said(figure)
    assert [shape.fillcolor for shape in figure.layout.shapes if shape.type == "rect"] == [
        theme.INCOMPLETE_BAND
    ]


def test_the_axis_says_its_unit_and_where_it_starts():
    assert "家／万人（纵轴自3.00起）" in said(draw_trend(trend(target=None)))
    from_zero = trend(target=None)
    from_zero.loc[0, "obs_value"] = 0
    assert "家／万人" in said(draw_trend(from_zero))


def test_axis_and_labels_count_in_ten_thousands_never_in_si():
    figure = draw_trend(trend(factor=20_000, target=None), indicator(unit_zh="元"))
    assert all(text == "0" or text.endswith("万") for text in figure.layout.yaxis.ticktext)
    assert "全市 6.3万" in said(figure)


def test_a_total_is_left_out_beside_a_chosen_part_and_that_is_said():
    figure = draw_trend(trend(factor=100), COUNT, chosen=["330482001"])
    assert "全市" not in lines(figure)
    assert any(note.endswith("；合计数不在图中") for note in said(figure))
    assert "全市" in lines(draw_trend(trend(factor=100), COUNT))


def test_the_target_is_a_dashed_line_in_rust_with_its_words():
    figure = draw_trend(trend())
    (line,) = [shape for shape in figure.layout.shapes if shape.line.color == theme.ATTENTION]
    assert (line.y0, line.y1) == (4.0, 4.0)
    assert line.line.dash
    assert "2024年末目标4" in said(figure)


def test_events_stand_at_their_own_month_and_outside_ones_are_not_drawn():
    events = pd.DataFrame(
        {
            "event_on": pd.to_datetime(["2019-01-01", "2024-06-20", "2024-08-30", "2024-09-01"]),
            "name_zh": ["早", "启动", "评估", "晚"],
            "is_break": False,
        }
    )
    figure = draw_trend(trend(target=None), events=events)
    assert [line.x0 for line in figure.layout.shapes] == ["2024-06-01", "2024-08-01"]
    assert {"2024年6月 启动", "2024年8月 评估"} <= set(said(figure))


def test_a_change_of_the_definition_is_a_solid_line_with_its_own_words_and_lifts_the_pen():
    periods = ["2024-01", "2024-02", "2024-03", "2024-04"]
    rows = trend(target=None, periods=periods)
    rows["segment"] = rows["time_period"].map(dict(zip(periods, (0, 0, 2, 2), strict=True)))
    events = pd.DataFrame(
        {
            "event_on": pd.to_datetime(["2024-02-10", "2024-03-01"]),
            "name_zh": ["启动", "改按人次统计"],
            "is_break": [False, True],
        }
    )
    figure = draw_trend(rows, events=events)
    assert list(lines(figure)["甲镇"].x) == [*DAYS[:2], None, *DAYS[2:]]
    event, change = (shape.line for shape in figure.layout.shapes)
    assert event.dash
    assert not change.dash
    assert "2024年3月统计口径变化：改按人次统计" in said(figure)
    assert "2024年2月 启动" in said(figure)


def test_a_change_of_the_definition_is_never_crowded_out_by_later_events():
    events = pd.DataFrame(
        {
            "event_on": pd.to_datetime(["2024-06-01"] + ["2024-07-01"] * 5),
            "name_zh": ["改口径", *"甲乙丙丁戊"],
            "is_break": [True] + [False] * 5,
        }
    )
    told = said(draw_trend(trend(target=None), events=events))
    assert "2024年6月统计口径变化：改口径" in told
    assert sum(text.startswith("2024年7月") for text in told) == 3


def test_a_period_between_two_changes_is_a_dot_with_no_line_to_it():
    periods = ["2024-01", "2024-02", "2024-03"]
    rows = trend(target=None, periods=periods)
    rows["segment"] = rows["time_period"].map(dict(zip(periods, (0, 1, 2), strict=True)))
    drawn = lines(draw_trend(rows))["甲镇"]
    assert list(drawn.x) == [DAYS[0], None, DAYS[1], None, DAYS[2]]
    assert all(drawn.marker.size[i] > 0 for i in (0, 2, 4))


def test_event_names_never_share_a_row_where_they_would_touch():
    events = pd.DataFrame(
        {
            "event_on": pd.to_datetime(["2024-06-01", "2024-06-10", "2024-07-01"]),
            "name_zh": ["一个很长的事件名称在这里", "另一个也很长的事件名称", "第三个事件"],
            "is_break": False,
        }
    )
    figure = draw_trend(trend(target=None), events=events)
    rises = [note.yshift for note in figure.layout.annotations if note.bgcolor == theme.PAGE]
    assert len(rises) == len(set(rises)) == 3


def test_a_running_sum_lifts_the_pen_at_new_year():
    rows = trend(periods=["2023-11", "2023-12", "2024-01"])
    of = indicator(kind="flow", accumulate="year", decimals=0)
    assert list(lines(draw_trend(rows, of))["甲镇"].x) == [
        "2023-11-01",
        "2023-12-01",
        None,
        "2024-01-01",
    ]


def test_ticks_are_chinese_years_and_the_newest_is_named():
    periods = [f"{year}-{month:02}" for year in range(2019, 2025) for month in (1, 4, 7, 10)]
    wide = draw_trend(trend(periods=periods)).layout.xaxis.ticktext
    assert sorted(wide) == [f"{year}年" for year in range(2019, 2025)]
    narrow = draw_trend(trend(periods=periods), compact=True).layout.xaxis.ticktext
    assert sorted(narrow) == ["2020年", "2022年", "2024年"]


def test_hovering_speaks_chinese():
    assert (
        lines(draw_trend(trend()))["全市"].hovertext[0]
        == "全市　2024年5月31日<br><b>3.00家／万人</b>"
    )


def test_nothing_to_draw_is_said_and_one_period_still_shows():
    nothing = {(name, period): "O" for name in trend().name_zh.unique() for period in PERIODS}
    assert said(draw_trend(trend(nothing))) == ["无数据"]
    assert said(draw_trend(trend(dict.fromkeys(nothing, "Q")))) == ["已保护"]
    assert list(lines(draw_trend(trend(periods=["2024-08"])))["甲镇"].marker.size) == [6]


def test_names_are_escaped_wherever_they_are_drawn():
    rows = trend()
    rows["name_zh"] = rows.name_zh.replace("甲镇", "<img>")
    figure = draw_trend(rows, chosen=["330482001"])
    drawn = [note.text for note in figure.layout.annotations] + [*figure.data[-1].hovertext]
    assert not [text for text in drawn if "<img>" in text]


def test_labels_are_spread_as_little_as_their_gap_asks_for():
    assert chart_trend.spread([10, 50], 19, 0, 100) == [10, 50]
    assert chart_trend.spread([50, 50], 20, 0, 100) == [40, 60]
    assert chart_trend.spread([95, 99], 20, 0, 100) == [80, 100]
    assert chart_trend.spread([1, 2], 20, 0, 100) == [0, 20]


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ([2.42, 4.73], [2, 3, 4, 5]),
        ([0, 52631], [0, 20000, 40000, 60000]),
        ([60, 100], [60, 70, 80, 90, 100]),
        ([-4, 6], [-5, -2.5, 0, 2.5, 5, 7.5]),
        ([0, 0], [0, 1]),
    ],
)
def test_an_axis_has_few_round_ticks(values, ticks):
    assert chart_trend.scale_of(values, RATE, 300).ticks == pytest.approx(ticks)


def test_an_axis_of_whole_things_has_no_half_of_one():
    assert chart_trend.scale_of([0, 2], COUNT, 300).ticks == [0, 1, 2]


def figure(kind, **more):
    return SimpleNamespace(
        **({"id": "figure", "kind": kind, "unit_zh": "个", "decimals": 0} | more)
    )


def cells(rows):
    """Return the cut figure from (period, category, series, value, status) in drawing order."""
    categories = list(dict.fromkeys(row[1] for row in rows))
    series = list(dict.fromkeys(row[2] for row in rows))
    return pd.DataFrame(
        {
            "ref_area": "330482",
            "time_period": period,
            "start_date": pd.Timestamp(period),
            "category": category,
            "category_position": categories.index(category) + 1,
            "series": one,
            "series_position": series.index(one) + 1,
            "obs_value": value,
            "obs_status": status,
        }
        for period, category, one, value, status in rows
    ).astype({"obs_value": float})


STAGES = [
    (period, stage, "_T", value, "A")
    for period, values in {
        "2022-11": (49, 40, 24),
        "2022-12": (49, 40, 24),
        "2023-06": (82, 26, 5),
        "2023-12": (113, 0, 0),
    }.items()
    for stage, value in zip(("建成", "在建", "拟建"), values, strict=True)
]


def test_stages_are_drawn_where_something_moved_and_the_last_is_an_outline():
    drawn = chart_figures.draw(figure("stages"), cells(STAGES), "2024-08")
    assert drawn.layout.yaxis.ticktext == ("2022年11月", "2023年6月", "2023年12月")
    assert [tuple(bar.x) for bar in drawn.data] == [(49, 82, 113), (40, 26, None), (24, 5, None)]
    assert [bar.marker.pattern.shape for bar in drawn.data] == [None, None, "/"]
    assert {"建成", "在建", "拟建"} <= set(said(drawn))


def test_no_more_than_six_periods_are_drawn_with_the_first_and_the_last():
    rows = [(f"2023-{month:02}", "甲", "_T", month, "A") for month in range(1, 13)]
    drawn = chart_figures.draw(figure("stages"), cells(rows), "2023-12")
    assert len(drawn.layout.yaxis.ticktext) == 6
    assert drawn.layout.yaxis.ticktext[0] == "2023年1月"
    assert drawn.layout.yaxis.ticktext[-1] == "2023年12月"


def test_a_bar_with_a_protected_stage_is_not_drawn_at_all():
    rows = [(*row[:4], "Q") if row[:2] == ("2023-06", "在建") else row for row in STAGES]
    drawn = chart_figures.draw(figure("stages"), cells(rows), "2024-08")
    assert [bar.x[1] for bar in drawn.data] == [None, None, None]
    assert "已保护" in said(drawn)


def test_a_figure_shows_nothing_later_than_its_period():
    drawn = chart_figures.draw(figure("stages"), cells(STAGES), "2022-12")
    assert drawn.layout.yaxis.ticktext == ("2022年11月", "2022年12月")


MIX = [
    (period, name, "_T", value, "A")
    for period in ("2023", "2024")
    for name, value in zip("甲乙丙丁戊己", (10, 60, 12, 8, 6, 4), strict=True)
]


def test_a_mix_colours_the_four_largest_and_keeps_the_rest_quiet():
    drawn = chart_figures.draw(figure("mix"), cells(MIX), "2024")
    assert [bar.marker.color for bar in drawn.data] == [
        *theme.CATEGORICAL[:4],
        theme.QUIET,
        theme.QUIET,
    ]
    assert drawn.data[0].y == (0.6, 0.6)
    assert "■ 乙 60" in said(drawn)
    assert "■ 其他2项" in said(drawn)


def test_a_mix_with_a_hidden_part_shows_a_mark_instead_of_shares():
    rows = [(*row[:4], "Q") if row[:2] == ("2023", "甲") else row for row in MIX]
    drawn = chart_figures.draw(figure("mix"), cells(rows), "2024")
    assert {bar.y[0] for bar in drawn.data if bar.type == "bar"} == {None}
    assert any("×为已保护" in note for note in said(drawn))


def test_a_season_puts_this_year_in_front_and_names_each_year():
    rows = [
        (f"{year}-{month:02}", f"{month}月", f"{year}年", year + month, "A")
        for year in (2022, 2023, 2024)
        for month in range(1, 13)
        if (year, month) <= (2024, 8)
    ]
    drawn = chart_figures.draw(figure("season"), cells(rows), "2024-08")
    assert [line.line.color for line in drawn.data] == [
        theme.QUIET_LINE,
        theme.QUIET_LINE,
        theme.ACCENT,
    ]
    assert drawn.data[-1].y[8:] == (None, None, None, None)
    assert {"2022年", "2023年", "2024年"} <= set(said(drawn))


def test_a_cross_table_writes_every_number_and_words_for_what_it_may_not_show():
    rows = [("2024-08", "甲", "3A", 44, "A"), ("2024-08", "甲", "未评", 0, "A")]
    rows += [("2024-08", "乙", "3A", None, "Q"), ("2024-08", "乙", "未评", 9, "A")]
    drawn = chart_figures.draw(figure("heat"), cells(rows), "2024-08")
    assert list(drawn.data[0].z) == [6, 0, len(theme.SEQUENTIAL), 3]  # 7 × √(9／44) is 3.2
    assert {"44", "0", "已保护", "9", "个，2024年8月"} <= set(said(drawn))


def test_a_pyramid_centres_one_series_and_sets_two_back_to_back():
    rows = [("2023-12", "上", "_T", 40, "A"), ("2023-12", "下", "_T", 3000, "A")]
    drawn = chart_figures.draw(figure("pyramid"), cells(rows), "2024-08")
    assert [(bar.base[0], bar.x[0]) for bar in drawn.data] == [(-20, 40), (-1500, 3000)]
    rows = [("2023", "上", "女", 40, "A"), ("2023", "上", "男", 30, "A")]
    drawn = chart_figures.draw(figure("pyramid"), cells(rows), "2024")
    assert [(bar.base[0], bar.x[0]) for bar in drawn.data] == [(-40, 40), (0, 30)]


def test_a_pyramid_of_three_series_is_refused_by_name():
    rows = [("2023", "上", side, 1, "A") for side in "甲乙丙"]
    with pytest.raises(ValueError, match="figure: a pyramid"):
        chart_figures.draw(figure("pyramid"), cells(rows), "2024")


def test_bars_begin_at_zero_and_carry_their_numbers():
    rows = [
        ("2024", "甲", "_T", 40, "A"),
        ("2024", "乙", "_T", 7, "A"),
        ("2024", "丙", "_T", 0, "Q"),
    ]
    drawn = chart_figures.draw(figure("bars"), cells(rows), "2024-08")
    assert [bar.x[0] for bar in drawn.data] == [40, 7, 0]
    assert drawn.layout.xaxis.range[0] == 0
    assert {"40", "7", "已保护"} <= set(said(drawn))


def test_bars_of_several_series_say_which_they_are_and_do_not_lie_on_one_another():
    rows = [("2024", "甲", side, value, "A") for side, value in (("前", 3), ("后", 5))]
    drawn = chart_figures.draw(figure("bars"), cells(rows), "2024-08")
    assert {"前 3", "后 5"} <= set(said(drawn))
    first, second = drawn.data
    assert second.y[0] - first.y[0] >= first.width
    rows = cells([("2024", "甲", side, 1, "A") for side in "一二三四"])
    with pytest.raises(ValueError, match="at most 3 series"):
        chart_figures.draw(figure("bars"), rows, "2024")


def test_a_funnel_says_how_much_of_each_step_went_on():
    rows = [("2024-08", "提出", "_T", 200, "A"), ("2024-08", "匹配", "_T", 150, "A")]
    drawn = chart_figures.draw(figure("funnel"), cells(rows).assign(share=[None, 0.75]), "2024-08")
    assert {"200", "150（上一步的75.0%）"} <= set(said(drawn))


def test_a_figure_is_as_high_as_its_bars_need():
    rows = cells([("2024", f"第{n}项", "_T", n, "A") for n in range(20)])
    assert chart_figures.height_of(figure("bars"), rows, 340) == 20 * 26 + 60
    assert chart_figures.height_of(figure("bars"), rows[:2], 340) == 2 * 48 + 60
    assert chart_figures.height_of(figure("heat"), rows, 340) == 340


def test_a_figure_prefers_its_last_complete_period():
    rows = [("2023-12", "上", "_T", 40, "A"), ("2024-01", "上", "_T", 1, "P")]
    drawn = chart_figures.draw(figure("pyramid"), cells(rows), "2024-08")
    assert drawn.data[0].x == (40,)


@pytest.mark.parametrize(("status", "word"), [("O", "无数据"), ("Q", "已保护")])
@pytest.mark.parametrize("kind", sorted(chart_figures.KINDS))
def test_a_figure_without_a_value_says_why(kind, status, word):
    rows = cells([("2024-08", "甲", "_T", None, status)])
    assert said(chart_figures.draw(figure(kind), rows, "2024-08")) == [word]


def test_a_sparkline_is_an_image_that_needs_no_network():
    source = spark.sparkline([1, 2, 3], target=4)
    assert source.startswith("data:image/svg+xml,")
    drawn = unquote(source)
    assert drawn.count("<path") == 2
    assert "stroke-dasharray" in drawn
    assert drawn.count("<circle") == 1


def test_a_sparkline_breaks_at_a_gap_and_hollows_an_incomplete_end():
    drawn = unquote(spark.sparkline([1, 2, None, 3, 4], incomplete=True))
    assert drawn.count("<path") == 2
    assert f'fill="{theme.PAGE}"' in drawn


def test_a_sparkline_of_nothing_or_of_one_value_is_still_an_image():
    assert "<circle" not in unquote(spark.sparkline([None, float("nan")]))
    assert "<circle" in unquote(spark.sparkline([5]))


def areas(values, statuses=None, county=3.66, target=4.0):
    """Return the cut areas, ranked from high to low, with one township outside the statistics."""
    statuses = statuses or ["A"] * len(values)
    known = sorted((v for v, s in zip(values, statuses, strict=True) if s == "A"), reverse=True)
    rows = [("330482", "全市", "county", True, county, "A", None, None, None, target)]
    rows.append(("330482101", "外镇", "township", False, None, "M", None, None, None, None))
    for n, (value, status) in enumerate(zip(values, statuses, strict=True)):
        place = known.index(value) + 1 if status == "A" else None
        tied = known.count(value) > 1 if status == "A" else None
        name = f"{'甲乙丙丁'[n]}镇"
        code = f"33048200{n}"
        rows.append((code, name, "township", True, value, status, place, len(known), tied, None))
    columns = "ref_area name_zh area_level in_scope obs_value obs_status place places tied target"
    frame = pd.DataFrame(rows, columns=columns.split())
    chance = dict.fromkeys(CHANCE)
    return frame.assign(change_year=0.77, time_period="2024-08", **chance)


CHANCE = ("family_lower", "family_upper", "versus_county", "place_from", "place_to")


def names(html):
    return re.findall(r'rank-name" role="rowheader">([^<]+)<', html)


def test_a_ranking_runs_from_best_to_worst_and_ends_with_those_outside():
    assert names(ranking.html(areas([3.1, 4.7, 2.8]), RATE, [])) == ["乙镇", "甲镇", "丙镇", "外镇"]
    neutral = indicator(polarity="neutral")
    assert names(ranking.html(areas([3.1, 4.7, 2.8]), neutral, []))[0] == "乙镇"


def test_bars_start_at_zero_also_when_some_are_negative():
    html = ranking.html(areas([4, 2], target=None, county=4), RATE, [])
    assert "left:0.00%;width:100.00%" in html
    assert "left:0.00%;width:50.00%" in html
    html = ranking.html(areas([6, -4]), COUNT, [])
    assert "left:40.00%;width:60.00%" in html  # 0 stands at 40% between −4 and 6
    assert "left:0.00%;width:40.00%" in html
    assert "rank-zero" in html


def test_county_and_target_are_lines_only_where_they_compare():
    html = ranking.html(areas([4.7, 2.8]), RATE, [])
    assert "全市3.66" in html
    assert "目标4" in html
    html = ranking.html(areas([47, 28], county=75, target=80), COUNT, [])
    assert "rank-county" not in html
    assert "rank-target" not in html


def test_what_has_no_value_is_a_word_and_what_is_partial_is_unranked():
    html = ranking.html(areas([4.7, None, None, 3.9], ["A", "O", "Q", "P"]), RATE, [])
    assert {"无数据", "已保护", "不在统计口径"} <= set(
        re.findall(r'rank-words" role="cell">([^<]+)', html)
    )
    assert "未完整" in html
    assert names(html) == ["甲镇", "丁镇", "乙镇", "丙镇", "外镇"]


def test_places_stand_in_front_only_where_some_are_tied():
    assert "rank-place" not in ranking.html(areas([3, 2, 1]), RATE, [])
    html = ranking.html(areas([3, 3, 1]), RATE, [])
    assert re.findall(r'rank-place" role="cell">([^<]*)<', html) == ["并列1", "并列1", "第3", ""]


def test_a_row_says_all_there_is_in_words():
    html = ranking.html(areas([4.72, 2.8]), RATE, ["330482000"])
    assert 'title="甲镇：4.72家／万人，第1位（共2），较上年同期 +0.77家／万人，改善"' in html
    assert html.count("rank-chosen") == 1


def test_a_ranking_has_no_link_that_would_reload_the_page():
    assert "<a " not in ranking.html(areas([4.72, 2.8]), RATE, [])


def test_html_is_escaped():
    rows = areas([4.72, 2.8])
    rows["name_zh"] = rows.name_zh.replace("甲镇", "<script>")
    html = ranking.html(rows, RATE, [])
    assert "<script>" not in html
    assert escape("<script>") in html


def profile(values, statuses=None, **more):
    known = {
        "indicator": "one",
        "name_zh": "某<率>",
        "unit_zh": "天",
        "decimals": 1,
        "polarity": "higher_is_better",
        "time_period": "2024-08",
        "place": 1.0,
        "places": 8.0,
        "tied": False,
        "change_county": None,
        "versus_county": None,
        "place_from": None,
        "place_to": None,
        "trend": None,
    }
    statuses = statuses or ["A"] * len(values)
    townships = [
        {"ref_area": f"33048200{n}", "area_name": f"{n}镇", "area_level": "township"}
        | {"obs_value": value, "obs_status": status}
        for n, (value, status) in enumerate(zip(values, statuses, strict=True))
    ]
    county = {"ref_area": "330482", "area_name": "全市", "area_level": "county"}
    rows = [county | {"obs_value": 2.5, "obs_status": "A"}, *townships]
    return pd.DataFrame([known | row | more for row in rows]).astype({"obs_value": float})


def dots(html):
    return re.findall(r'<i class="(strip-[^"]+)" style="left:([\d.]+)%">', html)


def test_right_is_better_and_a_lower_is_better_row_is_flipped():
    own = ("strip-own", "0.00")
    assert own in dots(strip.html(profile([1, 2, 3]), "330482000"))
    flipped = strip.html(profile([1, 2, 3], polarity="lower_is_better"), "330482000")
    assert ("strip-own", "100.00") in dots(flipped)
    assert "天（越少越好），2024年8月" in flipped


def test_equal_values_share_a_dot_with_their_number_above():
    html = strip.html(profile([1, 3, 3, 3]), "330482000")
    assert dots(html).count(("strip-dot", "100.00")) == 1
    assert "<b>3个</b>" in html


def test_the_county_is_a_tick_unless_it_is_a_total_far_outside_its_parts():
    assert ("strip-tick", "75.00") in dots(strip.html(profile([1, 2, 3]), "330482000"))
    assert "strip-tick" not in dict(dots(strip.html(profile([1, 2, 2.4]), "330482000")))


def test_neutral_rows_are_hollow_and_unranked():
    html = strip.html(profile([1, 2], polarity="neutral", place=None), "330482000")
    assert ("strip-dot strip-hollow", "100.00") in dots(html)
    assert "不排位" in html


def test_a_protected_row_shows_words_and_no_other_townships_dots():
    html = strip.html(profile([None, 2, 3], ["Q", "A", "A"]), "330482000")
    assert "人数过少，已作保护处理" in html
    assert not dots(html)


def test_a_row_says_how_it_stands_against_the_county_and_where_it_is_going():
    told = {"change_county": 0.6, "versus_county": "higher", "trend": "rising"}
    told |= {"place": 2.0, "place_from": 1, "place_to": 3}
    html = strip.html(profile([1, 2], **told), "330482000", sparks={"one": "data:line"})
    assert '<b class="strip-accent">↑高于</b>' in html
    assert '<img width="72" height="26" alt="" src="data:line"><small>↗上升</small>' in html
    assert ">第1—3<" in html


def test_a_row_that_was_not_tested_claims_nothing():
    html = strip.html(profile([1, 2]), "330482000")
    assert not {*"↑↓＝↗↘"} & {*html}
    assert "<img" not in html


def test_a_profile_is_escaped_and_an_unknown_township_is_no_error():
    html = strip.html(profile([1, 2]), "330482000")
    assert "某&lt;率&gt;" in html
    assert "无数据" in strip.html(profile([1, 2]), "330482999")


def test_no_figure_leaves_a_colour_to_the_browser():
    figure_ = draw_trend(trend(), chosen=["330482001"])
    assert figure_.layout.template.layout.paper_bgcolor == theme.PAGE
    assert all(trace.line.color for trace in lines(figure_).values())


# The way ahead


def ahead_of(rows, months, step=0.1):
    """Return how the county goes on for some months, half a step less or more."""
    last = rows[rows.area_level == "county"].iloc[-1]
    starts = pd.date_range(last.start_date, periods=months + 1, freq="MS")
    way = pd.DataFrame(
        {
            "time_period": starts.strftime("%Y-%m"),
            "start_date": starts,
            "obs_value": [last.obs_value + step * n for n in range(months + 1)],
            "obs_lower": [last.obs_value + step * n / 2 for n in range(months + 1)],
            "obs_upper": [last.obs_value + step * n * 2 for n in range(months + 1)],
        }
    )
    end = SimpleNamespace(time_period=last.time_period, level=0.8)
    return chart_forecast.Ahead("全市", way, end)


def test_the_way_ahead_is_dashed_in_a_band_and_named_as_a_forecast():
    rows = trend()
    figure = draw_trend(rows, ahead=ahead_of(rows, 4))
    band = next(trace for trace in figure.data if trace.fill == "toself")
    dashed = next(trace for trace in figure.data if trace.line.dash == chart_forecast.DASH)
    assert len(dashed.x) == 5  # from the last complete month on
    assert dashed.hovertext[0] is None  # that one is counted
    assert "预计" in dashed.hovertext[1]
    assert len(band.x) == 10
    assert figure.layout.xaxis.range[1] == dashed.x[-1]
    words = "\n".join(said(figure))
    assert "全市年底预计" in words
    assert "虚线为按2024年8月推算的预测" in words


def test_the_axis_holds_the_whole_band():
    rows = trend()
    ahead = ahead_of(rows, 4, step=3)
    figure = draw_trend(rows, ahead=ahead)
    assert figure.layout.yaxis.range[1] >= max(ahead.way.obs_upper)


def test_no_way_ahead_is_drawn_where_the_total_itself_is_not():
    rows = trend(target=None)
    figure = draw_trend(rows, COUNT, ["330482001"], ahead=ahead_of(rows, 4))
    assert not [trace for trace in figure.data if trace.fill == "toself"]
    assert not [words for words in said(figure) if "预" in words]
