"""Complementary suppression: the cheapest cells to withhold beside others, by linear programming.

One variable pair a cell: by how much an onlooker may suppose it larger or smaller than it is.
"""

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise

import highspy
import numpy as np

MOVED = 1e-6  # of a cell: less is the solver's rounding
TOTALS_COST = 50  # times that of a cell below them: readers want totals most
FURTHER = 1000  # times the dearest cell: what a shift is worth that cannot be made in full


@dataclass(frozen=True)
class Tables:
    """The cells of one measure, by position, and the relations that hold among them."""

    points: np.ndarray
    value: np.ndarray
    least: np.ndarray  # what an onlooker knows a withheld cell to be at least
    relations: list[tuple[np.ndarray, np.ndarray]]  # positions and signs
    is_total: np.ndarray
    cost: np.ndarray

    @classmethod
    def of(cls, values, relations):
        """Keep the relations all whose points have a value of this measure."""
        cells = values.drop_duplicates("point").sort_values("point")
        points = cells["point"].to_numpy()
        if values["counts_once"].any():
            relations = relations[~relations["overlapping"]]
        known = relations.assign(at=np.searchsorted(points, relations["point"]))
        known["is_in"] = np.isin(known["point"], points)
        whole = known.groupby("relation")["is_in"].transform("all")
        is_total = np.zeros(len(points), dtype=bool)
        kept = known[whole]
        is_total[kept["at"][kept["sign"] < 0]] = True
        kept = kept.sort_values(["relation", "at"])
        bounds = np.flatnonzero(np.diff(kept["relation"], prepend=-1, append=-1))
        at, sign = kept["at"].to_numpy(), kept["sign"].to_numpy(dtype=float)
        value = cells["value"].to_numpy(dtype=float)
        is_amount = cells["is_amount"].to_numpy(dtype=bool)
        return cls(
            points=points,
            value=value,
            least=np.where(is_amount, 0.0, np.minimum(value, 1.0)),
            relations=[(at[a:b], sign[a:b]) for a, b in pairwise(bounds)],
            is_total=is_total,
            cost=np.where(is_total, TOTALS_COST, 1) * cells["cost"].to_numpy(dtype=float),
        )


def complement(tables: Tables, needs, withheld: frozenset[int], known: frozenset[int]):
    """Return the points to withhold so that no need is missed; `withheld` are withheld anyway.

    `needs` has point, value, low and high. Totals are left alone wherever the cells below them can
    do it, cells that are `known` already wherever anything else can.
    """
    out = np.isin(tables.points, list(withheld))
    at = np.searchsorted(tables.points, needs["point"])
    down = dict(zip(at, needs["value"] - needs["low"], strict=True))
    up = dict(zip(at, needs["high"] - needs["value"], strict=True))
    wanted = [(cell, 1, size) for cell, size in up.items() if size > 0]
    wanted += [(cell, -1, size) for cell, size in down.items() if size > 0]
    any_cell = tables.value > 0
    unknown = any_cell & ~np.isin(tables.points, list(known))
    unknown[at] = True
    below = unknown & (~tables.is_total | out)
    for allowed, is_last in ((below, False), (unknown, False), (any_cell, True)):
        if wanted:
            wanted = _withhold(tables, wanted, out, allowed, is_last)
    return frozenset(tables.points[out].tolist())


def _withhold(tables, wanted, out, allowed, is_last):
    """Mark in `out` what protects the wanted shifts, only `allowed` moving; return those left.

    The last time a shift that is impossible is made as far as it goes: a total over three cells
    that are not nought is no less than three, whatever is withheld.
    """
    blocks, left = _blocks(tables, allowed), []
    of_block = defaultdict(list)
    for one in wanted:
        of_block[blocks.get(one[0])].append(one)
    for key, shifts in of_block.items():
        if key is None:
            continue  # in no relation: nothing follows of it
        block = _Block(tables, key, allowed)
        done = set()
        for cell, way, size in sorted(shifts, key=lambda one: (-one[2], one[0], one[1])):
            if (cell, way) in done:
                continue
            moved = block.shift(cell, way, size, out)
            if moved is None and is_last:
                moved = block.shift(cell, way, size, out, as_far_as_possible=True)
            if moved is None:
                left.append((cell, way, size))
                continue
            out[block.cells[np.abs(moved) > MOVED]] = True
            done |= {
                (other, side)
                for other, side, enough in shifts
                if side * moved[block.place[other]] >= enough - MOVED
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
    for relation, (cells, _) in enumerate(tables.relations):
        for cell in cells[allowed[cells]]:
            root[find(relation)] = find(first.setdefault(cell, relation))
    members = defaultdict(list)
    for relation in range(len(root)):
        members[find(relation)].append(relation)
    keys = {one: tuple(relations) for one, relations in members.items()}
    return {cell: keys[find(relation)] for cell, relation in first.items()}


class _Block:
    """The linear program of some relations: shift one cell, at the least cost to what is shown."""

    def __init__(self, tables, relations, allowed):
        self.tables = tables
        parts = [tables.relations[one] for one in relations]
        self.cells = np.unique(np.concatenate([cells[allowed[cells]] for cells, _ in parts]))
        self.place = {cell: position for position, cell in enumerate(self.cells)}
        self.down = tables.value[self.cells] - tables.least[self.cells]
        self.cost = tables.cost[self.cells]
        self.solver = highspy.Highs()
        self.solver.setOptionValue("output_flag", False)
        self.solver.setOptionValue("presolve", "off")  # slower than such small programs
        self.solver.passModel(self._model(parts, allowed))

    def shift(self, cell, way, size, out, *, as_far_as_possible=False):
        """Return by how much every cell shifts when `cell` does by `size`, None if it cannot."""
        count = len(self.cells)
        shown = ~out[self.cells]
        scarce = np.minimum(np.maximum(self.down, MOVED), size)
        cost = np.concatenate([self.cost / size, self.cost / scarce]) * np.tile(shown, 2)
        place = self.place[cell]
        upper = np.concatenate([np.full(count, highspy.kHighsInf), self.down])
        lower = np.zeros(2 * count)
        own, other = (place, count + place)[::way]
        lower[own], upper[own], upper[other] = size, size, 0.0
        if as_far_as_possible:
            lower[own], cost[own] = 0.0, -FURTHER * (1 + cost.max())
        columns = np.arange(2 * count, dtype=np.int32)
        self.solver.changeColsCost(2 * count, columns, cost)
        self.solver.changeColsBounds(2 * count, columns, lower, upper)
        self.solver.run()
        if self.solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        found = np.array(self.solver.getSolution().col_value)
        return found[:count] - found[count:]

    def _model(self, parts, allowed):
        rows = [(cells[allowed[cells]], signs[allowed[cells]]) for cells, signs in parts]
        program = highspy.HighsLp()
        count = len(self.cells)
        program.num_col_, program.num_row_ = 2 * count, len(rows)
        program.col_cost_ = program.col_lower_ = np.zeros(2 * count)
        program.col_upper_ = np.full(2 * count, highspy.kHighsInf)
        program.row_lower_ = program.row_upper_ = np.zeros(len(rows))
        places = [np.array([self.place[cell] for cell in cells], dtype=int) for cells, _ in rows]
        index = [np.concatenate([place, count + place]) for place in places]
        matrix = program.a_matrix_
        matrix.format_ = highspy.MatrixFormat.kRowwise
        matrix.start_ = np.concatenate([[0], np.cumsum([len(one) for one in index])])
        matrix.index_ = np.concatenate(index)
        matrix.value_ = np.concatenate([np.concatenate([s, -s]) for _, s in rows])
        return program
