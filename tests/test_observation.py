"""The one arithmetic: roll up, divide, compare, judge; worked by hand over hand-made rows."""

import pytest

from queries import database
from tests.rows import records

COUNTY, DANG, ZHONG, ZHA = "330482", "330482001", "330482002", "330482101"
COUNT = {
    "per": 1,
    "freq": "M",
    "kind": "flow",
    "polarity": "higher_is_better",
    "rollup": "sum",
    "accumulate": "",
    "standardised": False,
    "as_of": "2024-12-31",
    "decimals": 0,
}
RATE = COUNT | {"standardised": True, "per": 100}
MONTHS = """
create table reference.month as
select
    cast(day as date) as month_start,
    last_day(day) as month_end,
    strftime(day, '%Y-%m') as time_period,
    year(day) as year,
    month(day) as month
from generate_series(date '2022-01-01', date '2024-12-01', interval 1 month) as calendar (day)
"""


@pytest.fixture(scope="module")
def bench():
    with database.connect() as con:
        con.execute("create schema reference")
        con.execute(MONTHS)
        con.execute("create table reference.county as select '330482' as ref_area")
        con.execute("create table reference.township (ref_area varchar, in_scope boolean)")
        con.execute(
            "insert into reference.township values (?, true), (?, true), (?, false)",
            [DANG, ZHONG, ZHA],
        )
        con.execute(
            "create table reference.setting as from "
            "(values ('pace_attention', 0.95), ('pace_behind', 0.85)) as setting (setting, value)"
        )
        con.execute(
            "create table reference.target (indicator varchar, ref_area varchar, year bigint, "
            "target decimal(18, 2), basis_zh varchar, pacing varchar)"
        )
        con.execute("create table reference.event (event_on date, breaks varchar)")
        con.execute("create table protected (id varchar)")
        con.execute(
            "create table withheld_cell (declared varchar, category varchar, series varchar, "
            "ref_area varchar, time_period varchar)"
        )
        con.execute(database.script("component_table"))
        con.execute(database.script("figure_component_table"))
        con.execute(f"create table period as {database.script('period')}")
        yield con


@pytest.fixture
def observe(bench):
    """Return a function: components (ref_area, time_period, [category,] numerator[, denominator])
    of one indicator in, {(ref_area, time_period, category): observation} out."""

    def run(*components, targets=(), breaks=(), **header):
        bench.execute("delete from component; delete from reference.target")
        bench.execute("delete from reference.event")
        declare(bench, "indicator", COUNT | header)
        for component in components:
            area, period, *rest = component
            category = rest.pop(0) if rest and isinstance(rest[0], str) else "_T"
            numerator, denominator = (*rest, None)[:2]
            bench.execute(
                "insert into component (indicator, ref_area, time_period, category, numerator, "
                "denominator) values ('visits', ?, ?, ?, ?, ?)",
                [area, period, category, numerator, denominator],
            )
        for area, year, target, *pacing in targets:
            bench.execute(
                "insert into reference.target values ('visits', ?, ?, ?, '演示', ?)",
                [area, year, target, *(pacing or [None])],
            )
        for day in breaks:
            bench.execute("insert into reference.event values (?, 'visits')", [day])
        bench.execute(f"create or replace table segment as {database.script('segment')}")
        bench.execute(f"create or replace table observed as {database.script('observed')}")
        rows = records(bench, database.script("observation"))
        found = {(row["ref_area"], row["time_period"], row["category"]): row for row in rows}
        assert len(found) == len(rows), "an observation filed twice"
        return found

    return run


def declare(con, table, header):
    names = ", ".join(header)
    con.execute(
        f"create or replace table {table} as select 'visits' as id, {names} from (select "
        + ", ".join(f"? as {name}" for name in header)
        + ")",
        list(header.values()),
    )
    con.execute(f"alter table {table} alter as_of type date")


def total(found, area, period):
    return found[area, period, "_T"]


# Rolling up


def test_a_county_rate_is_sum_over_sum_and_not_the_mean_of_rates(observe):
    found = observe((DANG, "2024-01", 1, 2), (ZHONG, "2024-01", 30, 100), **RATE)
    assert total(found, DANG, "2024-01")["obs_value"] == 50
    assert total(found, ZHONG, "2024-01")["obs_value"] == 30
    county = total(found, COUNTY, "2024-01")
    assert (county["numerator"], county["denominator"]) == (31, 102)
    assert county["obs_value"] == pytest.approx(100 * 31 / 102)  # the mean would be 40
    assert county["obs_status"] == "A"


