"""What an interval gives away: both of its limits together tell how many cases of how many."""

from math import sqrt

from scipy.optimize import brentq

from tests.limits import byar_lower, byar_upper

Z = 1.959963984540054
MOST = 1e9  # cases

READ = """
    select interval.indicator, interval.category, interval.ref_area, interval.time_period,
        interval.method, interval.obs_lower / indicator.per, interval.obs_upper / indicator.per
    from interval
    inner join indicator on interval.indicator = indicator.id
"""


def fill(rows, told):
    """Put into rows that lack their numerator or denominator what their interval says of them.

    rows: dicts of attacker_store.COLUMNS; told: rows of READ.
    """
    known = {tuple(one[:4]): one[4:] for one in told}
    for row in rows:
        own = known.get(tuple(row[name] for name in KEY))
        if own and (row["numerator"] is None or row["denominator"] is None):
            row["numerator"], row["denominator"] = map(float, map(round, worked_back(*own)))


KEY = ("declared", "category", "ref_area", "time_period")


def worked_back(method: str, lower: float, upper: float) -> tuple[float, float]:
    """Return (cases, base) of an interval: a share of 1, or cases to one of the population."""
    return (_of_share if method == "wilson" else _of_rate)(lower, upper)


def _of_share(lower, upper):
    """Wilson's limits are the roots of (base + z²) p² - (2 cases + z²) p + cases² / base: their sum
    and their product are two equations, quadratic in whole = base + z².
    """
    middle, product = (lower + upper) / 2, lower * upper
    a, b, c = product - middle**2, Z**2 * (middle - product), -(Z**4) / 4
    whole = (-b - sqrt(max(b * b - 4 * a * c, 0))) / (2 * a)
    return middle * whole - Z**2 / 2, whole - Z**2


def _of_rate(lower, upper):
    """Byar's limits have a ratio that falls as the cases rise."""
    if lower == 0:
        return 0.0, byar_upper(0, Z) / upper
    cases = brentq(
        lambda cases: byar_upper(cases, Z) / byar_lower(cases, Z) - upper / lower, 1, MOST
    )
    return cases, byar_lower(cases, Z) / lower
