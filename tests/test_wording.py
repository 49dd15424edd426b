"""Wording: what the reader is told, expected strings worked out by hand."""

import datetime
from types import SimpleNamespace

import pandas as pd
import pytest

from ui import wording


def of(unit_zh="家", decimals=0, **more):
    known = {
        "freq": "M",
        "kind": "stock",
        "polarity": "higher_is_better",
        "accumulate": "",
        "standardised": False,
        "name_zh": "机构数",
    }
    return SimpleNamespace(unit_zh=unit_zh, decimals=decimals, **(known | more))


HOMES = of()
RATE = of("家／万人", 2, standardised=True)
SHARE = of("%", 1, standardised=True)
VISITS = of("人次", 0, kind="flow")
MONEY = of("元", 2, kind="flow", accumulate="year", polarity="neutral")
DAYS = of("天", 1, polarity="lower_is_better", standardised=True)


@pytest.mark.parametrize(
    ("value", "indicator", "digits", "unit"),
    [
        (592, HOMES, "592", "家"),
        (3182, HOMES, "3182", "家"),
        (9999, HOMES, "9999", "家"),
        (9999.6, HOMES, "1", "万家"),
        (10000, HOMES, "1", "万家"),
        (52631, VISITS, "5.26", "万人次"),
        (60000, VISITS, "6", "万人次"),
        (999950, VISITS, "100", "万人次"),
        (4352631, VISITS, "435.3", "万人次"),
        (28463210.5, MONEY, "2846", "万元"),
        (99994999, MONEY, "9999", "万元"),
        (99995000, MONEY, "1", "亿元"),
        (123456789, MONEY, "1.23", "亿元"),
        (3.6599, RATE, "3.66", "家／万人"),
        (4, RATE, "4.00", "家／万人"),
        (0.125, RATE, "0.13", "家／万人"),  # half up, as people round
        (-4, HOMES, "−4", "家"),
        (-52631, VISITS, "−5.26", "万人次"),
        (97.41, SHARE, "97.4", "%"),
        (100, SHARE, "100", "%"),
        (99.97, SHARE, "99.9", "%"),  # 100% is said only of all
        (106.06, SHARE, "106.1", "%"),
        (0, SHARE, "0", "%"),
    ],
)
def test_a_number_is_scaled_and_rounded_for_reading(value, indicator, digits, unit):
    assert wording.number(value, indicator) == (digits, unit)
    assert wording.amount(value, indicator) == digits + unit


@pytest.mark.parametrize(
    ("status", "word"),
    [("O", "无数据"), ("Q", "已保护"), ("M", "不适用")],
)
def test_a_value_that_may_not_show_becomes_a_word(status, word):
    assert wording.number(7, HOMES, status) == (word, "")


def test_a_missing_value_is_never_a_number_whatever_its_status_says():
    assert wording.amount(float("nan"), HOMES) == "无数据"
    assert wording.amount(None, HOMES, "P") == "无数据"


def test_an_incomplete_value_keeps_its_number():
    assert wording.amount(12, HOMES, "P") == "12家"


def test_a_label_drops_the_unit_its_axis_names_but_not_the_scale():
    assert wording.short(52631, VISITS) == "5.26万"
    assert wording.short(97.4, SHARE) == "97.4%"
    assert wording.short(4.72, RATE) == "4.72"


def test_a_target_has_no_idle_zeros():
    assert wording.goal(4.0, RATE) == "4家／万人"
    assert wording.goal(60000, VISITS) == "6万人次"
    assert wording.goal(600, HOMES) == "600家"
    assert wording.goal(90, SHARE) == "90%"


def test_progress_is_not_capped():
    assert wording.percent(1.0607) == "106.1%"
    assert wording.percent(1) == "100%"
    assert wording.percent(0.9997) == "99.9%"


