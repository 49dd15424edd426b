"""Three hundred random tables before the attacker: small cells alone withheld, and protected."""

from functools import cache

import pytest

from tests.attacker_table import attack_table, primary, too_plain
from tests.hierarchies import table

SEEDS = range(300)


@cache
def made(seed):
    return table(seed)


def above_nought(values):
    return set(values.loc[values["value"] > 0, "point"])


def floor(seed):
    made_table = made(seed)
    return attack_table(made_table.values, made_table.relations, above_nought(made_table.values))


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


def test_withholding_small_cells_alone_gives_most_tables_away():
    in_danger = given_away = 0
    for seed in SEEDS:
        one = made(seed)
        hidden = set(primary(one.values)["point"])
        found = attack_table(one.values, one.relations, hidden)
        in_danger += bool(hidden)
        given_away += not too_plain(found, one.values, floor(seed)).empty
    assert in_danger > 280
    assert given_away > 0.6 * in_danger


@pytest.mark.parametrize("seed", SEEDS[::5])
def test_what_the_attacker_is_sure_of_holds(seed):
    one = made(seed)
    hidden = set(primary(one.values)["point"])
    found = attack_table(one.values, one.relations, hidden).merge(
        one.values, on=["point", "measure"]
    )
    room = 1e-6 * found["value"]
    assert found["value"].between(found["low"] - room, found["high"] + room).all()


def test_withholding_all_but_noughts_gives_no_table_away():
    for seed in SEEDS:
        assert too_plain(floor(seed), made(seed).values, floor(seed)).empty
