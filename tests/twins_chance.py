"""The limits of a funnel once more in plain Python; see tests/twins.py."""

from math import sqrt

from scipy.optimize import brentq

from tests.limits import byar_lower, byar_upper, score_lower, wilson_lower
from tests.twins import complete, county, last_of_county, totals, until

STEPS = 40


def funnel(tables, indicator, time_period):
    shown = last_of_county(tables, until(tables, time_period)).get(indicator)
    rows = {
        row["ref_area"]: row for row in totals(tables, indicator) if row["time_period"] == shown
    }
    whole = rows.get(county(tables)["ref_area"])
    bounded = [
        row
        for row in tables.of("interval", indicator=indicator, time_period=shown)
        if row["versus_county"] is not None
    ]
    if not complete(whole) or not bounded:
        return []
    per = float(tables.one("indicator", id=indicator)["per"])
    middle = whole["obs_value"] / per
    bases = [float(rows[row["ref_area"]]["denominator"]) for row in bounded]
    grid = [
        0.9 * min(bases) * (max(bases) / min(bases) * 1.15) ** (n / STEPS) for n in range(STEPS + 1)
    ]
    place = share if bounded[0]["method"] == "wilson" else rate
    levels = {"family": len(bounded), "one": 1}
    found = []
    for level, areas in levels.items():
        z = tables.one("chance_level", areas=areas)["z"]
        for side in ("lower", "upper"):
            points = [place(n, middle, z, level == "family", side) for n in grid]
            points = [(base, value * per) for base, value in points]
            found += [
                {"level": level, "side": side, "denominator": base, "obs_value": value}
                for base, value in sorted(points)
            ]
    return found


def share(base, middle, z, corrected, side):
    """The share from which on a township with such a base lies beyond the middle."""
    if side == "lower":
        return base, 1 - share(base, 1 - middle, z, corrected, "upper")[1]
    lower = score_lower if corrected else wilson_lower
    if lower(base, base, z) <= middle:
        return base, 1.0
    least = brentq(lambda cases: lower(cases, base, z) - middle, base * middle, base, rtol=1e-14)
    return base, least / base


def rate(base, middle, z, corrected, side):
    """A number of cases, and the population for which it is just too many or too few."""
    away = z * sqrt(base * middle)
    bend = (z * z - 1) / 6
    if side == "upper":
        cases = base * middle + away + bend + 0.5
        base = byar_lower(cases, z) / middle
    else:
        cases = max(base * middle - away + bend - 0.5, 0)
        base = byar_upper(cases, z) / middle
    return base, cases / base


TWINS = {"funnel": funnel}
