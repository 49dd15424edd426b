"""Homes to be improved: applied for in every season, slow where builders are few (广陈镇)."""

import datetime

from demo import common
from demo.common import AS_OF

COUNTS = {  # applications a year by programme
    "暖巢行动": {2021: 38, 2022: 46, 2023: 64, 2024: 44},
    "适老化改造": {2021: 30, 2022: 44, 2023: 58, 2024: 42},
}
STEPS = {  # programme: mean days to approval, to the start, to the end
    "暖巢行动": (24, 30, 62),
    "适老化改造": (15, 18, 24),
}
COSTS = {"暖巢行动": 21_000, "适老化改造": 7_800}
WEIGHTS = (19, 12, 12, 13, 11, 10, 10, 13)  # of the townships, in statistical order
SLOW = {"广陈镇": 1.7, "钟埭街道": 0.85}
DROPPED = (0.05, 0.03, 0.02)  # of the homes at each step that go no further


def make(seed):
    """Return every row of the list, by the day of the application."""
    rng = common.generator(seed, "home_works")
    rows = [
        _work(rng, kind, on)
        for kind, years in COUNTS.items()
        for year, count in years.items()
        for on in _days(rng, year, count)
    ]
    rows.sort(key=lambda row: row["applied_on"])
    for number, row in enumerate(rows, start=1):
        row |= {"work": f"AJ{row['applied_on'].year}{number:04d}", "as_of": AS_OF}
    return rows


def write(seed, folder):
    heads = common.headings("home_works")
    common.write(folder / "home_works.csv", heads, make(seed), date_format="%Y/%m/%d")


def _days(rng, year, count):
    until = min(datetime.date(year, 12, 20), AS_OF)
    return [common.day(rng, datetime.date(year, 1, 3), until) for _ in range(count)]


def _work(rng, kind, applied_on):
    township = common.townships()[common.pick(rng, dict(enumerate(WEIGHTS)))]
    community = township.communities[rng.integers(len(township.communities))]
    row = {
        "kind": kind,
        "ref_area": township.name,
        "community": community["name_zh"],
        "applied_on": applied_on,
    }
    on, steps = applied_on, ("approved_on", "started_on", "finished_on")
    for step, mean, dropped in zip(steps, STEPS[kind], DROPPED, strict=True):
        days = float(rng.gamma(4, mean / 4)) * SLOW.get(township.name, 1.0)
        on += datetime.timedelta(days=2 + int(days))
        if on > AS_OF or rng.random() < dropped:
            return row
        row[step] = on
    grown = 1 + 0.05 * (applied_on.year - 2021)
    cost = round(COSTS[kind] * grown * float(rng.gamma(9, 1 / 9)) / 100) * 100
    return row | {"cost": f"{max(cost, 1500):.2f}"}
