"""Signals: whether a monthly series rises or falls whatever the season, and whether its last month
lies outside what such a series does anyway.

The trend of a flow is asked by the seasonal Mann-Kendall test (Hirsch, Slack and Smith, "Techniques
of trend analysis for monthly water quality data", Water Resources Research 18, 1982): each calendar
month is held against the same month of other years. Months that resemble the one before tell less
than their number: the variance is that of the effective sample size (Yue and Wang, Water Resources
Management 18, 2004) under the AR(1) of queries/seasonal.py. How much a year makes is the seasonal
Sen slope (Hipel and McLeod, "Time series modelling of water resources", 1994, ch. 23).

A stock is near to a random walk, of which tests of levels often say that it has a trend: it is
asked whether its monthly net changes come to nought over a year.

The last month is held against the prediction interval of the months before it; counts and amounts
on square roots, for they vary the more the larger they are. All was chosen by simulation, among the
tests of pymannkendall too: tests/benchmarks/README.md.
"""

from itertools import combinations

import numpy as np
import pandas as pd
from scipy.special import stdtr, stdtrit

from queries import database
from queries.seasonal import YEAR, fit

SHORTEST, LONGEST = 36, 60  # months a verdict needs, and those it looks back at most
TREND_LEVEL, POINT_LEVEL = 0.05, 0.01  # at most so many series without change are called changed
SLACK = {"flow": 0.05, "stock": 0.15}  # what keeps false alarms below that in short series too
LEAST_VARIANCE = 0.25  # of whole numbers: a Poisson count's on square roots, half a unit of a stock
METHODS = {
    ("flow", "trend"): "seasonal_mann_kendall",
    ("stock", "trend"): "mean_net_change",
    ("flow", "point"): "seasonal_regression",
    ("stock", "point"): "seasonal_net_change",
}
TINY = np.finfo(float).tiny
COLUMNS = ["indicator", "ref_area", "time_period", "kind", "direction", "periods", "p_value"]
COLUMNS += ["slope_per_year", "expected", "lower", "upper", "method", "periods_needed"]


def note(con):
    """Make table signal: of every monthly indicator and area a row on trend, and one on the point.

    Reads observation and segment: months that are partial, withheld or missing are not used, nor
    those before the last change of the definition.
    """
    con.register("verdict_", verdicts(con.execute(database.script("signal_series")).df()))
    con.execute(database.script("signal_table"))
    con.unregister("verdict_")


def verdicts(series: pd.DataFrame) -> pd.DataFrame:
    """Return COLUMNS of series: indicator, ref_area, time_period (the indicator's last), kind (flow
    or stock), is_count (no share) and months, the values of the unbroken run up to that period.
    """
    runs = [np.asarray(one, dtype=float)[-LONGEST:] for one in series["months"]]
    keys = [series["kind"], series["is_count"], [len(run) for run in runs]]
    found = []
    for (kind, is_count, periods), places in series.groupby(keys).indices.items():
        told = {"trend": {"direction": "short"}, "point": {"direction": "short"}}
        if periods >= SHORTEST:
            values = np.array([runs[place] for place in places])
            told = {"trend": trend(values, kind, is_count), "point": point(values, kind, is_count)}
        for name, columns in told.items():
            named = {"kind": name, "periods": periods, "periods_needed": SHORTEST}
            own = series.iloc[places][["indicator", "ref_area", "time_period"]]
            found.append(own.assign(method=METHODS[kind, name], **named, **columns))
    return pd.concat(found).reindex(columns=COLUMNS) if found else pd.DataFrame(columns=COLUMNS)


def trend(series: np.ndarray, kind: str, is_count: bool) -> dict[str, np.ndarray]:
    """Return direction, p_value and slope_per_year of series, one a row, one month a column."""
    if kind == "stock":
        of = fit(np.diff(series), "year", False, SLACK[kind])
        z, slope = _ratio(of.value, of.variance, series), of.value
    else:
        of = fit(_evened(series, is_count), "slope", True, SLACK[kind])
        score, variance = kendall(series)
        clear = np.sign(score) * np.maximum(np.abs(score) - 1, 0)  # corrected for continuity
        z = clear / np.sqrt(np.maximum(variance, 1) * of.inflation)
        slope = sen_slope(series)
    p_value = 2 * stdtr(of.freedom, -np.abs(z))
    direction = _named(z, p_value < TREND_LEVEL, "falling", "rising")
    return {"direction": direction, "p_value": p_value, "slope_per_year": slope}


def point(series: np.ndarray, kind: str, is_count: bool) -> dict[str, np.ndarray]:
    """Return direction, p_value, expected, lower and upper of the last month of each series."""
    is_stock = kind == "stock"
    values = np.diff(series) if is_stock else _evened(series, is_count)
    of = fit(values, "last", not is_stock, SLACK[kind])
    is_whole = (series == np.round(series)).all(axis=1) & (series.min(axis=1) >= 0) & is_count
    spread = np.maximum(of.variance, np.where(is_whole, LEAST_VARIANCE * of.scale, 0))
    z = _ratio(of.value, spread, series)
    p_value = 2 * stdtr(of.freedom, -np.abs(z))
    reach = np.sqrt(spread) * stdtrit(of.freedom, 1 - POINT_LEVEL / 2)
    expected = values[:, -1] - of.value
    limits = np.array([expected, expected - reach, expected + reach])
    if is_stock:
        limits += series[:, -2]
    else:
        limits = np.where(_is_evened(series, is_count), np.maximum(limits, 0) ** 2, limits)
    direction = _named(z, p_value < POINT_LEVEL, "low", "high")
    names = ("expected", "lower", "upper")
    return {"direction": direction, "p_value": p_value, **dict(zip(names, limits, strict=True))}


def kendall(series: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the seasonal Mann-Kendall score of each series and its variance, ties counted."""
    score, variance = np.zeros(len(series)), np.zeros(len(series))
    for month in range(YEAR):
        own = series[:, month::YEAR]
        years = own.shape[1]
        above = np.sign(own[:, None, :] - own[:, :, None])  # a later year's less an earlier one's
        score += np.triu(above).sum(axis=(1, 2))
        alike = (above == 0).sum(axis=2)
        ties = ((alike - 1) * (2 * alike + 5)).sum(axis=1)
        variance += (years * (years - 1) * (2 * years + 5) - ties) / 18
    return score, variance


def sen_slope(series: np.ndarray) -> np.ndarray:
    """Return the median of what a year makes between two same months of any two years."""
    months = range(series.shape[1])
    pairs = [(a, b) for a, b in combinations(months, 2) if (b - a) % YEAR == 0]
    steps = [(series[:, b] - series[:, a]) / ((b - a) // YEAR) for a, b in pairs]
    return np.median(steps, axis=0)


def _is_evened(series, is_count):
    return is_count & (series.min(axis=1) >= 0)


def _evened(series, is_count):
    """Return counts and amounts on the scale on which they vary alike, others as they are."""
    is_evened = _is_evened(series, is_count)[:, None]
    return np.where(is_evened, np.sqrt(np.maximum(series, 0)), series)


def _ratio(value, variance, of):
    """Return a value in its standard deviations; nought where rounding alone made it."""
    rounding = 1e-9 * np.abs(of).max(axis=1)
    deviation = np.sqrt(np.maximum(variance, rounding**2))
    return np.where(np.abs(value) <= rounding, 0, value / np.maximum(deviation, TINY))


def _named(signs, is_clear, below, above):
    names = np.array([below, "none", above], dtype=object)
    return names[(np.sign(signs) * is_clear).astype(int) + 1]