def test_changes_carry_a_true_minus_and_percentages_differ_by_points():
    assert wording.signed(26, HOMES) == "+26家"
    assert wording.signed(-3100, VISITS) == "−3100人次"
    assert wording.signed(-12345, VISITS) == "−1.23万人次"
    assert wording.signed(4.83, SHARE) == "+4.8个百分点"
    assert wording.signed(0, HOMES) == "0家"


def test_axis_texts_share_one_scale_and_one_number_of_decimals():
    assert wording.ticks([0, 5000, 10000, 15000]) == ["0", "0.5万", "1.0万", "1.5万"]
    assert wording.ticks([0, 2e7, 4e7]) == ["0", "2000万", "4000万"]
    assert wording.ticks([0, 5e7, 1e8]) == ["0", "0.5亿", "1.0亿"]
    assert wording.ticks([2.0, 2.5, 3.0]) == ["2.0", "2.5", "3.0"]
    assert wording.ticks([-4, -2, 0, 2]) == ["−4", "−2", "0", "2"]


@pytest.mark.parametrize(
    ("time_period", "kind", "freq", "accumulate", "words"),
    [
        ("2024-08", "stock", "M", "", "2024年8月31日"),
        ("2024-02", "stock", "M", "", "2024年2月29日"),
        ("2024-08", "flow", "M", "", "2024年8月"),
        ("2024-08", "flow", "M", "year", "2024年1—8月"),
        ("2024-01", "flow", "M", "year", "2024年1月"),
        ("2023", "flow", "A", "", "2023年"),
        ("2023", "stock", "A", "", "2023年12月31日"),
        ("2024-Q3", "flow", "Q", "", "2024年三季度"),
        ("2024-Q3", "stock", "Q", "", "2024年9月30日"),
    ],
)
def test_a_period_says_what_its_value_refers_to(time_period, kind, freq, accumulate, words):
    assert wording.period(time_period, kind, freq, accumulate) == words


def test_a_card_dates_a_stock_by_its_last_day():
    assert wording.as_of("2024-08", HOMES) == "截至2024年8月31日"
    assert wording.as_of("2024-08", VISITS) == "2024年8月"
    assert wording.as_of("2024-08", MONEY) == "2024年1—8月"
    assert wording.as_of(float("nan"), HOMES) == ""


@pytest.mark.parametrize(
    ("judgement", "indicator", "said"),
    [
        ("reached", HOMES, "● 已达成"),
        ("on_pace", HOMES, "● 正常"),
        ("on_pace", MONEY, "● 符合序时"),
        ("attention", HOMES, "▲ 关注"),
        ("behind", HOMES, "◆ 滞后"),
        ("pending", HOMES, "○ 暂不评判"),
        (None, MONEY, "— 不排位"),
        (None, HOMES, "— 未设目标"),
        (float("nan"), HOMES, "— 未设目标"),
    ],
)
def test_a_judgement_has_shape_and_word(judgement, indicator, said):
    status = wording.status(judgement, indicator)
    assert f"{status.shape} {status.word}" == said


def test_places_name_ties_and_neutral_indicators_have_none():
    assert wording.place(3, 8, False) == "第3位（共8）"
    assert wording.place(1.0, 8.0, True) == "并列1（共8）"
    assert wording.place(1, 8, True, brief=True) == "并列1"
    assert wording.place(5, 8, False, brief=True) == "第5"
    assert wording.place(float("nan"), float("nan"), None) == "不排位"


