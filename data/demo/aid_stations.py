"""Joint aid stations: the city's in 2022, one in each township, then village by village.

Contacts are named faster than stations open; 曹桥街道 is behind with both.
"""

import datetime

from demo import common
from demo.common import AS_OF

CITY = datetime.date(2022, 6, 28)
TOWNS = {datetime.date(2022, 6, 30): 0, datetime.date(2023, 3, 31): 8}
OPENED = {  # village stations by the end of these days
    datetime.date(2022, 9, 30): 0,
    datetime.date(2022, 12, 31): 14,
    datetime.date(2023, 6, 30): 47,
    datetime.date(2023, 12, 31): 79,
    AS_OF: 101,
}
CONTACTS = {
    datetime.date(2022, 9, 30): 0,
    datetime.date(2023, 6, 30): 61,
    datetime.date(2023, 12, 31): 93,
    AS_OF: 112,
}
BEHIND = ("曹桥街道", 0.45)  # added to its communities' turn


def make(seed):
    """Return every row of the list, the city's first."""
    rng = common.generator(seed, "aid_stations")
    townships = common.townships()
    rows = [_row("平湖市助联体", townships[0].name, "市级", CITY, CITY, 8)]
    for township, opened_on in zip(townships, common.days(rng, TOWNS), strict=True):
        name = f"{township.name}助联体"
        rows.append(
            _row(name, township.name, "镇级", opened_on, opened_on, int(rng.integers(3, 6)))
        )
    rows += _villages(rng, townships)
    for number, row in enumerate(rows, start=1):
        row |= {"station": f"ZL{number:03d}", "as_of": AS_OF}
    return rows


def write(seed, folder):
    heads = common.headings("aid_stations")
    common.write(folder / "aid_stations.csv", heads, make(seed), encoding="utf-8-sig")


def _villages(rng, townships):
    """Yield the communities in the order of their turn; the last have neither."""
    turns = []
    for township in townships:
        late = BEHIND[1] if township.name == BEHIND[0] else 0.0
        turns += [(rng.random() + late, township.name, one) for one in township.communities]
    turns.sort(key=lambda turn: turn[0])
    opened, named = common.days(rng, OPENED), common.days(rng, CONTACTS)
    for place, (_, township, community) in enumerate(turns):
        opened_on = opened[place] if place < len(opened) else None
        contact_on = named[place] if place < len(named) else None
        if opened_on or contact_on:
            name = f"{community['name_zh']}助联体{'' if opened_on else '联络点'}"
            staff = int(rng.integers(1, 4)) if opened_on else 0
            row = _row(name, township, "村级", opened_on, contact_on, staff)
            yield (
                row
                | {part: community[part] for part in ("lon", "lat")}
                | {"community": community["name_zh"]}
            )


def _row(name, township, level, opened_on, contact_on, staff):
    return {
        "name": name,
        "ref_area": township,
        "level": level,
        "opened_on": opened_on,
        "contact_on": contact_on,
        "staff": staff,
    }
