"""Assigning: which of the pairs that fit are chosen, so that together they score most.

A generalised assignment problem (Martello and Toth, "Knapsack Problems", 1990, ch. 7), solved
exactly by HiGHS's branch and bound: every demand is met at most once, every supply within its slots
and its money. Scores are what queries/match_pairs.sql says; nothing is weighed here.
"""

import highspy
import numpy as np
import pandas as pd

from queries import database, records
from queries.versions import Version

LONGEST = 20  # seconds: then the best found so far is taken


def suggested(version: Version) -> pd.DataFrame:
    """Return every open demand, with the pair chosen for it or empty columns, the oldest first.

    Columns of queries/match_demands.sql, then supply, supply_zh, by_zh, the parts and the score,
    and candidates: how many supplies fit at all.
    """
    with records.connection(version).cursor() as cursor:
        demands = cursor.execute(database.script("match_demands")).df()
        pairs = cursor.execute(database.script("match_pairs")).df()
    chosen = pairs[assign(pairs)]
    told = ["demand", "supply", "supply_zh", "by_zh", "score"]
    told += [column for column in pairs.columns if column.endswith("_part")]
    counted = pairs.groupby("demand").size().rename("candidates").reset_index()
    found = demands.merge(chosen[told], on="demand", how="left").merge(
        counted, on="demand", how="left"
    )
    return found.fillna({"candidates": 0}).astype({"candidates": int})


def assign(pairs: pd.DataFrame) -> np.ndarray:
    """Return which pairs are chosen, as booleans.

    `pairs` has demand, supply, score (above zero), amount (the demand's), slots_left and
    money_left (the supply's, the same in all its rows).
    """
    if pairs.empty:
        return np.zeros(0, dtype=bool)
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("time_limit", float(LONGEST))
    solver.passModel(_program(pairs.reset_index(drop=True)))
    solver.run()
    return np.array(solver.getSolution().col_value) > 0.5


def _program(pairs):
    """Return the integer program: a column a pair, rows that hold demands, slots and money."""
    limits = [(rows, np.ones(len(rows)), 1.0) for rows in pairs.groupby("demand").indices.values()]
    for rows in pairs.groupby("supply").indices.values():
        first = pairs.iloc[rows[0]]
        limits.append((rows, np.ones(len(rows)), float(first["slots_left"])))
        amounts = pairs["amount"].to_numpy(dtype=float)[rows]
        limits.append((rows, amounts, float(first["money_left"])))
    program = highspy.HighsLp()
    program.num_col_, program.num_row_ = len(pairs), len(limits)
    program.sense_ = highspy.ObjSense.kMaximize
    program.col_cost_ = pairs["score"].to_numpy(dtype=float)
    program.col_lower_, program.col_upper_ = np.zeros(len(pairs)), np.ones(len(pairs))
    program.integrality_ = [highspy.HighsVarType.kInteger] * len(pairs)
    program.row_lower_ = np.full(len(limits), -highspy.kHighsInf)
    program.row_upper_ = np.array([most for *_, most in limits])
    matrix = program.a_matrix_
    matrix.format_ = highspy.MatrixFormat.kRowwise
    matrix.start_ = np.concatenate([[0], np.cumsum([len(rows) for rows, *_ in limits])])
    matrix.index_ = np.concatenate([rows for rows, *_ in limits])
    matrix.value_ = np.concatenate([values for _, values, _ in limits])
    return program