@pytest.mark.parametrize(
    ("value", "indicator", "base", "text", "meaning"),
    [
        (26, HOMES, "year", "较上年同期 +26家", "改善"),
        (-2, HOMES, "previous", "较上月 −2家", "走弱"),
        (-0.4, DAYS, "year", "较上年同期 −0.4天", "改善"),
        (0.4, DAYS, "year", "较上年同期 +0.4天", "走弱"),
        (12345, MONEY, "year", "较上年同期 +1.23万元", ""),
        (0, HOMES, "year", "较上年同期持平", ""),
        (0.004, RATE, "year", "较上年同期基本持平", ""),
        (float("nan"), HOMES, "year", "较上年同期：无可比数据", ""),
        (34, of(freq="A"), "year", "较上年 +34家", "改善"),
        (-1.2, SHARE, "year", "较上年同期 −1.2个百分点", "走弱"),
    ],
)
def test_a_change_means_what_polarity_makes_of_it(value, indicator, base, text, meaning):
    assert wording.change(value, indicator, base) == (text, meaning)


def test_the_target_line_says_how_far_or_not_above_what():
    assert wording.progress(0.98667, 600, HOMES) == "目标600家，完成98.7%"
    assert wording.progress(1.2, 3.0, DAYS) == "目标不高于3天"
    assert wording.progress(None, None, HOMES) == ""


def test_an_event_is_broken_into_even_lines_where_it_does_not_fit():
    held = datetime.date(2023, 4, 12)
    assert wording.event_label(held, "行动启动") == "2023年4月 行动启动"
    assert (
        wording.event_label(held, "一二三四五六七八九十", 8) == "2023年4月\n一二三四五\n六七八九十"
    )


def areas(values, county=3.66, target=4.0, statuses=None, places=None, tied=None):
    """Return the cut areas for made-up townships 甲, 乙, 丙, …, all values complete."""
    names = "甲乙丙丁戊己庚辛"[: len(values)]
    statuses = statuses or ["A"] * len(values)
    rows = [("330482", "全市", "county", True, county, "A", None, None, None, target)]
    rows += [
        (
            f"33048200{n}",
            f"{name}镇",
            "township",
            True,
            value,
            status,
            place,
            len(values),
            tie,
            None,
        )
        for n, (name, value, status, place, tie) in enumerate(
            zip(
                names,
                values,
                statuses,
                places or range(1, len(values) + 1),
                tied or [False] * len(values),
                strict=True,
            )
        )
    ]
    columns = "ref_area name_zh area_level in_scope obs_value obs_status place places tied target"
    frame = pd.DataFrame(rows, columns=columns.split())
    frame[["change_year", "time_period"]] = [None, "2024-08"]
    return frame.assign(progress=frame.obs_value / frame.target)


def test_the_title_of_a_ranking_is_its_finding():
    assert wording.title_areas(areas([4.72, 3.87, 2.79]), RATE) == "甲镇最高，丙镇居末"
    assert wording.title_areas(areas([90, 40, 30]), HOMES) == "甲镇最多，丙镇居末"
    assert wording.title_areas(areas([2.1, 3.0, 4.8]), DAYS) == "甲镇最低，丙镇最高"
    neutral = areas([5, 9, 2], places=[None] * 3)
    assert wording.title_areas(neutral, MONEY) == "乙镇最多，丙镇最少"


def test_ties_are_named_together_and_counted_when_many():
    two = areas([5, 5, 3], places=[1, 1, 3])
    assert wording.title_areas(two, HOMES) == "甲镇、乙镇并列最多，丙镇居末"
    many = areas([100, 100, 100, 81.8], places=[1, 1, 1, 4])
    assert wording.title_areas(many, SHARE) == "3个镇街道并列最高，丁镇居末"
    all_equal = areas([1, 1, 1], places=[1, 1, 1])
    assert wording.title_areas(all_equal, HOMES) == "3个镇街道均为1家"


def test_the_summary_of_areas_gives_ends_county_and_target():
    assert wording.summary_areas(areas([4.72, 3.87, 2.79]), RATE) == (
        "甲镇最高（4.72家／万人），丙镇居末（2.79家／万人）；全市3.66家／万人，目标4家／万人，完成91.5%。"
    )


