"""Signals: worked by hand, held against pymannkendall, and seldom false where nothing changes."""

import numpy as np
import pandas as pd
import pymannkendall
import pytest
from scipy.stats import binom

from queries import database, seasonal, signals
from tests.benchmarks.unchanged import CLASSES, resembling
from tests.benchmarks.unchanged import seasonal as with_season
from tests.rows import records
from tests.test_observation import MONTHS as CALENDAR

AREA, OTHER = "330482001", "330482002"
SEASON = np.array([5, 0, 8, 3, 9, 1, 7, 2, 6, 4, 10, 11.0])  # of no use but to differ by month
FEW = 200  # series a class


def asked(rows):
    return pd.DataFrame(rows).assign(indicator="visits", ref_area=AREA, time_period="2024-08")


def told(months, kind="flow", is_count=False):
    """Return {trend, point}: the rows of the verdicts of one series."""
    rows = signals.verdicts(asked([{"kind": kind, "is_count": is_count, "months": list(months)}]))
    return {row.kind: row for row in rows.itertuples()}


# By hand


def test_the_score_counts_pairs_of_the_same_month_alone():
    # January 1, 2, 3: three pairs rise. February 5, 5, 4: one is even, two fall. Others are level.
    series = np.zeros((1, 36))
    series[0, [0, 12, 24]] = 1, 2, 3
    series[0, [1, 13, 25]] = 5, 5, 4
    score, variance = signals.kendall(series)
    assert score == 3 - 2
    # three years without ties: 3·2·11/18 = 11/3; with a tie of two 1 less, 8/3; of three nothing
    assert variance == pytest.approx(11 / 3 + 8 / 3)


def test_the_slope_is_the_median_of_what_a_year_makes():
    # every month of the second year has 1 more, of the third 5 more: a year makes 1, 4 or 5/2
    series = np.tile(SEASON, 3)[None, :] + np.repeat([0, 1, 5], 12)
    assert signals.sen_slope(series) == [2.5]


def test_score_variance_and_slope_are_those_of_pymannkendall():
    rng = np.random.default_rng(7)
    series = rng.poisson(3, (20, 43)) * 1.0  # ties, and a year that is not over
    score, variance = signals.kendall(series)
    for n, one in enumerate(series):
        # its own test leaves years out that are not over: the seasons are asked one by one
        months = [pymannkendall.original_test(one[month::12]) for month in range(12)]
        assert score[n] == sum(month.s for month in months)
        assert variance[n] == pytest.approx(sum(month.var_s for month in months))
        assert signals.sen_slope(one[None, :])[0] == pytest.approx(
            pymannkendall.seasonal_sens_slope(one, 12).slope
        )


def test_a_regression_gives_the_slope_that_is_in_the_series():
    series = np.tile(SEASON, 4)[None, :] + 0.25 * np.arange(48)
    assert seasonal.fit(series, "slope", True, 0).value == pytest.approx([0.25])
    assert seasonal.fit(series, "last", True, 0).value == pytest.approx([0])
    series[0, -1] += 7
    assert seasonal.fit(series, "last", True, 0).value == pytest.approx([7])


def test_the_estimated_resemblance_is_right_in_the_mean_though_series_are_short():
    rng = np.random.default_rng(3)
    series = with_season(resembling(0.5))(rng, 4000, 48)
    of = seasonal.fit(series, "slope", True, 0)
    # the variance of the slope as estimated is, in the mean, that of the slopes themselves
    assert np.median(of.variance) == pytest.approx(of.value.var(), rel=0.2)


# Verdicts


def test_what_rises_through_all_seasons_rises_and_tells_by_how_much():
    noise = np.random.default_rng(1).normal(0, 0.5, 60)
    trend = told(np.tile(SEASON, 5) + 0.2 * np.arange(60) + noise)["trend"]
    assert (trend.direction, trend.periods) == ("rising", 60)
    assert trend.slope_per_year == pytest.approx(2.4, abs=0.3)
    assert trend.p_value < 0.001
    falling = told(np.tile(SEASON, 5) - 0.2 * np.arange(60) + noise)["trend"]
    assert falling.direction == "falling"


def test_a_season_is_no_trend_though_the_series_ends_at_its_height():
    trend = told(np.tile(SEASON, 4)[:47])["trend"]
    assert (trend.direction, trend.slope_per_year, trend.p_value) == ("none", 0, 1)


