"""Each check finds its fault, and finds none in what is published."""

import shutil

import pytest

from queries import database
from queries.build import BuildFailed, refuse_if_wrong
from queries.places import QUERIES

CHECKS = {path.stem: path for path in sorted((QUERIES / "checks").glob("*.sql"))}
FAULTS = {  # check → a statement that plants what it must find
    "board_indicator": "insert into reference.board (board, position, indicator) "
    "values ('overview', 99, 'happiness')",
    "community_population_sum": "update reference.community_population set persons = persons + 1 "
    "where community = '330482001001' and age_band = '90+'",
    "component_area": "insert into component (indicator, ref_area, time_period, numerator) "
    "values ('meal_served', '330400000', '2024-03', 1)",
    "component_period": "insert into component (indicator, ref_area, time_period, numerator) "
    "values ('meal_served', '330482001', '2024', 1)",
    "event_breaks": "insert into reference.event (event_on, name_zh, theme, source_zh, breaks) "
    "values (date '2024-03-01', '启动', 'meal_services', '演示', 'happiness')",
    "finding_key": "insert into finding from finding",
    "indicator_observed": "delete from observed "
    "where indicator = 'meal_served' and ref_area = '330482'",
    "observation_key": "insert into observation from observation "
    "where indicator = 'meal_served' and ref_area = '330482001' and time_period = '2024-03'",
    "profile_balance": "update mart.profile_household_month set left_start = null",
    "share_within_whole": "update observed set obs_value = 100.5 "
    "where indicator = 'meal_delivered_share' and time_period = '2024-03'",
    "target_pacing": "update reference.target set pacing = '上年节奏' "
    "where indicator = 'resident_lounge_coverage' and year = 2024",
}

# two households in January, of which one has gone in February
REGISTER = """
    create table mart.profile_household_month as
    from (
        values
        ('330482001', date '2024-01-01', null, false, cast(null as date)),
        ('330482001', date '2024-01-01', null, false, date '2024-02-01'),
        ('330482001', date '2024-02-01', '红', true, null)
    ) as household (ref_area, month_start, before_colour, has_before, left_start)
"""


@pytest.fixture(scope="module")
def _shelf(tiny, tmp_path_factory):
    copy = tmp_path_factory.mktemp("checks") / "published.duckdb"
    shutil.copyfile(tiny.published, copy)
    with database.connect(copy) as con:
        con.execute(
            "create table component as "
            "select indicator, ref_area, time_period, category, numerator, denominator "
            "from observation"
        )
        con.execute("create table observed as from observation")
        con.execute("create schema mart")
        con.execute(REGISTER)
        yield con


@pytest.fixture
def shelf(_shelf):
    """The published tables and their components, to be spoilt and put back."""
    _shelf.begin()
    yield _shelf
    _shelf.rollback()


def found(con, check):
    return con.execute(CHECKS[check].read_text(encoding="utf-8")).fetchall()


def test_every_check_is_shown_the_fault_it_looks_for():
    assert set(FAULTS) == set(CHECKS)


@pytest.mark.parametrize("check", CHECKS)
def test_a_check_finds_nothing_in_a_sound_version(shelf, check):
    assert found(shelf, check) == []


@pytest.mark.parametrize("check", CHECKS)
def test_a_check_finds_its_fault(shelf, check):
    shelf.execute(FAULTS[check])
    assert found(shelf, check)


@pytest.mark.parametrize("check", CHECKS)
def test_a_fault_stops_the_build_and_names_the_check(shelf, check):
    shelf.execute(FAULTS[check])
    with pytest.raises(BuildFailed, match=rf"检查未通过：.*{check}\.sql"):
        refuse_if_wrong(shelf)


@pytest.mark.parametrize("check", CHECKS)
def test_a_check_says_in_its_first_line_what_must_not_be(check):
    first = CHECKS[check].read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith("-- ")
    assert first.endswith(".")


@pytest.mark.parametrize("table", ["target", "reconciliation"])
def test_a_target_or_a_reconciliation_of_no_indicator_is_found_too(shelf, table):
    shelf.execute(f"update reference.{table} set indicator = 'happiness'")
    assert found(shelf, "board_indicator") == [("happiness",)]


def test_a_change_of_a_definition_that_names_no_indicator_is_told_in_words(shelf):
    shelf.execute(FAULTS["event_breaks"])
    assert found(shelf, "event_breaks") == [
        ("event.csv：2024-03-01“启动”的“口径改变的指标”写着happiness，没有这项指标",)
    ]


def test_a_change_of_a_definition_written_twice_on_a_day_is_told_in_words(shelf):
    for name in ("启动", "开始"):
        shelf.execute(
            "insert into reference.event (event_on, name_zh, theme, source_zh, breaks) "
            f"values (date '2024-03-01', '{name}', 'meal_services', '演示', 'meal_served')"
        )
    assert found(shelf, "event_breaks") == [
        ("event.csv：2024-03-01的口径变化把指标meal_served写了2次，只留一行",)
    ]