def test_missing_partial_and_protected_areas_are_compared_with_nothing():
    some = areas(
        [9.99, 4.72, None, None, 2.79],
        statuses=["P", "A", "O", "Q", "A"],
        places=[None, 1, None, None, 2],
    )
    said = wording.summary_areas(some, RATE)
    assert said.startswith("乙镇最高（4.72家／万人），戊镇居末（2.79家／万人）")
    assert said.endswith("；3个镇街道未列入比较。")
    assert "9.99" not in said
    nothing = areas([1, 2], statuses=["P", "O"], places=[None, None])
    assert wording.title_areas(nothing, RATE) == "暂无可比较的数据"


def trend(series, statuses=None):
    """Return the cut trend: {name: {period: value}}, the first name being the county."""
    rows = [
        (
            str(330482 if not n else 330482000 + n),
            name,
            "township" if n else "county",
            period,
            pd.Timestamp(period),
            value,
            (statuses or {}).get((name, period), "A"),
            None if n else 4.0,
        )
        for n, (name, values) in enumerate(series.items())
        for period, value in values.items()
    ]
    columns = "ref_area name_zh area_level time_period start_date obs_value obs_status target"
    frame = pd.DataFrame(rows, columns=columns.split())
    return frame.assign(is_complete=frame.obs_status != "P", segment=0)


def test_a_stock_is_told_from_its_start_and_beside_the_county():
    rows = trend(
        {"全市": {"2021-01": 2.74, "2024-07": 3.61}, "甲镇": {"2021-01": 2.42, "2024-07": 2.77}}
    )
    assert wording.title_trend(rows, RATE, []) == "2021年1月以来全市由2.74升至3.61家／万人"
    assert wording.title_trend(rows, RATE, ["330482001"]) == (
        "2021年1月以来甲镇由2.42升至2.77家／万人，低于全市的3.61"
    )
    assert wording.summary_trend(rows, RATE, ["330482001"]) == (
        "2021年1月以来甲镇由2.42升至2.77家／万人；全市由2.74升至3.61家／万人；2024年末目标4家／万人。"
    )


def test_a_flow_is_told_beside_the_same_month_a_year_ago():
    rows = trend({"全市": {"2023-02": 47520, "2023-08": 41000, "2024-02": 42100, "2024-08": 52631}})
    assert wording.title_trend(rows, VISITS, []) == "全市2024年8月为5.26万人次，多于上年同期的4.1万"
    whole_year = of("人", freq="A", kind="flow")
    rows = trend({"全市": {"2022": 490, "2023": 688}})
    assert wording.title_trend(rows, whole_year, []) == "全市2023年为688人，多于上年的490"


def test_what_reads_the_same_is_called_the_same():
    rows = trend({"全市": {"2021-01": 100, "2024-08": 100}})
    assert wording.title_trend(rows, SHARE, []) == "2021年1月以来全市保持在100%"


def test_an_incomplete_last_period_is_said_and_not_judged():
    rows = trend(
        {"全市": {"2021-01": 2.74, "2024-07": 3.61, "2024-08": 3.0}}, {("全市", "2024-08"): "P"}
    )
    assert wording.title_trend(rows, RATE, []) == "2021年1月以来全市由2.74升至3.61家／万人"
    assert wording.summary_trend(rows, RATE, []).endswith(
        "；2024年8月未完整，虚线部分不作升降判断。"
    )


def test_a_partial_period_in_the_past_is_not_called_the_dashed_one():
    rows = trend({"全市": {"2022-05": 1.0, "2024-08": 3.61}}, {("全市", "2022-05"): "P"})
    assert "未完整" not in wording.summary_trend(rows, RATE, [])


def test_a_course_is_told_since_the_definition_last_changed_and_says_when_that_was():
    rows = trend({"全市": {"2021-01": 2.74, "2022-03": 9.0, "2022-04": 9.5, "2024-07": 9.9}})
    rows["segment"] = [0, 2, 2, 2]
    assert (
        wording.title_trend(rows, RATE, []) == "2022年3月统计口径变化以来全市由9.00升至9.90家／万人"
    )
    assert wording.summary_trend(rows, RATE, []) == (
        "2022年3月统计口径变化以来全市由9.00升至9.90家／万人；2024年末目标4家／万人。"
    )


