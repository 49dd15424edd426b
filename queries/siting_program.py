"""The program behind siting: who can walk where, made small, and as rows and columns for HiGHS."""

from dataclasses import dataclass, field

import highspy
import numpy as np
import pandas as pd
from scipy.optimize import linprog
from scipy.sparse import csr_array, hstack, vstack

MOST_TIED = (
    0.4  # of a person, that parting ties may cost: less than the one person answers differ by
)


@dataclass(frozen=True)
class Program:
    """Candidates and the homes in reach of any, numbered. `near` is homes × candidates, 0 or 1.

    `names` are a candidate's numbers in `whole`, the program before candidates were dropped.
    """

    near: csr_array
    persons: np.ndarray
    costs: np.ndarray
    budget: float
    capacity: float | None
    labels: np.ndarray
    names: np.ndarray
    before: "Program | None" = field(default=None, repr=False)

    @property
    def whole(self) -> "Program":
        return self.before or self

    def reached(self, chosen) -> float:
        """Return how many persons some candidates reach together."""
        own = self.near[:, np.asarray(chosen, dtype=int)]
        if self.capacity is None:
            return float(self.persons[own.sum(axis=1) > 0].sum())
        return _shared_out(own, self.persons, self.capacity)

    def gains(self, chosen, more) -> np.ndarray:
        """Return how many persons each of `more` adds to those chosen."""
        more = np.asarray(more, dtype=int)
        if self.capacity is not None:
            base = self.reached(chosen) if len(chosen) else 0.0
            most = np.minimum(self.near[:, more].T @ self.persons, self.capacity)
            if not len(chosen):
                return most
            return np.array([self.reached([*chosen, one]) - base for one in more.tolist()])
        left = self.persons * (self.near[:, list(chosen)].sum(axis=1) == 0)
        return self.near[:, more].T @ left

    def within_reach_of(self, start) -> "Program":
        """Return the program without candidates that are in no best answer.

        Together some candidates reach no more than the sum of what each does. So one that, with the
        best others beside it, stays below what is reached already is in no better answer; where all
        cost the same that is quickly told.
        """
        alone = self.gains([], np.arange(len(self.costs)))
        if np.ptp(self.costs) > 0 or not len(start):
            return self
        others = int(self.budget / self.costs[0] + 1e-9) - 1
        best = np.sort(alone)[::-1][: max(others, 0)].sum()
        kept = np.flatnonzero(alone + best >= self.reached(start) - 1e-6)
        near = self.near[:, kept]
        homes = np.flatnonzero(near.sum(axis=1) > 0)
        return Program(
            near=near[homes],
            persons=self.persons[homes],
            costs=self.costs[kept],
            budget=self.budget,
            capacity=self.capacity,
            labels=self.labels[kept],
            names=kept,
            before=self,
        )

    def linear(self, tied: bool):
        """Return (highspy.HighsLp, which of its columns are candidates).

        Columns are the candidates, then the homes, or with a capacity the pairs. `tied`: of answers
        that reach as many, the one with fewer and earlier candidates.
        """
        count = len(self.costs)
        places = np.arange(count)
        penalty = MOST_TIED * (places + 1) / (count * (count + 1)) if tied else np.zeros(count)
        rows = _capacitated(self) if self.capacity is not None else _covering(self)
        matrix, upper, weights, most = rows
        money = csr_array((self.costs, (np.zeros(count, int), places)), (1, matrix.shape[1]))
        whole = csr_array(vstack([matrix, money]))
        lp = highspy.HighsLp()
        lp.num_row_, lp.num_col_ = whole.shape
        lp.sense_ = highspy.ObjSense.kMaximize
        lp.col_cost_ = np.concatenate([-penalty, weights])
        lp.col_lower_ = np.zeros(lp.num_col_)
        lp.col_upper_ = np.concatenate([np.ones(count), most])
        lp.integrality_ = [highspy.HighsVarType.kInteger] * count + [
            highspy.HighsVarType.kContinuous
        ] * (lp.num_col_ - count)
        lp.row_lower_ = np.full(lp.num_row_, -highspy.kHighsInf)
        lp.row_upper_ = np.append(upper, self.budget)
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.start_ = whole.indptr
        lp.a_matrix_.index_ = whole.indices
        lp.a_matrix_.value_ = whole.data.astype(float)
        return lp, places