def test_a_rate_is_per_what_its_header_says(observe):
    found = observe((DANG, "2024-01", 3, 8000), (ZHONG, "2024-01", 0, 1), **RATE | {"per": 10000})
    assert total(found, DANG, "2024-01")["obs_value"] == 3.75


def test_a_township_that_did_not_report_is_missing_and_the_county_provisional(observe):
    found = observe((DANG, "2024-01", 5), (ZHONG, "2024-01", 7), (DANG, "2024-02", 6))
    missing = total(found, ZHONG, "2024-02")
    assert (missing["obs_value"], missing["obs_status"]) == (None, "O")
    county = total(found, COUNTY, "2024-02")
    assert (county["obs_value"], county["obs_status"]) == (6, "P")
    assert total(found, DANG, "2024-02")["obs_status"] == "A"
    assert total(found, COUNTY, "2024-01")["obs_status"] == "A"


def test_a_period_nobody_reported_is_missing_between_two_that_were(observe):
    found = observe(
        (DANG, "2024-01", 5), (ZHONG, "2024-01", 7), (DANG, "2024-03", 6), (ZHONG, "2024-03", 8)
    )
    assert total(found, DANG, "2024-02")["obs_status"] == "O"
    assert total(found, COUNTY, "2024-02")["obs_status"] == "O"
    assert total(found, COUNTY, "2024-02")["obs_value"] is None


def test_zero_is_zero_and_not_missing(observe):
    found = observe((DANG, "2024-01", 0), (ZHONG, "2024-01", 4))
    zero = total(found, DANG, "2024-01")
    assert (zero["obs_value"], zero["obs_status"]) == (0, "A")
    assert total(found, COUNTY, "2024-01")["obs_status"] == "A"


def test_an_out_of_scope_township_is_not_applicable_and_in_no_total(observe):
    found = observe((DANG, "2024-01", 5), (ZHONG, "2024-01", 7), (ZHA, "2024-01", 100))
    outside = total(found, ZHA, "2024-01")
    assert (outside["obs_status"], outside["obs_value"], outside["numerator"]) == ("M", None, None)
    county = total(found, COUNTY, "2024-01")
    assert (county["obs_value"], county["obs_status"]) == (12, "A")
    assert total(found, DANG, "2024-01")["places"] == 2


def test_an_area_outside_the_county_is_in_no_total(observe):
    found = observe((DANG, "2024-01", 5), (ZHONG, "2024-01", 7), ("110000000", "2024-01", 9))
    assert total(found, COUNTY, "2024-01")["obs_value"] == 12
    assert ("110000000", "2024-01", "_T") not in found


def test_a_rate_over_nobody_is_not_applicable(observe):
    found = observe((DANG, "2024-01", 0, 0), (ZHONG, "2024-01", 1, 4), **RATE)
    nobody = total(found, DANG, "2024-01")
    assert (nobody["obs_value"], nobody["obs_status"]) == (None, "M")
    assert total(found, COUNTY, "2024-01")["obs_value"] == 25
    assert total(found, COUNTY, "2024-01")["obs_status"] == "A"


def test_a_rate_whose_denominator_is_unknown_is_missing(observe):
    found = observe((DANG, "2024-01", 10, None), (ZHONG, "2024-01", 1, 4), **RATE)
    unknown = total(found, DANG, "2024-01")
    assert (unknown["obs_value"], unknown["obs_status"]) == (None, "O")


def test_a_county_rate_counts_only_townships_of_which_both_sides_are_known(observe):
    found = observe((DANG, "2024-01", 10, None), (ZHONG, "2024-01", 1, 4), **RATE)
    county = total(found, COUNTY, "2024-01")
    assert (county["obs_value"], county["obs_status"]) == (25, "P")  # not 11 over 4


def test_a_count_that_never_has_a_denominator_needs_none(observe):
    found = observe((DANG, "2024-01", 3), (ZHONG, "2024-01", 4))
    assert total(found, COUNTY, "2024-01")["denominator"] is None
    assert total(found, COUNTY, "2024-01")["obs_status"] == "A"


def test_a_county_that_is_no_sum_is_the_row_supplied_for_it(observe):
    found = observe(
        (DANG, "2024-01", 5), (ZHONG, "2024-01", 7), (COUNTY, "2024-01", 10), rollup="none"
    )
    assert total(found, COUNTY, "2024-01")["obs_value"] == 10  # two people moved between them


def test_without_a_row_supplied_for_it_such_a_county_is_missing(observe):
    found = observe((DANG, "2024-01", 5), (ZHONG, "2024-01", 7), rollup="none")
    assert total(found, COUNTY, "2024-01")["obs_status"] == "O"


