"""Complementary suppression: the cheapest cells to withhold beside others, by linear programming.

One pair of variables a cell: by how much an onlooker may suppose it larger or smaller than it is.
"""

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise

import highspy
import numpy as np
import pandas as pd

ROUNDING = 1e-6  # of a cell: what the solver's rounding may amount to
TOTALS_COST = 50  # times that of a cell below them: readers want totals most
FURTHER = 1000  # times the dearest cell: what a shift is worth that cannot be made in full


@dataclass(frozen=True)
class Tables:
    """Cells by position, a cell being a point in one measure, and the relations among them."""

    points: np.ndarray
    value: np.ndarray
    least: np.ndarray  # what an onlooker knows a withheld cell to be at least
    cost: np.ndarray
    is_total: np.ndarray
    is_amount: np.ndarray
    each: np.ndarray  # what one head stands for: itself, or its share of an amount
    relations: list[tuple]  # positions, factors, and from what to what the shifts may add up
    place: dict[tuple[int, str], int]  # of a point and measure

    @classmethod
    def of(cls, values: pd.DataFrame, relations: pd.DataFrame) -> "Tables":
        cells = values.sort_values(["measure", "point"], ignore_index=True)
        keys = zip(cells["point"], cells["measure"], strict=True)
        place = {key: position for position, key in enumerate(keys)}
        sums = [one for _, own in cells.groupby("measure") for one in _sums(own, relations)]
        is_total = np.zeros(len(cells), dtype=bool)
        for at, factor, _, _ in sums:
            is_total[at[factor < 0]] = True
        value, is_amount = cells["value"].astype(float), cells["is_amount"].to_numpy(bool)
        return cls(
            points=cells["point"].to_numpy(),
            value=value.to_numpy(),
            least=np.where(is_amount, 0.0, np.minimum(value, 1.0)),
            cost=np.where(is_total, TOTALS_COST, 1) * cells["cost"].to_numpy(float),
            is_total=is_total,
            is_amount=is_amount,
            each=(value / cells["contributors"]).where(is_amount & value.gt(0), 1.0).to_numpy(),
            relations=sums + _rates(cells, place),
            place=place,
        )


def _sums(cells, relations):
    """Return the relations of one measure: those all whose points have a value of it.

    Children that overlap add up to no less than their parent, as an onlooker knows.
    """
    relations = relations.sort_values(["relation", "point"])
    at = relations["point"].map(pd.Series(cells.index, index=cells["point"]))
    is_whole = at.notna().groupby(relations["relation"]).transform("all").to_numpy()
    kept, at = relations[is_whole], at.to_numpy()[is_whole].astype(int)
    sign, value = kept["sign"].to_numpy(float), cells["value"].to_dict()
    loose = kept["overlapping"].to_numpy(bool) & cells["counts_once"].any()
    ends = np.flatnonzero(np.diff(kept["relation"], prepend=-1, append=-1))
    found = []
    for start, end in pairwise(ends):
        own, signs = at[start:end], sign[start:end]
        twice = sum(value[cell] * factor for cell, factor in zip(own, signs, strict=True))
        bounds = (min(-twice, 0.0), highspy.kHighsInf) if loose[start] else (0.0, 0.0)
        found.append((own, signs, *bounds))
    return found


def _rates(cells, place):
    """Return the relations between amounts and heads: each gets from the least to the most."""
    paid = cells[cells["heads"].notna() & cells["least_each"].gt(0)]
    infinite, found = highspy.kHighsInf, []
    for row in paid.itertuples():
        at = np.array([row.Index, place[row.point, row.heads]])
        room = [row.contributors * each - row.value for each in (row.least_each, row.most_each)]
        if row.least_each == row.most_each:
            found.append((at, np.array([1.0, -row.least_each]), 0.0, 0.0))
        else:
            found.append((at, np.array([1.0, -row.least_each]), min(room[0], 0.0), infinite))
            found.append((at, np.array([1.0, -row.most_each]), -infinite, max(room[1], 0.0)))
    return found


def complement(tables: Tables, needs, withheld: frozenset[int], known: frozenset[int]):
    """Return the points to withhold so that no need is missed; `withheld` are withheld anyway.

    `needs` has point, measure, value, low and high. Totals are left alone wherever the cells below
    them can do it, cells that are `known` already wherever anything else can.
    """
    at = [tables.place[key] for key in zip(needs["point"], needs["measure"], strict=True)]
    wanted = [
        (cell, 1, size) for cell, size in zip(at, needs["high"] - needs["value"], strict=True)
    ]
    wanted += [
        (cell, -1, size) for cell, size in zip(at, needs["value"] - needs["low"], strict=True)
    ]
    wanted = [one for one in wanted if one[2] > 0]
    out = np.zeros(1 + max(tables.points.max(initial=0), *withheld, 0), dtype=bool)
    out[list(withheld)] = True
    any_cell = tables.value > 0
    unknown = any_cell & ~np.isin(tables.points, list(known))
    unknown |= np.isin(tables.points, needs["point"]) & any_cell
    below = unknown & (~tables.is_total | out[tables.points])
    for allowed, is_last in ((below, False), (unknown, False), (any_cell, True)):
        if wanted:
            wanted = _withhold(tables, wanted, out, allowed, is_last)
    return frozenset(np.flatnonzero(out).tolist())


