"""What needs attention: four kinds, each fact said once, too few cases muted, nothing withheld."""

import datetime
import random

import duckdb
import pytest

from queries import store
from queries.places import QUERIES
from tests.rows import records
from tests.test_cuts import plain, same
from tests.twins import Tables
from tests.twins_attention import attention

CUT = (QUERIES / "cuts" / "attention.sql").read_text(encoding="utf-8")
COUNTY, A, B = "1", "11", "12"
MONTHS = ("2024-07", "2024-08")
TABLES = """
create schema reference;
create table reference.setting (setting varchar, value double);
insert into reference.setting values
    ('drop_attention', 0.15), ('headline_base', 20), ('due_months', 4);
create table reference.month (time_period varchar, month_end date);
insert into reference.month values ('2024-07', '2024-07-31'), ('2024-08', '2024-08-31');
create table reference.county (ref_area varchar, short_zh varchar);
insert into reference.county values ('1', '全市');
create table reference.township (ref_area varchar, name_zh varchar, position integer);
insert into reference.township values ('11', '甲镇', 1), ('12', '乙镇', 2);
create table reference.theme (theme varchar, position integer);
create table reference.board (board varchar, position integer, indicator varchar);
create table reference.schedule (extract varchar, name_zh varchar, owner_zh varchar, freq varchar,
    due_day bigint);
insert into reference.schedule values ('f', '月报', '某科', 'M', 10);
create table reference.extract (extract varchar, as_of date);
insert into reference.extract values ('f', '2024-08-31');
create table period (time_period varchar, freq varchar, end_date date);
insert into period values ('2024-07', 'M', '2024-07-31'), ('2024-08', 'M', '2024-08-31'),
    ('2024-09', 'M', '2024-09-30');
create table indicator (id varchar, name_zh varchar, unit_zh varchar, decimals integer,
    polarity varchar, kind varchar, standardised boolean, extracts varchar, rows_of varchar,
    rows varchar, measure varchar, same_as varchar);
create table observation (indicator varchar, ref_area varchar, time_period varchar,
    category varchar, end_date date, denominator double, obs_value double, obs_status varchar,
    previous_value double, change_previous double, target double, pace double,
    pace_basis varchar, progress double, change_year_ratio double, judgement varchar,
    place integer, places integer);
create table interval (indicator varchar, ref_area varchar, time_period varchar,
    versus_county varchar);
create table signal (indicator varchar, ref_area varchar, time_period varchar, kind varchar,
    direction varchar, periods integer, slope_per_year double, expected double, lower double,
    upper double);
create table forecast (indicator varchar, ref_area varchar, time_period varchar, obs_value double,
    obs_lower double, obs_upper double, level double, state varchar);
create table arrival_month (extract varchar, ref_area varchar, time_period varchar,
    is_here boolean);
"""


class World:
    """A county of two townships, filled by hand."""

    def __init__(self):
        self.con = duckdb.connect()
        self.con.execute(TABLES)

    def add(self, table, **row):
        names, marks = ", ".join(row), ", ".join("?" * len(row))
        self.con.execute(f"insert into {table} ({names}) values ({marks})", list(row.values()))

    def indicator(self, id_, board="overview", **of):
        known = {"name_zh": id_, "unit_zh": "件", "decimals": 0, "polarity": "higher_is_better"}
        known |= {"kind": "stock", "standardised": False, "extracts": "f", "rows_of": "f"}
        known |= {"rows": id_, "measure": "count(*)", "same_as": ""}
        self.add("indicator", id=id_, **known | of)
        if board:
            self.add("reference.board", board=board, position=1, indicator=id_)

    def observe(self, indicator, ref_area=COUNTY, value=100.0, status="A", at="2024-08", **of):
        day = {"2024-07": datetime.date(2024, 7, 31), "2024-08": datetime.date(2024, 8, 31)}[at]
        known = {"indicator": indicator, "ref_area": ref_area, "time_period": at, "category": "_T"}
        known |= {"end_date": day, "obs_value": value, "obs_status": status}
        self.add("observation", **known | of)

    def late(self, indicator, ref_area=COUNTY, value=80.0, **of):
        known = {"target": 100.0, "pace": 100.0, "progress": value / 100, "judgement": "behind"}
        self.observe(indicator, ref_area, value, **known | of)

    def signal(self, indicator, ref_area, direction, kind="point", **of):
        known = {"time_period": "2024-08", "periods": 36, "expected": 100.0}
        known |= {"lower": 90.0, "upper": 110.0, "slope_per_year": -5.0}
        at = {"indicator": indicator, "ref_area": ref_area, "kind": kind, "direction": direction}
        self.add("signal", **at | known | of)

    def said(self, at="2024-08", today="2024-09-08"):
        return records(self.con, CUT, {"time_period": at, "today": today})

    def brief(self, **parameters):
        """Return (kind, finding, indicator, area, muted) of what stands by itself."""
        names = ("kind", "finding", "indicator", "area_name", "muted")
        rows = [row for row in self.said(**parameters) if not row["is_led"]]
        return [tuple(row[name] for name in names) for row in rows]