def test_a_stock_that_grows_every_month_rises_by_what_it_gains_in_a_year():
    steps = np.tile([1, 2, 3, 2, 1, 3], 10)
    trend = told(500 + steps.cumsum(), "stock")["trend"]
    assert (trend.direction, trend.method) == ("rising", "mean_net_change")
    assert trend.slope_per_year == pytest.approx(24)  # twelve months of two in the mean


def test_a_last_month_far_from_its_season_is_high_or_low_and_the_limits_say_so():
    noise = np.random.default_rng(2).normal(0, 1, 48)
    usual = 100 + np.tile(SEASON, 4) + noise
    for added, direction in ((12, "high"), (-12, "low"), (0, "none")):
        point = told([*usual[:-1], usual[-1] + added])["point"]
        assert point.direction == direction
        assert point.lower < point.expected < point.upper
        assert (usual[-1] + added > point.upper) == (direction == "high")
        assert (usual[-1] + added < point.lower) == (direction == "low")


def test_a_count_s_limits_are_never_below_nought():
    months = np.random.default_rng(4).poisson(1, 48)
    assert told(months, is_count=True)["point"].lower >= 0


def test_one_case_after_years_without_any_is_within_what_chance_does():
    assert told([0.0] * 47 + [1.0], is_count=True)["point"].direction == "none"
    assert told([8.0] * 47 + [9.0], "stock", is_count=True)["point"].direction == "none"


def test_what_never_changes_is_neither_a_trend_nor_unusual():
    for kind in ("flow", "stock"):
        found = told([100.0] * 48, kind)
        assert {row.direction for row in found.values()} == {"none"}


@pytest.mark.parametrize("kind", ["flow", "stock"])
def test_fewer_months_than_it_takes_give_no_verdict_however_steep(kind):
    found = told(np.arange(35) * 100.0, kind)
    assert {row.direction for row in found.values()} == {"short"}
    assert {row.periods for row in found.values()} == {35}
    assert all(pd.isna(row.p_value) for row in found.values())
    assert told(np.arange(36) * 100.0, kind)["trend"].direction == "rising"


def test_no_more_than_the_last_five_years_are_looked_at():
    noise = np.random.default_rng(5).normal(0, 1, 60)
    risen = np.arange(60) * 10.0  # long ago
    trend = told([*risen, *(600 + noise)])["trend"]
    assert (trend.direction, trend.periods) == ("none", 60)


# How often


@pytest.mark.parametrize("months", [36, 60])
@pytest.mark.parametrize(
    ("kind", "name"), [(kind, name) for kind, classes in CLASSES.items() for name in classes]
)
def test_of_series_without_change_no_more_than_one_in_twenty_is_called_changed(kind, name, months):
    make, is_count = CLASSES[kind][name]
    series = make(np.random.default_rng(11), FEW, months)
    most = binom.ppf(0.999, FEW, 0.05)  # that many by bad luck once in a thousand
    assert (signals.trend(series, kind, is_count)["direction"] != "none").sum() <= most
    assert (signals.point(series, kind, is_count)["direction"] != "none").sum() <= most


def test_the_uncorrected_test_would_not_pass():
    series = resembling(0.6)(np.random.default_rng(11), FEW, 60)
    alarms = sum(pymannkendall.seasonal_test(one, 12).p < 0.05 for one in series)
    assert alarms > binom.ppf(0.999, FEW, 0.05)


def test_a_change_of_the_size_stated_is_found_four_times_in_five():
    rng = np.random.default_rng(12)
    series = with_season(resembling(0.3))(rng, FEW, 60)
    least = binom.ppf(0.001, FEW, 0.8)
    trends = signals.trend(series + 0.5 * np.arange(60) / 12, "flow", False)
    assert (trends["direction"] == "rising").sum() >= least
    series[:, -1] += 5
    assert (signals.point(series, "flow", False)["direction"] == "high").sum() >= least


# Which months are used


