"""Forecasting: what a year's end is forecast from, what is said of it, and what is never used."""

from types import SimpleNamespace

import numpy as np
import pytest

from queries import database
from queries.forecasting import Way, forecast, missed, verdict, year_end
from tests.rows import records
from tests.test_observation import COUNTY, DANG, MONTHS

STOCK = {"freq": "M", "kind": "stock", "accumulate": "", "polarity": "higher_is_better"}
SUM = STOCK | {"kind": "flow", "accumulate": "year"}


@pytest.fixture(scope="module")
def bench():
    with database.connect() as con:
        con.execute("create schema reference")
        con.execute(MONTHS)
        con.execute("create table reference.county as select '330482' as ref_area")
        con.execute(f"create table period as {database.script('period')}")
        con.execute(
            "create table indicator (id varchar, freq varchar, kind varchar, "
            "accumulate varchar, polarity varchar, unit_zh varchar)"
        )
        con.execute(
            "create table observation (indicator varchar, ref_area varchar, "
            "time_period varchar, end_date date, category varchar, obs_value double, "
            "obs_status varchar)"
        )
        con.execute(
            "create table reference.target (indicator varchar, ref_area varchar, "
            "year bigint, target decimal(18, 2))"
        )
        con.execute("create table reference.event (event_on date, breaks varchar)")
        yield con


@pytest.fixture
def foretell(bench):
    """Return a function: values by month from January 2022 on (None is missing, a text a status)
    of one indicator in, (its row of forecast or None, its rows of forecast_month) out."""

    def run(values, target=100, area=COUNTY, whole=None, breaks=(), unit="家", **header):
        for table in ("indicator", "observation", "reference.target", "reference.event"):
            bench.execute(f"delete from {table}")
        bench.execute("drop table if exists forecast")
        bench.execute("drop table if exists forecast_month")
        told = {**STOCK, **header}
        bench.execute(
            "insert into indicator values ('visits', ?, ?, ?, ?, ?)",
            [told["freq"], told["kind"], told["accumulate"], told["polarity"], unit],
        )
        fill(bench, area, values)
        if whole is not None:
            fill(bench, COUNTY, whole)
        bench.execute("insert into reference.target values ('visits', ?, 2024, ?)", [area, target])
        for day in breaks:
            bench.execute("insert into reference.event values (?, 'visits')", [day])
        forecast(bench)
        found = records(bench, "from forecast")
        return (found[0] if found else None), records(bench, "from forecast_month order by 3")

    return run


def fill(con, area, values):
    for index, value in enumerate(values):
        period = f"{2022 + index // 12}-{index % 12 + 1:02}"
        status = value if isinstance(value, str) else "O" if value is None else "A"
        con.execute(
            "insert into observation select 'visits', ?, time_period, end_date, '_T', ?, ? "
            "from period where time_period = ?",
            [area, value if status == "A" else None, status, period],
        )


LINE = [20 + 2 * month for month in range(32)]  # 82 in August 2024, 90 in December


def test_a_stock_on_a_straight_line_ends_the_year_on_it(foretell):
    found, way = foretell(LINE, target=88)
    assert (found["time_period"], found["year"], found["level"]) == ("2024-08", 2024, 0.8)
    assert found["obs_value"] == pytest.approx(90)
    assert found["obs_lower"] == found["obs_upper"] == pytest.approx(90)
    # stood in August 2023 with 20 months known: one earlier year, forecast without an error
    assert (found["error"], found["trials"]) == (pytest.approx(0), 1)
    assert (found["state"], found["met_in"]) == ("will_meet", "2024-11")  # 84, 86, 88
    assert [row["time_period"] for row in way] == [f"2024-{month:02}" for month in range(8, 13)]
    assert [row["obs_value"] for row in way] == pytest.approx([82, 84, 86, 88, 90])


SEASON = [5, 3, 8, 8, 9, 12, 15, 14, 9, 7, 20, 10]  # 120 a year, 74 of it by August