def test_a_flow_is_told_beside_no_year_that_was_counted_otherwise():
    rows = trend({"全市": {"2023-08": 41000, "2024-04": 50000, "2024-08": 52631}})
    rows["segment"] = [0, 2, 2]
    assert wording.title_trend(rows, VISITS, []) == "全市2024年8月为5.26万人次"
    assert wording.summary_trend(rows, VISITS, []).startswith(
        "全市2024年8月为5.26万人次；2024年4月统计口径变化，此前的数不作比较；"
    )


def test_a_change_inside_a_period_is_dated_by_that_period_and_told_from_the_next():
    rows = trend({"全市": {"2023-12": 2.0, "2024-03": 3.0, "2024-04": 5.0, "2024-05": 6.0}})
    rows["segment"] = [0, 1, 2, 2]
    assert (
        wording.title_trend(rows, RATE, []) == "2024年3月统计口径变化以来全市由5.00升至6.00家／万人"
    )


def test_a_definition_changed_before_the_first_period_is_not_mentioned():
    rows = trend({"全市": {"2021-01": 2.74, "2024-07": 3.61}})
    rows["segment"] = 2
    assert wording.title_trend(rows, RATE, []) == "2021年1月以来全市由2.74升至3.61家／万人"


def signals(trend=None, point=None):
    """Return the cut signals of an area: a steady series but for what is given."""
    known = {
        "name_zh": "全市",
        "time_period": "2024-08",
        "direction": "none",
        "periods": 60,
        "periods_needed": 36,
        "p_value": 0.42,
        "slope_per_year": 0.1,
        "upper": 11.0,
        "lower": 3.0,
        "obs_value": 7.0,
        "method": "seasonal_mann_kendall",
    }
    parts = {"trend": trend or {}, "point": point or {}}
    return pd.DataFrame([known | {"kind": kind} | part for kind, part in parts.items()])


def test_a_series_says_in_shape_and_words_whether_it_rises_falls_or_neither():
    visits = of("人次", kind="flow")
    rows = signals({"direction": "rising", "p_value": 0.003, "slope_per_year": 12.4})
    assert wording.signal_lines(rows, visits) == [
        "↗ 截至2024年8月，近5年全市有上升趋势（季节性曼-肯德尔检验，p=0.003，每年约+12人次）",
        "→ 最近一月（2024年8月）在正常波动范围内",
    ]
    rows = signals({"direction": "falling", "p_value": 0.0, "slope_per_year": -3, "periods": 44})
    assert wording.signal_lines(rows, visits)[0] == (
        "↘ 截至2024年8月，近44个月全市有下降趋势（季节性曼-肯德尔检验，p<0.001，每年约−3人次）"
    )
    assert wording.signal_lines(signals(), visits)[0] == (
        "→ 截至2024年8月，近5年全市没有可辨的趋势（季节性曼-肯德尔检验，p=0.42）"
    )
    small = signals({"direction": "rising", "p_value": 0.02, "slope_per_year": 0.2})
    assert wording.signal_lines(small, visits)[0].endswith("，每年变动很小）")


def test_an_unusual_month_stands_beside_the_limit_it_passed():
    high = signals(point={"direction": "high", "obs_value": 26, "upper": 25.1})
    assert wording.signal_lines(high, HOMES)[1] == (
        "△ 最近一月（2024年8月）26家，高于正常波动上限25家"
    )
    low = signals(point={"direction": "low", "obs_value": 2, "lower": 2.3})
    assert wording.signal_lines(low, HOMES)[1] == "▽ 最近一月（2024年8月）2家，低于正常波动下限"