@pytest.fixture
def judge():
    """Return a function: {month: value or status} of one area and of another in, their rows out."""
    with database.connect() as con:
        con.execute("create schema reference")
        con.execute(CALENDAR)
        con.execute(f"create table period as {database.script('period')}")
        con.execute("create table reference.event (event_on date, breaks varchar)")

        def run(given, other=(), breaks=(), accumulate=""):
            con.execute("delete from reference.event")
            con.execute(
                "create or replace table indicator as select 'visits' as id, 'M' as freq, "
                "'flow' as kind, ? as accumulate, true as standardised",
                [accumulate],
            )
            con.execute(
                "create or replace table observation (indicator varchar, ref_area varchar, "
                "time_period varchar, category varchar, obs_value double, obs_status varchar)"
            )
            for day in breaks:
                con.execute("insert into reference.event values (?, 'visits')", [day])
            for area, month, value in (
                *((AREA, *one) for one in given.items()),
                *((OTHER, *one) for one in dict(other).items()),
            ):
                is_known = not isinstance(value, str)
                con.execute(
                    "insert into observation values ('visits', ?, ?, '_T', ?, ?)",
                    [area, month, value if is_known else None, "A" if is_known else value],
                )
            return records(con, database.script("signal_series"))

        yield run


def months(first, last, value=1.0):
    days = pd.period_range(first, last, freq="M")
    return {str(day): value + n for n, day in enumerate(days)}


def test_a_series_begins_after_the_last_missing_withheld_or_partial_month(judge):
    for status in ("O", "Q", "P"):
        (row,) = judge(months("2022-01", "2024-08") | {"2024-03": status})
        assert row["months"] == [28, 29, 30, 31, 32]
        assert row["time_period"] == "2024-08"


def test_an_unfinished_last_month_is_not_judged(judge):
    (row,) = judge(months("2024-01", "2024-08") | {"2024-08": "P"})
    assert (row["time_period"], row["months"]) == ("2024-07", [1, 2, 3, 4, 5, 6, 7])


def test_an_area_whose_last_month_is_withheld_has_no_run_though_others_go_on(judge):
    given = months("2024-01", "2024-08")
    own, other = judge(given | {"2024-08": "Q"}, other=given)
    assert (own["time_period"], own["months"]) == ("2024-08", [])
    assert other["months"] == [1, 2, 3, 4, 5, 6, 7, 8]


def test_nothing_is_said_of_an_area_the_indicator_does_not_apply_to(judge):
    rows = judge({"2024-08": "M"}, other={"2024-08": 1.0})
    assert [row["ref_area"] for row in rows] == [OTHER]


def test_a_series_begins_with_the_first_whole_month_after_a_change_of_the_definition(judge):
    given = months("2024-01", "2024-08")
    assert judge(given, breaks=["2024-03-01"])[0]["months"] == [3, 4, 5, 6, 7, 8]
    assert judge(given, breaks=["2024-03-02"])[0]["months"] == [4, 5, 6, 7, 8]
    assert judge(given, breaks=["2024-03-01", "2024-07-01"])[0]["months"] == [7, 8]
    assert judge(given, breaks=["2024-12-01"])[0]["months"] == [1, 2, 3, 4, 5, 6, 7, 8]


def test_a_running_sum_is_taken_apart_into_its_months(judge):
    given = {"2023-11": 40, "2023-12": 47, "2024-01": 5, "2024-02": 11, "2024-03": 18}
    assert judge(given, accumulate="year")[0]["months"] == [7, 5, 6, 7]
    # February is part of March's sum: without it neither month is known
    lost = given | {"2024-02": "Q", "2024-04": 20}
    assert judge(lost, accumulate="year")[0]["months"] == [2]


def test_a_build_tells_of_every_monthly_indicator_and_area_once_on_each(tiny_shelf):
    asked_of = tiny_shelf.execute(
        "select count(*) from observation inner join ("
        "select indicator, max(time_period) as time_period from observation "
        "where freq = 'M' and category = '_T' and obs_status = 'A' group by indicator"
        ") as latest using (indicator, time_period) where category = '_T' and obs_status <> 'M'"
    ).fetchall()[0][0]
    kinds = dict(tiny_shelf.execute("select kind, count(*) from signal group by kind").fetchall())
    assert kinds == {"trend": asked_of, "point": asked_of}
    doubled = "select indicator from signal group by indicator, ref_area, kind having count(*) > 1"
    assert tiny_shelf.execute(doubled).fetchall() == []
