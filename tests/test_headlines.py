"""Headlines: pace before change before place, and nothing of what must not or cannot be said."""

from types import SimpleNamespace

import pandas as pd
import pytest

from ui import wording_headlines

NAN = float("nan")
COUNT = SimpleNamespace(
    name_zh="登记组织",
    unit_zh="家",
    decimals=0,
    kind="stock",
    freq="M",
    accumulate="",
    standardised=False,
    polarity="higher_is_better",
)
RATE = SimpleNamespace(**vars(COUNT) | {"unit_zh": "%", "decimals": 1, "standardised": True})
SUM = SimpleNamespace(**vars(COUNT) | {"kind": "flow", "accumulate": "year", "unit_zh": "元"})


def fact(**told):
    known = {
        "time_period": "2024-08",
        "obs_value": 592.0,
        "change_year": 26.0,
        "target": NAN,
        "pace": NAN,
        "pace_basis": None,
        "progress": NAN,
        "judgement": None,
        "is_change_significant": True,
        "is_spread_significant": True,
    }
    return SimpleNamespace(**known | told)


@pytest.mark.parametrize(
    ("of", "told", "said"),
    [
        (COUNT, {}, "2024年8月31日全市登记组织592家，较上年同期增加26家"),
        (COUNT, {"change_year": -26.0}, "2024年8月31日全市登记组织592家，较上年同期减少26家"),
        (COUNT, {"change_year": NAN}, "2024年8月31日全市登记组织592家"),
        (
            COUNT,
            {"is_change_significant": False},
            "2024年8月31日全市登记组织592家，较上年同期基本持平",
        ),
        (
            RATE,
            {"obs_value": 87.2, "change_year": 1.5},
            "2024年8月31日全市登记组织87.2%，较上年同期上升1.5个百分点",
        ),
        (
            RATE,
            {"obs_value": 87.2, "change_year": 0.04},
            "2024年8月31日全市登记组织87.2%，较上年同期基本持平",
        ),
        (
            COUNT,
            {"judgement": "attention", "target": 700.0, "pace": 700.0},
            "2024年8月31日全市登记组织592家，低于目标700家",
        ),
        (
            COUNT,
            {"judgement": "reached", "target": 500.0, "pace": 500.0},
            "2024年8月31日全市登记组织592家，已达到目标500家",
        ),
        (
            SUM,
            {
                "obs_value": 700.0,
                "judgement": "behind",
                "target": 1200.0,
                "pace": 800.0,
                "pace_basis": "rhythm",
            },
            "2024年1—8月全市登记组织700元，落后于序时进度（按上年节奏应达800元）",
        ),
        (
            SUM,
            {
                "obs_value": 900.0,
                "judgement": "on_pace",
                "target": 1200.0,
                "pace": 800.0,
                "progress": 0.75,
            },
            "2024年1—8月全市登记组织900元，符合序时进度，完成全年目标的75.0%",
        ),
    ],
)
def test_an_indicator_s_headline_follows_its_facts(of, told, said):
    assert wording_headlines.of_indicator("全市", fact(**told), of) == said


def test_where_nothing_may_be_said_the_headline_says_no_number():
    said = wording_headlines.of_indicator("全市", None, COUNT)
    assert said == "登记组织：全市本期没有可以公布的数"


def areas(values, statuses):
    return pd.DataFrame(
        {
            "name_zh": ["甲镇", "乙镇", "丙镇", "全市"],
            "area_level": ["township"] * 3 + ["county"],
            "obs_value": values,
            "obs_status": statuses,
            "place": [1, 2, 3, NAN],
            "target": NAN,
            "progress": NAN,
            "time_period": "2024-08",
        }
    )


def test_a_map_says_who_leads_and_who_is_last():
    rows = areas([9.0, 7.0, 5.0, 7.0], ["A"] * 4)
    said = wording_headlines.of_areas(rows, fact(), RATE)
    assert said == "登记组织：甲镇最高，丙镇居末"


def test_a_spread_too_small_to_mean_something_names_nobody():
    rows = areas([9.0, 8.99, 8.98, 9.0], ["A"] * 4)
    said = wording_headlines.of_areas(rows, fact(is_spread_significant=False), RATE)
    assert said == "登记组织：各镇街道相差不大"


def test_a_protected_or_partial_township_is_never_named():
    rows = areas([9.0, 7.0, NAN, 7.0], ["P", "A", "Q", "A"])
    said = wording_headlines.of_areas(rows, fact(), RATE)
    assert "甲镇" not in said
    assert "丙镇" not in said


def test_boards_count_what_is_behind_and_leave_out_what_has_no_target():
    said = wording_headlines.of_cards("全市", ["on_pace", "behind", "attention", None, "pending"])
    assert said == "全市：3项有目标的指标中，2项落后于应达进度"
    assert wording_headlines.of_cards("全市", ["reached", None]) == (
        "全市：1项有目标的指标全部达到应达进度"
    )
    assert wording_headlines.of_cards("全市", [None, None]) == "全市：主要指标2项"


def test_a_township_s_headline_names_where_it_stands_out():
    assert wording_headlines.of_profile("甲镇", ["登记组织"], []) == "甲镇：登记组织居首"
    assert wording_headlines.of_profile("甲镇", [], []) == "甲镇：各项指标居中"


def test_a_saved_view_says_who_leads_unless_two_do():
    cells = [SimpleNamespace(number=n, text=f"{n}") for n in (5, 9, 9)]
    told = list(zip(["甲镇", "乙镇", "丙镇"], cells, strict=True))
    assert wording_headlines.of_view("机构数", told[:2], True, COUNT) == "机构数：乙镇最多，9家"
    assert wording_headlines.of_view("覆盖率", told[:2], False, RATE) == "覆盖率：乙镇最高，9%"
    assert wording_headlines.of_view("机构数", told, True, COUNT) == "机构数"
    assert wording_headlines.of_view("机构数", [], True, COUNT) == "机构数"
