"""Residents' ratings: about 120 community organizations, more of them and more voices each year."""

import datetime

from demo import common, organizations

MONTHS = [at for at in common.MONTHS if at[0] >= 2022]
RATED = 0.62  # share of the community organizations that let themselves be rated
LEVELS = (("优秀", 4.55), ("良好", 4.2), ("一般", 3.6), ("较差", 0.0))
MOOD = {"新仓镇": 0.08, "曹桥街道": 0.04, "广陈镇": -0.16}


def make(seed):
    """Return a row per organization and month in which anybody rated it."""
    rng = common.generator(seed, "organization_ratings")
    rows = []
    for one in organizations.make(seed):
        if one["basis"] == "登记" and one["is_community"] and rng.random() < RATED:
            rows += _of_organization(rng, one)
    return sorted(rows, key=lambda row: (row["month"], row["ref_area"], row["credit_code"]))


def write(seed, folder):
    heads = common.headings("organization_ratings")
    common.write(folder / "organization_ratings.csv", heads, make(seed))


def _of_organization(rng, one):
    graded = {"5A": 0.25, "4A": 0.15, "3A": 0.08}.get(one.get("grade"), 0)
    mean = 4.08 + graded + MOOD.get(one["ref_area"], 0) + rng.normal(0, 0.33)
    voices = rng.gamma(3.0, 8.0) + 6
    for number, (year, month) in enumerate(MONTHS):
        if datetime.date(year, month, 1) <= one["registered_on"]:
            continue
        lull = 0.6 if month == 2 else 1.15 if month in (5, 10) else 1
        rated = int(rng.poisson(voices * lull * (0.7 + 0.016 * number)))
        if rated:
            yield _row(rng, one, f"{year}-{month:02d}", rated, mean + 0.003 * number)


def _row(rng, one, month, rated, mean):
    mean = min(4.85, max(2.6, mean + rng.normal(0, 0.06)))
    happy = min(0.97, 0.28 + 0.8 * (mean - 3.4))
    low = max(0.01, 0.62 - 0.14 * mean)
    middle = max(0.02, 1 - happy - low)
    shares = [happy * 0.55, happy * 0.45, middle, low * 0.7, low * 0.3]
    fives, fours, threes, twos, ones = rng.multinomial(rated, [s / sum(shares) for s in shares])
    total = int(5 * fives + 4 * fours + 3 * threes + 2 * twos + ones)
    return {
        "credit_code": one["credit_code"],
        "ref_area": one["ref_area"],
        "month": month,
        "rated": rated,
        "satisfied": int(fives + fours),
        "low": int(twos + ones),
        "score_sum": total,
        "credit_level": next(level for level, least in LEVELS if mean >= least),
    }
