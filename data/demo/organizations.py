"""The register of organizations: 592 registered on 2024-08-31, of them 218 community ones."""

import datetime
from itertools import pairwise

from demo import common, faults, names
from demo.common import AS_OF

# Organizations on the register at the end of each date, by township in statistical order.
COMMUNITY = {
    datetime.date(2017, 12, 31): (30, 18, 8, 11, 9, 8, 8, 15),
    datetime.date(2020, 12, 31): (44, 27, 10, 16, 14, 12, 12, 22),
    datetime.date(2023, 3, 31): (49, 30, 11, 18, 16, 13, 14, 25),
    datetime.date(2023, 8, 31): (51, 32, 11, 20, 18, 14, 15, 28),
    datetime.date(2024, 8, 31): (56, 36, 12, 24, 22, 17, 19, 32),  # 218 published
}
OTHER_WEIGHTS = (196, 62, 12, 22, 20, 13, 14, 35)
OTHER = dict(zip(COMMUNITY, (330, 370, 375, 377, 374), strict=True))  # 592 - 218 = 374
CLOSURES = {True: (4, 6, 1, 4), False: (16, 18, 4, 8)}
GRADED_3A = (11, 7, 2, 6, 5, 3, 4, 6)  # 44 published
GRADE_YEARS = (6, 8, 8, 7, 8, 7)  # of the 44, by year from 2019
HIGH_GRADES = ("3A",) * 9 + ("4A",) * 3 + ("5A",)
FILED = 420
ACTIVE = (0.88, 0.9, 0.79, 0.95, 0.92, 0.83, 0.91, 0.87)  # seen in the last 90 days
CENTRES = (  # one in 2015, all eight by the end of 2017
    (2015, 6, 18), (2016, 5, 12), (2017, 9, 22), (2016, 10, 20),
    (2016, 12, 8), (2017, 11, 16), (2017, 12, 15), (2017, 6, 28),
)  # fmt: skip


def make(seed):
    """Return every row of the register, the good ones only."""
    rng = common.generator(seed, "organizations")
    rows = []
    for index, township in enumerate(common.townships()):
        rows += _township(rng, index, township)
    rows += [_filed(rng, index, township) for index, township in _filed_places()]
    names.assign(rng, rows)
    codes = names.credit_codes(rng, [row["kind"] for row in rows])
    for row, code in zip(rows, codes, strict=True):
        row["credit_code"] = code
    return sorted(rows, key=lambda row: (row["registered_on"], row["credit_code"]))


def write(seed, folder):
    rows = make(seed)
    heads = common.headings("organizations")
    common.write(folder / "organizations.csv", heads, faults.organizations(_aliased(rows)))


def _township(rng, index, township):
    """Return the registered and the deregistered organizations of one township."""
    fixed = [_centre(index, township), *names.fixed(township)]
    rows = [_row(rng, index, township, lived, True) for lived in _community_lives(rng, index)]
    standing = [row for row in rows if row["basis"] == "登记"]
    _grade(rng, standing, GRADED_3A[index])
    for lived in _other_lives(rng, index, fixed):
        rows.append(_row(rng, index, township, lived, False))
    return rows + [_complete(rng, index, row) for row in fixed]


def _community_lives(rng, index):
    stock = {date: counts[index] for date, counts in COMMUNITY.items()}
    return _lives(rng, stock, _closures(index, True), datetime.date(2009, 6, 30))


def _other_lives(rng, index, fixed):
    stock = {
        date: common.allocate(total, OTHER_WEIGHTS)[index]
        - sum(row["registered_on"] <= date for row in fixed)
        for date, total in OTHER.items()
    }
    return _lives(rng, stock, _closures(index, False), datetime.date(1994, 12, 31))


def _closures(index, is_community):
    weights = COMMUNITY[AS_OF] if is_community else OTHER_WEIGHTS
    return [common.allocate(total, weights)[index] for total in CLOSURES[is_community]]


def _lives(rng, stock, closures, first):
    """Return (registered_on, deregistered_on) pairs that leave exactly `stock` at its dates."""
    dates = sorted(stock)
    standing = [common.day(rng, first, dates[0]) for _ in range(stock[dates[0]])]
    lives = []
    for (after, until), closing in zip(pairwise(dates), closures, strict=True):
        closing = max(closing, stock[after] - stock[until])
        leaving = rng.choice(len(standing), size=closing, replace=False)
        lives += [(standing[i], common.day(rng, after, until)) for i in leaving]
        standing = [date for i, date in enumerate(standing) if i not in leaving]
        coming = stock[until] - stock[after] + closing
        standing += [common.day(rng, after, until) for _ in range(coming)]
    return [*lives, *((date, None) for date in standing)]


