"""Reach: who can walk where, worked by hand over the tiny county; and what is refused."""

import subprocess
import sys

import pytest

from queries import database, store, where_next
from queries.build import build
from queries.contracts import load_contracts
from queries.faults import BuildFailed
from queries.inputs import inputs
from queries.places import QUERIES
from queries.receiving import receive_references
from tests.rows import SHIPPED, records, tiny_data, with_setting

COUNTY, DANG, ZHONG, XIN = "330482", "330482001", "330482002", "330482102"
# A walk is 15 min × 60 m / 1.3 = 692 m. P01 stands 86 m from 水洞埭社区, 714 m from 洁芳社区;
# P02 685 m from 梅园社区; P04 381 m from 钟南社区; P06 677 m from 曹桥社区. P05 and P09 deliver.


@pytest.fixture
def cells(figure_cells):
    """Return a function: figure, area and period in, cells out."""
    return lambda *cell: figure_cells(*cell, "obs_value")


@pytest.fixture(scope="module")
def farther(tmp_path_factory):
    """The tiny county without P02, where people walk 16 minutes, 738 m, and 80 % is overloaded."""
    folder = tmp_path_factory.mktemp("farther")
    data = tiny_data(folder / "data")
    with_setting(data, "reach_minutes", 16)
    with_setting(data, "meal_overloaded", 0.8)
    points = data / "extracts" / "meal_points.csv"
    kept = [line for line in points.read_text("utf-8").splitlines() if not line.startswith("P02")]
    points.write_text("\n".join(kept) + "\n", encoding="utf-8")
    return build(data, folder / "var")


def asked(version, cut, period="2024-03", since="2024-02", facility="meal", people="60"):
    said = {"facility": facility, "people": people, "time_period": period, "since": since}
    return {
        row["community" if cut == "reach_homes" else "place"]: row
        for row in store.read(version, cut, **said).to_dict("records")
    }


# Figures


def test_villages_out_of_reach_are_listed_with_their_older_people(cells):
    # 钟埭街道: 花园社区 is 30 % of 2000 and of 400. Of its 12 communities only 钟南社区 is reached.
    listed = dict(cells("meal_reach_gap", ZHONG, "2024-03"))
    assert ("花园社区", "60岁及以上600人，其中80岁及以上120人") in listed
    assert len(listed) == 11
    # 当湖街道: 水洞埭社区 and 洁芳社区 of 27 have a lounge near; 梅园社区's is being built.
    listed = dict(cells("lounge_reach_gap", DANG, "2024-03"))
    assert ("梅园社区", "60岁及以上400人，其中80岁及以上80人") in listed
    assert len(listed) == 25


def test_a_point_that_served_little_is_listed_as_idle(cells):
    # P02 served nobody in March; P06 372 of 30 · 31 = 930 is just 40 %; P07 has no capacity.
    assert cells("meal_point_idle", COUNTY, "2024-03") == {
        ("水洞埭东区助餐点", "闲置，日均0.0份，能力50份，占0.0%"): 1
    }
    # P03, open until 2024-02-14, served 280 of 40 · 14 = 560; P05, from 2024-02-11, 190 of 20 · 19
    assert cells("meal_point_idle", COUNTY, "2024-02") == {}


def test_a_point_that_served_more_than_it_should_is_listed_as_overloaded(farther):
    # P01 served 2635 of 100 · 31 = 3100, 85.0 %
    with database.connect(farther.published, read_only=True) as con:
        sql = "select category, series from figure_cell where figure = 'meal_point_idle' "
        rows = con.execute(sql + "and ref_area = ? and time_period = '2024-03'", [DANG]).fetchall()
    assert ("水洞埭中心食堂", "超载，日均85.0份，能力100份，占85.0%") in rows


def test_subsidy_per_meal_by_operator(cells):
    # March: (5270 + 3720) / (2635 + 1488); P02 0 / 0, P06 744 / 372, P07 620 / 310
    figure = "meal_subsidy_operator"
    assert cells(figure, COUNTY, "2024-03") == {
        ("餐饮企业", "_T"): pytest.approx(8990 / 4123),
        ("村社区", "_T"): 2,
    }
    # February: P03 560 and P05 475 for 280 + 190 meals
    assert cells(figure, COUNTY, "2024-02")["社会组织", "_T"] == pytest.approx(1035 / 470)