def _withhold(tables, wanted, out, allowed, is_last):
    """Mark in `out` what protects the wanted shifts, only `allowed` moving; return those left.

    The last time a shift that is impossible is made as far as it goes: a total over three cells
    that are not nought is no less than three, whatever is withheld.
    """
    blocks, left = _blocks(tables, allowed), []
    of_block = defaultdict(list)
    for one in wanted:
        of_block[blocks.get(one[0])].append(one)
    of_block.pop(None, None)  # in no relation: nothing follows of it
    for relations, shifts in of_block.items():
        block, done = _Block(tables, relations, allowed), set()
        # amounts first: what protects them mostly protects the heads as well
        for cell, way, size in sorted(shifts, key=lambda one: (~tables.is_amount[one[0]], -one[2])):
            if (cell, way) in done:
                continue
            moved = block.shift(cell, way, size, out, as_far_as_possible=False)
            if moved is None and is_last:
                moved = block.shift(cell, way, size, out, as_far_as_possible=True)
            if moved is None:
                left.append((cell, way, size))
                continue
            out[block.points_of(moved)] = True
            done |= {
                (other, side)
                for other, side, enough in shifts
                if side * moved[block.place[other]] >= enough * (1 - ROUNDING)
            }
    return left


def _blocks(tables, allowed):
    """Return {cell: block}: a block is the relations, as a tuple, that cells able to move link."""
    root = list(range(len(tables.relations)))

    def find(one):
        while root[one] != one:
            root[one] = root[root[one]]
            one = root[one]
        return one

    first = {}
    for relation, (cells, *_) in enumerate(tables.relations):
        for cell in cells[allowed[cells]].tolist():
            root[find(relation)] = find(first.setdefault(cell, relation))
    members = defaultdict(list)
    for relation in range(len(root)):
        members[find(relation)].append(relation)
    keys = {one: tuple(relations) for one, relations in members.items()}
    return {cell: keys[find(relation)] for cell, relation in first.items()}


class _Block:
    """The linear program of some relations: shift one cell, at the least cost to what is shown."""

    def __init__(self, tables, relations, allowed):
        parts = [tables.relations[one] for one in relations]
        parts = [(at[allowed[at]], factor[allowed[at]], *ends) for at, factor, *ends in parts]
        self.cells = np.unique(np.concatenate([cells for cells, *_ in parts]))
        self.place = {cell: position for position, cell in enumerate(self.cells.tolist())}
        self.points = tables.points[self.cells]
        self.cost = tables.cost[self.cells]
        self.value = tables.value[self.cells]
        self.down = self.value - tables.least[self.cells]
        self.each = tables.each[self.cells]
        self.columns = np.arange(2 * len(self.cells), dtype=np.int32)
        self.upper = np.concatenate([np.full(len(self.cells), highspy.kHighsInf), self.down])
        self.solver = highspy.Highs()
        self.solver.setOptionValue("output_flag", False)
        self.solver.setOptionValue("presolve", "off")  # slower than such small programs
        self.solver.passModel(self._model(parts))

    def points_of(self, moved):
        """Return the points whose cells a shift moves."""
        has_moved = np.abs(moved) > ROUNDING * np.maximum(1, self.value)
        return self.points[has_moved]

    def shift(self, cell, way, size, out, *, as_far_as_possible):
        """Return by how much every cell shifts when `cell` does by `size`, None if it cannot."""
        count = len(self.cells)
        # what little a small cell can give costs as much as the whole of a large one
        needed = size * self.each / self.each[self.place[cell]]
        unit = np.minimum(np.maximum(self.down, ROUNDING), needed)
        cost = np.tile(self.cost / unit * ~out[self.points], 2)
        own, other = (self.place[cell], count + self.place[cell])[::way]
        if as_far_as_possible:
            cost[own] = -FURTHER * (1 + cost.max())
        self.solver.changeColsCost(2 * count, self.columns, cost)
        self.solver.changeColBounds(own, 0.0 if as_far_as_possible else size, size)
        self.solver.changeColBounds(other, 0.0, 0.0)
        self.solver.run()
        is_done = self.solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
        found = np.array(self.solver.getSolution().col_value)
        for column in (own, other):  # only now: the solver forgets what it found
            self.solver.changeColBounds(column, 0.0, self.upper[column])
        return found[:count] - found[count:] if is_done else None

    def _model(self, parts):
        program, count = highspy.HighsLp(), len(self.cells)
        program.num_col_, program.num_row_ = 2 * count, len(parts)
        program.col_cost_ = program.col_lower_ = np.zeros(2 * count)
        program.col_upper_ = self.upper
        program.row_lower_ = np.array([low for *_, low, _ in parts])
        program.row_upper_ = np.array([high for *_, high in parts])
        places = [np.searchsorted(self.cells, cells) for cells, *_ in parts]
        index = [np.concatenate([place, count + place]) for place in places]
        matrix = program.a_matrix_
        matrix.format_ = highspy.MatrixFormat.kRowwise
        matrix.start_ = np.concatenate([[0], np.cumsum([len(one) for one in index])])
        matrix.index_ = np.concatenate(index)
        matrix.value_ = np.concatenate([np.concatenate([one, -one]) for _, one, *_ in parts])
        return program