@pytest.fixture
def world():
    return World()


def test_the_four_kinds_stand_in_their_order_whatever_the_values(world):
    for id_ in ("gone", "odd", "slow", "bad"):
        world.indicator(id_)
    world.indicator("overdue", board="overdue", polarity="lower_is_better")
    for area, status in ((A, "A"), (B, "O"), (COUNTY, "P")):
        world.observe("gone", area, None if status == "O" else 50.0, status)
    world.observe("odd", A, 40.0), world.observe("odd")
    world.signal("odd", A, "low")
    world.late("slow", value=90.0, judgement="attention")
    world.late("bad", value=10.0)
    world.observe("overdue", value=14.0)
    assert world.brief() == [
        ("behind", "behind", "bad", "全市", ""),
        ("behind", "attention", "slow", "全市", ""),
        ("due", "overdue", "overdue", "全市", ""),
        ("unusual", "low", "odd", "甲镇", ""),
        ("gap", "absent", "gone", "乙镇", ""),
    ]


def test_the_county_s_alert_stands_for_its_townships_and_names_them(world):
    world.indicator("share")
    world.late("share"), world.late("share", A, 70.0), world.late("share", B, 60.0)
    county, *townships = sorted(world.said(), key=lambda row: row["is_led"])
    assert (county["area_name"], county["others_zh"]) == ("全市", ["乙镇", "甲镇"])
    assert [row["is_led"] for row in townships] == [True, True]
    assert [row["others_zh"] for row in townships] == [[], []]


def test_where_the_county_is_well_the_gravest_township_names_the_others(world):
    world.indicator("share")
    world.observe("share"), world.late("share", A, 70.0), world.late("share", B, 60.0)
    first = next(row for row in world.said() if not row["is_led"])
    assert (first["area_name"], first["others_zh"]) == ("乙镇", ["甲镇"])


def test_a_running_sum_and_its_monthly_flow_are_one_thing_to_say(world):
    world.indicator("month", rows="the same records")
    world.indicator("year", rows="the same records")
    world.late("month", value=60.0), world.late("year", value=40.0)
    assert world.brief() == [("behind", "behind", "year", "全市", "")]


def test_who_is_covered_and_who_is_not_are_one_thing_where_it_is_declared(world):
    world.indicator("covered")
    world.indicator("uncovered", board="overdue", polarity="lower_is_better")
    world.late("covered"), world.observe("uncovered", value=5.0)
    assert len(world.brief()) == 2
    world.con.execute("update indicator set same_as = 'covered' where id = 'uncovered'")
    assert world.brief() == [("behind", "behind", "covered", "全市", "")]


def test_one_indicator_and_area_show_once_with_the_gravest_reason(world):
    world.indicator("meals", kind="flow")
    world.observe("meals")
    told = {"previous_value": 400.0, "change_previous": -320.0}
    world.late("meals", A, 80.0, judgement="attention", **told)
    assert world.brief() == [("behind", "attention", "meals", "甲镇", "")]


