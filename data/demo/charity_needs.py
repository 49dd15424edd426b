"""The register of needs: more are raised and matched every year; one town is slow to match."""

import datetime

from demo import charity_places, charity_projects, common
from demo.common import AS_OF
from demo.residents import residents

A_MONTH = 38.0  # needs raised in an ordinary month at the beginning
GROWTH = 0.012  # a month
SEASON = {1: 1.35, 2: 0.8, 7: 1.05, 8: 1.3, 12: 1.25}  # before Spring Festival, before school
KINDS = {"助困": 30, "助学": 17, "助医": 19, "助老": 19, "助残": 10, "助急": 5}
SCHOOL_MONTHS = (7, 8)  # when twice as many needs are for school
GROUPS = {
    "助困": {"低保家庭": 48, "低保边缘家庭": 34, "其他群众": 18},
    "助学": {"困境儿童": 56, "低保家庭": 28, "低保边缘家庭": 16},
    "助医": {"低保家庭": 30, "低保边缘家庭": 34, "老年人": 20, "残疾人": 10, "其他群众": 6},
    "助老": {"老年人": 100},
    "助残": {"残疾人": 92, "困境儿童": 8},
    "助急": {"其他群众": 52, "低保边缘家庭": 30, "低保家庭": 18},
}
ORIGINS = {"精准画像": 44, "社工调查": 26, "网格上报": 19, "本人申请": 11}
GIVERS = {"慈善组织": 46, "企业商家": 24, "社工机构": 18, "志愿者": 12}
FORMS = {"资金": 44, "物资": 27, "服务": 29}
MEAN_NEED = {"助困": 2600, "助学": 3800, "助医": 8200, "助老": 1500, "助残": 3100, "助急": 5200}
SLOW = {"新仓镇": (0.7, 2.1), "林埭镇": (0.92, 1.3)}  # share matched, and days, of the usual
WITHDRAWN = {"新仓镇": 0.55}  # share of needs not matched that are withdrawn in the end
WITHDRAWN_ELSEWHERE, WAITED = 0.9, 48.0  # days, on average
FIRST, LAST = 0.74, 0.93  # share that is matched at all, of needs raised first and last


def make(seed):
    """Return every need in the order in which it was raised."""
    rng = common.generator(seed, "charity_needs")
    weights, places = residents(), charity_places.communities()
    projects = _by_kind(charity_projects.make(seed))
    rows = []
    for number, at in enumerate(charity_places.MONTHS):
        count = rng.poisson(A_MONTH * (1 + GROWTH * number) * SEASON.get(at[1], 1.0))
        share = FIRST + (LAST - FIRST) * number / len(charity_places.MONTHS)
        for _ in range(count):
            row = _need(rng, at, common.pick(rng, weights), places)
            rows.append(row | _path(rng, row, share, projects))
    rows.sort(key=lambda row: row["raised_on"])
    return [row | {"need": f"N{n:05d}", "as_of": AS_OF} for n, row in enumerate(rows, start=1)]


def write(seed, folder):
    common.write(folder / "charity_needs.csv", common.headings("charity_needs"), make(seed))


def _by_kind(projects):
    found = {}
    for project in projects:
        found.setdefault(project["kind"], []).append(project)
    return found


def _need(rng, at, township, places):
    weights = KINDS | ({"助学": 2 * KINDS["助学"]} if at[1] in SCHOOL_MONTHS else {})
    kind, raised_on = common.pick(rng, weights), charity_places.day_of(rng, at)
    days = int(rng.integers(20, 90)) if kind != "助急" else int(rng.integers(3, 12))
    return {
        "kind": kind,
        "people_zh": common.pick(rng, GROUPS[kind]),
        "origin": common.pick(rng, ORIGINS),
        "ref_area": township,
        "community": places[township][rng.integers(len(places[township]))],
        "amount": max(round(float(rng.gamma(2.2, MEAN_NEED[kind] / 2.2)), -2), 200),
        "raised_on": raised_on,
        "deadline_on": raised_on + datetime.timedelta(days=days) if rng.random() < 0.8 else None,
    }


def _path(rng, row, share, projects):
    """Return how far a need has come: withdrawn, or matched, delivered and confirmed."""
    of_usual, slower = SLOW.get(row["ref_area"], (1.0, 1.0))
    if rng.random() > share * of_usual:
        is_withdrawn = rng.random() < WITHDRAWN.get(row["ref_area"], WITHDRAWN_ELSEWHERE)
        closed_on = charity_places.later(rng, row["raised_on"], WAITED)
        return {"closed_on": closed_on} if is_withdrawn else {}
    mean = (4.0 if row["kind"] == "助急" else 15.0) * slower * (1.15 - share / 3)
    matched_on = charity_places.later(rng, row["raised_on"], mean)
    if matched_on is None:
        return {}
    fitting = [p for p in projects[row["kind"]] if p["linked_on"] <= matched_on]
    if not fitting:
        return {}
    found = {"matched_on": matched_on, "project": fitting[rng.integers(len(fitting))]["project"]}
    found |= {"giver": common.pick(rng, GIVERS), "form": common.pick(rng, FORMS)}
    if rng.random() < 0.955:
        found["delivered_on"] = charity_places.later(rng, matched_on, 9.0 * slower)
    if found.get("delivered_on") and rng.random() < 0.93:
        found["confirmed_on"] = charity_places.later(rng, found["delivered_on"], 6.0)
    return found
