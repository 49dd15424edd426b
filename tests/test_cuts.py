"""Each cut gives what a slow loop over the same tables gives, in the same order."""

import datetime
import math
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import duckdb
import numpy as np
import pandas as pd
import pytest

from queries import store
from queries.places import QUERIES
from tests.twins import TWINS as OTHERS
from tests.twins import Tables
from tests.twins_attention import TWINS as ATTENTION
from tests.twins_chance import TWINS as CHANCE
from tests.twins_compare import TWINS as COMPARED
from tests.twins_headline import TWINS as HEADLINES
from tests.twins_profile import TWINS as PROFILE
from tests.twins_quality import TWINS as QUALITY
from tests.twins_reach import TWINS as REACH
from tests.twins_register import TWINS as REGISTER
from tests.twins_signals import TWINS as SIGNALS
from tests.twins_workbench import TWINS as WORKBENCH

TWINS = OTHERS | QUALITY | COMPARED | WORKBENCH | HEADLINES | REGISTER | CHANCE | ATTENTION
TWINS |= PROFILE | REACH | SIGNALS
CUTS = sorted(path.stem for path in (QUERIES / "cuts").glob("*.sql"))
COUNTY, DANG, LINDAI, ZHAPU = "330482", "330482001", "330482107", "330482101"
MONTHS = ("2024-08", "2022-04", "2021-11", "2017-12", "2015-06")
DAYS = ("2024-09-08", "2024-09-11", "2025-02-01", "2022-03-31")
INDICATORS = (
    "organization_registered",
    "organization_per_10000",
    "organization_by_kind",
    "organization_active_90d_share",
    "social_worker_new",
    "meal_served",
    "meal_served_ytd",
    "meal_subsidy_per_meal",
    "assistance_amount_ytd",
    "assistance_amount_mean",
    "resident_lounge_slow",
)
DECLARED = (
    "organization_per_10000",
    "resident_lounge_uncovered",
    "subsistence_allowance_standard",
    "meal_load",
    "social_worker_level_mix",
    "nothing",
)
REACHED = [
    {"facility": kind, "people": people, "time_period": now, "since": since}
    for kind, people in (("meal", "60"), ("lounge", "all"), ("either", "80"))
    for now, since in (("2024-08", "2023-08"), ("2021-03", "2019-01"))
]
CASES = {
    "arrivals": [{"today": day} for day in DAYS],
    "areas": [{"indicator": i, "time_period": m} for i in INDICATORS for m in MONTHS],
    "attention": [
        {"time_period": month, "today": day}
        for month, day in (
            *((month, DAYS[0]) for month in (*MONTHS, "2023-12", "2020-03", "2022-05")),
            ("2024-08", DAYS[2]),
            ("2024-12", DAYS[2]),
        )
    ],
    "board": [
        {"board": board, "ref_area": area, "time_period": month}
        for board in ("overview", "organizations", "assistance", "nothing")
        for area in (COUNTY, LINDAI)
        for month in ("2024-08", "2022-05", "2018-01")
    ],
    "board_indicators": [{"board": board} for board in ("overview", "meal_services", "nothing")],
    "categories": [
        {"indicator": indicator, "ref_area": area, "time_period": month}
        for indicator in ("organization_by_kind", "social_worker_by_employer", "meal_served")
        for area in (COUNTY, DANG, ZHAPU)
        for month in ("2024-08", "2020-01")
    ]
    + [
        {
            "indicator": "assistance_programme_recipient",
            "ref_area": "330482103",
            "time_period": "2021-11",
        }
    ],
    "cell": [
        {"declared": declared, "ref_area": area, "time_period": period}
        for declared, period in (
            ("organization_by_kind", "2024-08"),
            ("assistance_programme_recipient", "2021-11"),
            ("social_worker_new", "2023"),
            ("organization_field_grade", "2024-08"),
            ("nothing", "2024-08"),
        )
        for area in (COUNTY, DANG, "330482103")
    ],
    "cell_periods": [{"declared": one} for one in DECLARED],
    "columns": [{"contract": contract} for contract in ("organizations", "month", "nothing")],
    "events": [
        {"theme": theme, "indicator": indicator}
        for theme in ("organizations", "meal_services", "social_workers", "nothing")
        for indicator in ("meal_served", "meal_subsidy_per_meal", "nothing")
    ],
    "figure": [
        {"figure": figure, "ref_area": area, "time_period": month}
        for figure in (
            "resident_lounge_pipeline",
            "social_worker_pyramid",
            "organization_field_grade",
            "assistance_programme_mix",
            "social_worker_level_mix",
        )
        for area in (COUNTY, DANG)
        for month in ("2024-08", "2021-11", "2015-06")
    ],
    "figure_rows": [
        {"figure": "resident_lounge_missing", "time_period": month}
        for month in ("2024-08", "2022-11", "2015-06")
    ],
    "funnel": [
        {"indicator": indicator, "time_period": month}
        for indicator in (*INDICATORS, "volunteer_active_share", "resident_lounge_coverage")
        for month in MONTHS
    ],
    "forecasts": [{"time_period": month} for month in ("2024-08", "2024-07", "2024-12")],
    "forecast_way": [
        {"indicator": indicator}
        for indicator in ("organization_registered", "meal_served", "nothing")
    ],
    "headline": [
        {"indicator": indicator, "ref_area": area, "time_period": month}
        for indicator in INDICATORS
        for area in (COUNTY, LINDAI, ZHAPU)
        for month in ("2024-08", "2022-05", "2018-01")
    ],
    "inputs": [{"declared": one} for one in DECLARED],
    "marts_read": [{"declared": one} for one in DECLARED],
    "late_extracts": [{"today": day} for day in DAYS],
    "pair": [
        {"x": x, "y": y, "time_period": month}
        for x, y in (
            ("organization_per_10000", "social_worker_growth"),
            ("meal_served_ytd", "assistance_amount_mean"),
            ("resident_lounge_coverage", "resident_lounge_built_rate"),
            ("child_support_recipient", "organization_net_change"),
            ("meal_served", "nothing"),
        )
        for month in ("2024-08", "2021-11", "2015-06")
    ],
    "people": [
        {"ref_area": area, "time_period": month}
        for area in (COUNTY, DANG, ZHAPU)
        for month in ("2024-08", "2020-02", "2015-06")
    ],
    "points": [{"layer": layer} for layer in ("meal_points", "resident_lounges")],
    "peers": [
        {"ref_area": area, "time_period": month}
        for area in (DANG, LINDAI, ZHAPU)
        for month in ("2024-08", "2020-02", "2015-06")
    ],
    "profile": [{"time_period": month} for month in MONTHS],
    "profile_ends": [
        {"ref_area": area, "time_period": month}
        for area in (DANG, "330482106", LINDAI)
        for month in ("2024-08", "2021-11", "2015-06")
    ],
    "reach_homes": REACHED,
    "reach_places": REACHED,
    "reach_pairs": [{"facility": kind} for kind in ("meal", "lounge", "either")],
    "scorecards": [{"time_period": month} for month in MONTHS],
    "sparks": [
        {"ref_area": area, "time_period": month}
        for area in (COUNTY, DANG)
        for month in ("2024-08", "2020-02")
    ],
    "signals": [
        {"indicator": one}
        for one in ("meal_subsidy_per_meal", "volunteer_hours_ytd", "organization_registered", "")
    ],
    "trend": [{"indicator": indicator} for indicator in INDICATORS],
}


