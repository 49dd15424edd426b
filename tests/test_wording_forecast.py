"""A forecast in words: where the year ends, how sure, and never as if it had been counted."""

from types import SimpleNamespace

import pandas as pd
import pytest

from ui import wording_forecast

HOMES = SimpleNamespace(
    unit_zh="家", decimals=0, kind="stock", freq="M", accumulate="", polarity="higher_is_better"
)
MONEY = SimpleNamespace(**vars(HOMES) | {"unit_zh": "元", "kind": "flow", "accumulate": "year"})
SHARE = SimpleNamespace(**vars(HOMES) | {"unit_zh": "%", "decimals": 1})
LOW = SimpleNamespace(**vars(MONEY) | {"polarity": "lower_is_better", "unit_zh": "件"})


def ahead(**told):
    known = {
        "time_period": "2024-08",
        "obs_value": 126.0,
        "obs_lower": 118.2,
        "obs_upper": 133.9,
        "level": 0.8,
        "method": "drift",
        "error": 0.0123,
        "trials": 4,
        "met_in": "2024-11",
        "state": "unsure",
    }
    return SimpleNamespace(**known | told)


SHORT = ahead(
    state="short", obs_value=float("nan"), obs_lower=None, obs_upper=None, error=None, met_in=None
)


@pytest.mark.parametrize(
    ("state", "met_in", "of", "said"),
    [
        ("unsure", "2024-11", HOMES, "预计年底126家，可能11月达到"),
        ("unsure", None, HOMES, "预计年底126家，能否达到未定"),
        ("will_meet", "2024-09", HOMES, "预计年底126家，9月达到"),
        ("will_miss", None, HOMES, "预计年底126家，今年达不到"),
        ("met", "2024-07", HOMES, "预计年底126家，已于7月达到"),
        ("met", "2024-01", HOMES, "预计年底126家，年初已达到"),
        (None, None, HOMES, "预计年底126家"),  # neutral: neither met nor missed
        ("will_meet", None, LOW, "预计年底126件，不会超过目标"),
        ("unsure", None, LOW, "预计年底126件，是否超过目标未定"),
        ("will_miss", None, LOW, "预计年底126件，将超过目标"),
    ],
)
def test_a_card_says_where_the_year_ends_and_when_the_target_is_met(state, met_in, of, said):
    assert wording_forecast.expected(ahead(state=state, met_in=met_in), of) == said


@pytest.mark.parametrize(
    ("lower", "upper", "of", "said"),
    [
        (118.2, 133.9, HOMES, "118—134家"),
        (120.1, 120.4, HOMES, "120家"),
        (17_930_000, 19_040_000, MONEY, "1793—1904万元"),
        (9_400, 10_600, MONEY, "9400—1.06万元"),
        (97.4, 100, SHARE, "97.4%—100%"),
    ],
)
def test_an_interval_is_read_in_one_unit(lower, upper, of, said):
    assert wording_forecast.span(lower, upper, of) == said


def test_beside_the_interval_stands_how_far_the_same_reckoning_was_wrong_before():
    assert wording_forecast.reach(ahead(), HOMES) == [
        "80%区间118—134家，",
        "往年试算差1.2%（4年）",
    ]
    untried = ahead(error=float("nan"), trials=pd.NA)
    assert wording_forecast.reach(untried, HOMES) == ["80%区间118—134家"]


def test_too_few_months_are_called_so_wherever_a_forecast_would_stand():
    assert wording_forecast.expected(SHORT, HOMES) == "数据不足，不作预测"
    assert wording_forecast.brief(SHORT, HOMES) == ("数据不足", "", "")
    assert wording_forecast.reach(SHORT, HOMES) == []
    assert "不作年底预测" in wording_forecast.summary(SHORT, HOMES)


def test_a_sentence_says_from_when_how_and_that_it_is_no_statistic():
    assert wording_forecast.summary(ahead(), HOMES) == (
        "按截至2024年8月的数推算：预计年底126家，可能11月达到；"
        "80%区间118—134家，往年试算差1.2%（4年）；按近12个月的趋势。预测不是统计数。"
    )


def test_every_method_has_its_words():
    from queries.extrapolation import LEVELS, SUMS

    assert set(wording_forecast.METHODS) == {*LEVELS, *SUMS}


def test_a_table_s_cells_are_brief():
    assert wording_forecast.brief(ahead(), HOMES) == ("126家", "118—134家", "可能11月")
    assert wording_forecast.brief(ahead(met_in=None), HOMES)[2] == "未定"
    assert wording_forecast.brief(ahead(met_in=None, state="will_miss"), HOMES)[2] == "达不到"
    assert wording_forecast.brief(ahead(state="met", met_in="2024-07"), HOMES)[2] == "已于7月"
    assert wording_forecast.brief(ahead(state="met", met_in="2024-01"), HOMES)[2] == "年初已达到"
