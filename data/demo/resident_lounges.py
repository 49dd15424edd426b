"""The register of resident lounges: 49 built in November 2022, 113 at the end of 2023."""

import datetime

from demo import common, faults
from demo.common import AS_OF

PLANNED = {
    datetime.date(2020, 9, 30): 0,
    datetime.date(2021, 1, 31): 22,
    datetime.date(2021, 12, 31): 66,
    datetime.date(2022, 6, 30): 93,
    datetime.date(2022, 11, 30): 113,
}
STARTED = {
    datetime.date(2020, 11, 30): 0,
    datetime.date(2021, 2, 28): 9,
    datetime.date(2021, 12, 31): 42,
    datetime.date(2022, 6, 30): 68,
    datetime.date(2022, 11, 30): 89,  # 49 built and 40 building published
    datetime.date(2023, 3, 31): 101,
    datetime.date(2023, 6, 30): 108,
    datetime.date(2023, 9, 30): 113,
}
BUILT = {
    datetime.date(2021, 3, 31): 0,
    datetime.date(2021, 12, 31): 19,
    datetime.date(2022, 6, 30): 33,
    datetime.date(2022, 11, 30): 49,  # published
    datetime.date(2023, 3, 31): 63,
    datetime.date(2023, 6, 30): 82,
    datetime.date(2023, 9, 30): 101,
    datetime.date(2023, 12, 31): 113,  # published
}
LATE = {  # in the plan only in 2024; 海塘村 is in no plan yet
    ("新埭镇", "姚浜村"): datetime.date(2024, 3, 18),
    ("新埭镇", "泖河村"): datetime.date(2024, 5, 27),
}
ABSENT = ("独山港镇", "海塘村")
EARLY = ("林埭镇",)  # meant to cover the whole town within 2022
MODELS = {2022: 8, 2023: 12, 2024: 6}
GRANT = 100_000  # published, for each model lounge
SLOW = ((26, 44), (40, 58), (60, 84))  # pairs whose completion dates change places


def make(seed):
    """Return every row of the register, the good ones only."""
    rng = common.generator(seed, "resident_lounges")
    rows = _scheduled(rng, _queue(rng)) + _late()
    _choose_models(rng, rows)
    rows.sort(key=lambda row: row["planned_on"])
    for number, row in enumerate(rows, start=1):
        row |= {"lounge": f"K{number:04d}", "as_of": AS_OF}
    return rows


def write(seed, folder):
    """Write the register with a byte-order mark, as Excel does."""
    heads = common.headings("resident_lounges")
    rows = faults.resident_lounges(make(seed))
    common.write(folder / "resident_lounges.csv", heads, rows, encoding="utf-8-sig")


def _queue(rng):
    """Return the communities in the order in which their lounges were taken up."""
    waiting = []
    for township in common.townships():
        for community in township.communities:
            place = (township.name, community["name_zh"])
            if place not in LATE and place != ABSENT:
                turn = rng.random() * (0.42 if township.name in EARLY else 1.0)
                waiting.append((turn, township.name, community))
    return [(name, community) for _, name, community in sorted(waiting, key=lambda w: w[0])]


def _scheduled(rng, queue):
    planned, started, built = (common.days(rng, stock) for stock in (PLANNED, STARTED, BUILT))
    for one, other in SLOW:
        built[one], built[other] = built[other], built[one]
    rows = []
    for (name, community), *dates in zip(queue, planned, started, built, strict=True):
        row = _lounge(name, community) | dict(
            zip(("planned_on", "started_on", "built_on"), dates, strict=True)
        )
        if sorted(dates) != dates:
            raise ValueError(f"{row['name']}: dates out of order")
        row |= {"stage": "建成", "area": round(float(rng.gamma(5.0, 44.0)) + 60, 1)}
        rows.append(row)
    return rows


def _late():
    places = {
        (township.name, community["name_zh"]): community
        for township in common.townships()
        for community in township.communities
    }
    return [
        _lounge(place[0], places[place]) | {"planned_on": planned_on, "stage": "拟建"}
        for place, planned_on in LATE.items()
    ]


def _lounge(township, community):
    return {
        "name": f"{community['name_zh']}居民会客厅",
        "ref_area": township,
        "community": community["name_zh"],
        "is_model": False,
        "subsidy": 0,
        "lon": community["lon"],
        "lat": community["lat"],
    }


def _choose_models(rng, rows):
    """Make model lounges of some that were built well before their year closed."""
    for year, count in MODELS.items():
        until = min(datetime.date(year, 10, 31), AS_OF)
        ripe = [
            r for r in rows if not r["is_model"] and r.get("built_on") and r["built_on"] <= until
        ]
        for place in rng.choice(len(ripe), size=count, replace=False):
            ripe[place] |= {"is_model": True, "model_year": year, "subsidy": GRANT}