def test_such_a_county_is_provisional_when_a_township_did_not_report(observe):
    found = observe((DANG, "2024-01", 5), (COUNTY, "2024-01", 5), rollup="none")
    assert total(found, COUNTY, "2024-01")["obs_status"] == "P"


# Categories


def test_the_total_of_categories_is_their_sum(observe):
    found = observe(
        (DANG, "2024-01", "上门", 3),
        (DANG, "2024-01", "电话", 4),
        (ZHONG, "2024-01", "上门", 1),
        (ZHONG, "2024-01", "电话", 0),
    )
    assert total(found, DANG, "2024-01")["obs_value"] == 7
    assert found[COUNTY, "2024-01", "上门"]["obs_value"] == 4
    assert total(found, COUNTY, "2024-01")["obs_value"] == 8


def test_a_total_that_is_supplied_is_not_added_up(observe):
    found = observe(
        (DANG, "2024-01", "上门", 3),
        (DANG, "2024-01", "电话", 4),
        (DANG, "2024-01", "_T", 5),  # two people were visited both ways
        (ZHONG, "2024-01", "_T", 1),
    )
    assert total(found, DANG, "2024-01")["obs_value"] == 5
    assert total(found, COUNTY, "2024-01")["obs_value"] == 6


def test_only_the_total_has_a_target(observe):
    found = observe(
        (DANG, "2024-01", "上门", 3), (ZHONG, "2024-01", "上门", 3), targets=[(DANG, 2024, 3)]
    )
    assert total(found, DANG, "2024-01")["judgement"] == "reached"
    assert found[DANG, "2024-01", "上门"]["target"] is None


# Periods that are not over


def test_a_period_the_data_stop_within_is_provisional(observe):
    found = observe(
        (DANG, "2024-01", 5),
        (DANG, "2024-02", 2),
        (ZHONG, "2024-01", 5),
        (ZHONG, "2024-02", 1),
        as_of="2024-02-20",
    )
    assert total(found, DANG, "2024-01")["obs_status"] == "A"
    assert total(found, DANG, "2024-02")["obs_status"] == "P"
    assert total(found, COUNTY, "2024-02")["obs_status"] == "P"


def test_a_period_that_ends_on_the_day_the_data_reach_is_complete(observe):
    found = observe((DANG, "2024-02", 2), (ZHONG, "2024-02", 1), as_of="2024-02-29")
    assert total(found, COUNTY, "2024-02")["obs_status"] == "A"


def test_an_incomplete_period_has_no_change_no_place_and_no_judgement_yet(observe):
    found = observe(
        (DANG, "2024-01", 5),
        (DANG, "2024-02", 2),
        (ZHONG, "2024-01", 9),
        (ZHONG, "2024-02", 1),
        targets=[(DANG, 2024, 1), (COUNTY, 2024, 100)],
        as_of="2024-02-20",
    )
    running = total(found, DANG, "2024-02")
    assert (running["change_previous"], running["previous_value"]) == (None, None)
    assert (running["change_year"], running["change_year_ratio"]) == (None, None)
    assert (running["place"], running["places"], running["tied"]) == (None, None, None)
    assert running["judgement"] == "pending"
    assert running["progress"] == 2
    assert total(found, COUNTY, "2024-02")["judgement"] == "pending"


def test_a_running_year_is_provisional_until_its_december_is_in(observe):
    parts = [(DANG, "2023", 9), (DANG, "2024", 5), (ZHONG, "2023", 1), (ZHONG, "2024", 1)]
    found = observe(*parts, freq="A", as_of="2024-08-31")
    assert total(found, DANG, "2023")["obs_status"] == "A"
    assert total(found, DANG, "2024")["obs_status"] == "P"


# Changes


def test_changes_are_against_the_month_before_and_the_same_month_last_year(observe):
    found = observe(
        (DANG, "2023-03", 8),
        (DANG, "2024-02", 12),
        (DANG, "2024-03", 10),
        (ZHONG, "2023-03", 1),
        (ZHONG, "2024-02", 1),
        (ZHONG, "2024-03", 1),
    )
    march = total(found, DANG, "2024-03")
    assert (march["previous_value"], march["change_previous"]) == (12, -2)
    assert (march["year_ago_value"], march["change_year"]) == (8, 2)
    assert march["change_year_ratio"] == 0.25


def test_january_follows_december(observe):
    found = observe(
        (DANG, "2023-12", 8), (DANG, "2024-01", 9), (ZHONG, "2023-12", 1), (ZHONG, "2024-01", 1)
    )
    assert total(found, DANG, "2024-01")["change_previous"] == 1


