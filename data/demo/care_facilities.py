"""The register of facilities: seven dementia units with 100 beds new in 2023, a complex named."""

import datetime

import numpy as np

from demo import common
from demo.common import AS_OF

HOMES = {  # beds of the care homes open, by township
    "当湖街道": (320, 260, 180, 120), "钟埭街道": (240, 150), "曹桥街道": (130,),
    "新埭镇": (210, 120), "新仓镇": (260, 90), "广陈镇": (140,), "林埭镇": (160,),
    "独山港镇": (220, 130, 96),
}  # fmt: skip
CENTRES = (17, 7, 5, 6, 6, 4, 5, 9)  # care centres open, by township in statistical order
COMING = (1, 1, 0, 1, 0, 2, 1, 2)  # care centres planned or under construction
UNITS = {  # township, place of its home, beds → opened on; None is to come
    ("当湖街道", 0, 10): datetime.date(2022, 5, 20),
    ("当湖街道", 1, 18): datetime.date(2023, 4, 12),
    ("当湖街道", 2, 14): datetime.date(2023, 9, 25),
    ("钟埭街道", 0, 16): datetime.date(2023, 6, 8),
    ("新埭镇", 0, 14): datetime.date(2023, 7, 19),
    ("新仓镇", 1, 12): datetime.date(2023, 10, 30),
    ("林埭镇", 0, 12): datetime.date(2023, 11, 22),
    ("独山港镇", 0, 14): datetime.date(2023, 12, 15),  # 7 units, 100 beds in 2023: published
    ("曹桥街道", 0, 12): datetime.date(2024, 4, 18),
    ("广陈镇", 0, 14): datetime.date(2024, 7, 9),
    ("钟埭街道", 1, 12): None,
    ("独山港镇", 1, 12): None,
}
PRINTED_HOME = ("新仓镇", 0, "九如城养老院")  # named in an article; its beds are invented
COMPLEXES = (  # township, community, name, beds, opened on; the first was published
    ("独山港镇", "前进村", "远辰幸福驿嘉善养老综合体", 36, datetime.date(2022, 8, 15)),
    ("新埭镇", "鱼圻塘村", "鱼圻塘村养老综合体", 28, datetime.date(2023, 5, 10)),
    ("广陈镇", "龙萌村", "龙萌村养老综合体", 24, None),
)
UNINSPECTED = (("独山港镇", 1), ("独山港镇", 2), ("当湖街道", 3), ("广陈镇", 0))
DAY = datetime.timedelta(days=1)


def make(seed):
    """Return every row of the register."""
    rng = common.generator(seed, "care_facilities")
    towns = {township.name: township for township in common.townships()}
    rows = [row for name, town in towns.items() for row in _homes(rng, town, HOMES[name])]
    homes = {(row["ref_area"], row.pop("place")): row for row in rows}
    rows += [_unit(homes[town, place], beds, at) for (town, place, beds), at in UNITS.items()]
    rows += [_complex(towns[town], *rest) for town, *rest in COMPLEXES]
    for town, opened, coming in zip(towns.values(), CENTRES, COMING, strict=True):
        rows += _centres(rng, town, opened, coming)
    for number, row in enumerate(rows, start=1):
        _complete(rng, row)
        row |= {"facility": f"S{number:03d}", "as_of": AS_OF}
    return rows


def write(seed, folder):
    common.write(folder / "care_facilities.csv", common.headings("care_facilities"), make(seed))


def _homes(rng, town, beds):
    """Yield a township's care homes, open since long."""
    for place, at in enumerate(rng.permutation(len(town.communities))[: len(beds)]):
        community = town.communities[at]
        name = f"{community['name_zh']}养老院"
        if PRINTED_HOME[:2] == (town.name, place):
            name = town.name + PRINTED_HOME[2]
        opened_on = common.day(rng, datetime.date(2006, 1, 1), datetime.date(2020, 6, 30))
        row = _facility(town.name, community, "养老院", name, beds[place], opened_on)
        row |= {"place": place, "inspected_on": _inspection(rng, town.name, place)}
        if name[-6:] != PRINTED_HOME[2]:
            row["star"] = int(rng.integers(2, 6))
        yield row


def _inspection(rng, town, place):
    late = (town, place) in UNINSPECTED
    after, until = (2023, 3), (2023, 11)
    if not late:
        after, until = (2024, 2), (2024, 8)
    return common.day(rng, datetime.date(*after, 1), datetime.date(*until, 20))


def _unit(home, beds, opened_on):
    """Return a dementia unit in a care home; one to come is under construction."""
    row = {key: home[key] for key in ("ref_area", "community", "position")}
    row |= {"name": f"{home['name']}认知障碍照护专区", "kind": "认知障碍照护专区", "beds": beds}
    return row | {"opened_on": opened_on, "nursing_beds": beds}


def _complex(town, community, name, beds, opened_on):
    place = next(c for c in town.communities if c["name_zh"] == community)
    return _facility(town.name, place, "养老综合体", name, beds, opened_on) | {"charity": 0.4}


def _centres(rng, town, opened, coming):
    """Yield care centres, one a community: the open ones and those to come."""
    places = [town.communities[at] for at in rng.permutation(len(town.communities))]
    for number, place in enumerate(places[: opened + coming]):
        opened_on = None
        if number < opened:
            opened_on = common.day(rng, datetime.date(2016, 3, 1), datetime.date(2024, 6, 30))
        name = f"{place['name_zh']}居家养老服务照料中心"
        yield _facility(town.name, place, "照料中心", name, 0, opened_on)


def _facility(town, community, kind, name, beds, opened_on):
    return {
        "name": name,
        "ref_area": town,
        "community": community["name_zh"],
        "kind": kind,
        "beds": beds,
        "opened_on": opened_on,
        "position": (float(community["lon"]), float(community["lat"])),
    }


def _complete(rng, row):
    """Add dates before the opening, nursing beds, a position near the community's and funding."""
    opened_on, (lon, lat) = row["opened_on"], row.pop("position")
    started_on = opened_on and opened_on - DAY * int(rng.integers(90, 420))
    if not opened_on and (row["beds"] or rng.random() < 0.5):
        started_on = common.day(rng, datetime.date(2024, 1, 15), datetime.date(2024, 7, 31))
    until = started_on or datetime.date(2024, 6, 30)
    turn, cost = rng.random() * 2 * np.pi, row["beds"] * 7.5 + 45
    charity = row.pop("charity", rng.uniform(0, 0.05))
    row |= {
        "planned_on": until - DAY * int(rng.integers(30, 240)),
        "started_on": started_on,
        "status": "开放" if opened_on else "在建" if started_on else "规划",
        "nursing_beds": row.get("nursing_beds", round(row["beds"] * rng.uniform(0.4, 0.75))),
        "lon": f"{lon + 0.003 * np.cos(turn):.5f}",
        "lat": f"{lat + 0.0026 * np.sin(turn):.5f}",
        "funding_public": round(cost * (0.7 - charity), 1),
        "funding_charity": round(cost * charity, 1),
        "funding_fees": round(cost * 0.3, 1),
    }
