"""Disclosure control: which published cells are withheld so that no small count can be worked out.

Cell suppression on linked tables. Primary cells are those of a count from 1 to one below the
threshold, of an amount shared out among so few, or of an amount the p-percent rule calls unsafe.
Complementary cells are found by the linear programming heuristic of Kelly, Golden and Assad ("Cell
suppression: disclosure protection for sensitive tabular data", Networks 22, 1992), which is what
Hundepool et al., "Statistical Disclosure Control", 2012, ch. 4.4, describe for general linear
relations: for every primary cell, the cheapest way to shift withheld cells against each other,
every relation kept, until that cell stands at either end of its protection interval. What has to
shift for that is withheld as well.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from queries import database
from queries.suppression import Tables, complement

PRIMARY, COMPLEMENTARY = "primary", "complementary"


@dataclass(frozen=True)
class Earlier:
    """Of points in earlier versions: those withheld in any, and those always shown."""

    withheld: frozenset[int] = frozenset()
    known: frozenset[int] = frozenset()


def withhold(con):
    """Make table withheld_cell: every cell of the build that no reader may be shown, and why.

    Reads observed, figure_observed and what the catalogue says of them, and seen.
    """
    for table in ("protected_value", "protected_relation"):
        con.execute(f"create table {table} as {database.script(table)}")
    rules = dict(con.execute(database.script("disclosure_rules")).fetchall())
    told = con.execute(database.script("seen_point")).df()
    chosen = protect(
        con.execute(database.script("protected_numbers")).df(),
        con.execute("from protected_relation").df(),
        small=rules["small_count"],
        percent=rules["dominance_percent"],
        earlier=Earlier(
            withheld=frozenset(told["point"][told["was_withheld"]].tolist()),
            known=frozenset(told["point"][told["was_shown"] & ~told["was_withheld"]].tolist()),
        ),
    )
    con.register("chosen", chosen)
    con.execute(f"create table withheld_cell as {database.script('withheld_cell')}")
    con.unregister("chosen")


def protect(
    values: pd.DataFrame,
    relations: pd.DataFrame,
    small: float = 10,
    percent: float = 10,
    earlier: Earlier = Earlier(),
) -> pd.DataFrame:
    """Return the points to withhold: columns point and reason (primary or complementary).

    `values` has point, measure, is_amount, counts_once, value, cost (to readers, if withheld) and
    of amounts contributors, largest, second_largest, least_each and most_each (what it is a head in
    such places) and heads (the measure that counts those heads). `relations` has relation, point,
    sign and overlapping: over every relation sign × value adds up to zero, for every measure that
    has a value at all its points; of overlapping children, to no less for one that counts each
    once. What readers know from an earlier version protects nothing and is withheld last.
    """
    needs = protection_intervals(values, small, percent)
    primary = frozenset(needs["point"])
    tables = Tables.of(values, relations)
    withheld = complement(tables, needs, primary | earlier.withheld, earlier.known)
    reasons = {point: PRIMARY if point in primary else COMPLEMENTARY for point in withheld}
    return pd.DataFrame(sorted(reasons.items()), columns=["point", "reason"])


def protection_intervals(values: pd.DataFrame, small: float, percent: float) -> pd.DataFrame:
    """Return point, measure, value, low and high of every primary cell of every measure.

    Whoever knows all that is published must still find every value from low to high possible: for
    a small count 1 to small, one more than it can be, which another version may take away; for an
    amount shared out among so few, `percent` either way, and what 1 to small heads could get at the
    rates of such places; for a dominated amount (the p-percent rule) as far either way as the rule
    is missed.
    """
    value, is_amount = values["value"], values["is_amount"]
    counted = values["contributors"].where(is_amount, value)
    is_small = counted.between(1, small - 1) & value.gt(0)
    rest = (value - values["largest"] - values["second_largest"]).clip(lower=0)
    missing = (values["largest"] * percent / 100 - rest).where(is_amount)
    is_dominated = missing.gt(0) & value.gt(0)
    off = np.fmax(missing.where(is_dominated), (value * percent / 100).where(is_amount & is_small))
    fewest = values["most_each"].where(is_amount, 1).where(is_small)
    most = values["least_each"].where(is_amount, 1).where(is_small) * small
    return pd.DataFrame(
        {
            "point": values["point"],
            "measure": values["measure"],
            "value": value,
            "low": np.fmin(np.fmin(fewest, value - off.fillna(0)), value).clip(lower=0),
            "high": np.fmax(np.fmax(most, value + off.fillna(0)), value),
        }
    )[is_small | is_dominated]