def test_a_year_is_compared_with_the_year_before(observe):
    parts = [(DANG, "2022", 5), (DANG, "2023", 8), (ZHONG, "2022", 1), (ZHONG, "2023", 1)]
    year = total(observe(*parts, freq="A"), DANG, "2023")
    assert (year["change_previous"], year["change_year"]) == (3, 3)


def test_a_month_after_one_that_is_missing_has_no_change(observe):
    found = observe(
        (DANG, "2024-01", 5), (DANG, "2024-03", 6), (ZHONG, "2024-02", 1), (ZHONG, "2024-03", 1)
    )
    assert total(found, DANG, "2024-03")["change_previous"] is None


def test_nothing_is_compared_with_a_county_that_was_partial(observe):
    found = observe((DANG, "2024-01", 5), (DANG, "2024-02", 6), (ZHONG, "2024-02", 1))
    assert total(found, COUNTY, "2024-01")["obs_status"] == "P"
    assert total(found, COUNTY, "2024-02")["change_previous"] is None


def test_growth_from_nothing_has_no_ratio(observe):
    found = observe(
        (DANG, "2023-01", 0), (DANG, "2024-01", 5), (ZHONG, "2023-01", 1), (ZHONG, "2024-01", 1)
    )
    grown = total(found, DANG, "2024-01")
    assert (grown["change_year"], grown["change_year_ratio"]) == (5, None)


def test_growth_from_below_zero_is_positive(observe):
    found = observe(
        (DANG, "2023-01", -4), (DANG, "2024-01", 2), (ZHONG, "2023-01", 1), (ZHONG, "2024-01", 1)
    )
    assert total(found, DANG, "2024-01")["change_year_ratio"] == 1.5  # 6 more than −4


# Changes of the definition


def test_nothing_is_compared_across_a_change_of_the_definition(observe):
    found = observe(
        (DANG, "2023-02", 10),
        (DANG, "2023-03", 11),
        (DANG, "2024-01", 20),
        (DANG, "2024-02", 31),
        (DANG, "2024-03", 34),
        breaks=["2024-02-01"],
    )
    january, february, march = (total(found, DANG, f"2024-0{n}") for n in (1, 2, 3))
    assert january["obs_value"] == 20
    assert (february["previous_value"], february["change_previous"]) == (None, None)
    assert (february["year_ago_value"], february["change_year"]) == (None, None)
    assert march["change_previous"] == 3  # both are counted anew
    assert (march["change_year"], march["change_year_ratio"]) == (None, None)


def test_a_month_in_which_the_definition_changes_is_compared_with_neither_side(observe):
    months = [(DANG, f"2024-0{n}", n) for n in (1, 2, 3, 4)]
    found = observe(*months, breaks=["2024-02-15"])
    changes = [total(found, DANG, f"2024-0{n}")["change_previous"] for n in (2, 3, 4)]
    assert changes == [None, None, 1]


def test_places_and_progress_stand_whatever_changed(observe):
    found = observe(
        (DANG, "2024-02", 31),
        (ZHONG, "2024-02", 30),
        targets=[(DANG, 2024, 62)],
        breaks=["2024-02-01"],
    )
    february = total(found, DANG, "2024-02")
    assert (february["place"], february["places"], february["progress"]) == (1, 2, 0.5)


def test_running_sums_of_the_year_of_a_change_are_compared_with_no_other_year(observe):
    months = [f"{year}-{month:02}" for year in (2022, 2023, 2024) for month in range(1, 13)]
    found = observe(
        *((DANG, month, 1) for month in months),
        accumulate="year",
        breaks=["2023-03-01"],
    )

    def changes(period):
        row = total(found, DANG, period)
        return row["change_previous"], row["change_year"]

    assert changes("2023-02") == (1, 0)  # January and February were counted as before
    assert changes("2023-03") == (None, None)
    assert changes("2023-04") == (1, None)  # a month of its own on top of the mixed sum
    assert changes("2024-02") == (1, None)  # a year ago all was counted otherwise
    assert changes("2024-04") == (1, None)  # a year ago the sum was mixed


# Places


def test_the_largest_is_first_where_higher_is_better(observe):
    found = observe((DANG, "2024-01", 5), (ZHONG, "2024-01", 7))
    assert [total(found, area, "2024-01")["place"] for area in (DANG, ZHONG)] == [2, 1]
    assert total(found, DANG, "2024-01")["places"] == 2