def dropping(world, **of):
    world.indicator("meals", kind="flow", **of)
    world.observe("meals")
    world.observe("meals", A, 300.0, previous_value=400.0, change_previous=-100.0)


def test_a_fall_is_told_only_where_no_signal_knows_what_is_usual(world):
    dropping(world)
    assert world.brief() == [("unusual", "drop", "meals", "甲镇", "")]
    world.signal("meals", A, "none")
    assert world.brief() == []
    world.con.execute("update signal set direction = 'short'")
    assert world.brief() == [("unusual", "drop", "meals", "甲镇", "")]
    world.con.execute("update signal set direction = 'low'")
    assert world.brief() == [("unusual", "low", "meals", "甲镇", "")]


@pytest.mark.parametrize(("change", "is_news"), [(-0.2, True), (-0.15, False), (0.1, False)])
def test_a_fall_as_in_every_year_is_no_news(world, change, is_news):
    dropping(world)
    world.con.execute(
        "update observation set change_year_ratio = ? where ref_area = ?", [change, A]
    )
    assert bool(world.brief()) == is_news


def test_a_signal_is_news_on_the_bad_side_only(world):
    for polarity, directions in (
        ("higher_is_better", {"low", "falling"}),
        ("lower_is_better", {"high", "rising"}),
        ("neutral", {"low", "high"}),
    ):
        world.indicator(polarity, polarity=polarity)
        world.observe(polarity)
        for direction in ("low", "high", "rising", "falling", "none", "short"):
            world.con.execute("delete from signal")
            kind = "trend" if direction in ("rising", "falling") else "point"
            world.signal(polarity, COUNTY, direction, kind)
            told = [("unusual", direction, polarity, "全市", "")] if direction in directions else []
            assert world.brief() == told, (polarity, direction)


def test_a_neutral_indicator_never_falls_behind_nor_misses_its_target(world):
    world.indicator("paid", polarity="neutral")
    world.late("paid", value=1.0)
    forecast(world, "paid")
    assert world.brief() == []


def forecast(world, indicator, **of):
    known = {"ref_area": COUNTY, "time_period": "2024-08", "obs_value": 90.0, "obs_lower": 85.0}
    known |= {"obs_upper": 95.0, "level": 0.8, "state": "will_miss"}
    world.add("forecast", indicator=indicator, **known | of)


def test_a_target_that_will_be_missed_is_told_when_its_year_draws_to_an_end(world):
    world.indicator("built")
    on_pace = {"target": 100.0, "pace": 60.0, "progress": 0.62, "judgement": "on_pace"}
    world.observe("built", value=62.0, **on_pace)
    world.observe("built", value=60.0, at="2024-07", **on_pace)
    forecast(world, "built")
    forecast(world, "built", time_period="2024-07")
    assert world.brief() == [("due", "will_miss", "built", "全市", "")]  # four months are left
    assert world.brief(at="2024-07") == []  # five are
    for state in ("met", "will_meet", "unsure", "short"):
        world.con.execute("update forecast set state = ?", [state])
        assert world.brief() == []


def test_a_late_file_is_told_once_its_day_is_past_and_only_for_the_month_looked_at(world):
    world.con.execute("update reference.extract set as_of = '2024-07-31'")
    assert world.brief(today="2024-09-10") == []
    assert world.brief(today="2024-09-11") == [("due", "late", None, "全市", "")]
    assert world.said(today="2024-09-13")[0]["days_late"] == 3
    assert world.brief(today="2024-09-13", at="2024-07") == []


def test_a_township_that_did_not_report_is_one_gap_however_many_indicators_lack_it(world):
    for id_ in ("meals", "load", "subsidy"):
        world.indicator(id_)
        world.observe(id_, A), world.observe(id_, B, None, "O"), world.observe(id_, status="P")
    assert len(world.brief()) == 3  # not known to be one
    world.add("arrival_month", extract="f", ref_area=B, time_period="2024-08", is_here=False)
    (gap,) = world.said()
    assert (gap["area_name"], gap["indicators"], gap["extract_zh"]) == ("乙镇", 3, "月报")