def test_load_by_month_and_year(cells):
    # 2635 + 0 of 31 · (100 + 50)
    assert cells("meal_load_season", DANG, "2024-03") == {
        ("3月", "2024年"): pytest.approx(100 * 2635 / 4650)
    }


# The page's questions


def test_a_longer_walk_reaches_more(farther, tiny):
    place = "330482001002"  # 洁芳社区, 714 m from P01
    assert not asked(tiny, "reach_homes")[place]["is_reached"]
    assert asked(farther, "reach_homes")[place]["is_reached"]


def test_a_home_says_whether_it_is_reached_and_was_and_how_many_live_there(tiny):
    homes = asked(tiny, "reach_homes", since="2019-12")
    mei, shui = homes["330482001004"], homes["330482001001"]
    assert (mei["persons"], mei["is_reached"], mei["was_reached"]) == (400, True, False)
    assert (shui["persons"], shui["is_reached"], shui["was_reached"]) == (800, True, True)
    assert (mei["area_persons"], mei["area_reached"], mei["area_before"]) == (2000, 1200, 800)
    assert (mei["county_persons"], mei["county_reached"], mei["county_before"]) == (
        10000,
        2560,
        800,
    )
    assert asked(tiny, "reach_homes", people="80")["330482001004"]["persons"] == 80
    assert asked(tiny, "reach_homes", people="all")["330482001004"]["persons"] == 2000


def test_what_a_place_newly_reached_is_credited_once_and_adds_up(tiny):
    places = asked(tiny, "reach_places", since="2019-12")
    # P02 brought 梅园社区 (P03 came later, and is closed); P04 钟南社区; P06 曹桥社区
    gained = {place: row["gained"] for place, row in places.items() if row["gained"]}
    assert gained == {"P02": 400, "P04": 1000, "P06": 360}
    assert {place: row["state"] for place, row in places.items()} == {
        "P01": "open",
        "P02": "opened",
        "P04": "opened",
        "P06": "opened",
        "P07": "opened",
    }
    assert (
        asked(tiny, "reach_places", period="2024-01", since="2024-03")["P03"]["state"] == "opened"
    )


def test_a_closed_place_is_told_with_whom_it_leaves_without(farther):
    # without P02, 梅园社区 had only P03, 552 m away, until it closed on 2024-02-15
    places = asked(farther, "reach_places", since="2024-01")
    assert (places["P03"]["state"], places["P03"]["lost"]) == ("closed", 400)
    assert sum(row["lost"] - row["gained"] for row in places.values()) == 400


def test_planned_and_unfinished_places_are_told_and_reach_nobody_yet(tiny):
    places = asked(tiny, "reach_places", facility="lounge")
    planned = {name: row["stage"] for name, row in places.items() if row["state"] == "planned"}
    assert planned == {"HKT003": "在建", "HKT004": "在建", "HKT006": "拟建"}
    assert not any(places[name]["gained"] for name in planned)


@pytest.mark.parametrize(
    ("indicator", "facility", "people"),
    [
        ("meal_reach_60_share", "meal", "60"),
        ("meal_reach_80_share", "meal", "80"),
        ("lounge_reach_share", "lounge", "all"),
        ("lounge_reach_60_share", "lounge", "60"),
        ("either_reach_60_share", "either", "60"),
    ],
)
def test_the_page_says_the_same_as_the_indicator(demo, demo_shelf, indicator, facility, people):
    rows = records(
        demo_shelf,
        "select ref_area, time_period, numerator, denominator from observation "
        "where indicator = ? and time_period in ('2022-06', '2024-08') and obs_status = 'A'",
        [indicator],
    )
    known = {(row["ref_area"], row["time_period"]): row for row in rows}
    homes = asked(demo, "reach_homes", "2024-08", "2022-06", facility, people).values()
    assert len(known) == 18  # eight townships and the county, twice
    for home in homes:
        for area, of in ((home["ref_area"], "area"), (COUNTY, "county")):
            now, before = known[area, "2024-08"], known[area, "2022-06"]
            assert home[f"{of}_persons"] == now["denominator"]
            assert home[f"{of}_reached"] == now["numerator"]
            assert home[f"{of}_before"] == before["numerator"]


