"""Funerals by township and month: winters are hard, and simple funerals gain ground."""

from demo import common

RATE = 7.1  # deaths per 1,000 residents and year
SEASON = (1.28, 1.16, 1.06, 0.96, 0.92, 0.88, 0.92, 0.94, 0.88, 0.94, 1.0, 1.12)
HARD = {(2022, 12): 1.15, (2023, 1): 1.25}
SUBSIDISED = 0.93
SIMPLE = {2019: 0.12, 2020: 0.22, 2021: 0.27, 2022: 0.35, 2023: 0.47, 2024: 0.58}
MANNER = (0.06, 0.03, 0.0, 0.02, 0.08, -0.05, 0.04, -0.12)  # by township, on the simple share
SUBSIDY = {2019: 1200, 2022: 1600, 2024: 1800}  # yuan a family, raised twice
REWARDED_SINCE = (2022, 1)
REWARD = 1000


def make(seed):
    """Return a row per township and month."""
    rng = common.generator(seed, "funerals")
    residents = {}
    for row in common.reference("population"):
        key = row["ref_area"], int(row["year"])
        residents[key] = residents.get(key, 0) + int(row["persons"])
    return [
        _row(rng, index, township, at, residents)
        for at in common.MONTHS
        for index, township in enumerate(common.townships())
    ]


def write(seed, folder):
    common.write(folder / "funerals.csv", common.headings("funerals"), make(seed))


def _row(rng, index, township, at, residents):
    year, month = at
    expected = residents[township.ref_area, year] * RATE / 12000 * SEASON[month - 1]
    cases = int(rng.poisson(expected * HARD.get(at, 1)))
    subsidised = int(rng.binomial(cases, SUBSIDISED))
    simple = int(rng.binomial(cases, SIMPLE[year] + MANNER[index]))
    rewarded = int(rng.binomial(simple, 0.8)) if at >= REWARDED_SINCE else 0
    amount = SUBSIDY[max(since for since in SUBSIDY if since <= year)]
    return {
        "ref_area": township.name,
        "month": f"{year}-{month:02d}",
        "cases": cases,
        "subsidised": subsidised,
        "simple": simple,
        "rewarded": rewarded,
        "subsidy": subsidised * amount,
        "reward": rewarded * REWARD,
    }