def test_a_short_series_says_how_many_months_there_are_and_how_many_it_takes():
    short = {"direction": "short", "periods": 27}
    assert wording.signal_lines(signals(short, short), HOMES) == [
        "○ 趋势：2022年6月以来才有27个月连续可用，不足36个月，不判断"
    ]
    none = {"direction": "short", "periods": 0}
    assert wording.signal_lines(signals(none, none), HOMES)[0] == (
        "○ 趋势：最近一月的数不能用，不足36个月，不判断"
    )
    assert wording.signal_lines(signals().iloc[:0], HOMES) == []


def cells(rows):
    columns = "time_period category category_position series series_position obs_value obs_status"
    frame = pd.DataFrame(rows, columns=columns.split())
    return frame.assign(start_date=pd.to_datetime(frame.time_period), ref_area="330482")


@pytest.mark.parametrize(
    ("kind", "rows", "said"),
    [
        (
            "stages",
            [
                ("2022-11", "建成", 1, "_T", 1, 49, "A"),
                ("2022-11", "在建", 2, "_T", 1, 40, "A"),
                ("2023-12", "建成", 1, "_T", 1, 113, "A"),
                ("2023-12", "在建", 2, "_T", 1, 0, "A"),
            ],
            "2022年11月建成49个、在建40个；2023年12月建成113个、在建0个。",
        ),
        (
            "mix",
            [
                ("2024-08", "甲", 1, "_T", 1, 5, "A"),
                ("2024-08", "乙", 2, "_T", 1, 9, "A"),
                ("2024-08", "丙", 3, "_T", 1, 1, "A"),
            ],
            "2024年8月最多的是乙9个，其次甲5个。",
        ),
        (
            "season",
            [
                ("2023-02", "2月", 2, "2023年", 2023, 1, "A"),
                ("2024-02", "2月", 2, "2024年", 2024, 4, "A"),
                ("2024-05", "5月", 5, "2024年", 2024, 9, "A"),
            ],
            "2024年5月最高（9个），2024年2月最低（4个）。",
        ),
        (
            "heat",
            [
                ("2024-08", "甲", 1, "3A", 1, 44, "A"),
                ("2024-08", "乙", 2, "3A", 1, None, "Q"),
            ],
            "2024年8月甲、3A最多，44个。",
        ),
        (
            "pyramid",
            [
                ("2023-12", "上", 1, "_T", 1, 41, "A"),
                ("2023-12", "下", 2, "_T", 1, 3045, "A"),
                ("2024-01", "上", 1, "_T", 1, 99, "P"),
            ],
            "2023年12月上41个、下3045个。",
        ),
        ("pyramid", [("2024-01", "上", 1, "_T", 1, 99, "P")], "暂无完整数据。"),
    ],
)
def test_each_kind_of_figure_is_told_in_one_sentence(kind, rows, said):
    figure = SimpleNamespace(id="figure", kind=kind, unit_zh="个", decimals=0)
    assert wording.summary_figure(cells(rows), figure) == said


def test_a_figure_is_told_for_the_period_it_is_drawn_for():
    figure = SimpleNamespace(id="figure", kind="mix", unit_zh="个", decimals=0)
    rows = [("2024-07", "甲", 1, "_T", 1, 5, "A"), ("2024-08", "甲", 1, "_T", 1, 6, "A")]
    assert wording.summary_figure(cells(rows), figure, "2024-07") == "2024年7月最多的是甲5个。"


FINDING = {
    "finding": "behind",
    "indicator": "per_10000",
    "ref_area": "1",
    "is_county": False,
    "indicator_zh": "每万人机构数",
    "unit_zh": "家／万人",
    "decimals": 2,
    "polarity": "higher_is_better",
    "area_name": "甲镇",
    "time_period": "2024-08",
    "obs_value": 2.79,
    "previous_value": 2.8,
    "change_previous": -0.01,
    "change_ratio": -0.0036,
    "target": 4.0,
    "pace": 4.0,
    "pace_basis": "target",
    "progress": 0.6975,
    "place": 8,
    "places": 8,
}


