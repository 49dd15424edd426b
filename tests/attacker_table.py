"""The attacker before any additive table: what withheld points can be, and which are too plain."""

import math

import pandas as pd

from tests.attacker_system import System

FOUND = ["point", "measure", "low", "high"]


def attack_table(values, relations, withheld, earlier=None, *, aim=None) -> pd.DataFrame:
    """Return point, measure, low, high of every withheld point, or of those aimed at only.

    values and relations: see tests/hierarchies.py. A withheld count is at least 1, a withheld
    amount above nought: noughts are printed. earlier: (values, withheld) of the version before;
    what is printed the same in both around a cell makes an attacker take the cell for the same.
    """
    system, wanted = System(), []
    counts = set(values.loc[~values["is_amount"], "measure"])
    sums = _sums(relations)
    for tag, (own, hidden) in enumerate([(values, withheld), *([earlier] if earlier else [])]):
        given = {}
        for point, measure, value in own[["point", "measure", "value"]].itertuples(index=False):
            given.setdefault(measure, set()).add(point)
            cell = tag, point, measure
            if point not in hidden:
                system.know(cell, value)
                continue
            system.ranges[cell] = (1.0 if measure in counts else 0.01, math.inf)
            if tag == 0 and (aim is None or point in aim):
                wanted.append(cell)
        for signs in sums:
            for measure, points in given.items():
                if signs.keys() <= points:
                    system.relate({(tag, point, measure): sign for point, sign in signs.items()})
    if earlier:
        _couple(system)
    found = system.bounds(wanted, whole=lambda cell: cell[2] in counts)
    return pd.DataFrame([(*cell[1:], *found[cell]) for cell in wanted], columns=FOUND)


def _sums(relations):
    """Return the {point: sign} of each relation."""
    sums = {}
    for relation, point, sign in relations.itertuples(index=False):
        sums.setdefault(relation, {})[point] = sign
    return list(sums.values())


def _couple(system):
    """Tie a cell to its earlier self where the cells printed beside it in a sum are as before."""
    tied = set()
    for relation in list(system.relations):
        pairs = [((0, *cell[1:]), (1, *cell[1:])) for cell in relation.terms if cell[0] == 0]
        known = [pair for pair in pairs if all(cell in system.known for cell in pair)]
        same = [abs(system.known[a] - system.known[b]) < 1e-9 for a, b in known]
        if not all(same) or not any(system.known[a] for a, _ in known):  # noughts prove nothing
            continue
        for pair in pairs:
            there = all(cell in system.known or cell in system.ranges for cell in pair)
            if there and pair not in known and pair not in tied:
                tied.add(pair)
                system.relate({pair[0]: 1.0, pair[1]: -1.0}, hopeful=True)


def primary(values, small=10, percent=10) -> pd.DataFrame:
    """Return point, measure, least, most: what each cell must stay open to, of those in danger."""
    count = values[~values["is_amount"] & values["value"].between(1, small - 1)]
    amount = values[values["is_amount"] & (values["value"] > 0)].copy()
    few = amount[amount["contributors"].between(1, small - 1)]
    mean = few["value"] / few["contributors"]
    rest = amount["value"] - amount["largest"] - amount["second_largest"]
    amount["lacking"] = percent / 100 * amount["largest"] - rest
    lopsided = amount[amount["lacking"] > 0]
    return pd.concat(
        [
            count[["point", "measure"]].assign(least=1.0, most=small - 1.0),
            few[["point", "measure"]].assign(least=mean, most=mean * (small - 1)),
            lopsided[["point", "measure"]].assign(
                least=lopsided["value"] - lopsided["lacking"],
                most=lopsided["value"] + lopsided["lacking"],
            ),
        ],
        ignore_index=True,
    )


def too_plain(found, values, danger, floor=None) -> list:
    """Return (point, measure) of the cells in danger that are bounded too closely, or printed.

    danger: what primary(values) returns. floor: the attack on the same table with everything above
    nought withheld. Nothing can be kept more open than that: a total over three areas above nought
    is at least three. Without it, nothing is taken to be known beforehand.
    """
    bounds, floors = dict(_keyed(found)), {} if floor is None else dict(_keyed(floor))
    true = dict(_keyed(values[["point", "measure", "value"]]))
    plain = []
    for cell, (least, most) in _keyed(danger):
        (value,) = true[cell]
        low, high = bounds.get(cell, (value, value))
        least = max(least, floors[cell][0]) if floors else least
        room = 1e-6 * value
        is_right = low - room <= value <= high + room
        if is_right and (low > least + room or high < most - room):
            plain.append(cell)
    return plain


def _keyed(frame):
    """Yield ((point, measure), the other columns) of each row: tables are too small for joins."""
    for point, measure, *others in frame.itertuples(index=False, name=None):
        yield (point, measure), others
