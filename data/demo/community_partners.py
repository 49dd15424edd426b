"""The roll of community partners: since 2022, two groups for every resident."""

import datetime

from demo import common
from demo.common import AS_OF

SINCE = datetime.date(2022, 3, 1)
JOINED = (122, 88, 28, 38, 30, 26, 22, 46)  # until August 2024, townships in statistical order
GROUPS = (0.68, 0.7, 0.6, 0.63, 0.55, 0.66, 0.5, 0.6)


def make(seed):
    """Return every row in the order of joining, the good ones only."""
    rng = common.generator(seed, "community_partners")
    rows = []
    for township, joined, groups in zip(common.townships(), JOINED, GROUPS, strict=True):
        homes = sorted(township.communities, key=lambda c: (c["kind"] != "社区", rng.random()))
        homes = homes[: max(len(homes) * 3 // 4, 4)]
        for _ in range(joined):
            community = homes[int(len(homes) * rng.random() ** 1.3)]
            row = {"ref_area": township.name, "community": community["name_zh"]}
            rows.append(row | _partner(rng, groups))
    rows.sort(key=lambda row: row["joined_on"])
    for row, code in zip(rows, common.ids(rng, "H", 5, len(rows)), strict=True):
        row |= {"partner": code, "as_of": AS_OF}
    return rows


def write(seed, folder):
    heads = common.headings("community_partners")
    common.write(folder / "community_partners.csv", heads, make(seed))


def _partner(rng, groups):
    """Return a partner: more join every year, one in eight leaves after some months."""
    span = (AS_OF - SINCE).days
    joined_on = SINCE + datetime.timedelta(days=int(span * rng.random() ** 1.1))
    stayed = datetime.timedelta(days=int(rng.integers(120, 700)))
    is_group = rng.random() < groups
    activities = int(rng.poisson(5.0))
    worth = (2600 if is_group else 240) * float(rng.gamma(2.0, 0.5))
    return {
        "kind": "团体" if is_group else "居民",
        "joined_on": joined_on,
        "left_on": joined_on + stayed
        if rng.random() < 0.12 and joined_on + stayed <= AS_OF
        else None,
        "activities": activities,
        "value": round(worth * activities / 5, 2),
    }