@pytest.mark.parametrize(
    ("row", "notice"),
    [
        ({}, ("◆", "甲镇每万人机构数2.79家／万人，滞后", "2024年8月，目标4家／万人，完成69.8%。")),
        (
            {"finding": "attention", "pace": 2.666667, "pace_basis": "months", "tied": False},
            (
                "▲",
                "甲镇每万人机构数2.79家／万人，需关注",
                "2024年8月，目标4家／万人，完成69.8%，应达2.67家／万人（按月序时），第8位（共8）。",
            ),
        ),
        (
            {"finding": "drop", "obs_value": 3.27, "previous_value": 4.01, "change_ratio": -0.1845},
            ("▲", "甲镇每万人机构数较上月下降18.5%", "2024年8月3.27家／万人，上月4.01家／万人。"),
        ),
        (
            {"is_county": True, "others_zh": ["乙镇", "丙镇"]},
            (
                "◆",
                "甲镇每万人机构数2.79家／万人，滞后",
                "2024年8月，目标4家／万人，完成69.8%，其中有乙镇、丙镇。",
            ),
        ),
        (
            {"finding": "overdue", "unit_zh": "个", "decimals": 0, "obs_value": 14}
            | {
                "is_county": True,
                "change_previous": -2,
                "others_zh": ["乙镇", "丙镇", "丁镇", "戊镇"],
            },
            (
                "▲",
                "甲镇每万人机构数14个",
                "2024年8月，较上月减少2个，涉及乙镇、丙镇、丁镇等4个镇街道。",
            ),
        ),
        (
            {"finding": "overdue", "unit_zh": "个", "decimals": 0, "obs_value": 14}
            | {"change_previous": 0},
            ("▲", "甲镇每万人机构数14个", "2024年8月，较上月持平。"),
        ),
        (
            {"finding": "will_miss", "expected": 3.5, "lower": 3.25, "upper": 3.75, "level": 0.8},
            (
                "▲",
                "甲镇每万人机构数年末预计3.50家／万人，完不成年度目标",
                "目标4家／万人，2024年8月2.79家／万人，80%的可能在3.25家／万人至3.75家／万人之间。",
            ),
        ),
        (
            {"finding": "late", "extract_zh": "助餐服务月报", "owner_zh": "养老服务科"}
            | {"days_late": 12, "due_on": pd.Timestamp("2024-09-10")},
            ("▲", "助餐服务月报已迟12天未到", "养老服务科，2024年8月的数应于2024年9月10日前报送。"),
        ),
        (
            {"finding": "low", "lower": 3.0, "upper": 4.0, "others_zh": ["乙镇"]},
            (
                "▲",
                "甲镇每万人机构数2.79家／万人，低于通常范围",
                "2024年8月，按以往规律应在3.00家／万人至4.00家／万人之间，乙镇也是如此。",
            ),
        ),
        (
            {"finding": "high", "lower": 1.0, "upper": 2.0, "polarity": "neutral"},
            (
                "○",
                "甲镇每万人机构数2.79家／万人，高于通常范围",
                "2024年8月，按以往规律应在1.00家／万人至2.00家／万人之间，中性指标，不评好坏。",
            ),
        ),
        (
            {"finding": "falling", "slope_per_year": -0.3, "periods": 36},
            (
                "▲",
                "甲镇每万人机构数持续下降",
                "近36个月平均每年−0.30家／万人，2024年8月2.79家／万人。",
            ),
        ),
        (
            {"finding": "absent", "indicators": 4, "extract_zh": "助餐服务月报"},
            ("○", "甲镇每万人机构数等4项缺数", "2024年8月，其他镇街道已有数，助餐服务月报未到。"),
        ),
        (
            {"finding": "absent", "indicators": 1, "extract_zh": None},
            ("○", "甲镇每万人机构数缺数", "2024年8月，其他镇街道已有数。"),
        ),
        (
            {"finding": "last"},
            ("▲", "甲镇每万人机构数2.79家／万人，居末", "2024年8月2.79家／万人，共8个镇街道。"),
        ),
        (
            {"finding": "uncovered", "numerator": 9, "denominator": 11, "missing_zh": "东村、西村"},
            ("▲", "甲镇每万人机构数2.79家／万人，尚未全覆盖", "已覆盖9／11，缺东村、西村。"),
        ),
        (
            {"finding": "pending", "time_period": "2024"},
            ("○", "每万人机构数2024年数据尚未公布", "本期不作评判。"),
        ),
    ],
)
def test_what_needs_attention_is_said_in_words(row, notice):
    assert wording.attention(FINDING | row) == notice


