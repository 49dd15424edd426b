"""The contracts' rules: a good row breaks none; one mistake in it breaks the rule meant for it."""

import csv
import tomllib
from pathlib import Path

import pandas as pd
import pytest

from queries.contracts import load_contracts
from tests.rows import FIXTURE, SHIPPED, reading

EXTRACTS = [
    contract.id
    for contract in load_contracts(SHIPPED / "contracts").values()
    if contract.kind == "extract"
]

BREAKS = [  # (extract, rule, what is changed in the good row), of every file in tests/breaks/
    (path.stem, rule, changes)
    for path in sorted((Path(__file__).parent / "breaks").glob("*.toml"))
    for rule, broken_by in tomllib.loads(path.read_text(encoding="utf-8")).items()
    for changes in broken_by
]
SPARED = [  # extract, cells that may be empty
    ("meal_points", {"closed_on": "", "lon": "", "lat": ""}),
    ("social_workers", {"birth_year": "", "hours_2021": ""}),
    ("resident_lounges", {"lon": "", "lat": ""}),
    ("organizations", {"grade": "", "graded_on": "", "last_activity_on": "", "party_body": ""}),
]


@pytest.fixture(scope="module")
def broken(_desk, contracts):
    """Return {(extract, changes): names of the rules broken}; one question an extract."""
    tried = [(extract, {}) for extract in EXTRACTS]
    tried += [(extract, changes) for extract, _, changes in BREAKS] + SPARED
    found = {}
    for extract in EXTRACTS:
        changed = [changes for one, changes in tried if one == extract]
        for changes, names in zip(
            changed, _judged(_desk, contracts[extract], changed), strict=True
        ):
            found[extract, str(changes)] = names
    return lambda extract, changes: found[extract, str(changes)]


def _in_township(column):
    return column.type in ("community", "township_code")


def _judged(con, contract, changed):
    """Return the names of the rules that each changed copy of a good row breaks."""
    with (FIXTURE / "extracts" / f"{contract.id}.csv").open(encoding="utf-8") as file:
        good = next(csv.DictReader(file))
    row = {column.name: good.get(column.name_zh) for column in contract.columns}
    cells = pd.DataFrame([row | changes for changes in changed]).add_prefix("cell_")
    township = contract.column_of_type("township").name
    values = ", ".join(
        reading(column.type, f"cell_{column.name}", *[f"cell_{township}"] * _in_township(column))
        + f" as {column.name}"
        for column in contract.columns
    )
    rules = ", ".join(f"not ({rule.expect})" for rule in contract.rules)
    con.register("cells", cells)
    judged = con.execute(f"select {rules} from (select {values} from cells)").fetchall()
    con.unregister("cells")
    for faults in judged:
        yield {rule.name for rule, fault in zip(contract.rules, faults, strict=True) if fault}


@pytest.mark.parametrize("extract", EXTRACTS)
def test_a_good_row_breaks_no_rule(broken, extract):
    assert broken(extract, {}) == set()


@pytest.mark.parametrize(("extract", "rule", "changes"), BREAKS)
def test_a_row_with_the_mistake_a_rule_is_for_breaks_it(broken, extract, rule, changes):
    assert rule in broken(extract, changes)


@pytest.mark.parametrize(("extract", "changes"), SPARED)
def test_an_empty_optional_cell_breaks_no_rule(broken, extract, changes):
    assert broken(extract, changes) == set()


def test_every_rule_has_a_row_that_breaks_it(contracts):
    declared = {(extract, rule.name) for extract in EXTRACTS for rule in contracts[extract].rules}
    assert declared == {(extract, rule) for extract, rule, _ in BREAKS}


@pytest.mark.parametrize("extract", EXTRACTS)
def test_rules_are_named_once_and_say_what_is_wrong_and_how_to_mend_it(contracts, extract):
    rules = contracts[extract].rules
    assert len({rule.name for rule in rules}) == len(rules)
    assert len({rule.cause_zh for rule in rules}) == len(rules)
    assert all(rule.mend_zh for rule in rules)
