"""Three hundred random tables before the attacker: small cells alone withheld, and protected."""

from functools import cache

import pandas as pd
import pytest

from tests.attacker_table import attack_table, primary, too_plain
from tests.hierarchies import table

SEEDS = range(300)


@cache
def made(seed):
    return table(seed)


@cache
def in_danger(seed):
    return set(primary(made(seed).values)["point"])


@cache
def floor(seed):
    """What an attacker knows of a table that prints noughts and nothing else."""
    values = made(seed).values
    above_nought = set(values.loc[values["value"] > 0, "point"])
    return attack_table(values, made(seed).relations, above_nought, aim=in_danger(seed))


def attack(seed, hidden):
    return attack_table(made(seed).values, made(seed).relations, hidden, aim=in_danger(seed))


def test_a_seed_always_makes_the_same_table():
    assert table(7).values.equals(table(7).values)
    assert table(7).relations.equals(table(7).relations)


def test_the_tables_are_of_many_kinds():
    tables = [made(seed) for seed in SEEDS]
    sizes = [len(one.values) for one in tables]
    assert min(sizes) < 20
    assert max(sizes) > 300
    assert sum(one.earlier is not None for one in tables) > 50
    assert sum(one.values["is_amount"].any() for one in tables) > 100
    assert sum((one.values["value"] == 0).any() for one in tables) > 100
    assert sum("covered" in set(one.values["measure"]) for one in tables) > 80


@pytest.mark.parametrize("seed", SEEDS[::10])
def test_every_relation_of_a_table_sums_to_nought(seed):
    one = made(seed)
    rows = one.relations.merge(one.values, on="point")
    rows["part"] = rows["sign"] * rows["value"]
    whole = one.relations.groupby("relation").size()
    sums = rows.groupby(["relation", "measure"])["part"].agg(["sum", "size"]).reset_index()
    sums = sums[sums["size"] == sums["relation"].map(whole)]
    assert not sums.empty or len(one.relations) == 0
    assert sums["sum"].abs().max() < 1e-6


@pytest.mark.parametrize("seed", SEEDS[::5])
def test_what_the_attacker_is_sure_of_holds(seed):
    found = attack(seed, in_danger(seed)).merge(made(seed).values, on=["point", "measure"])
    room = 1e-6 * found["value"]
    assert found["value"].between(found["low"] - room, found["high"] + room).all()


def test_withholding_small_cells_alone_gives_most_tables_away():
    given_away = [
        not too_plain(attack(seed, in_danger(seed)), made(seed).values, floor(seed)).empty
        for seed in SEEDS
        if in_danger(seed)
    ]
    assert len(given_away) > 250
    assert sum(given_away) > 0.6 * len(given_away)


def test_withholding_all_but_noughts_gives_no_table_away():
    assert all(too_plain(floor(seed), made(seed).values, floor(seed)).empty for seed in SEEDS)


def test_no_protected_table_is_given_away():
    disclosure = pytest.importorskip("queries.disclosure", reason="nothing protects tables yet")
    given_away = []
    for seed in SEEDS:
        one = made(seed)
        hidden = set(disclosure.protect(*_as_taken(one.values, one.relations))["point"])
        assert in_danger(seed) <= hidden
        if not too_plain(attack(seed, hidden), one.values, floor(seed)).empty:
            given_away.append(seed)
    assert given_away == []


def _as_taken(values, relations):
    """Return a table in the engine's own columns: every cell costs its value, nobody is in two."""
    each = values["value"] / values["contributors"]
    return (
        values.assign(counts_once=False, cost=values["value"], least_each=each, most_each=each),
        relations.assign(overlapping=False),
    )


@pytest.mark.parametrize("seed", [seed for seed in SEEDS if made(seed).earlier is not None])
def test_no_table_is_given_away_by_the_version_before(seed):
    """The engine is told what was withheld before, and what was printed as it still is."""
    disclosure = pytest.importorskip("queries.disclosure", reason="nothing protects tables yet")
    one = made(seed)
    first = disclosure.protect(*_as_taken(one.earlier, one.relations))
    before = one.earlier, set(first["point"])
    both = one.earlier.merge(one.values, on=["point", "measure"], suffixes=("", "_now"))
    same = set(both["point"][both["value"] == both["value_now"]])
    told = disclosure.Earlier(frozenset(before[1]), frozenset(same - before[1]))
    second = disclosure.protect(*_as_taken(one.values, one.relations), earlier=told)
    after = one.values, set(second["point"])
    least = _floor_of_both(one)
    for version, other in ((after, before), (before, after)):
        aim = set(primary(version[0])["point"])
        found = attack_table(*_in(one, version), other, aim=aim)
        assert too_plain(found, version[0], least).empty


def _floor_of_both(one):
    """What did not change between the versions is at least what either version needs it to be."""
    floors = []
    for values in (one.values, one.earlier):
        above_nought = set(values.loc[values["value"] > 0, "point"])
        floors.append(attack_table(*_in(one, (values, above_nought))))
    return pd.concat(floors).groupby(["point", "measure"], as_index=False).max()


def _in(one, version):
    values, hidden = version
    return values, one.relations, hidden