def test_the_smallest_is_first_where_lower_is_better(observe):
    found = observe((DANG, "2024-01", 5), (ZHONG, "2024-01", 7), polarity="lower_is_better")
    assert [total(found, area, "2024-01")["place"] for area in (DANG, ZHONG)] == [1, 2]


def test_a_neutral_indicator_has_no_places(observe):
    found = observe((DANG, "2024-01", 5), (ZHONG, "2024-01", 7), polarity="neutral")
    assert {row["place"] for row in found.values()} == {None}


def test_equal_values_share_a_place(observe):
    found = observe((DANG, "2024-01", 5), (ZHONG, "2024-01", 5))
    places = [(row["place"], row["tied"]) for row in found.values() if row["place"]]
    assert places == [(1, True), (1, True)]


def test_a_value_of_its_own_is_not_tied(observe):
    found = observe((DANG, "2024-01", 5), (ZHONG, "2024-01", 6))
    assert total(found, DANG, "2024-01")["tied"] is False


def test_the_county_and_the_missing_have_no_place(observe):
    found = observe((DANG, "2024-01", 5), (ZHONG, "2023-01", 6))
    assert total(found, COUNTY, "2023-01")["place"] is None
    assert total(found, ZHONG, "2024-01")["place"] is None
    assert total(found, DANG, "2024-01")["places"] == 1


# Running sums


def both(*months):
    return [(area, period, number) for period, number in months for area in (DANG, ZHONG)]


def test_a_running_sum_adds_up_inside_the_year_and_restarts_in_january(observe):
    found = observe(
        *both(("2023-11", 5), ("2023-12", 7), ("2024-01", 2), ("2024-02", 3)), accumulate="year"
    )
    sums = [
        total(found, DANG, month)["obs_value"]
        for month in ("2023-11", "2023-12", "2024-01", "2024-02")
    ]
    assert sums == [5, 12, 2, 5]
    assert total(found, COUNTY, "2024-02")["obs_value"] == 10


def test_a_missing_month_makes_the_rest_of_its_year_provisional(observe):
    found = observe(
        *both(("2023-11", 5), ("2024-01", 1)),
        (ZHONG, "2023-12", 7),
        *both(("2024-02", 2), ("2024-03", 3)),
        accumulate="year",
    )
    assert total(found, DANG, "2023-12")["obs_status"] == "O"
    assert total(found, COUNTY, "2023-12")["obs_status"] == "P"
    assert total(found, DANG, "2024-01")["obs_status"] == "A"
    assert total(found, COUNTY, "2024-03")["obs_status"] == "A"

    found = observe(
        *both(("2024-01", 1)), (ZHONG, "2024-02", 7), *both(("2024-03", 3)), accumulate="year"
    )
    for area in (DANG, COUNTY):
        assert total(found, area, "2024-03")["obs_status"] == "P"
    assert total(found, DANG, "2024-03")["obs_value"] == 4
    assert total(found, ZHONG, "2024-03")["obs_status"] == "A"


def test_a_month_nobody_reported_makes_the_rest_of_the_year_provisional(observe):
    found = observe(*both(("2024-01", 1), ("2024-03", 3)), accumulate="year")
    for area in (DANG, ZHONG, COUNTY):
        assert total(found, area, "2024-03")["obs_status"] == "P"


def test_a_running_sum_is_not_compared_across_its_restart(observe):
    found = observe(
        *both(("2023-01", 4), ("2023-12", 7), ("2024-01", 2), ("2024-02", 3)), accumulate="year"
    )
    january = total(found, DANG, "2024-01")
    assert january["change_previous"] is None  # 2 after 11 is no fall
    assert january["change_year"] == -2


# Targets and judgements


def test_progress_is_the_share_of_the_target_and_never_capped(observe):
    found = observe(*both(("2024-01", 30)), targets=[(DANG, 2024, 20), (ZHONG, 2024, 40)])
    assert total(found, DANG, "2024-01")["progress"] == 1.5
    assert total(found, ZHONG, "2024-01")["progress"] == 0.75


def test_a_target_belongs_to_its_area_and_year(observe):
    found = observe(*both(("2023-12", 30), ("2024-01", 30)), targets=[(DANG, 2024, 20)])
    assert total(found, DANG, "2024-01")["target"] == 20
    assert total(found, DANG, "2023-12")["target"] is None
    assert total(found, ZHONG, "2024-01")["target"] is None
    assert total(found, DANG, "2023-12")["judgement"] is None


