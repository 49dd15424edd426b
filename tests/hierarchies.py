"""Random additive tables: areas × categories × time, counted from made-up people.

A seed always makes the same table. Cells are few and mostly small, as in a real register.
"""

from dataclasses import dataclass
from itertools import product

import numpy as np
import pandas as pd

VALUES = ["point", "measure", "is_amount", "value", "contributors", "largest", "second_largest"]
RELATIONS = ["relation", "point", "sign"]


@dataclass(frozen=True)
class Table:
    """values and relations in the form a protecting engine takes; earlier is a version before.

    values: point, measure, is_amount, value, contributors, largest, second_largest
    relations: relation, point, sign (+1 a part, -1 the whole): sums to nought for every measure
    that has a value at all of its points
    """

    values: pd.DataFrame
    relations: pd.DataFrame
    earlier: pd.DataFrame | None


@dataclass(frozen=True)
class Dimension:
    """codes: what each covers of the leaves; sums: (whole, parts)."""

    codes: list  # sets of leaves
    sums: list  # (place of the whole among the codes, places of its parts)
    last: int | None = None  # of time: the leaf a later version appends


def table(seed: int) -> Table:
    random = np.random.default_rng(seed)
    timed = random.random() < 0.4
    dimensions = [_area(random, 3 if timed else 8), _category(random)]
    dimensions += [_time(random)] if timed else []
    people = _people(random, dimensions)
    points = {codes: number for number, codes in enumerate(product(*map(_places, dimensions)))}
    measures = ["persons"]
    measures += ["covered"] if random.random() < 0.4 else []
    measures += ["amount"] if random.random() < 0.5 else []
    only_whole = random.random() < 0.3  # amounts are not broken down by category
    values = _values(dimensions, points, people, measures, only_whole)
    earlier = None
    if random.random() < 0.3:
        changed = people[random.random(len(people)) > 0.03]
        earlier = _values(dimensions, points, changed, measures, only_whole)
        earlier = earlier[~earlier["point"].isin(_appended(dimensions, points))]
    return Table(values, _relations(dimensions, points), earlier)


def _places(dimension):
    return range(len(dimension.codes))


def _tree(random, leaves):
    """Return codes and sums of a total over leaves, at times with groups between."""
    codes, sums = [{leaf} for leaf in range(leaves)], []
    tops = list(range(leaves))
    if leaves >= 4 and random.random() < 0.5:
        cut = int(random.integers(2, leaves - 1))
        for part in (tops[:cut], tops[cut:]):
            if len(part) > 1:
                codes.append(set(part))
                sums.append((len(codes) - 1, part))
        tops = [whole for whole, _ in sums] + [
            leaf for leaf in range(leaves) if not any(leaf in part for _, part in sums)
        ]
    codes.append(set(range(leaves)))
    sums.append((len(codes) - 1, tops))
    return codes, sums


def _area(random, most):
    if random.random() < 0.1:
        return Dimension([{0}], [])
    return Dimension(*_tree(random, int(random.integers(2, most + 1))))


def _category(random):
    """Return a breakdown, at times two of the same total: leaves are pairs of their parts."""
    first, second = int(random.integers(2, 5)), int(random.integers(2, 4))
    if random.random() < 0.6:
        return Dimension(*_tree(random, first))
    pairs = list(product(range(first), range(second)))
    one = [{n for n, pair in enumerate(pairs) if pair[0] == code} for code in range(first)]
    other = [{n for n, pair in enumerate(pairs) if pair[1] == code} for code in range(second)]
    codes = [*one, *other, set(range(len(pairs)))]
    whole = len(codes) - 1
    return Dimension(
        codes, [(whole, list(range(first))), (whole, list(range(first, first + second)))]
    )


def _time(random):
    """Return months, with quarters and their year, or with the running sum of the year."""
    if random.random() < 0.5:
        codes = [{month} for month in range(6)] + [{0, 1, 2}, {3, 4, 5}, set(range(6))]
        return Dimension(codes, [(6, [0, 1, 2]), (7, [3, 4, 5]), (8, [6, 7])], last=5)
    months = int(random.integers(2, 5))
    codes = [{month} for month in range(months)] + [set(range(n + 1)) for n in range(months)]
    sums = [(months, [0])] + [(months + n, [months + n - 1, n]) for n in range(1, months)]
    return Dimension(codes, sums, last=months - 1)


def _people(random, dimensions):
    """Return one row per person and month: its leaf in each dimension, what it covers, is paid."""
    leaves = [max(map(max, dimension.codes)) + 1 for dimension in dimensions]
    cells = int(np.prod(leaves[:2]))
    rate = random.choice([0.7, 2.0, 5.0]) * random.lognormal(0, 0.8, cells)
    of = np.repeat(np.arange(cells), random.poisson(rate))
    rows = pd.DataFrame({"person": np.arange(len(of)), 0: of // leaves[1], 1: of % leaves[1]})
    rows["covered"] = random.integers(1, 5, len(rows))
    rows["amount"] = random.lognormal(6, 1.0, len(rows)).round(2)
    if len(dimensions) == 3:
        rows = rows.merge(pd.DataFrame({2: range(leaves[2])}), how="cross")
        rows = rows[random.random(len(rows)) < 0.8]
    return rows.reset_index(drop=True)


def _values(dimensions, points, people, measures, only_whole):
    inside = [
        np.array([people[axis].isin(code) for code in dimension.codes])
        for axis, dimension in enumerate(dimensions)
    ]
    person, paid = people["person"].to_numpy(), people["amount"].to_numpy()
    weights = {"persons": np.ones(len(people)), "covered": people["covered"].to_numpy()}
    whole = len(dimensions[1].codes) - 1
    rows = []
    for codes, point in points.items():
        own = np.logical_and.reduce([inside[axis][code] for axis, code in enumerate(codes)])
        for measure in measures:
            if measure != "amount":
                value = float(weights[measure][own].sum())
                rows.append((point, measure, False, value, np.nan, np.nan, np.nan))
            elif codes[1] == whole or not only_whole:
                each = np.bincount(person[own], paid[own])
                each = np.sort(each[each > 0])[::-1]
                first, second = [*each[:2], 0.0, 0.0][:2]
                rows.append((point, measure, True, each.sum(), float(len(each)), first, second))
    return pd.DataFrame(rows, columns=VALUES)


def _relations(dimensions, points):
    rows, number = [], 0
    for axis, dimension in enumerate(dimensions):
        others = [_places(d) if n != axis else [0] for n, d in enumerate(dimensions)]
        for codes in product(*others):
            for whole, parts in dimension.sums:
                for place, sign in [(whole, -1), *((part, 1) for part in parts)]:
                    rows.append((number, points[(*codes[:axis], place, *codes[axis + 1 :])], sign))
                number += 1
    return pd.DataFrame(rows, columns=RELATIONS)


def _appended(dimensions, points):
    """Return the points a version without the last month does not have."""
    if len(dimensions) < 3:
        return set()
    time = dimensions[2]
    late = {place for place, code in enumerate(time.codes) if time.last in code}
    return {point for codes, point in points.items() if codes[2] in late}
