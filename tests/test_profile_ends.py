"""Who is listed as strongest and weakest, and who is most alike, worked by hand over few rows."""

import pytest

from queries import database
from tests.rows import records

OWN, COUNTY = "t1", "c"
HEADER = {"unit": "%", "polarity": "higher_is_better", "theme": "one", "standardised": True}


@pytest.fixture
def bench():
    """Return an empty county of eight townships and two themes."""
    with database.connect() as con:
        con.execute(
            """
            create schema reference;
            create table reference.county as select 'c' as ref_area;
            create table reference.township as
            select 't' || n as ref_area, n as position from range(1, 9) as township (n);
            create table reference.theme as
            from (values ('one', 1), ('two', 2)) as theme (theme, position);
            create table reference.month as
            select '2024-08' as time_period, date '2024-08-31' as month_end;
            create table reference.setting as from
            (values ('headline_change', 0.01), ('headline_base', 20)) as setting (setting, value);
            create table indicator (id varchar, name_zh varchar, unit_zh varchar, decimals bigint,
                polarity varchar, theme varchar, standardised boolean);
            create table observation (indicator varchar, ref_area varchar, time_period varchar,
                category varchar, end_date date, denominator double, obs_value double,
                obs_status varchar, place bigint, places bigint, tied boolean);
            create table interval (indicator varchar, ref_area varchar, time_period varchar,
                category varchar, versus_county varchar, place_from bigint, place_to bigint);
            """
        )
        yield con


@pytest.fixture
def ends(bench):
    """Return a function that lists both ends of t1 as [(end, indicator)]."""

    def read():
        sql = (database.QUERIES / "cuts" / "profile_ends.sql").read_text(encoding="utf-8")
        rows = records(bench, sql, {"ref_area": OWN, "time_period": "2024-08"})
        return [(row["at_end"], row["indicator"]) for row in rows]

    return read


def observe(con, indicator, *values, county=50, base=100, judged=None, **header):
    """Give t1, t2, … their values of an indicator, ranked; `judged` is t1's interval: versus_county
    and the band of its places.
    """
    told = HEADER | header
    con.execute(
        "insert into indicator values (?, ?, ?, 1, ?, ?, ?)",
        [indicator, indicator, *told.values()],
    )
    best_first = sorted(values, reverse=told["polarity"] == "higher_is_better")
    for n, value in enumerate(values, 1):
        place = 1 + best_first.index(value)
        tied = values.count(value) > 1
        cell = [indicator, f"t{n}", "2024-08", "_T", "2024-08-31", base, value, "A"]
        con.execute(
            f"insert into observation values ({', '.join('?' * 11)})",
            [*cell, place, len(values), tied],
        )
    cell = [indicator, COUNTY, "2024-08", "_T", "2024-08-31", base, county, "A"]
    con.execute(f"insert into observation values ({', '.join('?' * 8)}, null, null, null)", cell)
    if judged:
        con.execute(
            "insert into interval values (?, 't1', '2024-08', '_T', ?, ?, ?)", [indicator, *judged]
        )


def test_a_first_place_above_the_county_is_a_strength_and_a_last_one_a_weakness(bench, ends):
    observe(bench, "best", 60, 50, 49, 48, 47, 46, 45, 44)
    observe(bench, "worst", 40, 50, 51, 52, 53, 54, 55, 56, theme="two")
    assert ends() == [("strongest", "best"), ("weakest", "worst")]


def test_of_what_is_better_low_the_lowest_is_the_strength(bench, ends):
    observe(bench, "low", 40, 50, 51, 52, 53, 54, 55, 56, polarity="lower_is_better")
    assert ends() == [("strongest", "low")]


def test_what_cannot_be_told_from_the_county_is_listed_at_neither_end(bench, ends):
    observe(bench, "best", 60, 50, 49, 48, 47, 46, 45, 44, judged=("same", 1, 7))
    observe(bench, "worst", 40, 50, 51, 52, 53, 54, 55, 56, theme="two", judged=("same", 2, 8))
    assert ends() == []


def test_what_was_not_judged_for_want_of_cases_is_listed_at_neither_end(bench, ends):
    observe(bench, "best", 60, 50, 49, 48, 47, 46, 45, 44, judged=(None, None, None))
    assert ends() == []