@pytest.mark.parametrize(
    ("basis", "said"),
    [
        ("months", "应达80家（按月序时）"),
        ("months_instead", "应达80家（上年数据不全，按月序时）"),
        ("rhythm", "应达80家（按上年节奏）"),
        ("climb", "应达80家（自上年末按月序时）"),
    ],
)
def test_what_is_due_by_now_is_said_with_how_it_is_reckoned(basis, said):
    row = SimpleNamespace(pace=80.0, target=120.0, pace_basis=basis)
    assert wording.due(row, SimpleNamespace(unit_zh="家", decimals=0)) == said


def test_of_a_few_a_fraction_is_due():
    row = SimpleNamespace(pace=10 / 3, target=5.0, pace_basis="months")
    held = SimpleNamespace(unit_zh="场", decimals=0)
    assert wording.due(row, held) == "应达3.3场（按月序时）"
    assert wording.due_brief(row, held) == ("3.3场", "按月")
    whole = SimpleNamespace(pace=5.0, target=5.0, pace_basis="target")
    assert wording.due_brief(whole, held) == ("5场", "")


@pytest.mark.parametrize(("pace", "target"), [(120.0, 120.0), (float("nan"), float("nan"))])
def test_nothing_is_said_where_the_whole_target_is_due_or_none_is_set(pace, target):
    row = SimpleNamespace(pace=pace, target=target, pace_basis="target")
    assert wording.due(row, SimpleNamespace(unit_zh="家", decimals=0)) == ""


@pytest.mark.parametrize(
    ("unit", "value", "pace", "judgement", "said"),
    [
        ("家", 72, 80, "attention", "差8家"),
        ("%", 51.2, 54.0, "behind", "差2.8个百分点"),
        ("天", 22, 20, "attention", "超2天"),  # fewer would be better
        ("场", 3, 10 / 3, "attention", "差0.3场"),  # three are not three and a third
        ("家", 78, 80, "on_pace", ""),
        ("家", 72, 80, None, ""),
    ],
)
def test_a_value_behind_is_told_how_far(unit, value, pace, judgement, said):
    row = SimpleNamespace(obs_value=value, pace=pace, judgement=judgement)
    assert wording.shortfall(row, SimpleNamespace(unit_zh=unit, decimals=0)) == said


def test_the_last_two_of_a_profile_draw_attention_and_neutral_rows_do_not():
    def row(**values):
        known = {"obs_status": "A", "place": 8.0, "places": 8.0, "tied": False, "place_from": None}
        return SimpleNamespace(**(known | values))

    assert wording.strip_place(row()).word == "第8"
    assert wording.strip_place(row()).tone == "attention"
    assert wording.strip_place(row(place=1.0, tied=True)) == ("", "并列1", "first")
    assert wording.strip_place(row(place=None, places=None)).word == "不排位"
    assert wording.strip_place(row(obs_status="Q", place=None)).word == "—"
    assert wording.strip_place(row(place=2.0, places=3.0)).tone == "plain"