def test_nobody_is_missing_where_nobody_reported_or_where_nothing_can_be(world):
    world.indicator("meals")
    for area in (A, B):
        world.observe("meals", area, None, "O")
    world.indicator("beds")
    world.observe("beds", A), world.observe("beds", B, None, "M")
    assert world.brief() == []


def test_a_rate_of_too_few_cases_is_muted_and_its_county_s_is_not(world):
    world.indicator("share", standardised=True)
    world.late("share", A, denominator=19.0), world.late("share", B, denominator=20.0)
    world.observe("share")
    assert world.brief() == [
        ("behind", "behind", "share", "乙镇", ""),
        ("behind", "behind", "share", "甲镇", "small"),
    ]
    world.con.execute("delete from observation")
    world.late("share", denominator=8.0)
    assert world.brief() == [("behind", "behind", "share", "全市", "")]


def test_a_change_between_too_few_is_muted(world):
    world.indicator("cases")
    world.observe("cases", A, 4.0), world.observe("cases", value=50.0)
    world.signal("cases", A, "low", expected=12.0)
    assert world.brief() == [("unusual", "low", "cases", "甲镇", "small")]
    world.con.execute("update signal set expected = 25")
    assert world.brief() == [("unusual", "low", "cases", "甲镇", "")]


def test_a_township_chance_may_have_set_apart_is_muted(world):
    world.indicator("share", standardised=True)
    world.late("share", A, denominator=50.0), world.observe("share")
    at = {"indicator": "share", "ref_area": A, "time_period": "2024-08"}
    world.add("interval", **at, versus_county="lower")
    assert world.brief() == [("behind", "behind", "share", "甲镇", "")]
    world.con.execute("update interval set versus_county = 'same'")
    assert world.brief() == [("behind", "behind", "share", "甲镇", "same")]


def test_a_withheld_or_partial_cell_raises_nothing(world):
    world.indicator("share", standardised=True)
    world.observe("share")
    for area, status in ((A, "Q"), (B, "P")):
        world.observe("share", area, None, status, judgement="behind", target=9.0, pace=9.0)
        world.signal("share", area, "low")
        world.add("interval", indicator="share", ref_area=area, versus_county="same")
    assert world.brief() == []


def test_a_sensitive_share_of_unknown_base_is_never_called_small(world):
    """Else a mark beside a township would tell how many its withheld denominator is."""
    world.indicator("share", standardised=True)
    world.observe("share")
    world.late("share", A, 5.0, denominator=None)
    assert world.brief() == [("behind", "behind", "share", "甲镇", "")]


@pytest.mark.parametrize("seed", range(20))
def test_whatever_is_signalled_forecast_and_muted_the_cut_gives_what_its_twin_gives(world, seed):
    """The demo's own tables may be quiet: here every kind comes up, and many at once."""
    fill(world, random.Random(seed))
    for at in MONTHS:
        asked = {"time_period": at, "today": "2024-09-15"}
        worked = [
            {name: plain(value) for name, value in row.items()}
            for row in attention(Tables(world.con), **asked)
        ]
        found = [
            {name: plain(value) for name, value in row.items()}
            for row in world.said(at, asked["today"])
        ]
        assert len(found) == len(worked)
        assert all(map(same, found, worked)), next(
            pair for pair in zip(found, worked, strict=True) if not same(*pair)
        )


