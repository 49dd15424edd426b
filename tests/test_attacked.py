"""Every sensitive extract before the attacker: what it publishes is taken down, and withstands.

The control of each: its small counts withheld and nothing else. Where the shipped data have hardly
any below ten, the control calls more of them small.
"""

from dataclasses import replace

import pytest

from tests.attacker import bounds, recovered, shown
from tests.attacker_definitions import definitions_of, extracts
from tests.suppressed import SINCE, small_only, true_cells

CELL = ["quantity", "category", "ref_area", "time_period"]
MODES = [
    pytest.param({"optimistic": False, "rates": False}, id="plain"),
    pytest.param({"optimistic": True, "rates": True}, id="both"),
]
# extract: what is small in its control, and since when
CONTROLS = {"service_orders": (60, SINCE), "emergency_orders": (10, "2022-01")}
SERIES = """
    with

    cell as (
        select indicator as declared, category from observation
        union
        select figure, case series when '_T' then category else category || '×' || series end
        from figure_cell
    ),

    declared as (select id, rows_of from indicator union all select id, rows_of from figure)

    select declared.id, cell.category
    from declared
    inner join contract on declared.rows_of = contract.contract
    left join cell on declared.id = cell.declared
    where contract.contract = ? and contract.disclosure = 'sensitive'
"""
each_extract = pytest.mark.parametrize("extract", extracts())
every_mode = pytest.mark.parametrize("mode", MODES)


@pytest.fixture(scope="module")
def truths(demo):
    return {extract: true_cells(demo, extract) for extract in extracts()}


def not_taken_down(shelf, extract, definitions):
    """Return the published series of an extract that nobody said what they are."""
    return [
        (declared, category)
        for declared, category in shelf.execute(SERIES, [extract]).fetchall()
        if declared not in definitions.not_counted and not definitions.names(declared, category)
    ]


def test_every_sensitive_extract_is_attacked(contracts):
    sensitive = {name for name, one in contracts.items() if one.disclosure == "sensitive"}
    assert sensitive == set(extracts())


@each_extract
def test_every_series_of_a_sensitive_extract_is_taken_down(demo_shelf, extract):
    """A new indicator or figure of it fails here, until tests/attacked/ says what it counts."""
    definitions = definitions_of(extract)
    assert not_taken_down(demo_shelf, extract, definitions) == []
    declared = next(iter(definitions.series))[0]  # its own come first
    without = {series: pair for series, pair in definitions.series.items() if series[0] != declared}
    told = not_taken_down(demo_shelf, extract, replace(definitions, series=without))
    assert {one for one, _ in told} == {declared}


@each_extract
def test_the_definitions_taken_down_are_those_counted(demo, truths, extract):
    """Every cell printed is the cell counted straight from the records."""
    both = shown([demo.published], extract).merge(truths[extract], on=CELL)
    assert len(both) > 150
    assert (both["low"] - both["value"]).abs().max() < 0.005


@each_extract
@every_mode
def test_the_shipped_version_withstands_the_attacker(demo, truths, extract, mode):
    truth = truths[extract]
    assert recovered(shown([demo.published], extract), truth).empty
    found = bounds([demo.published], extract=extract, **mode)
    assert recovered(found, truth).empty
    both = found.merge(truth, on=CELL)
    room = 1e-6 * both["value"]
    assert both["value"].between(both["low"] - room, both["high"] + room).all()


@each_extract
@every_mode
def test_withholding_small_counts_alone_does_not_protect_them(
    demo, truths, tmp_path, extract, mode
):
    small, since = CONTROLS.get(extract, (10, SINCE))
    truth, path = truths[extract], tmp_path / "careless.duckdb"
    small_only(demo, truth, path, amounts=False, below=small, extract=extract, since=since)
    found = bounds([path], extract=extract, **mode)
    assert not recovered(found, truth, small).empty
