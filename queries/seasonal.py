"""Seasonal regression of monthly series whose errors resemble the month before: an AR(1).

Ordinary least squares on calendar months, and on time if asked, of many series at once. What a
residual's correlation with the next one is expected to be under each AR(1) is known exactly from
the design (the residuals' variance is M V M), so that the estimate is freed of its bias, which in
three to five years is large (Marriott and Pope, "Bias in the estimation of autocorrelations",
Biometrika 41, 1954); degrees of freedom are Satterthwaite's (Biometrics Bulletin 2, 1946).
"""

from dataclasses import dataclass
from functools import cache

import numpy as np

YEAR = 12  # months
PHIS = np.round(np.arange(0, 0.96, 0.05), 2)  # correlations from one month to the next


@dataclass(frozen=True)
class Fit:
    """Of each series a number made of it by weights, its variance and what that rests on.

    `scale` is its variance if that of a month is one, `inflation` how much of that is owed to
    months that resemble one another, `freedom` the degrees of freedom of Student's t.
    """

    value: np.ndarray
    variance: np.ndarray
    freedom: np.ndarray
    scale: np.ndarray
    inflation: np.ndarray


def fit(series: np.ndarray, of: str, has_trend: bool, slack: float) -> Fit:
    """Return of series, one a row, one month a column: their "slope" a month, the sum of a year's
    months ("year"), or how far their "last" month is from what those before it let expect.

    `slack` is added to the estimated correlation.
    """
    months = series.shape[1] - (of == "last")
    weights, residual, by_phi = _tables(months, of, has_trend)
    resemblance, scale, freedom, trace = by_phi
    left = series[:, :months] @ residual
    squares = (left**2).sum(axis=1)
    beside = (left[:, 1:] * left[:, :-1]).sum(axis=1) / np.maximum(squares, np.finfo(float).tiny)
    phi = np.clip(np.interp(beside, resemblance, PHIS) + slack, PHIS[0], PHIS[-1])
    scale_of = np.interp(phi, PHIS, scale)
    return Fit(
        series @ weights,
        squares / np.interp(phi, PHIS, trace) * scale_of,
        np.interp(phi, PHIS, freedom),
        scale_of,
        scale_of / scale[0],
    )


@cache
def _tables(months, of, has_trend):
    """Return the weights of a number, what leaves the residuals, and what follows from each phi."""
    whole = _design(months + (of == "last"), has_trend)
    design = whole[:months]
    solved = np.linalg.pinv(design)
    residual = np.eye(months) - design @ solved
    weights = {
        "slope": solved[-1],
        "year": solved[:YEAR].sum(axis=0),
        "last": np.append(-whole[-1] @ solved, 1),
    }[of]
    apart = np.abs(np.subtract.outer(range(len(weights)), range(len(weights))))
    found = []
    for phi in PHIS:
        variance = phi**apart if phi else np.eye(len(weights))
        left = residual @ variance[:months, :months] @ residual
        trace, next_ = np.trace(left), np.trace(left, 1)
        found.append(
            (next_ / trace, weights @ variance @ weights, trace**2 / (left**2).sum(), trace)
        )
    return weights, residual, np.array(found).T


def _design(months, has_trend):
    """Return a column for each calendar month and, if asked, one of time."""
    time = np.arange(months)
    calendar = time[:, None] % YEAR == np.arange(YEAR)
    return np.column_stack([calendar, time - time.mean()] if has_trend else [calendar]) * 1.0