@pytest.mark.parametrize(
    ("value", "judgement"),
    [
        (100, "reached"),
        (101, "reached"),
        (99, "on_pace"),
        (95, "on_pace"),  # 95 / 100 = 0.95, the border itself
        (94.99, "attention"),
        (85, "attention"),  # 0.85
        (84.99, "behind"),
        (0, "behind"),
    ],
)
def test_where_higher_is_better_a_value_is_judged_by_its_share_of_the_target(
    observe, value, judgement
):
    found = observe(*both(("2024-01", value)), targets=[(DANG, 2024, 100)])
    assert total(found, DANG, "2024-01")["judgement"] == judgement


@pytest.mark.parametrize(
    ("value", "judgement"),
    [
        (19, "reached"),
        (0, "reached"),
        (19.99, "on_pace"),
        (20, "on_pace"),  # 19 / 20 = 0.95
        (20.01, "attention"),
        (22.35, "attention"),  # 19 / 22.35 = 0.8501
        (22.36, "behind"),  # 19 / 22.36 = 0.8497
    ],
)
def test_where_lower_is_better_the_target_is_the_ceiling(observe, value, judgement):
    found = observe(
        *both(("2024-01", value)), targets=[(DANG, 2024, 19)], polarity="lower_is_better"
    )
    assert total(found, DANG, "2024-01")["judgement"] == judgement


@pytest.mark.parametrize(
    ("value", "judgement"),
    [(95, "on_pace"), (100, "on_pace"), (105, "on_pace"), (94, None), (106, None), (200, None)],
)
def test_a_neutral_value_is_on_pace_or_not_judged(observe, value, judgement):
    found = observe(*both(("2024-01", value)), targets=[(DANG, 2024, 100)], polarity="neutral")
    assert total(found, DANG, "2024-01")["judgement"] == judgement


@pytest.mark.parametrize(
    ("value", "judgement"),
    [
        (20, "on_pace"),  # due after February: 120 · 2/12 = 20
        (19, "on_pace"),  # 19 / 20 = 0.95
        (18, "attention"),
        (17, "attention"),  # 0.85
        (16, "behind"),
        (120, "reached"),
    ],
)
def test_a_running_sum_is_judged_by_the_share_of_the_year_gone_by(observe, value, judgement):
    found = observe(
        *both(("2024-01", 0), ("2024-02", value)), targets=[(DANG, 2024, 120)], accumulate="year"
    )
    february = total(found, DANG, "2024-02")
    assert february["pace"] == pytest.approx(20)
    assert february["judgement"] == judgement
    assert february["progress"] == pytest.approx(value / 120)


@pytest.mark.parametrize(
    ("value", "judgement"),
    [
        (36, "on_pace"),  # due after February: 120 · 30/100 = 36
        (34.2, "on_pace"),  # 34.2 / 36 = 0.95
        (34, "attention"),
        (30.6, "attention"),  # 0.85
        (30, "behind"),  # though more than the 20 that the calendar asks for
    ],
)
def test_a_sum_paced_by_last_year_is_held_to_the_share_reached_by_the_same_month(
    observe, value, judgement
):
    found = observe(
        *both(*whole_year(2023, {2: 30, 12: 70}), ("2024-01", 0), ("2024-02", value)),
        targets=[(DANG, 2024, 120, "上年节奏")],
        accumulate="year",
    )
    february = total(found, DANG, "2024-02")
    assert february["pace"] == pytest.approx(36)
    assert (february["pace_basis"], february["judgement"]) == ("rhythm", judgement)
    assert february["progress"] == pytest.approx(value / 120)


@pytest.mark.parametrize(
    "before",
    [
        {},  # nothing of the year before
        {month: 10 for month in range(1, 13) if month != 5},  # May is missing
        dict.fromkeys(range(1, 13), 0),  # a year of nothing has no rhythm
    ],
)
def test_without_a_whole_year_before_last_years_rhythm_gives_way_to_the_calendar(observe, before):
    months = [(f"2023-{month:02}", value) for month, value in before.items()]
    found = observe(
        *both(*months, ("2024-01", 0), ("2024-02", 20)),
        targets=[(DANG, 2024, 120, "上年节奏")],
        accumulate="year",
    )
    february = total(found, DANG, "2024-02")
    assert february["pace"] == pytest.approx(20)
    assert february["pace_basis"] == "months_instead"


@pytest.mark.parametrize("pacing", [None, "按月序时"])
def test_a_sum_is_paced_by_the_calendar_unless_its_target_says_otherwise(observe, pacing):
    found = observe(
        *both(*whole_year(2023, {2: 30, 12: 70}), ("2024-01", 0), ("2024-02", 20)),
        targets=[(DANG, 2024, 120, pacing)],
        accumulate="year",
    )
    february = total(found, DANG, "2024-02")
    assert february["pace"] == pytest.approx(20)
    assert february["pace_basis"] == "months"