def program(pairs: pd.DataFrame, persons: pd.Series, costs: pd.Series, budget, capacity) -> Program:
    """Return the Program of siting.solve's question: homes of the same reach are one home."""
    persons = persons[persons > 0].astype(float)
    costs = costs.astype(float).sort_index()
    pairs = pairs[pairs["home"].isin(persons.index) & pairs["candidate"].isin(costs.index)]
    costs = costs[costs.index.isin(pairs["candidate"]) & (costs <= budget + 1e-9)]
    pairs = pairs[pairs["candidate"].isin(costs.index)].drop_duplicates(["candidate", "home"])
    homes = pd.Index(sorted(pairs["home"].unique()))
    column = costs.index.get_indexer(pairs["candidate"])
    row = homes.get_indexer(pairs["home"])
    near = csr_array((np.ones(len(pairs)), (row, column)), shape=(len(homes), len(costs)))
    near.sort_indices()
    alike = pd.Series([near.indices[a:b].tobytes() for a, b in _spans(near)], dtype=object)
    group, _ = pd.factorize(alike)
    first = np.flatnonzero(~pd.Series(group).duplicated().to_numpy()) if len(group) else []
    together = np.bincount(group, weights=persons.reindex(homes).to_numpy()) if len(group) else []
    return Program(
        near=near[first] if len(group) else near,
        persons=np.asarray(together, dtype=float),
        costs=costs.to_numpy(),
        budget=float(budget),
        capacity=None if capacity is None else float(capacity),
        labels=costs.index.to_numpy(dtype=object),
        names=np.arange(len(costs)),
    )


def _covering(asked):
    """A home is reached by as much as the places near it are chosen, and once at most."""
    homes = len(asked.persons)
    own = csr_array((np.ones(homes), (np.arange(homes), np.arange(homes))), (homes, homes))
    matrix = csr_array(hstack([-asked.near, own]))
    return matrix, np.zeros(homes), asked.persons, np.ones(homes)


def _capacitated(asked):
    """Persons of a home go to places near it: all of them at most, and what a place takes."""
    pairs = asked.near.tocoo()
    home, place = pairs.coords
    count, total = len(asked.costs), len(home)
    columns = count + np.arange(total)
    width = count + total
    most = np.minimum(asked.persons[home], asked.capacity)
    ones = np.ones(total)
    of_home = csr_array((ones, (home, columns)), (len(asked.persons), width))
    of_place = csr_array(
        (
            np.concatenate([ones, np.full(count, -asked.capacity)]),
            (
                np.concatenate([place, np.arange(count)]),
                np.concatenate([columns, np.arange(count)]),
            ),
        ),
        (count, width),
    )
    if_chosen = csr_array(
        (
            np.concatenate([ones, -most]),
            (np.tile(np.arange(total), 2), np.concatenate([columns, place])),
        ),
        (total, width),
    )
    upper = np.concatenate([asked.persons, np.zeros(count), np.zeros(total)])
    return csr_array(vstack([of_home, of_place, if_chosen])), upper, ones, most


def _shared_out(near, persons, capacity):
    """Return how many persons places that serve so many each can serve at most: a flow."""
    pairs = near.tocoo()
    home, place = pairs.coords
    if not len(home):
        return 0.0
    shape = np.arange(len(home))
    of_home = csr_array((np.ones(len(home)), (home, shape)), (len(persons), len(home)))
    of_place = csr_array((np.ones(len(home)), (place, shape)), (near.shape[1], len(home)))
    limits = np.concatenate([persons, np.full(near.shape[1], capacity)])
    found = linprog(-np.ones(len(home)), vstack([of_home, of_place]), limits, method="highs")
    return float(round(-found.fun, 6))


def _spans(matrix):
    return zip(matrix.indptr[:-1].tolist(), matrix.indptr[1:].tolist(), strict=True)
