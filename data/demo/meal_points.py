"""The register of meal points: nothing was published of their number, so these are invented."""

import datetime

import numpy as np

from demo import common, faults
from demo.common import AS_OF

OPEN = (27, 15, 9, 16, 12, 10, 11, 20)  # on 2024-08-31, by township in statistical order
CLOSED = (4, 2, 1, 1, 1, 1, 1, 2)
OPENED = {  # how the ones open today had come by the end of each date
    datetime.date(2014, 3, 1): 0,
    datetime.date(2018, 12, 31): 52,
    datetime.date(2019, 12, 31): 61,
    datetime.date(2020, 12, 31): 69,
    datetime.date(2021, 12, 31): 84,
    datetime.date(2022, 12, 31): 99,
    datetime.date(2023, 12, 31): 111,
    AS_OF: 120,
}
PRINTED = {  # meal points the articles name; their opening days are invented
    ("新仓镇", "新庙社区"): ("新庙社区幸福助餐点", "助餐点", datetime.date(2020, 10, 12)),
    ("新仓镇", "安桥社区"): ("安桥社区桥家大食堂", "中心食堂", datetime.date(2022, 5, 20)),
    ("新埭镇", "新埭社区"): ("新埭社区友邻餐厅", "中心食堂", datetime.date(2023, 6, 15)),
}
ONE_IN_2023 = "新埭镇"  # one new there in 2023, the one above
KINDS = {"助餐点": 64, "送餐点": 18, "中心食堂": 18}
ENDINGS = {"中心食堂": "老年食堂", "助餐点": "幸福助餐点", "送餐点": "送餐点"}
CAPACITY = {"中心食堂": (36, 80), "助餐点": (12, 30), "送餐点": (8, 18)}
OPERATORS = {
    "中心食堂": {"村社区": 45, "社会组织": 25, "餐饮企业": 30},
    "助餐点": {"村社区": 72, "社会组织": 20, "餐饮企业": 8},
    "送餐点": {"村社区": 60, "社会组织": 34, "餐饮企业": 6},
}


def make(seed):
    """Return every row of the register, the good ones only."""
    rng = common.generator(seed, "meal_points")
    rows = _printed()
    for index, township in enumerate(common.townships()):
        rows += _open(rng, index, township, rows)
        rows += _closed(rng, index, township)
    turns = {}
    for row in rows:
        _complete(rng, row, turns)
    rows.sort(key=lambda row: (row["opened_on"], row["name"]))
    taken = set()
    for number, row in enumerate(rows, start=1):
        if row["name"] in taken:
            row["name"] = f"{row['community']}第二{ENDINGS[row['kind']]}"
        taken.add(row["name"])
        row |= {"meal_point": f"Z{number:04d}", "as_of": AS_OF}
    return rows


def write(seed, folder):
    """Write the register under the headings and in the dates of its own system."""
    heads = common.headings("meal_points")
    heads |= {"ref_area": "镇（街道）", "community": "村（社区）", "opened_on": "启用日期"}
    rows = faults.meal_points(make(seed))
    common.write(folder / "meal_points.csv", heads, rows, date_format="%Y/%m/%d")


def _printed():
    rows = []
    for township in common.townships():
        for community in township.communities:
            found = PRINTED.get((township.name, community["name_zh"]))
            if found:
                name, kind, opened_on = found
                row = _point(township, community, kind, opened_on)
                rows.append(row | {"name": name, "is_standard": True})
    return rows


def _open(rng, index, township, printed):
    """Return a township's open points: nearly every community has one, a few have two."""
    named = sum(row["ref_area"] == township.name for row in printed)
    shares = common.allocate(OPEN[index], np.diff([OPENED[date] for date in sorted(OPENED)]))
    dates = _opening_dates(rng, shares, township.name)[named:]
    places = _places(rng, township, len(dates), printed)
    kinds = [common.pick(rng, KINDS) for _ in dates]
    return [_point(township, *rest) for rest in zip(places, kinds, sorted(dates), strict=True)]


def _opening_dates(rng, shares, township):
    """Return opening dates by period; the printed points stand in for the first of the list."""
    ends = sorted(OPENED)
    dates = []
    for after, until, count in zip(ends, ends[1:], shares, strict=False):
        if township == ONE_IN_2023 and until.year == 2023:
            after, until = ends[1], datetime.date(2021, 6, 30)
        dates += [common.day(rng, after, until) for _ in range(count)]
    return [dates[place] for place in rng.permutation(len(dates))]


def _places(rng, township, count, printed):
    taken = {row["community"] for row in printed if row["ref_area"] == township.name}
    free = [c for c in township.communities if c["name_zh"] not in taken]
    first = [free[place] for place in rng.permutation(len(free))][: int(len(free) * 0.9)]
    again = [township.communities[place] for place in rng.permutation(len(township.communities))]
    return (first + again)[:count]


def _closed(rng, index, township):
    rows = []
    for _ in range(CLOSED[index]):
        community = township.communities[rng.integers(len(township.communities))]
        opened_on = common.day(rng, datetime.date(2014, 1, 1), datetime.date(2021, 3, 31))
        row = _point(township, community, common.pick(rng, {"助餐点": 6, "送餐点": 4}), opened_on)
        first = max(opened_on + datetime.timedelta(days=300), datetime.date(2019, 3, 1))
        row["closed_on"] = common.day(rng, first, datetime.date(2024, 7, 20))
        rows.append(row)
    return rows


def _point(township, community, kind, opened_on):
    return {
        "name": f"{community['name_zh']}{ENDINGS[kind]}",
        "ref_area": township.name,
        "community": community["name_zh"],
        "kind": kind,
        "opened_on": opened_on,
        "position": (float(community["lon"]), float(community["lat"])),
    }


def _complete(rng, row, turns):
    """Add operator, standard, capacity and a position a few hundred metres from the community's.

    `turns` says in which direction the next point of a community lies, so that two never meet.
    """
    lon, lat = place = row.pop("position")
    turn = turns.get(place, rng.random() * 2 * np.pi)
    turns[place] = turn + 2.0
    low, high = CAPACITY[row["kind"]]
    row |= {
        "operator": common.pick(rng, OPERATORS[row["kind"]]),
        "is_standard": row.get("is_standard", bool(rng.random() < 0.62)),
        "capacity": int(rng.integers(low, high + 1)),
        "lon": f"{lon + 0.0036 * np.cos(turn):.5f}",
        "lat": f"{lat + 0.0031 * np.sin(turn):.5f}",
    }