@pytest.mark.parametrize(
    ("polarity", "end", "target", "pace", "basis"),
    [
        ("higher_is_better", 60, 100, 70, "climb"),  # a quarter of the way after March
        ("higher_is_better", 100, 100, 100, "target"),
        ("higher_is_better", 130, 100, 100, "target"),  # past it: it has to hold, no more
        ("lower_is_better", 20, 8, 17, "climb"),
        ("lower_is_better", 8, 8, 8, "target"),
        ("lower_is_better", 5, 8, 8, "target"),
        ("neutral", 60, 100, 70, "climb"),
        ("neutral", 20, 8, 17, "climb"),
    ],
)
def test_a_stock_is_due_on_the_straight_line_from_last_years_end_to_the_target(
    observe, polarity, end, target, pace, basis
):
    found = observe(
        *both(("2023-12", end), ("2024-01", end), ("2024-02", end), ("2024-03", end)),
        targets=[(DANG, 2024, target)],
        kind="stock",
        polarity=polarity,
    )
    march = total(found, DANG, "2024-03")
    assert march["pace"] == pytest.approx(pace)
    assert march["pace_basis"] == basis


@pytest.mark.parametrize(
    ("value", "judgement"),
    [
        (70, "on_pace"),
        (66.5, "on_pace"),  # 66.5 / 70 = 0.95
        (66, "attention"),
        (59, "behind"),  # 59 / 70 = 0.84
        (100, "reached"),
    ],
)
def test_a_stock_that_grows_to_plan_is_not_behind_before_the_year_is_over(
    observe, value, judgement
):
    found = observe(
        *both(("2023-12", 60), ("2024-01", 60), ("2024-02", 60), ("2024-03", value)),
        targets=[(DANG, 2024, 100)],
        kind="stock",
    )
    assert total(found, DANG, "2024-03")["judgement"] == judgement
    assert total(found, DANG, "2024-03")["progress"] == pytest.approx(value / 100)


def test_at_the_end_of_the_year_a_stock_owes_the_whole_target(observe):
    found = observe(
        *both(*((f"{year}-12", 60) for year in (2023, 2024))),
        targets=[(DANG, 2024, 100)],
        kind="stock",
    )
    assert total(found, DANG, "2024-12")["pace"] == 100
    assert total(found, DANG, "2024-12")["pace_basis"] == "target"


def test_a_stock_whose_last_year_is_unknown_is_held_against_the_target_itself(observe):
    found = observe(*both(("2024-01", 50)), targets=[(DANG, 2024, 100)], kind="stock")
    assert total(found, DANG, "2024-01")["pace"] == 100
    partial = observe(
        (DANG, "2023-12", 60),  # the county is partial: no end of a year to start from
        *both(("2024-01", 50)),
        targets=[(COUNTY, 2024, 100)],
        kind="stock",
    )
    assert total(partial, COUNTY, "2024-01")["pace"] == 100


def test_a_share_of_a_stock_climbs_too_and_a_share_of_a_month_is_due_in_full(observe):
    rows = [(area, month, n, 10) for area in (DANG, ZHONG) for month, n in SHARES]
    found = observe(*rows, targets=[(DANG, 2024, 100)], **RATE | {"kind": "stock"})
    assert total(found, DANG, "2024-03")["pace"] == pytest.approx(70)  # 60 %, 100 %, a quarter
    found = observe(*rows, targets=[(DANG, 2024, 100)], **RATE)
    assert total(found, DANG, "2024-03")["pace"] == 100
    assert total(found, DANG, "2024-03")["pace_basis"] == "target"


SHARES = (("2023-12", 6), ("2024-01", 6), ("2024-02", 6), ("2024-03", 6))


def whole_year(year, known):
    return [(f"{year}-{month:02}", known.get(month, 0)) for month in range(1, 13)]


def test_what_is_missing_is_not_judged(observe):
    found = observe((ZHONG, "2024-01", 5), targets=[(DANG, 2024, 100), (ZHA, 2024, 100)])
    for area in (DANG, ZHA):
        assert total(found, area, "2024-01")["judgement"] is None
        assert total(found, area, "2024-01")["progress"] is None


# Periods