def test_a_first_that_cannot_be_told_from_the_last_is_no_strength(bench, ends):
    observe(bench, "best", 60, 50, 49, 48, 47, 46, 45, 44, judged=("higher", 1, 8))
    assert ends() == []


def test_what_is_told_from_chance_goes_before_what_is_merely_first(bench, ends):
    observe(bench, "first", 90, 50, 49, 48, 47, 46, 45, 44)
    observe(bench, "proven", 52, 53, 49, 48, 47, 46, 45, 44, theme="two", judged=("higher", 1, 3))
    assert ends() == [("strongest", "proven"), ("strongest", "first")]


def test_a_count_of_few_and_a_share_whose_base_is_withheld_are_listed_at_neither_end(bench, ends):
    observe(bench, "few", 60, 50, 49, 48, 47, 46, 45, 44, base=19)
    observe(bench, "withheld", 60, 50, 49, 48, 47, 46, 45, 44, theme="two", base=None)
    assert ends() == []


def test_less_than_a_hundredth_from_the_county_is_no_difference(bench, ends):
    observe(bench, "near", 50.49, 50, 49, 48, 47, 46, 45, 44, judged=("higher", 1, 1))
    assert ends() == []
    observe(bench, "apart", 50.5, 50, 49, 48, 47, 46, 45, 44, theme="two")
    assert ends() == [("strongest", "apart")]


def test_neither_a_total_nor_a_neutral_number_is_a_strength(bench, ends):
    observe(bench, "total", 60, 50, 49, 48, 47, 46, 45, 44, standardised=False)
    observe(bench, "neutral", 60, 50, 49, 48, 47, 46, 45, 44, theme="two", polarity="neutral")
    bench.execute("update observation set place = null, places = null where indicator = 'neutral'")
    assert ends() == []


def test_without_intervals_only_the_first_and_the_last_quarter_are_listed(bench, ends):
    observe(bench, "third", 56, 57, 58, 48, 47, 46, 45, 44)
    observe(bench, "sixth", 44, 57, 58, 49, 48, 47, 43, 42, theme="two")
    assert ends() == []
    observe(bench, "second", 56, 57, 49, 48, 47, 46, 45, 44)
    observe(bench, "seventh", 43, 57, 58, 49, 48, 47, 46, 42, theme="two")
    assert ends() == [("strongest", "second"), ("weakest", "seventh")]


def test_a_first_place_shared_by_most_is_no_strength(bench, ends):
    observe(bench, "shared", 60, 60, 60, 60, 60, 46, 45, 44)
    assert ends() == []


def test_a_theme_is_listed_once_at_an_end_by_what_lies_furthest_from_the_county(bench, ends):
    observe(bench, "a_near", 51, 50, 50, 50, 50, 50, 50, 49)  # two and more deviations: 1 / 0.5
    observe(bench, "b_far", 90, 50, 40, 45, 44, 43, 42, 41)  # 40 / 15.5
    assert ends() == [("strongest", "b_far")]


PLACES = """
create schema reference;
create table reference.month as select '2024-08' as time_period, 2024 as year;
create table reference.township as
from (values
    ('a', '甲镇', '镇', 1, true, 10),
    ('b', '乙镇', '镇', 2, true, 10),
    ('c', '丙街道', '街道', 3, true, 10),
    ('d', '丁街道', '街道', 4, true, 10),
    ('x', '外镇', '镇', 5, false, 10)
) as township (ref_area, name_zh, kind, position, in_scope, area_km2);
create table reference.population as
from (values
    ('a', 2023, '0-17', 8000), ('a', 2023, '60-69', 2000),
    ('b', 2023, '0-17', 8000), ('b', 2023, '90+', 2000),
    ('c', 2023, '18-59', 40000), ('c', 2023, '60-69', 2000),
    ('d', 2023, '18-59', 16000), ('d', 2023, '60-69', 1000),
    ('x', 2023, '0-17', 8000), ('x', 2023, '60-69', 2000)
) as population (ref_area, year, age_band, persons);
create table reference.community as
from (values ('a'), ('a'), ('b'), ('b'), ('c'), ('d'), ('x'), ('x')) as community (ref_area);
"""


