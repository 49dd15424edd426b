"""How often equal townships look different by chance: the limits of the build itself, counted out.

Limits come from queries/limits.sql; probabilities are exact (binomial, Poisson), or drawn.
"""

from dataclasses import dataclass
from math import sqrt

import numpy as np
from scipy import stats

from queries import database
from queries.intervals import levels

TOWNSHIPS = 8
METHODS = {
    "wilson": ("wilson_lower(x, n, z)", "1 - wilson_lower(n - x, n, z)"),
    "score": ("score_lower(x, n, z)", "1 - score_lower(n - x, n, z)"),
    "byar": ("byar_lower(x, z)", "byar_upper(x, z)"),
}


def z_of(townships: int) -> float:
    return levels(townships)[-1]["z"]


@dataclass(frozen=True)
class Limits:
    """The limits for each number of cases from 0 on: of the share, or of the expected count."""

    lower: np.ndarray
    upper: np.ndarray


def limits(con, method: str, most: int, z: float) -> Limits:
    """Return the limits for 0 … `most` cases; of a share `most` is the base."""
    lower, upper = METHODS[method]
    rows = con.execute(
        f"select {lower}, {upper} from (select cast(x as double) as x, cast(? as double) as n, "
        "cast(? as double) as z from range(cast(? as bigint) + 1) as cases (x)) order by x",
        [most, z, most],
    ).fetchnumpy()
    return Limits(*(np.asarray(column, float) for column in rows.values()))


def bench():
    """Return a connection that knows the macros of the build."""
    con = database.connect()
    con.execute(database.script("limits"))
    return con


def most_cases(mean: float) -> int:
    """Return a count that a Poisson variable of this mean never exceeds."""
    return int(mean + 12 * sqrt(mean) + 30)


def miss_share(con, method, base, p, z) -> float:
    """Return how likely the interval of a township with share p misses p."""
    found = limits(con, method, base, z)
    chance = stats.binom.pmf(np.arange(base + 1), base, p)
    return float(chance[(found.lower > p) | (found.upper < p)].sum())


def miss_rate(con, mean, z) -> float:
    """Return how likely the interval of a township that expects so many cases misses them."""
    found = limits(con, "byar", most_cases(mean), z)
    chance = stats.poisson.pmf(np.arange(len(found.lower)), mean)
    return float(chance[(found.lower > mean) | (found.upper < mean)].sum())


def some(miss: float, townships=TOWNSHIPS) -> float:
    """Return how likely one of so many townships or more is missed."""
    return 1 - (1 - miss) ** townships


def drawn(found: Limits, cases: np.ndarray, county: np.ndarray) -> dict:
    """Return shares of rounds with a false alarm: `cases` is rounds × townships, all with the same
    truth, `county` what they come to together, in the limits' terms.
    """
    lower, upper = found.lower[cases], found.upper[cases]
    beside = county[:, None]
    return {
        "versus_county": float(((lower > beside) | (upper < beside)).any(axis=1).mean()),
        "ranking": float((lower.max(axis=1) > upper.min(axis=1)).mean()),
    }


def draw_shares(con, base, p, rounds, random, townships=TOWNSHIPS) -> dict:
    cases = random.binomial(base, p, (rounds, townships))
    found = limits(con, "score", base, z_of(townships))
    return drawn(found, cases, cases.mean(axis=1) / base)


def draw_rates(con, mean, rounds, random, townships=TOWNSHIPS) -> dict:
    cases = random.poisson(mean, (rounds, townships))
    found = limits(con, "byar", max(most_cases(mean), int(cases.max())), z_of(townships))
    return drawn(found, cases, cases.mean(axis=1))