def test_every_period_knows_its_neighbours(bench):
    known = {row["time_period"]: row for row in records(bench, "select * from period")}
    assert (known["2024-01"]["previous"], known["2024-01"]["year_ago"]) == ("2023-12", "2023-01")
    assert (known["2024-Q1"]["previous"], known["2024-Q1"]["year_ago"]) == ("2023-Q4", "2023-Q1")
    assert (known["2023"]["previous"], known["2023"]["year_ago"]) == ("2022", "2022")
    assert (known["2022-01"]["previous"], known["2022"]["year_ago"]) == (None, None)
    assert [str(known[period]["end_date"]) for period in ("2024-02", "2024-Q1", "2024")] == [
        "2024-02-29",
        "2024-03-31",
        "2024-12-31",
    ]
    assert [float(known[period]["share_of_year"]) for period in ("2024-06", "2024-Q1", "2024")] == [
        0.5,
        0.25,
        1,
    ]
    assert len(known) == 36 + 12 + 3


# Figures


@pytest.fixture
def cells(bench):
    """Return a function: (ref_area, time_period, category, numerator[, denominator]) of one figure
    in, {(ref_area, time_period, category): cell} out."""

    def run(*components, **header):
        bench.execute("delete from figure_component")
        declare(
            bench,
            "figure",
            {"kind": "mix", "per": 1, "decimals": 0, "rollup": "sum", "as_of": "2024-12-31"}
            | header,
        )
        for area, period, category, *values in components:
            numerator, denominator = (*values, None)[:2]
            bench.execute(
                "insert into figure_component (figure, ref_area, time_period, category, "
                "category_position, series, series_position, numerator, denominator) "
                "values ('visits', ?, ?, ?, 1, '_T', 1, ?, ?)",
                [area, period, category, numerator, denominator],
            )
        cells = database.script("figure_observed")
        bench.execute(f"create or replace table figure_observed as {cells}")
        rows = records(bench, database.script("figure_cell"))
        return {(row["ref_area"], row["time_period"], row["category"]): row for row in rows}

    return run


def test_a_county_cell_is_the_sum_of_its_townships(cells):
    found = cells(
        (DANG, "2024-01", "甲", 3), (ZHONG, "2024-01", "甲", 4), (DANG, "2024-01", "乙", 1)
    )
    assert found[COUNTY, "2024-01", "甲"]["obs_value"] == 7
    assert found[COUNTY, "2024-01", "乙"]["obs_value"] == 1


def test_a_county_cell_that_is_a_rate_is_sum_over_sum(cells):
    found = cells((DANG, "2024-01", "甲", 1, 2), (ZHONG, "2024-01", "甲", 30, 100), per=100)
    assert found[COUNTY, "2024-01", "甲"]["obs_value"] == pytest.approx(100 * 31 / 102)


def test_an_out_of_scope_township_is_in_no_cell(cells):
    found = cells((DANG, "2024-01", "甲", 3), (ZHA, "2024-01", "甲", 100))
    assert found[COUNTY, "2024-01", "甲"]["obs_value"] == 3
    assert (ZHA, "2024-01", "甲") not in found


def test_a_cell_of_a_county_that_is_no_sum_is_the_row_supplied(cells):
    found = cells((DANG, "2024-01", "甲", 3), (COUNTY, "2024-01", "甲", 2), rollup="none")
    assert found[COUNTY, "2024-01", "甲"]["obs_value"] == 2


def test_a_cell_of_a_period_that_is_not_over_is_provisional(cells):
    found = cells((DANG, "2024-01", "甲", 3), (DANG, "2024-02", "甲", 3), as_of="2024-02-20")
    assert found[DANG, "2024-01", "甲"]["obs_status"] == "A"
    assert found[DANG, "2024-02", "甲"]["obs_status"] == "P"


def test_a_county_cell_is_provisional_when_a_township_reported_nothing(cells):
    found = cells(
        (DANG, "2024-01", "甲", 3), (DANG, "2024-02", "甲", 3), (ZHONG, "2024-02", "乙", 1)
    )
    assert found[COUNTY, "2024-01", "甲"]["obs_status"] == "P"
    assert found[COUNTY, "2024-02", "甲"]["obs_status"] == "A"
    assert found[DANG, "2024-01", "甲"]["obs_status"] == "A"


def test_a_township_with_nothing_to_list_has_reported_all_the_same(cells):
    found = cells((DANG, "2024-01", "甲", 1), kind="list")
    assert found[COUNTY, "2024-01", "甲"]["obs_status"] == "A"


def test_a_cell_without_a_count_is_missing_and_one_over_nobody_has_no_value(cells):
    found = cells((DANG, "2024-01", "甲", None), (DANG, "2024-01", "乙", 0, 0))
    assert found[DANG, "2024-01", "甲"]["obs_status"] == "O"
    assert found[DANG, "2024-01", "乙"]["obs_value"] is None