def like(kind_of_d="街道"):
    """Return who is like 甲镇, 丁街道 being of another kind if so told."""
    with database.connect() as con:
        con.execute(PLACES)
        con.execute("update reference.township set kind = ? where ref_area = 'd'", [kind_of_d])
        sql = (database.QUERIES / "cuts" / "peers.sql").read_text(encoding="utf-8")
        return records(con, sql, {"ref_area": "a", "time_period": "2024-08"})


@pytest.fixture(scope="module")
def like_a():
    return like()


def test_a_township_alike_in_everything_is_the_nearest_at_no_distance(like_a):
    nearest = [row for row in like_a if row["nearness"] == 1]
    assert {row["name_zh"] for row in nearest} == {"乙镇"}
    assert {row["distance"] for row in nearest} == {0}
    assert all(row["is_alike"] for row in nearest)
    assert [row["own_value"] for row in nearest] == [10_000, 20, 2, 1000, 0]


def test_a_township_outside_the_statistics_is_nobodys_like(like_a):
    assert "外镇" not in {row["name_zh"] for row in like_a}


def test_distances_are_in_standard_deviations(like_a):
    """街道 or 镇: two of each, so the mean is 0.5, the deviation 0.5 and the two kinds 2 apart."""
    of_kind = [row["apart"] for row in like_a if row["name_zh"] == "丁街道" and row["feature"] == 5]
    assert of_kind == [2]


def test_a_third_more_than_half_as_far_again_as_the_second_is_left_out():
    """In deviations of persons, share of 60+, communities, density and kind, 甲镇 lies from 丁街道
    0.91, 1.92, 2, 0.91, 2, together 3.65; from 丙街道 2.45, 2.07, 2, 2.45, 2, together 4.93, which
    is 1.35 times as far. Were 丁 a 镇, its kind would be 0 apart and 丙街道's 2.31: 3.05 and 5.06.
    """
    assert named(like()) == {"乙镇": 0, "丁街道": 3.65, "丙街道": 4.93}
    assert named(like("镇")) == {"乙镇": 0, "丁街道": 3.05}


def named(rows):
    return {row["name_zh"]: round(row["distance"], 2) for row in rows}


LINES = """
create schema reference;
create table reference.month as select '2024-04' as time_period, date '2024-04-30' as month_end;
create table observation as
from (values
    ('rate', 't1', '2024-01', '_T', 'M', date '2024-01-31', 1, 'A'),
    ('rate', 't1', '2024-02', '_T', 'M', date '2024-02-29', 2, 'A'),
    ('rate', 't1', '2024-03', '_T', 'M', date '2024-03-31', null, 'Q'),
    ('rate', 't1', '2024-04', '_T', 'M', date '2024-04-30', 4, 'P'),
    ('rate', 't1', '2024-05', '_T', 'M', date '2024-05-31', 5, 'A'),
    ('rate', 't2', '2024-04', '_T', 'M', date '2024-04-30', 9, 'A')
) as observation
    (indicator, ref_area, time_period, category, freq, end_date, obs_value, obs_status);
create table segment (indicator varchar, time_period varchar, segment bigint);
"""


def line_of(*segments):
    """Return the line of t1 up to April; `segments` are (period, segment)."""
    with database.connect() as con:
        con.execute(LINES)
        for period, segment in segments:
            con.execute("insert into segment values ('rate', ?, ?)", [period, segment])
        sql = (database.QUERIES / "cuts" / "sparks.sql").read_text(encoding="utf-8")
        (row,) = records(con, sql, {"ref_area": "t1", "time_period": "2024-04"})
        return row


def test_a_line_has_a_gap_where_a_number_is_withheld_and_ends_hollow_where_one_is_partial():
    row = line_of()
    assert row["spark"] == [1, 2, None, 4]
    assert (row["known"], row["is_incomplete"]) == (3, True)


def test_a_line_begins_anew_where_the_definition_changes():
    row = line_of(("2024-01", 0), ("2024-02", 2), ("2024-03", 2), ("2024-04", 2))
    assert row["spark"] == [None, 2, None, 4]
    assert row["known"] == 2
