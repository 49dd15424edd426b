"""What a profile says in words: nothing is claimed that was not tested."""

from types import SimpleNamespace

import pandas as pd
import pytest

from ui import wording, wording_profile


def row(**values):
    known = {
        "obs_status": "A",
        "unit_zh": "%",
        "decimals": 1,
        "polarity": "higher_is_better",
        "time_period": "2024-08",
        "change_county": 2.4,
        "has_interval": False,
        "versus_county": None,
        "place": 2.0,
        "places": 8.0,
        "tied": False,
        "place_from": None,
        "place_to": None,
    }
    return SimpleNamespace(**(known | values))


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"versus_county": "higher"}, ("↑", "高于", "accent")),
        ({"versus_county": "lower"}, ("↓", "低于", "attention")),
        ({"versus_county": "higher", "polarity": "lower_is_better"}, ("↑", "高于", "attention")),
        ({"versus_county": "higher", "polarity": "neutral"}, ("↑", "高于", "plain")),
        ({"versus_county": "same"}, ("＝", "无显著差异", "muted")),
        ({}, ("", "高于", "muted")),
        ({"change_county": -0.06}, ("", "低于", "muted")),
        ({"change_county": -0.04}, ("", "持平", "muted")),
        ({"change_county": 0.4, "unit_zh": "人", "decimals": 0}, ("", "持平", "muted")),
        ({"change_county": None}, ("", "", "muted")),
        ({"obs_status": "Q", "versus_county": "higher"}, ("", "", "muted")),
        ({"obs_status": "P"}, ("", "", "muted")),
    ],
)
def test_the_county_is_beside_it_with_a_mark_only_where_that_was_tested(values, said):
    assert wording.against_county(row(**values)) == said


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({}, ("", "第2", "plain")),
        ({"place_from": 2, "place_to": 4}, ("", "第2—4", "plain")),
        ({"place_from": 1, "place_to": 1, "place": 1.0}, ("", "第1", "first")),
        ({"place_from": 1, "place_to": 3, "place": 1.0}, ("", "第1—3", "plain")),
        ({"place_from": 1, "place_to": 8}, ("", "不分先后", "muted")),
        ({"place_from": 6, "place_to": 8, "place": 8.0}, ("", "第6—8", "plain")),
        ({"place_from": 7, "place_to": 8, "place": 8.0}, ("▲ ", "第7—8", "attention")),
        ({"place": 8.0}, ("▲ ", "第8", "attention")),
        ({"place": None, "places": None}, ("", "不排位", "muted")),
        ({"obs_status": "P"}, ("○ ", "未完整", "muted")),
        ({"obs_status": "Q", "place": None}, ("", "—", "muted")),
    ],
)
def test_a_place_that_cannot_be_told_from_others_is_a_band(values, said):
    assert wording.strip_place(row(**values)) == said


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (
            {"has_interval": True, "place_from": 2, "place_to": 4},
            "高于全市2.4个百分点，第2—4位（共8）；差异显著；2024年8月",
        ),
        (
            {
                "place": 8.0,
                "place_from": 8,
                "place_to": 8,
                "change_county": -3.0783,
                "unit_zh": "个／千人",
            }
            | {"decimals": 2, "time_period": "2023"},
            "低于全市3.08个／千人，第8位（共8）；只比数值，未作判断；2023年",
        ),
        (
            {"polarity": "lower_is_better", "change_county": -0.02, "place_from": 1, "place_to": 2},
            "低于全市不到0.1个百分点（越少越好），第1—2位（共8）；只比数值，未作判断；2024年8月",
        ),
    ],
)
def test_why_it_is_listed_stands_beside_it(values, said):
    assert wording.reason(row(**values)) == said


@pytest.mark.parametrize(
    ("direction", "said"),
    [
        ("rising", ("↗", "上升", "plain")),
        ("falling", ("↘", "下降", "plain")),
        ("none", ("→", "无明显趋势", "muted")),
        ("short", ("", "", "muted")),
        (None, ("", "", "muted")),
        (float("nan"), ("", "", "muted")),
    ],
)
def test_a_course_is_said_only_where_one_was_tested(direction, said):
    assert wording.course(direction) == said


def features(*rows):
    names = ("feature_zh", "unit_zh", "decimals", "own_value", "peer_value", "is_alike")
    return pd.DataFrame(rows, columns=names)


def test_what_two_townships_have_in_common_and_what_not_is_said_with_its_numbers():
    rows = features(
        ("常住人口", "人", 0, 62000.0, 49000.0, True),
        ("60岁及以上占比", "%", 1, 24.55, 27.0061, False),
        ("村、社区", "个", 0, 11.0, 11.0, True),
        ("镇", "", 0, 0.0, 0.0, True),
    )
    assert wording.alike(rows) == "常住人口4.9万人（本地6.2万人）；村、社区都是11个；同为镇"
    assert wording.unlike(rows) == "有差别：60岁及以上占比27.0%（本地24.6%）"


def test_the_nearest_of_nobody_alike_says_so():
    rows = features(("街道", "", 0, 1.0, 0.0, False))
    assert wording.alike(rows) == wording_profile.NOTHING_ALIKE
    assert wording.unlike(rows) == "有差别：一个是街道，一个不是"
