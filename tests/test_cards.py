"""Cards: what a target's card says of now and of the year's end."""

from types import SimpleNamespace

import pandas as pd

from queries import store
from tests.test_wording_forecast import HOMES, SHORT, ahead
from ui import cards


def row(**told):
    known = {
        "time_period": "2024-08",
        "obs_value": 72.0,
        "obs_status": "A",
        "numerator": None,
        "denominator": None,
        "change_previous": None,
        "change_year": 4.0,
        "change_county": None,
        "target": 120.0,
        "pace": 80.0,
        "pace_basis": "rhythm",
        "progress": 0.6,
        "judgement": "attention",
        "is_county": True,
    }
    return SimpleNamespace(**known | told)


def test_a_target_s_card_says_what_is_due_what_is_short_and_where_the_year_ends():
    said = cards.card("甲", row(), HOMES, "year", with_line=False, ahead=ahead())
    for words in ("▲ 关注", "差", "8家", "应达", "按上年节奏", "预计年底", "可能", "80%区间"):
        assert words in said, words


def test_a_card_of_another_month_than_the_forecast_s_foretells_nothing():
    assert cards.expected(row(time_period="2024-07"), HOMES, ahead()) == ()
    assert cards.expected(row(), HOMES, None) == ()
    assert len(cards.expected(row(), HOMES, ahead())) == 2


def test_a_card_of_too_few_months_says_so_once():
    told = "".join(cards.expected(row(), HOMES, SHORT))
    assert told.count("数据不足") == 1


def test_a_card_without_a_target_says_nothing_of_one():
    nothing = float("nan")
    bare = row(target=nothing, pace=nothing, pace_basis=None, progress=nothing, judgement=None)
    said = cards.card("甲", bare, HOMES, "year", with_line=False)
    assert "应达" not in said
    assert "目标" not in said


def test_looked_back_at_from_an_earlier_month_no_year_is_foretold(demo):
    assert store.read(demo, "forecasts", time_period="2024-07").empty
    found = store.read(demo, "forecasts", time_period="2024-08")
    assert set(found["time_period"]) == {"2024-08"}
    assert pd.Series(found["obs_value"]).notna().sum() > 50