def test_gains_and_losses_add_up_to_the_change(demo):
    for facility in ("meal", "lounge", "either"):
        homes = asked(demo, "reach_homes", "2024-08", "2021-03", facility)
        one = next(iter(homes.values()))
        places = asked(demo, "reach_places", "2024-08", "2021-03", facility).values()
        moved = sum(row["gained"] - row["lost"] for row in places)
        assert moved == one["county_reached"] - one["county_before"]


# Where next


def question(**more):
    return where_next.Asked(
        **({"facility": "lounge", "people": "60", "time_period": "2024-03"} | more)
    )


def test_the_next_places_are_where_most_people_are_left(tiny):
    # Left: 1000 each in 新埭社区, in 钟南社区 and in one community of each of four other townships,
    # 640 in 曹桥村, 400 in 梅园社区 …: two places reach two of the thousands.
    found = where_next.answer(tiny, question(sites=2))
    assert (found.left, found.best.reached, found.best.is_best) == (8000, 2000, True)
    # HKT003 would reach 梅园社区's 400, HKT004 钟南社区's 1000, HKT006 新埭社区's 1000
    assert found.planned == {"HKT003": 400, "HKT004": 1000, "HKT006": 1000}
    assert found.together == 2400


def test_a_budget_buys_what_villages_and_towns_cost(tiny):
    # 80,000 in a town's community, 60,000 in a village: 130,000 buys one of either, or two villages
    found = where_next.answer(tiny, question(budget=130_000))
    assert found.best.cost <= 130_000
    assert set(found.costs.values()) == {80_000, 60_000}
    assert where_next.answer(tiny, question(budget=50_000)).best.sites == ()


def test_places_that_serve_few_reach_few(tiny):
    assert where_next.answer(tiny, question(sites=3, capacity=250)).best.reached == 750


# What is refused


def reference(folder):
    """Read the reference tables of a data folder; return the open connection."""
    contracts = load_contracts(folder / "contracts")
    con = database.connect()
    receive_references(con, contracts, inputs(folder, contracts), folder / "staging")
    return con


def summed_wrongly(con):
    """Return what the check of sums complains of."""
    sql = (QUERIES / "checks" / "community_population_sum.sql").read_text(encoding="utf-8")
    return [fault for (fault,) in con.execute(sql).fetchall()]


def test_people_of_communities_add_up_to_their_township(tmp_path):
    data = tiny_data(tmp_path / "data")
    (data / "staging").mkdir()
    with reference(data) as con:
        assert summed_wrongly(con) == []
        con.execute(
            "update reference.community_population set persons = persons + 3 "
            "where community = '330482001001' and age_band = '60-69'"
        )
        assert summed_wrongly(con) == [
            "data/reference/community_population.csv：当湖街道2023年60-69岁，各村社区合计1003人，"
            "population.csv为1000人，两者应相等"
        ]


def test_an_age_band_that_is_left_out_and_a_community_nobody_knows_are_named(tmp_path):
    data = tiny_data(tmp_path / "data")
    (data / "staging").mkdir()
    with reference(data) as con:
        con.execute(
            "delete from reference.community_population "
            "where ref_area = '330482102' and age_band = '90+'"
        )
        con.execute(
            "update reference.community_population set community = '330482001999' "
            "where community = '330482001002'"
        )
        faults = summed_wrongly(con)
    assert sorted(faults) == [
        "data/reference/community_population.csv：新埭镇2023年90+岁，各村社区合计0人，"
        "population.csv为50人，两者应相等",
        "data/reference/community_population.csv：村社区代码330482001999不在community.csv里",
    ]


@pytest.mark.parametrize(("setting", "value"), [("reach_minutes", 0), ("reach_detour", 0.9)])
def test_a_walk_that_makes_no_sense_is_refused_in_words(tmp_path, setting, value):
    data = tiny_data(tmp_path / "data")
    (data / "staging").mkdir()
    with_setting(data, setting, value)
    with pytest.raises(BuildFailed, match="服务可及与选址的参数应大于0，绕行系数不小于1"):
        reference(data)


def test_the_shipped_people_of_communities_are_what_their_script_makes(tmp_path):
    command = [sys.executable, str(SHIPPED / "make_demo.py"), "--communities", "--out"]
    subprocess.run([*command, str(tmp_path)], check=True)
    made = (tmp_path / "community_population.csv").read_bytes()
    assert made == (SHIPPED / "reference" / "community_population.csv").read_bytes()
