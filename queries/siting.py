"""Siting: which new places bring most people within a walk, exactly.

The maximal covering location problem (Church and ReVelle, "The Maximal Covering Location Problem",
1974), solved by HiGHS's branch and bound: a binary column a candidate, a continuous one in [0, 1] a
home, reached if any place near it is chosen. With a limit on what a place can serve, people are
shared out among the places near them (Current and Storbeck, "Capacitated Covering Models", 1988).
The greedy answer beside it takes the best next place again and again; where every place costs the
same it reaches at least 1 − 1/e of the best (Nemhauser, Wolsey and Fisher, 1978).
"""

from dataclasses import dataclass, replace

import highspy
import numpy as np
import pandas as pd

from queries.siting_program import Program, program

LONGEST = 45  # seconds: then the best found so far is taken, and how far it may be off is told
SMALL = 1000  # candidates up to which ties are parted by the order of the candidates
AT_ONCE = 8  # candidates looked at together by the greedy rule
UNPARTED = 0.5  # persons; whole persons differ by one, so a smaller gap is none


@dataclass(frozen=True)
class Answer:
    """Chosen candidates in the order in which each adds most, the persons each adds then, all they
    reach together, what they cost, and how many persons at most a better answer could reach more.
    """

    sites: tuple[str, ...] = ()
    gains: tuple[float, ...] = ()
    reached: float = 0.0
    cost: float = 0.0
    gap: float = 0.0

    @property
    def is_best(self) -> bool:
        return self.gap < 1


def solve(
    pairs: pd.DataFrame,
    persons: pd.Series,
    costs: pd.Series,
    budget: float,
    capacity: float | None = None,
    longest: float = LONGEST,
) -> Answer:
    """Return the Answer that reaches most persons for the budget.

    `pairs` has candidate and home, a row where people of that home can walk to that candidate.
    `persons` says how many there are by home, `costs` what a place costs by candidate: for so many
    places whatever they cost, 1 each. `capacity` is how many persons one place serves at most.
    """
    asked = program(pairs, persons, costs, budget, capacity)
    if not len(asked.costs):
        return Answer()
    start = _greedy(asked)
    chosen, gap = _best(asked.within_reach_of(start), start, longest)
    return replace(_told(asked, chosen), gap=gap)


def greedy(pairs, persons, costs, budget, capacity=None) -> Answer:
    """Return what the greedy rule reaches: always the place that adds most for its cost."""
    asked = program(pairs, persons, costs, budget, capacity)
    return _told(asked, _greedy(asked)) if len(asked.costs) else Answer()


def reached_by(pairs, persons, sites, capacity=None) -> float:
    """Return how many persons some candidates reach together, whatever they cost."""
    costs = pd.Series(1.0, index=list(sites))
    asked = program(pairs, persons, costs, len(costs), capacity)
    return asked.reached(np.arange(len(asked.costs))) if len(asked.costs) else 0.0


def _greedy(asked: Program) -> np.ndarray:
    """Return places of candidates in the order in which the greedy rule takes them."""
    return _taken(asked, np.arange(len(asked.costs)), asked.costs, asked.budget)[0]


def _taken(asked: Program, among, costs, budget):
    """Return (places, what each adds): again and again the one that adds most for its cost.

    What a place adds never grows as others are chosen. So one whose gain of an earlier round is
    already below another's of this round need not be looked at again (Minoux, 1978).
    """
    chosen, added, left = [], [], budget
    at_once = AT_ONCE if asked.capacity is None else 1  # a sharing out is solved for each
    known = {int(one): gain for one, gain in zip(among, asked.gains([], among), strict=True)}
    while known := {one: gain for one, gain in known.items() if costs[one] <= left + 1e-9}:
        order = sorted(known, key=lambda one: (-known[one] / costs[one], one))
        best, most = order[0], 0.0
        for start in range(0, len(order), at_once):
            some = order[start : start + at_once]
            if known[some[0]] / costs[some[0]] <= most / costs[best] + 1e-9:
                break
            fresh = asked.gains(chosen, some)
            for one, gain in zip(some, fresh.tolist(), strict=True):
                known[one] = gain
                if gain / costs[one] > most / costs[best] + 1e-9:
                    best, most = one, gain
        if most < 1e-6:
            break
        chosen.append(best)
        added.append(most)
        left -= costs[best]
        del known[best]
    return np.array(chosen, dtype=int), added


def _best(asked: Program, start, longest):
    """Return places of candidates in `asked`'s whole numbering, and the gap in persons."""
    lp, sites = asked.linear(tied=len(asked.costs) <= SMALL)
    solver = highspy.Highs()
    for option, value in {
        "output_flag": False,
        "threads": 1,
        "random_seed": 0,
        "time_limit": float(longest),
        "mip_rel_gap": 0.0,
        "mip_abs_gap": 1e-6 if len(asked.costs) <= SMALL else UNPARTED,
    }.items():
        solver.setOptionValue(option, value)
    solver.passModel(lp)
    if len(start):  # branch and bound need not look for what the greedy rule has found
        solver.setSolution(len(sites), sites, np.isin(asked.names, start).astype(float))
    solver.run()
    info, values = solver.getInfo(), np.array(solver.getSolution().col_value)
    is_found = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
    found = asked.names[np.flatnonzero(values[sites] > 0.5) if is_found else []].astype(int)
    better = asked.whole.reached(found) if len(found) else 0.0
    worth = asked.whole.reached(start) if len(start) else 0.0
    if worth > better:  # out of time before anything better was found
        found, better = start, worth
    bound = info.mip_dual_bound if np.isfinite(info.mip_dual_bound) else asked.persons.sum()
    return found, max(0.0, min(bound, asked.persons.sum()) - better) // 1


def _told(asked: Program, chosen) -> Answer:
    """Return the Answer of some candidates, what adds most first."""
    chosen = np.asarray(chosen, dtype=int)
    order, gains = _taken(asked, chosen, np.ones(len(asked.costs)), len(chosen))
    return Answer(
        sites=tuple(asked.labels[order]),
        gains=tuple(gains),
        reached=asked.reached(order) if len(order) else 0.0,
        cost=float(asked.costs[order].sum()),
    )
