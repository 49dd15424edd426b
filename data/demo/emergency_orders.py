"""Orders of two outbreaks of 2022 (757 residents, 1,800 boxes and more) and later ones."""

import datetime

from demo import charity_places, common
from demo.common import AS_OF

DAY = datetime.date
OUTBREAKS = {  # event → first day, days, new residents; 757 are published for the first two
    "3·13疫情": (
        DAY(2022, 3, 14),
        14,
        {"当湖街道": 96, "钟埭街道": 118, "新埭镇": 47, "独山港镇": 34},
    ),
    "4·7疫情": (
        DAY(2022, 4, 8),
        18,
        {"当湖街道": 162, "钟埭街道": 91, "曹桥街道": 41, "新仓镇": 66, "林埭镇": 38,
         "独山港镇": 64},
    ),
    "10月疫情": (DAY(2022, 10, 10), 16, {"当湖街道": 58, "新仓镇": 31, "广陈镇": 24}),
    "6月强降雨": (
        DAY(2024, 6, 20), 9, {"当湖街道": 34, "新埭镇": 29, "广陈镇": 25, "独山港镇": 27},
    ),
}  # fmt: skip
ZONES = {"封控区": 46, "管控区": 33, "防范区": 21}
SHELTER = {"6月强降雨": {"安置点": 1}}  # where there is no closed zone
HOURS = {
    "3·13疫情": 23.0,
    "4·7疫情": 16.0,
    "10月疫情": 11.0,
    "6月强降雨": 15.0,
}  # on average: the platform learns
REMOTE = ("独山港镇", 1.5)  # times as long
AGAIN = 0.22  # of the residents order a second time in the same emergency
MOST = 8  # boxes an order


def make(seed):
    """Return every order by day; a resident's first is marked."""
    rng = common.generator(seed, "emergency_orders")
    people = sum(count for _, _, places in OUTBREAKS.values() for count in places.values())
    residents = iter(common.ids(rng, "E", 6, people))
    places, rows = charity_places.communities(), []
    for event, (start, length, townships) in OUTBREAKS.items():
        for township, count in townships.items():
            for _ in range(count):
                rows += _orders(rng, event, start, length, township, places, next(residents))
    rows.sort(key=lambda row: (row["ordered_on"], row["resident"]))
    return [row | {"order_id": f"Y{n:05d}", "as_of": AS_OF} for n, row in enumerate(rows, start=1)]


def write(seed, folder):
    common.write(folder / "emergency_orders.csv", common.headings("emergency_orders"), make(seed))


def _orders(rng, event, start, length, township, places, resident):
    first = start + datetime.timedelta(days=int(rng.integers(0, length - 5)))
    days = [first] + [first + datetime.timedelta(days=4)] * (rng.random() < AGAIN)
    zone, community = (
        common.pick(rng, SHELTER.get(event, ZONES)),
        rng.integers(len(places[township])),
    )
    mean = HOURS[event] * (REMOTE[1] if township == REMOTE[0] else 1.0)
    for number, day in enumerate(days):
        yield {
            "resident": resident,
            "event": event,
            "ordered_on": day,
            "zone": zone,
            "ref_area": township,
            "community": places[township][community],
            "boxes": min(1 + int(rng.poisson(0.94)), MOST),
            "hours": round(float(rng.gamma(3.0, mean / 3.0)) + 0.5, 1),
            "is_first": number == 0,
        }
