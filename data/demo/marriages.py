"""Daily marriage registrations: spring and autumn peaks, special days, 69 couples on 七夕 2024."""

import calendar
import datetime

import numpy as np

from demo import charity_places, common
from demo.common import AS_OF
from demo.residents import residents

A_DAY = 8.1  # couples on an ordinary working day
SEASON = (1.12, 0.9, 1.08, 0.95, 1.05, 0.98, 0.9, 0.92, 1.06, 1.2, 1.12, 1.02)
YEARS = {2022: 0.95, 2023: 1.06, 2024: 0.97}
SHOCKS = {(2022, 4): 0.4, (2022, 12): 0.62, (2023, 1): 0.85, (2023, 2): 1.25}  # epidemics, after
DAY = datetime.date
SPECIAL = {  # couples of the county; 69 on 七夕 2024 is published
    DAY(2022, 2, 14): ("情人节", 58), DAY(2022, 5, 20): ("520", 92), DAY(2022, 8, 4): ("七夕", 61),
    DAY(2022, 9, 9): ("99", 38), DAY(2022, 11, 11): ("双11", 33),
    DAY(2023, 2, 14): ("情人节", 63), DAY(2023, 5, 20): ("520", 84), DAY(2023, 8, 22): ("七夕", 66),
    DAY(2024, 2, 14): ("情人节", 41), DAY(2024, 5, 20): ("520", 78), DAY(2024, 8, 10): ("七夕", 69),
}  # fmt: skip
COLLECTIVE = {DAY(2022, 8, 4): 12, DAY(2023, 5, 20): 20, DAY(2023, 8, 22): 15, DAY(2024, 5, 20): 26}
REST = [  # holidays on which nobody registers, besides weekends
    (DAY(2022, 1, 31), 7), (DAY(2022, 10, 1), 7), (DAY(2023, 1, 21), 7), (DAY(2023, 9, 29), 8),
    (DAY(2024, 2, 10), 8), (DAY(2024, 5, 1), 5),
]  # fmt: skip
TEACHERS = {"平日": 1, "特殊": 2, "七夕2024": 3}  # 3 is published for 七夕 2024
COUNSELLED = {2022: 0.34, 2023: 0.52, 2024: 0.68}  # share of couples
BOOKED = {2022: 0.45, 2023: 0.61, 2024: 0.74}
RELUCTANT = ("独山港镇", 0.72)  # of the usual share counselled: it lies farthest from the centre
DIVORCES = 0.34  # per couple married


def make(seed):
    """Return a row for each day and township in which anybody registered."""
    rng = common.generator(seed, "marriages")
    places = residents()
    shares = np.array(list(places.values()), dtype=float)
    rows = []
    for day in _days():
        parts = (
            common.allocate(SPECIAL[day][1], shares * rng.uniform(0.75, 1.25, len(shares)))
            if day in SPECIAL
            else rng.poisson(_usual(day) * shares / shares.sum())
        )
        joined = common.allocate(COLLECTIVE.get(day, 0), np.array(parts) + 0.01)
        for township, couples, collective in zip(places, parts, joined, strict=True):
            row = _row(rng, day, township, int(couples)) | {"collective": collective}
            if row["couples"] + row["divorces"]:
                rows.append(row)
    return rows


def write(seed, folder):
    common.write(folder / "marriages.csv", common.headings("marriages"), make(seed))


def _days():
    """Yield the days on which the centre was open."""
    resting = {start + datetime.timedelta(days=n) for start, length in REST for n in range(length)}
    for year, month in charity_places.MONTHS:
        for number in range(1, calendar.monthrange(year, month)[1] + 1):
            day = DAY(year, month, number)
            if day in SPECIAL or (day.weekday() < 5 and day not in resting):
                yield day


def _usual(day):
    at = day.year, day.month
    return A_DAY * SEASON[day.month - 1] * YEARS[day.year] * SHOCKS.get(at, 1.0)


def _row(rng, day, township, couples):
    name = SPECIAL.get(day, (None,))[0]
    listens = COUNSELLED[day.year] * (RELUCTANT[1] if township == RELUCTANT[0] else 1.0)
    kind = "七夕2024" if day == DAY(2024, 8, 10) else "特殊" if name else "平日"
    return {
        "registered_on": day,
        "ref_area": township,
        "couples": couples,
        "divorces": 0 if name else int(rng.poisson(DIVORCES * _usual(day) / 8)),
        "booked": int(rng.binomial(couples, min(BOOKED[day.year] + (0.2 if name else 0), 1.0))),
        "counselled": int(rng.binomial(couples, listens)),
        "teachers": TEACHERS[kind],
        "special_day": name,
        "is_overtime": bool(name) and (day.weekday() >= 5 or day == DAY(2024, 2, 14)),
        "as_of": AS_OF,
    }
