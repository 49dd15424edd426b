"""Every published figure the extracts can produce agrees with what the dashboard shows."""

import csv

import pytest

from queries import database
from tests.rows import SHIPPED, records


def listed(name):
    with (SHIPPED / "reference" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


RECONCILED = listed("reconciliation")


@pytest.fixture(scope="session")
def verdicts(demo_shelf):
    return {row["id"]: row for row in records(demo_shelf, "select * from reconciliation")}


@pytest.mark.parametrize("row", RECONCILED, ids=lambda row: row["published"])
def test_a_published_figure_agrees_with_its_observation(verdicts, row):
    seen = verdicts[row["published"]]
    assert seen["indicator"] == row["indicator"]
    assert seen["verdict"] == "agrees", f"{seen['qualifier']} {seen['value']}: {seen['obs_value']}"


def test_ninety_six_published_figures_are_reconciled_and_the_rest_have_no_data(verdicts):
    counts = {}
    for row in verdicts.values():
        counts[row["verdict"]] = counts.get(row["verdict"], 0) + 1
    assert len(RECONCILED) == 96
    assert counts == {"agrees": 96, "no_data": 124}


def test_every_published_figure_is_shown_once(verdicts, demo_shelf):
    shown = demo_shelf.execute("select count(*) from reconciliation").fetchall()[0][0]
    assert shown == len(verdicts) == len(listed("published_figure"))


def test_every_domain_in_which_the_county_printed_a_figure_has_a_reconciled_one(verdicts):
    printed = {row["domain"] for row in listed("published_figure") if row["place"] == "平湖市"}
    seen = {row["domain"] for row in verdicts.values() if row["verdict"] == "agrees"}
    assert printed - {"other"} <= seen  # other: an epidemic's date


@pytest.fixture(scope="module")
def bench():
    with database.connect() as con:
        con.execute("create schema reference")
        con.execute(
            "create table indicator as select 'visits' as id, 1 as decimals; "
            "create table observed as select 'visits' as indicator, '330482' as ref_area, "
            "'2024-08' as time_period, '_T' as category, 0.0::double as obs_value; "
            "create table observation as select *, 'A' as obs_status from observed"
        )
        yield con


@pytest.fixture
def verdict(bench):
    """Return a function giving the verdict on an observation of 1 decimal."""

    def judge(qualifier, value, observed, band=None, period="2024-08", indicator="visits"):
        bench.execute("update observed set obs_value = ?", [observed])
        bench.execute(
            "create or replace table reference.published_figure as select 'x' as id, 'x' as file, "
            "'x' as domain, 'x' as place, 'x' as place_level, 'x' as as_of, 'x' as period_kind, "
            "'x' as name_zh, ?::double as value, '次' as unit_zh, ? as qualifier",
            [value, qualifier],
        )
        bench.execute(
            "create or replace table reference.reconciliation as select ? as published, "
            "'visits' as indicator, '330482' as ref_area, ? as time_period, '_T' as category, "
            "?::double as band, null as explanation_zh",
            ["x" if indicator else "another", period, band],
        )
        return records(bench, database.script("reconciliation"))[0]["verdict"]

    return judge


@pytest.mark.parametrize(
    ("qualifier", "value", "observed", "band", "answer"),
    [
        ("exact", 592, 592, None, "agrees"),
        ("exact", 592, 591, None, "differs"),
        ("exact", 12.3, 12.34, None, "agrees"),  # equal at the one decimal shown
        ("exact", 12.3, 12.36, None, "differs"),
        ("more_than", 490, 491, None, "agrees"),
        ("more_than", 490, 490, None, "differs"),
        ("at_least", 490, 490, None, "agrees"),
        ("at_least", 490, 489, None, "differs"),
        ("about", 100, 105, 5, "agrees"),
        ("about", 100, 95, 5, "agrees"),
        ("about", 100, 105.1, 5, "differs"),
        ("about", 100, 100, None, "differs"),  # no band, no agreement
        ("exact", 592, None, None, "differs"),
        ("rumoured", 592, 592, None, "differs"),
    ],
)
def test_a_figure_agrees_by_the_rule_of_its_qualifier(
    verdict, qualifier, value, observed, band, answer
):
    assert verdict(qualifier, value, observed, band) == answer


def test_a_period_that_is_not_observed_differs(verdict):
    assert verdict("exact", 592, 592, period="2030-01") == "differs"


def test_a_figure_nobody_reconciled_has_no_data(verdict):
    assert verdict("exact", 592, 592, indicator=None) == "no_data"


def test_a_withheld_value_agrees_without_being_told(bench, verdict):
    bench.execute("update observation set obs_status = 'Q', obs_value = null")
    try:
        assert verdict("exact", 592, 592) == "agrees"
        shown = bench.execute(database.script("reconciliation")).df()
        assert shown["obs_value"].isna().all()
    finally:
        bench.execute("update observation set obs_status = 'A'")
