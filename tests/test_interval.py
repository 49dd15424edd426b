"""Intervals: published and hand-worked limits, what is told apart, and how often that errs."""

import numpy as np
import pytest
from scipy import stats
from statsmodels.stats.proportion import proportion_confint

from queries import database, intervals
from queries.catalogue import load_catalogue
from tests import false_alarms, limits
from tests.rows import records

Z = stats.norm.isf(0.025)
COUNTY, DANG, ZHONG, ZHA = "330482", "330482001", "330482002", "330482101"
SHARE = {"chance": "share", "per": 100, "polarity": "higher_is_better"}
RATE = {"chance": "rate", "per": 1000, "polarity": "higher_is_better"}


@pytest.fixture(scope="module")
def con():
    with false_alarms.bench() as con:
        yield con


def one(con, call, *numbers):
    marks = ", ".join("cast(? as double)" for _ in numbers)
    return con.execute(f"select {call}({marks})", list(map(float, numbers))).fetchall()[0][0]


# Single limits


@pytest.mark.parametrize(
    ("cases", "base", "lower", "upper"),
    [  # Newcombe 1998, table I, method 3
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_s_limits_are_those_newcombe_published(con, cases, base, lower, upper):
    assert one(con, "wilson_lower", cases, base, Z) == pytest.approx(lower, abs=5e-5)
    found = 1 - one(con, "wilson_lower", base - cases, base, Z)
    assert found == pytest.approx(upper, abs=5e-5)


@pytest.mark.parametrize(
    ("cases", "lower", "upper"),
    [
        # 10 (1 - 1/90 - 1.96/9.4868)³ = 10 × 0.78229³; 11 (1 - 1/99 + 1.96/9.9499)³ = 11 × 1.18689³
        (10, 4.787, 18.391),
        (0, 0.0, 3.688),  # 1 × (1 - 1/9 + 1.95996/3)³ = 1.54221³; exactly 3.689 (Garwood 1936)
    ],
)
def test_byar_s_limits_are_those_worked_by_hand(con, cases, lower, upper):
    assert one(con, "byar_lower", cases, Z) == pytest.approx(lower, abs=2e-2)
    assert one(con, "byar_upper", cases, Z) == pytest.approx(upper, abs=2e-2)


def test_the_corrected_limit_solves_the_equation_it_is_declared_by(con):
    # 3 of 20 at 1.95996: s = 0.47357, p = 0.029068
    # 0.58136 + 1.95996 √(0.58136 × 0.970932) + 0.5 + 0.47357 × 0.941864 = 3
    assert one(con, "score_lower", 3, 20, Z) == pytest.approx(0.029068, abs=1e-5)
    for cases, base, z in [(1, 3, 2.2), (3, 20, Z), (20, 20, 2.727), (700, 900, 2.727)]:
        found = one(con, "score_lower", cases, base, z)
        assert found == pytest.approx(limits.score_lower(cases, base, z), abs=1e-9)


@pytest.mark.parametrize("z", [Z, false_alarms.z_of(8)])
@pytest.mark.parametrize("base", [1, 2, 3, 20, 500])
def test_limits_stay_within_0_and_1_and_rise_with_the_cases(con, base, z):
    for method in ("wilson", "score"):
        found = false_alarms.limits(con, method, base, z)
        share = np.arange(base + 1) / base
        assert (found.lower >= 0).all()
        assert (found.upper <= 1).all()
        assert (found.lower <= share).all()
        assert (found.upper >= share).all()
        assert (np.diff(found.lower) >= 0).all()
        assert found.lower[0] == 0
        assert found.upper[-1] == pytest.approx(1)


def test_single_limits_agree_with_another_library_s(con):
    for cases, base in [(0, 7), (3, 20), (81, 263), (993, 1000), (7, 7)]:
        lower, upper = proportion_confint(cases, base, 0.05, "wilson")
        assert one(con, "wilson_lower", cases, base, Z) == pytest.approx(lower, abs=1e-9)
        found = 1 - one(con, "wilson_lower", base - cases, base, Z)
        assert found == pytest.approx(upper, abs=1e-9)


@pytest.mark.parametrize("z", [Z, false_alarms.z_of(8)])
def test_byar_s_limits_lie_by_the_exact_ones(con, z):
    tail = stats.norm.sf(z)
    for cases in (5, 10, 30, 100, 1000):
        lower, upper = stats.gamma.ppf(tail, cases), stats.gamma.isf(tail, cases + 1)
        assert one(con, "byar_lower", cases, z) == pytest.approx(lower, rel=0.01, abs=0.06)
        assert one(con, "byar_upper", cases, z) == pytest.approx(upper, rel=0.01)


def test_levels_widen_with_the_number_compared():
    found = {row["areas"]: row["z"] for row in intervals.levels(9)}
    assert found[1] == pytest.approx(1.959964, abs=1e-6)
    # 0.95 ** (1 / 8) = 0.993609 → two-sided 0.006391, one-sided 0.003196
    assert found[8] == pytest.approx(2.7270, abs=5e-5)
    assert found[8] == pytest.approx(stats.norm.isf((1 - 0.95 ** (1 / 8)) / 2))


# The table


@pytest.fixture
def bound():
    """Return a function: an indicator's header and rows (ref_area, numerator, denominator
    [, obs_status]) in, {ref_area: interval} out.
    """
    con = database.connect()
    con.execute("create schema reference")
    con.execute("create table reference.county as select '330482' as ref_area")
    con.execute("create table reference.township (ref_area varchar)")

    def run(header, *rows, townships=(DANG, ZHONG)):
        con.execute("delete from reference.township")
        con.executemany("insert into reference.township values (?)", [[one] for one in townships])
        con.execute(
            "create or replace table indicator as select 'visits' as id, $chance as chance, "
            "$per as per, $polarity as polarity",
            header,
        )
        con.execute(
            "create or replace table observation (indicator varchar, ref_area varchar, "
            "time_period varchar, category varchar, numerator decimal(38, 2), "
            "denominator decimal(38, 2), obs_value double, obs_status varchar, places bigint)"
        )
        for area, numerator, denominator, *rest in rows:
            status, value = (*rest, None)[:2] if rest else ("A", None)
            if value is None and numerator is not None and denominator:
                value = header["per"] * numerator / denominator
            places = len(townships) if area in townships and status == "A" else None
            con.execute(
                "insert into observation values ('visits', ?, '2024-08', '_T', ?, ?, ?, ?, ?)",
                [area, numerator, denominator, value, status, places],
            )
        con.execute("drop table if exists chance_level; drop table if exists interval")
        intervals.find(con)
        return {row["ref_area"]: row for row in records(con, "from interval")}

    yield run
    con.close()


def test_a_share_is_bounded_in_its_own_unit_and_the_county_alone(bound):
    found = bound(SHARE, (DANG, 81, 263), (ZHONG, 15, 148), (COUNTY, 96, 411))
    own, whole = found[DANG], found[COUNTY]
    assert (own["obs_lower"], own["obs_upper"]) == pytest.approx((25.53, 36.62), abs=0.005)
    assert own["method"] == "wilson"
    assert own["family_lower"] < own["obs_lower"] < own["obs_upper"] < own["family_upper"]
    assert whole["obs_lower"] < 100 * 96 / 411 < whole["obs_upper"]
    compared = ("family_lower", "family_upper", "versus_county", "place_from", "place_to")
    assert [whole[name] for name in compared] == [None] * 5


def test_a_rate_is_bounded_by_its_cases_and_not_at_the_whole(bound):
    found = bound(RATE, (DANG, 10, 8), (ZHONG, 4, 8), (COUNTY, 14, 16))
    # Byar's 4.787 and 18.391 of 10 cases, over 8 and by the thousand
    own = (found[DANG]["obs_lower"], found[DANG]["obs_upper"])
    assert own == pytest.approx((598.4, 2298.9), abs=2)
    assert found[DANG]["method"] == "byar"


def test_families_are_as_large_as_the_townships_that_have_a_value(bound):
    # of two: 0.95 ** (1 / 2) = 0.974679, z = 2.2365; the lower limit of 50 of 100
    two = bound(SHARE, (DANG, 50, 100), (ZHONG, 50, 100), (COUNTY, 100, 200))
    assert two[DANG]["family_lower"] == pytest.approx(
        100 * limits.score_lower(50, 100, 2.236477), abs=1e-4
    )
    alone = bound(SHARE, (DANG, 50, 100), (ZHONG, 50, 100, "P"), (COUNTY, 100, 200))
    assert alone[DANG]["family_lower"] == pytest.approx(
        100 * limits.score_lower(50, 100, 1.959964), abs=1e-4
    )
    assert ZHONG not in alone


def test_what_lies_apart_from_the_county_is_higher_or_lower_and_the_rest_the_same(bound):
    found = bound(SHARE, (DANG, 900, 1000), (ZHONG, 500, 1000), (COUNTY, 1400, 2000))
    assert found[DANG]["versus_county"] == "higher"
    assert found[ZHONG]["versus_county"] == "lower"
    near = bound(SHARE, (DANG, 71, 100), (ZHONG, 69, 100), (COUNTY, 140, 200))
    assert {near[area]["versus_county"] for area in (DANG, ZHONG)} == {"same"}


def test_without_a_whole_county_nothing_is_held_against_it(bound):
    found = bound(SHARE, (DANG, 900, 1000), (ZHONG, 500, 1000), (COUNTY, 1400, 2000, "P"))
    assert found[DANG]["versus_county"] is None
    assert found[DANG]["place_from"] == 1
    assert COUNTY not in found


THREE = (DANG, ZHONG, ZHA)


@pytest.mark.parametrize(
    ("polarity", "places"),
    [
        ("higher_is_better", [(1, 1), (2, 3), (2, 3)]),
        ("lower_is_better", [(3, 3), (1, 2), (1, 2)]),
        ("neutral", [(None, None)] * 3),
    ],
)
def test_a_place_is_all_that_chance_leaves_open(bound, polarity, places):
    # 90 % stands apart from 51 % and 50 %, which meet
    rows = [(DANG, 900, 1000), (ZHONG, 510, 1000), (ZHA, 500, 1000), (COUNTY, 1910, 3000)]
    found = bound(SHARE | {"polarity": polarity}, *rows, townships=THREE)
    assert [(found[area]["place_from"], found[area]["place_to"]) for area in THREE] == places


def test_the_middle_of_a_chain_may_have_any_place_its_neighbours_share(bound):
    # 64 % and 36 % lie apart, 50 % meets both: z of three is 2.388, ± 12 points of 100
    rows = [(DANG, 64, 100), (ZHONG, 50, 100), (ZHA, 36, 100), (COUNTY, 150, 300)]
    found = bound(SHARE, *rows, townships=THREE)
    assert [(found[area]["place_from"], found[area]["place_to"]) for area in THREE] == [
        (1, 2),
        (1, 3),
        (2, 3),
    ]


def test_no_place_is_told_as_a_band_where_one_of_those_ranked_has_no_interval(bound):
    found = bound(SHARE, (DANG, 9, 10), (ZHONG, None, None, "A", 50.0), (COUNTY, 9, 20))
    assert found[DANG]["place_from"] is None
    assert ZHONG not in found


@pytest.mark.parametrize("status", ["P", "O", "Q", "M"])
def test_only_whole_values_are_bounded(bound, status):
    assert bound(SHARE, (DANG, 5, 10, status), (COUNTY, 5, 10, status)) == {}


@pytest.mark.parametrize(
    ("header", "numerator", "denominator"),
    [
        (SHARE, None, None),  # withheld, or a share of sensitive records
        (SHARE, 5, 0),
        (SHARE, 11, 10),  # more than there are: not the share it was declared to be
        (SHARE, -1, 10),
        (RATE, -1, 10),
        (RATE | {"chance": "none"}, 5, 10),
        (RATE | {"chance": ""}, 5, 10),
    ],
)
def test_what_chance_says_nothing_of_has_no_interval(bound, header, numerator, denominator):
    assert bound(header, (DANG, numerator, denominator)) == {}


def test_none_and_all_of_very_few_are_bounded_and_told_apart_from_nothing(bound):
    found = bound(SHARE, (DANG, 0, 1), (ZHONG, 2, 2), (COUNTY, 2, 3))
    assert found[DANG]["obs_lower"] == 0
    assert found[ZHONG]["obs_upper"] == pytest.approx(100)
    assert {found[area]["versus_county"] for area in (DANG, ZHONG)} == {"same"}
    assert {found[area]["place_from"] for area in (DANG, ZHONG)} == {1}
    none = bound(RATE, (DANG, 0, 50), (ZHONG, 0, 50), (COUNTY, 0, 100))
    assert none[DANG]["obs_lower"] == 0 < none[DANG]["obs_upper"]
    assert none[DANG]["versus_county"] == "same"


# How often it errs


@pytest.mark.parametrize("base", [1, 2, 5, 20, 100, 1000])
@pytest.mark.parametrize("p", [0.001, 0.01, 0.1, 0.5, 0.9, 0.99])
def test_of_eight_equal_shares_one_is_told_apart_at_most_once_in_twenty_times(con, base, p):
    miss = false_alarms.miss_share(con, "score", base, p, false_alarms.z_of(8))
    assert false_alarms.some(miss) <= 0.05


def test_plain_wilson_limits_would_have_told_one_apart_every_other_time(con):
    miss = false_alarms.miss_share(con, "wilson", 20, 0.005, false_alarms.z_of(8))
    assert false_alarms.some(miss) > 0.5


@pytest.mark.parametrize("mean", [0.01, 0.1, 1, 5, 26.4, 100, 1000])
def test_of_eight_equal_rates_one_is_told_apart_at_most_once_in_twenty_times(con, mean):
    miss = false_alarms.miss_rate(con, mean, false_alarms.z_of(8))
    assert false_alarms.some(miss) <= 0.05


def test_equal_townships_are_seldom_told_apart_from_a_county_they_make_up(con):
    random = np.random.default_rng(20241108)
    for base, p in [(20, 0.05), (200, 0.5), (1000, 0.97)]:
        found = false_alarms.draw_shares(con, base, p, 2000, random)
        assert found["versus_county"] <= 0.05
        assert found["ranking"] <= 0.05
    for mean in (0.5, 10, 300):
        found = false_alarms.draw_rates(con, mean, 2000, random)
        assert found["versus_county"] <= 0.05
        assert found["ranking"] <= 0.05


def test_a_true_difference_is_seen(con):
    # 8 points of 2000: some 7 standard errors
    found = false_alarms.limits(con, "score", 2000, false_alarms.z_of(8))
    seen = stats.binom.pmf(np.arange(2001), 2000, 0.58)[found.lower > 0.5].sum()
    assert seen > 0.99


# What is published


def test_intervals_are_made_of_shown_numbers_alone(demo_shelf):
    hidden = demo_shelf.execute(
        """
        select count(*) from interval
        inner join observation using (indicator, ref_area, time_period, category)
        where observation.obs_status <> 'A' or numerator is null or denominator is null
        """
    ).fetchall()
    assert hidden == [(0,)]
    withheld = demo_shelf.execute(
        "select count(*) filter (where obs_status = 'Q'), count(*) from observation "
        "inner join indicator on indicator = id where chance in ('share', 'rate')"
    ).fetchall()[0]
    assert withheld[0] > 0, "nothing withheld: the test shows nothing"


def test_a_rounded_share_of_sensitive_records_has_no_interval(demo_shelf):
    rows = demo_shelf.execute(
        """
        select count(*), count(interval.indicator) from observation
        inner join indicator on observation.indicator = indicator.id
        inner join protected on indicator.id = protected.id
        left join interval using (indicator, ref_area, time_period, category)
        where indicator.chance = 'share' and indicator.per = 100
            and observation.obs_status = 'A' and observation.category = '_T'
        """
    ).fetchall()[0]
    assert rows[0] > 0
    assert rows[1] == 0


def test_every_interval_is_worked_out_again_from_the_published_numbers(demo_shelf):
    """Whoever reads numerator and denominator knows the interval: it tells nothing else."""
    rows = records(
        demo_shelf,
        """
        select interval.*, cast(numerator as double) as cases, cast(denominator as double) as base,
            per, obs_value
        from interval
        inner join observation using (indicator, ref_area, time_period, category)
        inner join indicator on indicator.id = interval.indicator
        using sample reservoir(400 rows) repeatable (8)
        """,
    )
    assert len(rows) == 400
    for row in rows:
        per, cases, base = row["per"], row["cases"], row["base"]
        assert row["obs_value"] == pytest.approx(per * cases / base)
        if row["method"] == "wilson":
            own = proportion_confint(cases, base, 0.05, "wilson")
        else:
            own = (limits.byar_lower(cases, Z) / base, limits.byar_upper(cases, Z) / base)
        assert (row["obs_lower"], row["obs_upper"]) == pytest.approx(
            (per * own[0], per * own[1]), abs=1e-6
        )


def test_every_declared_share_is_one_and_every_rate_counts_cases(demo_shelf):
    """A header that says share of what may exceed its denominator would go unnoticed."""
    rows = demo_shelf.execute(
        """
        select distinct indicator from observation inner join indicator on indicator = id
        where obs_status = 'A' and chance in ('share', 'rate') and numerator is not null
            and (numerator <> round(numerator) or denominator <> round(denominator)
                or (chance = 'share' and numerator > denominator))
        """
    ).fetchall()
    assert rows == []
    declared = load_catalogue().indicators.values()
    assert {one.per for one in declared if one.chance == "share"} == {100}
