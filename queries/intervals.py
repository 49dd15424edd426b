"""How far a value may lie from the true one by chance: the levels, and the table of intervals."""

from statistics import NormalDist

import pandas as pd

from queries import database

CONFIDENCE = 0.95  # of one interval, and of all townships' together


def find(con):
    """Make tables chance_level and interval; reads observation, indicator and reference.*."""
    townships = len(con.table("reference.township"))
    con.register("levels", pd.DataFrame(levels(max(townships, 1))))
    con.execute("create table chance_level as from levels")
    con.unregister("levels")
    con.execute(database.script("limits"))
    con.execute(f"create table interval as {database.script('interval')}")


def levels(areas: int) -> list[dict]:
    """Return the normal quantile by which each of 1 … `areas` areas is bounded on both sides, so
    that all of them hold together with CONFIDENCE, whatever they owe each other (Šidák 1967):
    1.960 for one, 2.727 for eight.
    """
    return [
        {"areas": n, "z": NormalDist().inv_cdf((1 + CONFIDENCE ** (1 / n)) / 2)}
        for n in range(1, areas + 1)
    ]
