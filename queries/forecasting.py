"""Forecasting: where the year ends, for every target of the year under way, and when it is met."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from queries import database
from queries.extrapolation import LEVEL, outlook

TRIALS = 5  # years at most by whose ends a forecast is told to have erred


class Way(NamedTuple):
    """From the last complete month to the year's end: the last value, then one a month."""

    middle: np.ndarray
    lower: np.ndarray
    upper: np.ndarray


def forecast(con):
    """Make tables forecast and forecast_month; reads observation, indicator and reference.*."""
    series = con.execute(database.script("forecast_series")).df()
    ends, months = [], []
    for row in series.itertuples():
        end, path = year_end(row)
        ends.append(end)
        months += path
    for table, records in (("forecast", ends), ("forecast_month", months)):
        con.execute(database.script(f"{table}_table"))
        if records:
            con.register("records", pd.DataFrame(records))
            con.execute(database.script(f"{table}_rows"))
            con.unregister("records")


def year_end(row) -> tuple[dict, list[dict]]:
    """Return the row of forecast for a row of queries/forecast_series.sql, and of forecast_month
    one for the last complete month and each that follows; none where there are too few months.
    """
    told = ("indicator", "ref_area", "year", "time_period", "target")
    known = {name: getattr(row, name) for name in told}
    amounts = np.array(row.amounts, dtype=float)
    is_bounded = row.is_share and (amounts <= 100).all()
    seen = outlook(amounts, 12 - row.months_gone, row.is_sum, 100 if is_bounded else np.inf)
    if seen is None:
        return known | {"state": "short"}, []
    this_year = amounts[-row.months_gone :]
    reached = this_year.cumsum() if row.is_sum else this_year
    way = Way(
        *(
            np.append(reached[-1], part + (reached[-1] if row.is_sum else 0))
            for part in (seen.amounts, seen.lower, seen.upper)
        )
    )
    error, trials = missed(seen.trials, amounts, row.months_gone, row.is_sum)
    state, met = verdict(row, reached, way)
    end = known | {
        "obs_value": way.middle[-1],
        "obs_lower": way.lower[-1],
        "obs_upper": way.upper[-1],
        "level": LEVEL,
        "method": seen.method,
        "error": error,
        "trials": trials,
        "met_in": None if met is None else _month(row.year, met),
        "state": state,
    }
    return end, [
        {
            "indicator": row.indicator,
            "ref_area": row.ref_area,
            "time_period": _month(row.year, row.months_gone + step),
            "obs_value": value,
            "obs_lower": low,
            "obs_upper": high,
        }
        for step, (value, low, high) in enumerate(zip(*way, strict=True))
    ]


def missed(trials, amounts, months_gone, is_sum):
    """Return the mean absolute error of the ends of earlier years, as a share of what came, and of
    how many: trials that stood at the same month. (None, 0) where none came to anything.
    """
    shares = []
    for made, came, known in trials:
        if (len(amounts) - known) % 12:
            continue
        before = amounts[max(known - months_gone, 0) : known].sum() if is_sum else 0.0
        if came + before:
            shares.append(abs(made - came) / abs(came + before))
    shares = shares[-TRIALS:]
    return (float(np.mean(shares)), len(shares)) if shares else (None, 0)


def verdict(row, reached, way):
    """Return (state, month in which the target is met); (None, None) of a neutral indicator.

    `reached` has this year's months so far. Unsure is where the year's end may lie on either side.
    """
    if row.polarity == "neutral":
        return None, None
    if row.polarity == "higher_is_better":
        is_met, is_passed = reached >= row.target, way.middle >= row.target
        is_sure, is_lost = way.lower[-1] >= row.target, way.upper[-1] < row.target
    else:
        is_met, is_passed = reached <= row.target, way.middle <= row.target
        is_sure, is_lost = way.upper[-1] <= row.target, way.lower[-1] > row.target
    state = "will_meet" if is_sure else "will_miss" if is_lost else "unsure"
    if row.polarity == "lower_is_better" and row.is_sum:
        return state, None  # a ceiling is kept on New Year's Eve, not before
    if is_met[-1] and is_passed[-1]:
        before = np.flatnonzero(~is_met)  # the last month short of it
        return "met", int(before[-1]) + 2 if len(before) else 1
    return state, len(reached) + int(is_passed.argmax()) if is_passed[-1] else None


def _month(year, month):
    return f"{year}-{month:02}"
