"""The cut that sets two indicators against each other once more in plain Python."""

import math
import statistics
from decimal import ROUND_HALF_UP, Decimal

from tests.twins import columns, county, last_of_county, one, totals, townships, until

SIDES = {1: "above", -1: "below", 0: "level"}


def pair(tables, x, y, time_period):
    known = {row["id"]: row for row in tables["indicator"]}
    if x not in known or y not in known:
        return []
    year, month = time_period.split("-")
    months = [row["time_period"] for row in tables["reference.month"]]
    backwards = [
        f"{past}-{month}" for past in range(int(year), 0, -1) if f"{past}-{month}" in months
    ]
    found, seen = [], {x: set(), y: set()}
    for step, past in enumerate(backwards):
        shown = last_of_county(tables, until(tables, past))
        periods = {of: shown.get(of) for of in (x, y)}
        year_before = f"{int(past[:4]) - 1}-{month}"
        is_past = step and year_before in months
        stale = last_of_county(tables, until(tables, year_before)) if is_past else {}
        periods = {
            of: None if period == stale.get(of) else period for of, period in periods.items()
        }
        is_new = all(periods[of] and periods[of] not in seen[of] for of in (x, y))
        for of in (x, y):
            seen[of].add(periods[of])
        if is_new:
            found += of_step(tables, step, known[x], known[y], periods)
    return found


def of_step(tables, step, x, y, periods):
    middle = county(tables)
    places = [
        (middle["ref_area"], middle["short_zh"], "county"),
        *(
            (row["ref_area"], row["name_zh"], "township")
            for row in townships(tables)
            if row["in_scope"]
        ),
    ]
    sides = [side(tables, of, periods[of["id"]], places) for of in (x, y)]
    both = [
        (sides[0][code]["printed"], sides[1][code]["printed"])
        for code, _, level in places
        if level == "township" and None not in (s[code]["printed"] for s in sides)
    ]
    rho = spearman(both)
    return [
        {"step": step, "ref_area": code, "name_zh": name, "area_level": level}
        | {
            f"{axis}_{part}": found[code][part]
            for axis, found in zip("xy", sides, strict=True)
            for part in ("period", "value", "status", "yardstick", "side")
        }
        | {"points": len(both), "rho": rho}
        | {"is_telling": None if rho is None else abs(rho) * math.sqrt(len(both) - 1) >= 1.96}
        for code, name, level in places
    ]


def side(tables, of, period, places):
    """Return an indicator's numbers of a period, each on its side of the yardstick."""
    found = {}
    for code, _, level in places:
        row = one(totals(tables, of["id"]), ref_area=code, time_period=period)
        values = columns(row, "obs_value", "obs_status")
        is_whole = values["obs_status"] == "A"
        found[code] = {
            "level": level,
            "period": period,
            "value": values["obs_value"],
            "status": values["obs_status"] or "O",
            "printed": rounded(values["obs_value"], of["decimals"]) if is_whole else None,
        }
    own = [row["printed"] for row in found.values() if row["level"] == "township"]
    own = [value for value in own if value is not None]
    whole = [row["printed"] for row in found.values() if row["level"] == "county"]
    middle = statistics.median(own) if own else None
    yardstick = whole[0] if of["standardised"] else middle
    for row in found.values():
        row["yardstick"] = yardstick
        known = row["level"] == "township" and None not in (row["printed"], yardstick)
        row["side"] = (
            SIDES[(row["printed"] > yardstick) - (row["printed"] < yardstick)] if known else None
        )
    return found


def rounded(value, decimals):
    exact = Decimal(str(value)).quantize(Decimal(1).scaleb(-int(decimals)), ROUND_HALF_UP)
    return float(exact)


def spearman(both):
    """Return the correlation of two orders, those that tie in the middle of their ranks."""
    orders = [middle_ranks([pair[side] for pair in both]) for side in (0, 1)]
    if len(both) < 5 or any(len(set(order)) == 1 for order in orders):
        return None
    return statistics.correlation(*orders)


def middle_ranks(values):
    return [
        sum(other < value for other in values) + (values.count(value) + 1) / 2 for value in values
    ]


TWINS = {"pair": pair}
