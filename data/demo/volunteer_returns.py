"""Monthly returns of volunteering: growing, quieter in the epidemic autumn of 2022."""

import datetime

from demo import common

SINCE = 2021
REGISTERED = (25400, 13900, 5600, 8100, 6900, 5200, 5600, 9700)  # January 2021, statistical order
ACTIVE = (0.3, 0.34, 0.24, 0.31, 0.27, 0.33, 0.26, 0.28)
TEAMS = (96, 58, 30, 34, 33, 30, 31, 52)
REDEEMED = (0.74, 0.8, 0.62, 0.7, 0.58, 0.77, 0.55, 0.66)  # of the points given
WANING = "林埭镇"  # fewer and fewer are active from the autumn of 2023 on


def make(seed):
    """Return every row, month by month, the good ones only."""
    rng = common.generator(seed, "volunteer_returns")
    held = [4 * count for count in REGISTERED]
    rows = []
    for turn, (year, month) in enumerate([m for m in common.MONTHS if m[0] >= SINCE]):
        for place, township in enumerate(common.townships()):
            row = {"month": f"{year}-{month:02d}", "ref_area": township.name}
            row |= _month(rng, place, turn, _zeal(township.name, year, month))
            earned, spent = row["points_earned"], row["points_spent"]
            held[place] += earned - spent
            rows.append(row | {"points_held": held[place]})
    return rows


def write(seed, folder):
    heads = common.headings("volunteer_returns")
    common.write(folder / "volunteer_returns.csv", heads, make(seed))


def _zeal(township, year, month):
    zeal = {2: 0.8, 3: 1.35, 7: 0.9, 8: 0.88, 10: 1.08, 12: 1.15}.get(month, 1.0)
    if (year, month) in ((2022, 10), (2022, 11), (2022, 12)):
        zeal *= 0.7
    gone = (datetime.date(year, month, 1) - datetime.date(2023, 9, 1)).days / 365
    return zeal * (1 - 0.45 * gone if township == WANING and gone > 0 else 1)


def _month(rng, place, turn, zeal):
    registered = round(REGISTERED[place] * (1 + 0.0085 * turn))
    share = ACTIVE[place] * (0.9 + 0.004 * turn) * (0.6 + 0.4 * zeal)
    active = round(registered * float(rng.normal(share, 0.006)))
    hours = round(active * float(rng.normal(3.1, 0.1)) * zeal)
    teams = TEAMS[place] + turn * TEAMS[place] // 160
    earned = hours * 10
    items_in = round(hours * float(rng.uniform(0.05, 0.08)))
    return {
        "registered": registered,
        "active": active,
        "hours": hours,
        "teams": teams,
        "active_teams": min(round(teams * (0.48 + 0.003 * turn) * zeal), teams),
        "points_earned": earned,
        "points_spent": round(earned * float(rng.normal(REDEEMED[place], 0.03))),
        "items_in": items_in,
        "items_out": round(items_in * float(rng.uniform(0.82, 1.0))),
        "talks": int(rng.poisson(TEAMS[place] * 0.09 * zeal)),
        "shows": int(rng.poisson(TEAMS[place] * 0.07 * zeal)),
        "visits": int(rng.poisson(active * 0.05)),
        "food_items": int(rng.poisson(TEAMS[place] * 3.2)),
    }
