"""Community projects from application to audit: a fund's, those of nine brands, and many others."""

import datetime

from demo import common, project_lives, project_plans
from demo.common import AS_OF
from demo.organization_effectiveness import standing


def make(seed):
    """Return every project applied for; `steps` holds what the log of steps is made of."""
    rng = common.generator(seed, "community_projects")
    orgs = standing(seed, datetime.date(2022, 12, 31))
    rows = [_fixed(rng, *one) for one in project_plans.FIXED]
    rows += [*_fund(rng), *_branded(rng), *_unbranded(rng)]
    for row in rows:
        _place(rng, row, orgs)
        project_lives.live(rng, row)
    rows += [_turned_down(rng, row) for row in rows if rng.random() < 0.17]
    _choose_best(rng, rows)
    rows.sort(key=lambda row: (row["applied_on"], row["name"]))
    _tell_apart(rows)
    for number, row in enumerate(rows, start=1):
        row |= {"project": f"X{number:04d}", "as_of": AS_OF}
    return rows


def write(seed, folder):
    heads = common.headings("community_projects")
    common.write(folder / "community_projects.csv", heads, make(seed))


def _fixed(rng, township, community, name, theme):
    approved = common.day(rng, datetime.date(2023, 4, 1), datetime.date(2023, 6, 30))
    row = _about(rng, theme) | {"name": name, "ref_area": township, "community": community}
    return row | {"approved_on": approved, "funder": "财政", "budget": 42_000}


def _fund(rng):
    dates = common.days(rng, project_plans.FUND_STOCK)
    weights = rng.gamma(6.0, 1.0, len(dates))
    amounts = common.allocate(project_plans.FUND_AMOUNT // 100, weights[:86])
    amounts += [int(314 * weight / 6) for weight in weights[86:]]
    for approved, amount in zip(dates, amounts, strict=True):
        theme = common.pick(rng, project_plans.PLAIN)
        row = {"ref_area": "当湖街道", "funder": "友邻基金", "approved_on": approved}
        yield _about(rng, theme) | row | {"budget": amount * 100}


def _branded(rng):
    for brand, (count, themes, after, until, funds, where) in project_plans.BRANDS.items():
        for place in range(count):
            row = _about(rng, common.pick(rng, themes)) | {
                "brand": brand,
                "approved_on": common.day(rng, after, until),
                "funder": common.pick(rng, project_plans.FUNDERS),
                "budget": int(rng.integers(funds[0] // 500, funds[1] // 500)) * 500,
            }
            if brand == "平舞阿姨":  # the twenty of both names are taken for the same
                guide = place % project_plans.GUIDES + 1
                row |= {"also_brand": "幸福来敲门", "guide_no": guide}
            if brand == "社立方":
                row["tier"] = project_plans.TIERS[place]
            if where:
                row["ref_area"] = where
            yield row


def _unbranded(rng):
    for approved in common.days(rng, project_plans.UNBRANDED):
        yield _about(rng, common.pick(rng, project_plans.PLAIN)) | {
            "approved_on": approved,
            "funder": common.pick(rng, project_plans.FUNDERS),
            "budget": int(min(200, 12 + rng.gamma(2.2, 17))) * 500,
        }


def _about(rng, theme):
    base_type, names = project_plans.THEMES[theme]
    name = str(rng.choice(names))
    if theme == "治理" and rng.random() < 0.45:
        base_type, name = project_plans.EXTRA[int(rng.random() < 0.3)]
    return {"theme": theme, "base_type": base_type, "name": name}


def _place(rng, row, orgs):
    """Give a project a township, a community and an organization of that township."""
    townships = {township.name: township for township in common.townships()}
    if "ref_area" not in row:
        weights = dict(zip(townships, project_plans.WEIGHTS, strict=True))
        row["ref_area"] = common.pick(rng, weights)
    communities = townships[row["ref_area"]].communities
    if "community" not in row:
        row["community"] = communities[rng.integers(len(communities))]["name_zh"]
        row["name"] = f"{row['community']}{row['name']}"
    near = [one for one in orgs if one["ref_area"] == row["ref_area"]]
    row["organization"] = near[rng.integers(len(near))]["credit_code"]


def _turned_down(rng, row):
    """Return an application like another that was not approved, or waits for it."""
    applied = min(AS_OF, row["applied_on"] + datetime.timedelta(days=int(rng.integers(0, 21))))
    kept = ("theme", "base_type", "ref_area", "community", "funder", "organization", "budget")
    name = f"{row['community']}{rng.choice(project_plans.THEMES[row['theme']][1])}"
    steps = [
        ("申报", applied, applied, applied, None),
        ("立项", applied, applied + datetime.timedelta(days=45), None, None),
    ]
    found = {column: row[column] for column in kept} | {"name": f"{name}申报项目"}
    return found | {"applied_on": applied, "spent": 0, "own_income": 0, "steps": steps}


def _tell_apart(rows):
    """Call a second project of one name its second phase, and so on."""
    seen = {}
    for row in rows:
        times = seen[row["name"]] = seen.get(row["name"], 0) + 1
        row["name"] += f"（{'一二三四五六七八九'[times - 1]}期）" if times > 1 else ""


def _choose_best(rng, rows):
    """Choose finished projects of different names and communities, branded ones first."""
    ripe = {}
    for row in rows:
        if row.get("final_on") and row["approved_on"].year in (2022, 2023):
            ripe.setdefault(row["name"], row)
    ripe = sorted(ripe.values(), key=lambda row: "brand" not in row)[: 3 * project_plans.BEST]
    for place in rng.choice(len(ripe), size=project_plans.BEST, replace=False):
        ripe[place]["best_year"] = 2023