def _row(rng, index, township, lived, is_community):
    field = common.pick(rng, names.FIELDS[is_community])
    community = None
    if is_community or rng.random() < 0.6:
        community = _community(rng, township)
    row = {
        "basis": "注销" if lived[1] else "登记",
        "registered_on": lived[0],
        "deregistered_on": lived[1],
        "is_community": is_community,
        "field": field,
        "ref_area": township.name,
        "community": community,
    }
    if not is_community and not lived[1] and rng.random() < 0.24:
        row |= _graded(rng, lived[0], ("3A", "3A", "3A", "4A", "4A", "2A", "5A", "1A"))
    return _complete(rng, index, row)


def _complete(rng, index, row):
    """Add what every organization has: party body, last activity, date of the export."""
    bodies = {"单独组建": 16, "联合组建": 62, "未建": 22}
    if row["basis"] == "备案":
        bodies = {"联合组建": 25, "未建": 75}
    row["party_body"] = common.pick(rng, bodies)
    row["last_activity_on"] = _last_activity(rng, index, row)
    row["as_of"] = AS_OF
    return row


def _last_activity(rng, index, row):
    last = row.get("deregistered_on") or AS_OF
    span = common.pick(
        rng, {90: ACTIVE[index], 365: 0.85 * (1 - ACTIVE[index]), 900: 0.02, 0: 0.01}
    )
    if span == 0:
        return None
    latest = last - datetime.timedelta(days={90: 0, 365: 95, 900: 370}[span])
    found = common.day(rng, last - datetime.timedelta(days=span), latest)
    return max(found, row["registered_on"])


def _grade(rng, standing, count):
    """Give `count` of a township's standing community organizations 3A or more, a few less."""
    ripe = [row for row in standing if row["registered_on"] < datetime.date(2022, 9, 1)]
    chosen = rng.choice(len(ripe), size=count + 2, replace=False)
    for place in chosen[:count]:
        ripe[place] |= _graded(rng, ripe[place]["registered_on"], HIGH_GRADES)
    for place in chosen[count:]:
        ripe[place] |= _graded(rng, ripe[place]["registered_on"], ("2A", "1A"))


def _graded(rng, registered_on, grades):
    year = 2019 + common.pick(rng, dict(enumerate(GRADE_YEARS)))
    earliest = max(datetime.date(year, 4, 1), registered_on + datetime.timedelta(days=365))
    until = max(datetime.date(year, 7, 20), earliest + datetime.timedelta(days=30))
    return {
        "grade": str(rng.choice(grades)),
        "graded_on": min(common.day(rng, earliest, until), AS_OF),
    }


def _centre(index, township):
    return {
        "name": f"平湖市{township.name}社会组织服务中心",
        "kind": "社会服务机构",
        "basis": "登记",
        "registered_on": datetime.date(*CENTRES[index]),
        "is_community": False,
        "field": "社会组织服务",
        "ref_area": township.name,
    }


def _filed_places():
    shares = common.allocate(FILED, COMMUNITY[AS_OF])
    townships = common.townships()
    return [(i, t) for i, t in enumerate(townships) for _ in range(shares[i])]


def _filed(rng, index, township):
    row = {
        "basis": "备案",
        "registered_on": common.day(rng, datetime.date(2014, 3, 1), AS_OF),
        "is_community": True,
        "field": str(rng.choice(list(names.FILED_NAMES))),
        "ref_area": township.name,
        "community": _community(rng, township),
    }
    return _complete(rng, index, row)


def _community(rng, township):
    return township.communities[rng.integers(len(township.communities))]["name_zh"]


def _aliased(rows):
    """Write some townships as their offices do: by the name of the development zone."""
    other = {"钟埭街道": ("经开区", 3), "独山港镇": ("独山港区", 7), "广陈镇": ("农开区", 9)}
    found = []
    for place, row in enumerate(rows):
        alias, every = other.get(row["ref_area"], (None, 0))
        if alias and place % every == 0:
            row = row | {"ref_area": alias}
        found.append(row)
    return found
