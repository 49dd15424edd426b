"""The register of home care beds: 250 built in 2023, as published."""

import datetime

from demo import common
from demo.residents import OLDER, residents

BUILT = {
    datetime.date(2020, 5, 31): 0,
    datetime.date(2020, 12, 31): 24,
    datetime.date(2021, 12, 31): 70,
    datetime.date(2022, 12, 31): 150,
    datetime.date(2023, 3, 31): 178,
    datetime.date(2023, 6, 30): 242,
    datetime.date(2023, 9, 30): 325,
    datetime.date(2023, 12, 31): 400,  # 250 in the year: published
    common.AS_OF: 512,
}
ENDED = 0.09  # share given up since
SERVED = {"独山港镇": 0.7}  # share of the rest with a service of late; others 0.91
RECENT = datetime.timedelta(days=50)
DAY = datetime.timedelta(days=1)


def make(seed):
    """Return every row of the register."""
    rng = common.generator(seed, "home_care_beds")
    towns = {township.name: township for township in common.townships()}
    heads, rows = residents(OLDER), []
    for number, built_on in enumerate(common.days(rng, BUILT), start=1):
        town = towns[common.pick(rng, heads)]
        row = {
            "bed": f"C{number:04d}",
            "ref_area": town.name,
            "community": town.communities[rng.integers(len(town.communities))]["name_zh"],
            "built_on": built_on,
            "as_of": common.AS_OF,
        }
        rows.append(row | _course(rng, town.name, built_on))
    return rows


def write(seed, folder):
    common.write(folder / "home_care_beds.csv", common.headings("home_care_beds"), make(seed))


def _course(rng, town, built_on):
    """Return when a bed was given up, if it was, and when it was last served, if it ever was."""
    ended_on = None
    if rng.random() < ENDED and built_on < common.AS_OF - RECENT:
        ended_on = common.day(rng, built_on + DAY, common.AS_OF)
    until = ended_on or common.AS_OF
    if rng.random() > SERVED.get(town, 0.91):
        until -= datetime.timedelta(days=int(rng.integers(120, 260)))
    served_on = None
    if until >= built_on:
        served_on = common.day(rng, max(until - RECENT, built_on - DAY), until)
    return {"ended_on": ended_on, "last_service_on": served_on}
