"""The register of stations for children: minor protection in every township since June 2023."""

import datetime

from demo import common

PROTECTION = (  # by township in statistical order
    datetime.date(2021, 6, 1), datetime.date(2021, 9, 15), datetime.date(2022, 5, 30),
    datetime.date(2022, 6, 1), datetime.date(2022, 6, 1), datetime.date(2023, 5, 26),
    datetime.date(2023, 6, 1), datetime.date(2022, 11, 20),
)  # fmt: skip
INFANT = (7, 4, 2, 3, 3, 1, 2, 4)  # infant growth stations today
INFANT_OPENED = {
    datetime.date(2021, 2, 28): 0,
    datetime.date(2021, 12, 31): 4,
    datetime.date(2022, 12, 31): 11,
    datetime.date(2023, 12, 31): 20,
    common.AS_OF: 26,
}
YOUTH = (3, 2, 1, 1, 1, 1, 1, 2)  # mental health stations
SIX_ONES = {  # share of stations that have it
    "has_station": 1.0, "has_team": 0.92, "has_hotline": 0.7,
    "has_class": 0.85, "has_file": 0.62, "has_activity": 0.9,
}  # fmt: skip
BARE = "广陈镇"  # its mental health station has little more than a room


def make(seed):
    """Return every row of the register."""
    rng = common.generator(seed, "child_stations")
    days = common.days(rng, INFANT_OPENED)
    waiting = [days[place] for place in rng.permutation(len(days))]
    rows = []
    for number, town in enumerate(common.townships()):
        places = [town.communities[at] for at in rng.permutation(len(town.communities))]
        rows.append(_row(rng, town, places[0], "未保站", PROTECTION[number]))
        for place in places[1 : 1 + INFANT[number]]:
            rows.append(_row(rng, town, place, "婴幼儿成长驿站", waiting.pop()))
        for place in places[-YOUTH[number] :]:
            opened_on = common.day(rng, datetime.date(2022, 3, 1), datetime.date(2024, 5, 31))
            row = _row(rng, town, place, "心理服务站", opened_on)
            rows.append(row | _six_ones(rng, town.name))
    rows.sort(key=lambda row: row["opened_on"])
    for number, row in enumerate(rows, start=1):
        row |= {"station": f"E{number:03d}", "as_of": common.AS_OF}
    return rows


def write(seed, folder):
    common.write(folder / "child_stations.csv", common.headings("child_stations"), make(seed))


def _row(rng, town, community, kind, opened_on):
    place = town.name if kind == "未保站" else community["name_zh"]
    months = min((common.AS_OF - opened_on).days / 30, 8)
    sessions = round(months * rng.uniform(1.2, 3.4)) + 1
    return {
        "name": f"{place}{kind}",
        "kind": kind,
        "ref_area": town.name,
        "community": community["name_zh"],
        "opened_on": opened_on,
        "sessions": sessions,
        "families": round(sessions * rng.uniform(3, 7)),
    }


def _six_ones(rng, town):
    if town == BARE:
        return {one: one == "has_station" for one in SIX_ONES}
    return {one: bool(rng.random() < share) for one, share in SIX_ONES.items()}
