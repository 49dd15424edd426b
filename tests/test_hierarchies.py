"""Three hundred random tables before the attacker: small cells alone withheld, and protected."""

from functools import cache

import pytest

from queries.disclosure import Earlier, protect
from tests.attacker_table import attack_table, primary, too_plain
from tests.hierarchies import table

SEEDS = range(300)
NOTHING_EARLIER = Earlier()


@cache
def made(seed):
    return table(seed)


@cache
def danger(seed):
    return primary(made(seed).values)


def in_danger(seed):
    return set(danger(seed)["point"])


@cache
def floor(seed):
    """What an attacker knows of a table that prints noughts and nothing else."""
    values = made(seed).values
    return attack(seed, set(values.loc[values["value"] > 0, "point"]))


def attack(seed, hidden):
    return attack_table(made(seed).values, made(seed).relations, hidden, aim=in_danger(seed))


def is_given_away(seed, found):
    """Tell whether an attack left a cell in danger too plain.

    What nobody can be kept from knowing is worked out only where an interval falls short.
    """
    asked = found, made(seed).values, danger(seed)
    return bool(too_plain(*asked) and too_plain(*asked, floor(seed)))


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
        is_given_away(seed, attack(seed, in_danger(seed))) for seed in SEEDS[::3] if in_danger(seed)
    ]
    assert len(given_away) > 80
    assert sum(given_away) > 0.6 * len(given_away)


def test_withholding_all_but_noughts_gives_no_table_away():
    seeds = SEEDS[::3]
    assert not any(is_given_away(seed, floor(seed)) for seed in seeds)


def test_no_protected_table_is_given_away():
    given_away = []
    for seed in SEEDS:
        one = made(seed)
        hidden = set(protected(one, one.values)["point"])
        assert in_danger(seed) <= hidden
        if is_given_away(seed, attack(seed, hidden)):
            given_away.append(seed)
    assert given_away == []


def test_two_versions_subtracted_give_no_table_away():
    """Cells beside which nothing printed changed are taken for the same in both versions.

    What changed by one is one at least: an interval may move, but must stay as wide as it has to.
    """
    given_away = []
    for seed in SEEDS[:200]:
        one = made(seed)
        if one.earlier is None:
            continue
        before = one.earlier, set(protected(one, one.earlier)["point"])
        told = Earlier(frozenset(before[1]), frozenset(one.earlier["point"]) - before[1])
        after = one.values, set(protected(one, one.values, told)["point"])
        for version, other in ((after, before), (before, after)):
            if _is_narrowed(one, version, other):
                given_away.append(seed)
    assert given_away == []


def protected(one, values, earlier=NOTHING_EARLIER):
    """Return what the engine withholds of a table; every cell costs the root of its value."""
    each = values["value"] / values["contributors"]
    columns = {"counts_once": False, "cost": 1 + values["value"] ** 0.5, "heads": None}
    return protect(
        values.assign(**columns, least_each=each, most_each=each),
        one.relations.assign(overlapping=False),
        earlier=earlier,
    )


def _is_narrowed(one, version, other):
    """Return whether a cell's interval is narrower than it must be, the attacker being right.

    Who supposes that a cell did not change, and is wrong about any, is sure of nothing.
    """
    values, hidden = version
    found = attack_table(values, one.relations, hidden, other)
    cells = found.merge(values, on=["point", "measure"])
    room = 1e-6 * cells["value"]
    if not cells["value"].between(cells["low"] - room, cells["high"] + room).all():
        return False
    cells = cells.merge(primary(values), on=["point", "measure"])
    width = (cells["high"] - cells["low"]) - (cells["most"] - cells["least"])
    return bool((width < -1e-6 * cells["value"]).any())
