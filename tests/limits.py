"""The limits of shares and rates once more, by their defining equations and not by formulas."""

from math import sqrt

from scipy.optimize import brentq, minimize_scalar

TIGHT = 1e-14


def wilson_lower(cases, base, z):
    """The smaller p at which the cases lie z standard errors of p above base p."""
    return _smallest(lambda p: base * p + z * sqrt(base * p * (1 - p)), cases)


def score_lower(cases, base, z):
    """The same, the cases half a case nearer and the normal curve bent by its skewness."""
    return _smallest(lambda p: reach(p, base, z), cases)


def reach(p, base, z):
    """How many of base cases count at most, z standard errors above p."""
    skew = (z * z - 1) / 6 * (1 - 2 * p)
    return base * p + z * sqrt(base * p * (1 - p)) + 0.5 + skew


def byar_lower(cases, z):
    if cases == 0:
        return 0.0
    return cases * max(1 - 1 / (9 * cases) - z / (3 * sqrt(cases)), 0) ** 3


def byar_upper(cases, z):
    return (cases + 1) * (1 - 1 / (9 * (cases + 1)) + z / (3 * sqrt(cases + 1))) ** 3


def _smallest(most, cases):
    """Return the smallest p at which `most` is as many as cases; it rises to a peak near 1."""
    if most(0) >= cases:
        return 0.0
    peak = minimize_scalar(lambda p: -most(p), bounds=(0, 1), method="bounded").x
    return brentq(lambda p: most(p) - cases, 0, peak, xtol=TIGHT, rtol=TIGHT)