def running(values):
    """Return running sums of the year, as a published running sum has them."""
    return [sum(values[index // 12 * 12 : index + 1]) for index in range(len(values))]


def test_a_running_sum_ends_with_what_the_remaining_months_bring(foretell):
    found, way = foretell(running((SEASON * 3)[:32]), target=110, **SUM)
    assert found["obs_value"] == pytest.approx(120)
    assert (found["state"], found["met_in"]) == ("will_meet", "2024-11")  # 83, 90, 110
    assert [row["obs_value"] for row in way] == pytest.approx([74, 83, 90, 110, 120])
    assert found["error"] == pytest.approx(0)


@pytest.mark.parametrize(
    ("target", "polarity", "state", "met_in"),
    [
        (90, "higher_is_better", "will_meet", "2024-12"),
        (91, "higher_is_better", "will_miss", None),
        (82, "higher_is_better", "met", "2024-08"),
        (77, "higher_is_better", "met", "2024-06"),  # 76 in May, 78 in June
        (20, "higher_is_better", "met", "2024-01"),  # long before this year
        (90, "lower_is_better", "met", "2024-01"),  # below it all year, and still at its end
        (88, "lower_is_better", "will_miss", None),  # below it now, above it by December
        (91, "neutral", None, None),
    ],
)
def test_a_certain_end_is_met_or_missed(foretell, target, polarity, state, met_in):
    found, _ = foretell(LINE, target=target, polarity=polarity)
    assert (found["state"], found["met_in"]) == (state, met_in)


@pytest.mark.parametrize(
    ("target", "state"),
    [(130, "will_meet"), (110, "will_miss"), (70, "will_miss")],
)
def test_a_sum_that_should_stay_low_is_never_met_before_the_year_is_over(foretell, target, state):
    found, _ = foretell(
        running((SEASON * 3)[:32]), target=target, **SUM | {"polarity": "lower_is_better"}
    )
    assert (found["state"], found["met_in"]) == (state, None)


@pytest.mark.parametrize(
    ("lower", "upper", "state", "met"),
    [(88, 96, "unsure", 10), (90, 96, "will_meet", 10), (80, 89.9, "will_miss", None)],
)
def test_a_target_within_the_interval_is_unsure(lower, upper, state, met):
    row = SimpleNamespace(polarity="higher_is_better", is_sum=False, target=90)
    middle = min((lower + upper) / 2, 92)
    way = Way(*(np.array([82, (82 + end) / 2, end]) for end in (middle, lower, upper)))
    way = way._replace(middle=np.array([82, 86, middle]))
    assert verdict(row, np.full(8, 82), way) == (state, met)


def test_too_few_months_are_said_and_not_forecast(foretell):
    found, way = foretell([None] * 12 + LINE[:20])
    assert (found["state"], found["obs_value"], found["trials"]) == ("short", None, None)
    assert way == []


@pytest.mark.parametrize("hole", [None, "Q", "P", "M"])
def test_a_gap_in_the_year_under_way_leaves_too_few_months(foretell, hole):
    found, _ = foretell([*LINE[:27], hole, *LINE[28:]])
    assert found["state"] == "short"
    found, _ = foretell([*running((SEASON * 3)[:27]), hole, hole, hole, hole, 74], **SUM)
    assert found["state"] == "short"


def test_before_a_gap_nothing_is_read(foretell):
    found, _ = foretell([-500, -900, 4000, 7, None, None, None, None, *LINE[8:]], target=88)
    assert found["obs_value"] == pytest.approx(90)


def test_where_the_definition_changed_the_series_begins_anew(foretell):
    spoilt = [900, 13, 45, -8, *LINE[4:]]
    found, _ = foretell(spoilt, breaks=["2022-05-01"])
    assert found["obs_value"] == pytest.approx(90)
    found, _ = foretell(spoilt, breaks=["2021-03-01", "2022-04-15"])  # in the midst of April
    assert found["obs_value"] == pytest.approx(90)
    found, _ = foretell(LINE, breaks=["2023-06-01"])
    assert found["state"] == "short"


def test_an_area_that_did_not_report_the_county_s_last_month_is_not_forecast(foretell):
    found, _ = foretell([*LINE[:-1], None], area=DANG, whole=LINE)
    assert (found["time_period"], found["state"]) == ("2024-08", "short")


def test_in_december_nothing_is_left_to_forecast(foretell):
    found, way = foretell([*LINE, 84, 86, 88, 90])
    assert (found, way) == (None, [])


@pytest.mark.parametrize("other", [{"kind": "flow"}, {"freq": "A"}])
def test_what_is_counted_anew_each_month_or_once_a_year_has_no_end_to_forecast(foretell, other):
    assert foretell(LINE, **other) == (None, [])


def test_a_share_is_not_forecast_beyond_the_whole(foretell):
    shares = [min(40 + 2 * month, 100) for month in range(30)] + [97, 99]
    found, _ = foretell(shares, target=100, unit="%")
    assert found["obs_value"] <= 100
    assert found["obs_upper"] <= 100


def test_the_error_told_is_that_of_ends_of_years_forecast_in_the_same_month():
    """Standing after 8 months of 2024 with 32 known: only what stood after 20 counts."""
    trials = [(40.0, 50.0, 13), (30.0, 40.0, 20), (1.0, 99.0, 21)]
    amounts = np.full(32, 10.0)
    # of a sum: 10 short of 80 + 40
    assert missed(trials, amounts, 8, True) == (pytest.approx(10 / 120), 1)
    # of a level: 10 of 40
    assert missed(trials, amounts, 8, False) == (pytest.approx(0.25), 1)
    assert missed([(1.0, 0.0, 20)], amounts, 8, False) == (None, 0)


def test_of_many_years_the_last_five_are_told():
    trials = [(110.0 if known < 40 else 105.0, 100.0, known) for known in range(20, 92, 12)]
    share, years = missed(trials, np.full(92 + 12, 1.0), 8, False)
    assert years == 5
    assert share == pytest.approx((0.10 + 4 * 0.05) / 5)  # of 20, 32, 44 …: 20 is left out


def test_a_forecast_says_whose_it_is():
    row = SimpleNamespace(
        indicator="visits",
        ref_area=COUNTY,
        year=2024,
        time_period="2024-08",
        target=88.0,
        polarity="higher_is_better",
        is_sum=False,
        is_share=False,
        months_gone=8,
        amounts=LINE,
    )
    found, way = year_end(row)
    assert (found["indicator"], found["ref_area"], found["target"]) == ("visits", COUNTY, 88)
    assert len(way) == 5
