"""The register of systems: each is covered, and what covers it is there and has something to show.

Benchmarks and scorecards name what exists.
"""

import csv

import pytest

from tests.opening import opened, texts
from tests.rows import SHIPPED, records
from ui import labels_register, links, reading, register, search


def listed(name):
    with (SHIPPED / "reference" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


SYSTEMS, COVERS = listed("system"), listed("system_cover")


@pytest.fixture(scope="module")
def shown(demo_shelf):
    """Return {kind: ids that have something to show}."""
    answers = {
        "指标": "select distinct indicator from observation where obs_value is not null",
        "统计图": "select distinct figure from figure_cell where obs_value is not null",
        "点位": "select distinct layer from point",
    }
    return {
        kind: {value for (value,) in demo_shelf.execute(sql).fetchall()}
        for kind, sql in answers.items()
    }


def test_all_174_systems_are_listed_once():
    assert len({row["system"] for row in SYSTEMS}) == len(SYSTEMS) == 174


def test_every_system_is_covered():
    uncovered = {row["system"] for row in SYSTEMS} - {row["system"] for row in COVERS}
    assert not uncovered


def test_every_cover_is_of_a_listed_system():
    assert {row["system"] for row in COVERS} <= {row["system"] for row in SYSTEMS}


def test_what_covers_a_system_is_there_and_has_something_to_show(shown):
    pages = set(links.places([]))
    for row in COVERS:
        assert row["item"] in (pages if row["kind"] == register.PAGE else shown[row["kind"]]), row


def test_the_page_lists_every_system_with_its_links(demo, monkeypatch):
    monkeypatch.setattr(reading, "VAR", demo.folder.parent.parent)
    page = texts(opened("systems"))
    assert labels_register.COUNTED.format(174, 174) in page
    for row in COVERS:
        if row["kind"] == "指标":
            assert f"indicator={row['item']}" in page, row


def test_a_benchmark_is_of_another_place_and_beside_an_indicator_there_is(demo_shelf):
    printed = {row["id"]: row for row in listed("published_figure")}
    known = {row["id"] for row in records(demo_shelf, "select id from indicator")}
    for row in listed("benchmark"):
        assert not printed[row["published"]]["place"].startswith("平湖市"), row
        assert row["indicator"] in {*known, ""}, row
    for row in listed("benchmark_pair"):
        assert {row["published"], row["other"]} <= set(printed)


def test_childcare_targets_of_another_district_reconcile_with_what_it_reached(demo_shelf):
    # published: 923 of 600 places planned, 568 of 360 inclusive ones
    of_other = dict(
        demo_shelf.execute(
            """
            select figure.id, figure.value / other.value
            from reference.benchmark_pair as pair
            inner join reference.published_figure as figure on pair.published = figure.id
            inner join reference.published_figure as other on pair.other = other.id
            """
        ).fetchall()
    )
    assert of_other["xiaoshan_childcare_places_new_2023_09"] == pytest.approx(1.5383, abs=1e-4)
    assert of_other["xiaoshan_inclusive_places_new_2023_09"] == pytest.approx(1.5778, abs=1e-4)
    assert of_other["tianyue_resident_partners_2023_09"] == 2  # 10 → 20


def test_an_item_of_a_scorecard_is_judged_by_an_indicator_there_is(demo_shelf):
    known = {row["id"] for row in records(demo_shelf, "select id from indicator")}
    cards = {row["scorecard"] for row in listed("scorecard")}
    for row in listed("scorecard_item"):
        assert row["scorecard"] in cards
        assert row["indicator"] in {*known, ""}, row


@pytest.mark.parametrize(
    ("name", "typed"),
    [("持证社工", "czsg"), ("登记社会组织", "djshzz"), ("“967123”为老服务热线", "967123wlfwrx")],
)
def test_a_name_is_found_by_the_initials_of_its_syllables(name, typed):
    assert search.initials(name) == typed
