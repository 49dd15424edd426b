"""Least and greatest values of a cell, by linear programming: HiGHS, started warm for each cell."""

import math
from dataclasses import replace

import highspy
import numpy as np

Status = highspy.HighsModelStatus
# Only the objective changes from one cell to the next: the last corner is feasible for the primal
# simplex, which walks on from it. Presolve would throw it away.
OPTIONS = {
    "presolve": "off",
    "solver": "simplex",
    "simplex_strategy": 4,
    "primal_feasibility_tolerance": 1e-9,
    "dual_feasibility_tolerance": 1e-9,
}
# A block that loses its way is solved afresh.
CAREFUL = {
    "presolve": "on",
    "solver": "choose",
    "simplex_strategy": 1,
    "primal_feasibility_tolerance": 1e-7,
    "dual_feasibility_tolerance": 1e-7,
}
SEARCH = CAREFUL | {"mip_rel_gap": 0.0, "mip_abs_gap": 1e-7}
GIVEN_UP = 1e-6  # a hopeful relation off by more than this share of its size does not hold


class Program:
    """One block of cells in HiGHS; the model is loaded once and only its objective changes."""

    def __init__(self, cells, ranges, rows):
        self.ranges = ranges
        self._integers = False
        self.place = {cell: place for place, cell in enumerate(cells)}
        self.cells = cells
        self._highs = _loaded(
            np.zeros(len(cells)),
            ranges,
            [[(self.place[cell], factor) for cell, factor in row.terms.items()] for row in rows],
            [(row.low, row.high) for row in rows],
        )

    def feasible(self):
        if _run(self._highs, OPTIONS) == Status.kOptimal:
            return True
        self._highs.clearSolver()
        return _run(self._highs, CAREFUL) == Status.kOptimal

    def only_whole(self, whole):
        """Let cells that are counts take whole numbers only, from here on."""
        for cell, column in self.place.items():
            if isinstance(cell[0], int) and whole(cell):
                self._highs.changeColIntegrality(column, highspy.HighsVarType.kInteger)
                self._integers = True

    def range_of(self, cell):
        column = self.place[cell]
        low, high = self._extreme(column, 1.0), -self._extreme(column, -1.0)
        self._highs.changeColCost(column, 0.0)
        return low, high

    def _extreme(self, column, cost):
        self._highs.changeColCost(column, cost)
        if self._integers:
            return self._extreme_whole(cost)
        for options in (OPTIONS, CAREFUL, CAREFUL | {"primal_feasibility_tolerance": 1e-6}):
            status = _run(self._highs, options)
            if status == Status.kOptimal:
                return self._highs.getInfo().objective_function_value
            if status in (Status.kUnbounded, Status.kUnboundedOrInfeasible):
                return -math.inf
            self._highs.clearSolver()
        raise ArithmeticError(f"the solver gave up: {status}")

    def _extreme_whole(self, cost):
        """Return a bound that is sure even where the search was cut short."""
        # the solver's clock runs on from one search to the next
        status = _run(self._highs, SEARCH | {"time_limit": self._highs.getRunTime() + 2.0})
        info = self._highs.getInfo()
        if status in (Status.kOptimal, Status.kTimeLimit):
            return info.mip_dual_bound
        if status in (Status.kUnbounded, Status.kUnboundedOrInfeasible):
            return -math.inf
        return math.nan  # no whole numbers fit: a hope was wrong, and nothing is learned


def relax(program, rows):
    """Return the relations without the hopeful ones that cannot hold beside the others.

    Each hopeful relation may be missed at a price; the cheapest way out shows which are missed.
    """
    ranges = list(program.ranges)
    cost = [0.0] * len(ranges)
    lines = []
    for row in rows:
        line = [(program.place[cell], factor) for cell, factor in row.terms.items()]
        if row.hopeful:
            line += [(len(ranges), 1.0), (len(ranges) + 1, -1.0)]
            ranges += [(0.0, math.inf)] * 2
            cost += [1.0 / _size(row)] * 2
        lines.append(line)
    highs = _loaded(np.array(cost), ranges, lines, [(row.low, row.high) for row in rows])
    if _run(highs, CAREFUL) != Status.kOptimal:
        return rows  # the others alone contradict each other: the caller finds out
    values = highs.getSolution().col_value
    kept, spare = [], len(program.ranges)
    for row in rows:
        missed = 0.0
        if row.hopeful:
            missed, spare = values[spare] + values[spare + 1], spare + 2
        if missed <= GIVEN_UP * _size(row):
            room = 2 * missed  # as far as it was just missed it must be allowed to be
            kept.append(replace(row, low=row.low - room, high=row.high + room))
    return kept


def _size(row):
    ends = [abs(end) for end in (row.low, row.high) if math.isfinite(end)]
    return max(1.0, *ends, *(abs(factor) for factor in row.terms.values()))


def _loaded(cost, ranges, lines, sides):
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(ranges), len(lines)
    model.col_cost_ = np.asarray(cost, dtype=float)
    model.col_lower_, model.col_upper_ = (np.array(side) for side in zip(*ranges, strict=True))
    model.row_lower_ = np.array([low for low, _ in sides], dtype=float)
    model.row_upper_ = np.array([high for _, high in sides], dtype=float)
    matrix = model.a_matrix_
    matrix.format_ = highspy.MatrixFormat.kRowwise
    matrix.start_ = np.cumsum([0] + [len(line) for line in lines])
    matrix.index_ = np.array([column for line in lines for column, _ in line], dtype=np.int32)
    matrix.value_ = np.array([factor for line in lines for _, factor in line], dtype=float)
    highs = highspy.Highs()
    highs.setOptionValue("output_flag", False)
    highs.setOptionValue("threads", 1)
    highs.passModel(model)
    return highs


def _run(highs, options):
    for option, value in options.items():
        highs.setOptionValue(option, value)
    highs.run()
    return highs.getModelStatus()