@pytest.fixture(scope="module")
def tables(demo_shelf):
    return Tables(demo_shelf)


def plain(value):
    """Return a value as the plainest Python has it: null is None, a midnight is a date."""
    if value is np.ma.masked:  # how DuckDB hands over a null in a list
        return None
    if isinstance(value, np.ndarray | list):
        return [plain(item) for item in value]
    if value is None or value is pd.NaT or (isinstance(value, float) and math.isnan(value)):
        return None
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, np.generic):
        return plain(value.item())
    return float(value) if isinstance(value, Decimal) else value


def rows_of(frame):
    return [
        {name: plain(value) for name, value in row.items()}
        for row in frame.astype(object).to_dict("records")
    ]


def same(found, worked):
    """Return whether two rows, lists or values agree, floats to 9 digits."""
    if isinstance(found, dict):
        return found.keys() == worked.keys() and same([*found.values()], [*worked.values()])
    if isinstance(found, list):
        return len(found) == len(worked) and all(map(same, found, worked))
    if isinstance(found, float) and worked is not None:
        return math.isclose(found, worked, rel_tol=1e-9, abs_tol=1e-9)
    return found == worked


def test_every_cut_has_a_twin_and_every_twin_a_cut():
    assert sorted(TWINS) == CUTS


def test_every_cut_with_parameters_is_asked_in_several_ways():
    with_parameters = {cut for cut in CUTS if "$" in text(cut)}
    assert with_parameters == set(CASES)
    assert all(len(cases) > 1 for cases in CASES.values())


def text(cut):
    return (QUERIES / "cuts" / f"{cut}.sql").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("cut", "parameters"),
    [
        pytest.param(cut, parameters, id="-".join([cut, *parameters.values()]))
        for cut in CUTS
        for parameters in CASES.get(cut, [{}])
    ],
)
def test_a_cut_gives_what_its_twin_gives(demo, tables, cut, parameters):
    frame = store.read(demo, cut, **parameters)
    found = rows_of(frame)
    worked = [
        {name: plain(value) for name, value in row.items()}
        for row in TWINS[cut](tables, **parameters)
    ]
    assert len(found) == len(worked)
    if worked:
        assert list(frame.columns) == list(worked[0])
    unlike = [pair for pair in zip(found, worked, strict=True) if not same(*pair)]
    assert not unlike, unlike[0]


@pytest.mark.parametrize("cut", CUTS)
def test_a_cut_says_what_one_row_is_and_keeps_no_order_to_chance(cut):
    sql = text(cut)
    assert sql.startswith("-- One row")
    assert not sql.rstrip().endswith(";")
    if cut not in ("people", "clock", "headline"):  # one row
        assert "order by" in sql


@pytest.mark.parametrize("cut", CUTS)
def test_a_cut_reads_what_is_published_and_never_a_staged_row(cut):
    assert "staging." not in text(cut)
    assert "mart." not in text(cut)


def test_a_parameter_a_cut_does_not_use_is_refused(demo):
    with pytest.raises(duckdb.Error, match="colour"):
        store.read(demo, "trend", indicator="meal_served", colour="red")


def test_a_parameter_a_cut_needs_is_asked_for(demo):
    with pytest.raises(duckdb.Error, match="indicator"):
        store.read(demo, "trend")


def test_an_area_of_the_map_is_there_even_before_the_first_figure(demo):
    rows = store.read(demo, "areas", indicator="meal_served", time_period="2015-06")
    assert len(rows) == 10
    assert rows["obs_value"].isna().all()


def test_readers_in_many_threads_get_the_same_rows(demo):
    def ask(_):
        return store.read(demo, "trend", indicator="meal_served")

    with ThreadPoolExecutor(8) as readers:
        first, *others = readers.map(ask, range(32))
    assert all(first.equals(other) for other in others)