def fill(world, some):
    """Give every indicator, area and month values, judgements and signals by chance."""
    if some.random() < 0.3:
        world.con.execute("update reference.extract set as_of = '2024-07-31'")
    for n in range(8):
        same_as = f"i{n - 1}" if n and some.random() < 0.2 else ""
        world.indicator(
            f"i{n}",
            board=some.choice(["overview", "overdue", ""]),
            polarity=some.choice(["higher_is_better", "lower_is_better", "neutral"]),
            kind=some.choice(["flow", "stock"]),
            standardised=some.random() < 0.5,
            rows=f"r{n // 2}",
            same_as=same_as,
        )
        for area in (COUNTY, A, B):
            for at in MONTHS:
                chance(world, some, {"indicator": f"i{n}", "ref_area": area}, at)
    world.add("arrival_month", extract="f", ref_area=B, time_period="2024-08", is_here=False)


def chance(world, some, cell, at):
    value, before = some.randrange(5, 400), some.randrange(100, 400)
    status = some.choices("AOQP", (12, 3, 1, 1))[0]
    known = {"previous_value": before, "change_previous": value - before, "target": 200.0}
    known |= {"pace": some.choice([100.0, 200.0]), "progress": value / 200}
    known |= {"denominator": some.choice([None, 10.0, 60.0])}
    known |= {"change_year_ratio": some.choice([None, -0.5, -0.1, 0.3])}
    known |= {"judgement": some.choice(["behind", "attention", "on_pace", None])}
    if status != "A":
        value, known = None, {}
    world.observe(**cell, value=value, status=status, at=at, **known)
    for kind, directions in (("point", ("low", "high")), ("trend", ("rising", "falling"))):
        direction = some.choice([*directions, "none", "short", None])
        if direction:
            usual = {"expected": float(some.randrange(5, 300)), "upper": 100.0 + some.random()}
            world.signal(**cell, kind=kind, direction=direction, time_period=at, **usual)
    if some.random() < 0.3:
        world.add("interval", **cell, time_period=at, versus_county=some.choice(["same", "low"]))
    if some.random() < 0.3:
        state = some.choice(["will_miss", "unsure"])
        world.add("forecast", **cell, time_period=at, state=state, obs_value=some.random())


@pytest.fixture(scope="module")
def every_month(demo):
    months = store.read(demo, "periods")["time_period"]
    return {
        month: store.read(demo, "attention", time_period=month, today="2024-09-08").to_dict(
            "records"
        )
        for month in months
    }


def test_over_the_whole_demo_no_fact_is_told_twice(every_month, demo_shelf):
    counted = {
        row["id"]: (row["extracts"], row["rows_of"], row["rows"], row["measure"])
        for row in records(demo_shelf, "from indicator")
    }
    assert sum(map(len, every_month.values())) > 1000
    for month, rows in every_month.items():
        at = [(row["indicator"], row["extract"], row["ref_area"]) for row in rows]
        assert len(at) == len(set(at)), month
        leading = [row for row in rows if not row["is_led"] and row["muted"] == ""]
        facts = [(counted[r["indicator"]], r["kind"]) for r in leading if r["kind"] != "gap"]
        assert len(facts) == len(set(facts)), month
        named = [name for row in leading for name in row["others_zh"]]
        assert len(named) == sum(row["is_led"] for row in rows), month


def test_over_the_whole_demo_neutral_never_falls_behind_and_nothing_is_told_but_observed(
    every_month, demo_shelf
):
    """Every number of an alert is the published observation's own, so it tells nothing more."""
    said = ("obs_value", "previous_value", "change_previous", "target", "pace", "progress")
    observed = {
        (row["indicator"], row["ref_area"], row["time_period"]): row
        for row in records(demo_shelf, "from observation where category = '_T'")
    }
    for rows in every_month.values():
        for row in rows:
            own = observed[row["indicator"], row["ref_area"], row["time_period"]]
            if row["kind"] == "gap":
                assert own["obs_status"] == "O"
                continue
            assert own["obs_status"] == "A"
            assert [row[one] for one in said] == [
                pytest.approx(float("nan" if own[one] is None else own[one]), nan_ok=True)
                for one in said
            ]
            if row["kind"] == "behind":
                assert row["polarity"] != "neutral"
            if row["muted"] == "small" and own["denominator"] is not None:
                assert own["denominator"] < 20
