"""Yearly returns of the social-work stations: six townships in 2021, all eight from 2022 on."""

import datetime

from demo import common
from demo.common import AS_OF

OPENED = (  # of each township's station, in statistical order
    datetime.date(2020, 9, 18),
    datetime.date(2020, 11, 6),
    datetime.date(2021, 6, 10),
    datetime.date(2021, 3, 22),
    datetime.date(2021, 4, 15),
    datetime.date(2022, 3, 30),
    datetime.date(2022, 5, 26),
    datetime.date(2021, 1, 19),
)
STAFF = (11, 8, 5, 5, 5, 4, 4, 7)
GROWTH = {2021: 0.7, 2022: 0.85, 2023: 1.0, 2024: 1.08}


def make(seed):
    """Return every row, year by year, the good ones only."""
    rng = common.generator(seed, "social_work_stations")
    rows = []
    for year, growth in GROWTH.items():
        as_of = min(datetime.date(year, 12, 31), AS_OF)
        for number, township in enumerate(common.townships()):
            if OPENED[number] > as_of:
                continue
            elapsed = (as_of - max(OPENED[number], datetime.date(year, 1, 1))).days / 365
            row = _year(rng, round(STAFF[number] * growth), growth, elapsed)
            rows.append(
                {
                    "station": f"SG{number + 1:02d}",
                    "year": year,
                    "name": f"{township.name}社会工作站",
                    "ref_area": township.name,
                    "opened_on": OPENED[number],
                    "as_of": as_of,
                }
                | row
            )
    return rows


def write(seed, folder):
    heads = common.headings("social_work_stations")
    common.write(folder / "social_work_stations.csv", heads, make(seed))


def _year(rng, staff, growth, elapsed):
    """Return what a station of so many did in its part of the year."""
    opened = round(staff * 9 * elapsed * float(rng.normal(1, 0.1)))
    return {
        "staff": staff,
        "certified": min(round(staff * (0.5 + 0.25 * growth)), staff),
        "cases_opened": opened,
        "cases_closed": round(opened * float(rng.uniform(0.72, 0.94))),
        "activities": round(staff * 11 * elapsed * float(rng.normal(1, 0.12))),
        "hours": round(staff * 620 * elapsed * float(rng.normal(1, 0.06))),
        "contest_score": round(float(rng.normal(74 + 10 * growth, 3.5)), 1),
    }
