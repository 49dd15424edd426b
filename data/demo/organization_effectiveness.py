"""Evaluation of what community organizations bring about: a test in 2023, nearly all in 2024."""

import datetime

from demo import common, organizations
from demo.common import AS_OF

TAKING_PART = {2023: 0.62, 2024: 0.9}
REVIEWED = {2023: 1.0, 2024: 0.82}  # reviews of the running year go on
LISTS = {  # list → how many had it in 2023 and have it in 2024
    "has_service_list": (0.86, 0.95),
    "has_resource_list": (0.61, 0.82),
    "has_project_list": (0.68, 0.86),
}
DILIGENCE = {"当湖街道": 0.04, "新仓镇": 0.03, "广陈镇": -0.14, "独山港镇": -0.06}
FIRST_DAYS = {2023: datetime.date(2023, 9, 30), 2024: datetime.date(2024, 6, 10)}
LAST_DAYS = {2023: datetime.date(2023, 12, 20), 2024: AS_OF}


def make(seed):
    """Return a row per organization and year evaluated."""
    rng = common.generator(seed, "organization_effectiveness")
    return [
        _row(rng, one, year)
        for year in (2023, 2024)
        for one in standing(seed, datetime.date(year, 6, 30))
        if rng.random() < TAKING_PART[year]
    ]


def write(seed, folder):
    heads = common.headings("organization_effectiveness")
    common.write(folder / "organization_effectiveness.csv", heads, make(seed))


def standing(seed, day):
    """Return the community organizations still registered that were so on a day."""
    return [
        row
        for row in organizations.make(seed)
        if row["basis"] == "登记" and row["is_community"] and row["registered_on"] <= day
    ]


def _row(rng, one, year):
    lift = DILIGENCE.get(one["ref_area"], 0)
    lists = {
        column: bool(rng.random() < shares[year - 2023] + lift) for column, shares in LISTS.items()
    }
    exchanges = int(rng.poisson(1.5 + 0.4 * (year - 2023) + 4 * lift))
    fields = 1 + int(rng.binomial(5, 0.42 + lift))
    reviewed = 58 + 6 * sum(lists.values()) + 3 * min(exchanges, 3) + 2 * fields + rng.normal(0, 4)
    over = rng.normal(3.5 - 8 * lift, 3)  # organizations think well of themselves
    row = {
        "credit_code": one["credit_code"],
        "year": year,
        "ref_area": one["ref_area"],
        **lists,
        "exchanges": exchanges,
        "fields_served": fields,
        "self_score": _points(reviewed + over),
        "as_of": AS_OF,
    }
    if rng.random() < REVIEWED[year]:
        row["reviewed_score"] = _points(reviewed)
        row["reviewed_on"] = common.day(rng, FIRST_DAYS[year], LAST_DAYS[year])
    return row


def _points(score):
    return f"{min(100, max(30, score)):.1f}"
