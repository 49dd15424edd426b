"""Yearly returns of communities: seven big ones in 2022, every deputy trained in 2023."""

import datetime

from demo import common
from demo.common import AS_OF

YEARS = (2021, 2022, 2023, 2024)
BIG = ("梅兰苑社区", "钟埭社区", "三港新城社区", "福臻社区", "东湖社区", "虹桥景苑社区", "曹桥社区",
       "启元社区", "新群社区")  # fmt: skip
BIG_COUNT = {2021: 4, 2022: 7, 2023: 8, 2024: 9}  # seven published
HEADS = {2021: 68, 2022: 122, 2023: 139, 2024: 157}  # of the big ones
NEWCOMERS = {2021: 24, 2022: 55, 2023: 66, 2024: 77}  # 55, that is 45.1 % of 122: published
PLANNED = {2021: 90, 2022: 320, 2023: 120, 2024: 110}  # "300余" published for 2022
HIRED = {2021: 76, 2022: 313, 2023: 112, 2024: 71}
ALL_TRAINED = {2021: 0.2, 2022: 0.6, 2024: 0.88}  # of the communities; in 2023 all, as published
LAGGARDS = {"独山港镇": 0.78, "新仓镇": 0.9}  # trained and staffed less than others


def make(seed):
    """Return every row, community by community, the good ones only."""
    rng = common.generator(seed, "community_returns")
    homes = [_home(rng, t.name, c) for t in common.townships() for c in t.communities]
    rows = []
    for year in YEARS:
        planned = common.allocate(PLANNED[year], [home["posts"] for home in homes])
        missed = rng.choice(len(homes), size=PLANNED[year] - HIRED[year])
        heads = _shared(HEADS[year], BIG_COUNT[year])
        newcomers = _shared(NEWCOMERS[year], BIG_COUNT[year])
        for place, (home, plan) in enumerate(zip(homes, planned, strict=True)):
            hired = max(plan - int((missed == place).sum()), 0)
            row = _return(rng, home, year) | _posts(rng, home, year, plan, hired)
            name = row["community"]
            if name in BIG[: BIG_COUNT[year]]:
                head = heads[BIG.index(name)]
                row |= {"grids": head, "grid_heads": head, "is_big_community": True}
                row["newcomer_heads"] = newcomers[BIG.index(name)]
            rows.append(row)
        _hire_the_rest(rows[-len(homes) :], HIRED[year])
    return rows


def write(seed, folder):
    heads = common.headings("community_returns")
    common.write(folder / "community_returns.csv", heads, make(seed))


def _home(rng, township, community):
    """Return what a community keeps through the years."""
    urban = community["kind"] == "社区"
    big = community["name_zh"] in BIG
    return {
        "ref_area": township,
        "community": community["name_zh"],
        "posts": int(rng.integers(18, 25) if big else rng.integers(9, 15) if urban else 0)
        or int(rng.integers(5, 9)),
        "deputies": int(rng.integers(34, 52) if urban else rng.integers(38, 66)),
        "grids": int(rng.integers(5, 11) if urban else rng.integers(4, 8)),
        "groups_from": int(rng.choice((*YEARS, 2026), p=(0.44, 0.24, 0.16, 0.08, 0.08))),
        "groups": 0,
        "filled": 0,
    }


def _shared(total, places):
    return common.allocate(total, range(places + 8, 8, -1))


def _return(rng, home, year):
    deputies = trained = home["deputies"]
    if rng.random() > ALL_TRAINED.get(year, 1.0) * LAGGARDS.get(home["ref_area"], 1) ** 2:
        trained = int(deputies * rng.uniform(0.72, 0.97)) if year != 2023 else deputies
    if year >= home["groups_from"]:
        home["groups"] = max(home["groups"], 1) + int(rng.random() < 0.22)
    groups = home["groups"]
    return {
        "year": year,
        "ref_area": home["ref_area"],
        "community": home["community"],
        "aid_contacts": 1 + int(home["posts"] > 12) + int(year >= 2023 and rng.random() < 0.4),
        "deputies": deputies,
        "deputies_trained": trained,
        "grids": home["grids"],
        "grid_heads": home["grids"] - int(rng.random() < 0.06),
        "newcomer_heads": int(rng.random() < 0.12),
        "groups": groups,
        "group_members": groups * int(rng.integers(9, 22)),
        "group_meetings": int(groups * rng.integers(4, 13) * (0.66 if year == 2024 else 1)),
        "is_big_community": False,
        "as_of": min(datetime.date(year, 12, 31), AS_OF),
    }


def _posts(rng, home, year, planned, hired):
    """Return the posts of a year: those who were there, less who left, and who were hired."""
    posts = round(home["posts"] * (0.8 if year == 2021 else 1.0 + 0.02 * (year - 2022)))
    before = home["filled"] or round(posts * 0.8)
    left = int(rng.binomial(before, 0.07 / LAGGARDS.get(home["ref_area"], 1) ** 2))
    left = max(left, before + hired - posts, 0)
    home["filled"] = filled = before - left + hired
    certified = min(int(filled * min(0.36 + 0.07 * (year - 2021) + rng.normal(0, 0.08), 1)), filled)
    return {
        "posts": posts,
        "posts_filled": filled,
        "posts_certified": max(certified, 0),
        "left_in_year": left,
        "recruit_planned": planned,
        "recruit_applied": hired * int(rng.integers(3, 7)) + planned,
        "recruit_hired": hired,
    }


def _hire_the_rest(rows, total):
    """Raise a few communities' hires until the year's total is met; the leavers rise with them."""
    lacking = total - sum(row["recruit_hired"] for row in rows)
    for row in [r for r in rows if r["recruit_hired"] < r["recruit_planned"]][: max(lacking, 0)]:
        row["recruit_hired"] += 1
        row["left_in_year"] += 1
