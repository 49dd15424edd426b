"""Monthly occupancy of facilities with beds: new ones fill up, one township's stay half empty."""

import calendar
import datetime

from demo import care_facilities, common

MONTHS = [at for at in common.MONTHS if at >= (2022, 1)]
FULL = {"养老院": 0.72, "养老综合体": 0.64, "认知障碍照护专区": 0.93}  # share once filled up
HALF_EMPTY = ("广陈镇", 0.44)
FILLING = 10  # months until a new one has filled up
WAITING = {"养老院": 3.0, "养老综合体": 0.4, "认知障碍照护专区": 3.2}  # persons, once filled up


def make(seed):
    """Return every return: facility with beds × month in which it was open."""
    rng = common.generator(seed, "care_occupancy")
    rows = []
    for facility in care_facilities.make(seed):
        if facility["beds"] and facility["opened_on"]:
            rows += _returns(rng, facility)
    return sorted(rows, key=lambda row: (row["month"], row["facility"]))


def write(seed, folder):
    common.write(folder / "care_occupancy.csv", common.headings("care_occupancy"), make(seed))


def _returns(rng, facility):
    """Yield a facility's returns from the month in which it opened."""
    kind, opened_on = facility["kind"], facility["opened_on"]
    level = FULL[kind] * rng.normal(1, 0.07)
    if facility["ref_area"] == HALF_EMPTY[0] and kind == "养老院":
        level = HALF_EMPTY[1]
    for number, (year, month) in enumerate(MONTHS):
        last = datetime.date(year, month, calendar.monthrange(year, month)[1])
        if opened_on <= last:
            age = (year - opened_on.year) * 12 + month - opened_on.month
            filled = min(0.25 + 0.75 * age / FILLING, 1)
            share = min(level * filled * (0.93 + 0.0035 * number) + rng.normal(0, 0.008), 1)
            yield {
                "month": f"{year}-{month:02d}",
                "facility": facility["facility"],
                "kind": kind,
                "ref_area": facility["ref_area"],
                "beds": facility["beds"],
                "occupied": round(facility["beds"] * share),
                "waiting": int(rng.poisson(WAITING[kind] * filled * (0.7 + 0.02 * number))),
            }
