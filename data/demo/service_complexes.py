"""The register of service complexes: ten opened in 2023; 钟埭社区 recommended for five stars."""

import datetime

from demo import common
from demo.common import AS_OF

OPENED = {2021: 3, 2022: 4, 2023: 10, 2024: 4}  # ten in 2023 published
WEIGHTS = (7, 4, 2, 2, 2, 1, 1, 3)  # of the townships, in statistical order
FIRST = {  # recommended in November 2022, as published
    "ref_area": "钟埭街道",
    "community": "钟埭社区",
    "opened_on": datetime.date(2021, 6, 18),
    "declared_on": datetime.date(2022, 5, 12),
    "checked_on": datetime.date(2022, 8, 23),
    "recommended_on": datetime.date(2022, 11, 8),
    "awarded_on": datetime.date(2023, 4, 20),
    "star": 5,
}


def make(seed):
    """Return every row of the register, the good ones only."""
    rng = common.generator(seed, "service_complexes")
    rows = [FIRST | {"functions": 14, "visits_year": 46200} | _position(FIRST["community"])]
    queue = _queue(rng)
    for year, count in OPENED.items():
        until = min(datetime.date(year, 12, 20), AS_OF)
        for _ in range(count):
            opened_on = common.day(rng, datetime.date(year, 2, 20), until)
            rows.append(_complex(rng, opened_on, *queue.pop()))
    rows.sort(key=lambda row: row["opened_on"])
    for number, row in enumerate(rows, start=1):
        row |= {
            "complex": f"F{number:03d}",
            "name": f"{row['community']}社区服务综合体".replace("社区社区", "社区"),
            "as_of": AS_OF,
        }
    return rows


def write(seed, folder):
    heads = common.headings("service_complexes")
    common.write(folder / "service_complexes.csv", heads, make(seed))


def _queue(rng):
    """Return (township, community) in the order they are to be popped, towns mixed."""
    places = []
    for township, weight in zip(common.townships(), WEIGHTS, strict=True):
        mine = [c for c in township.communities if c["name_zh"] != FIRST["community"]]
        mine.sort(key=lambda c: (c["kind"] != "社区", rng.random()))
        places += [
            ((turn + rng.random()) / weight, township.name, c) for turn, c in enumerate(mine)
        ]
    places.sort(key=lambda place: -place[0])
    return [place[1:] for place in places]


def _complex(rng, opened_on, township, community):
    row = {
        "ref_area": township,
        "community": community["name_zh"],
        "opened_on": opened_on,
        "functions": int(rng.integers(6, 14)),
        "visits_year": int(rng.gamma(6.0, 3600)),
        "lon": community["lon"],
        "lat": community["lat"],
    }
    return row | _ladder(rng, opened_on)


def _ladder(rng, opened_on):
    """Return how far a complex has come on the way to its stars."""
    stages, day = {}, opened_on
    five = rng.random() < 0.3
    steps = [("declared_on", 120, 260, 0.9), ("checked_on", 35, 110, 0.92)]
    steps += [("recommended_on", 30, 80, 1.0)] * five + [("awarded_on", 60, 170, 0.9)]
    for name, least, most, chance in steps:
        day += datetime.timedelta(days=int(rng.integers(least, most)))
        if day > AS_OF or rng.random() > chance:
            break
        stages[name] = day
    if "awarded_on" in stages:
        stages["star"] = 5 if five and rng.random() < 0.7 else int(rng.integers(3, 5))
    return stages


def _position(name):
    community = next(c for c in common.reference("community") if c["name_zh"] == name)
    return {"lon": community["lon"], "lat": community["lat"]}
