"""Scores of the assessed community organizations: 59 items each, in 2023 and again in 2024."""

from demo import common, organizations
from demo.common import AS_OF

QUALITY = {"5A": 0.95, "4A": 0.88, "3A": 0.79, "2A": 0.68, "1A": 0.6}  # share of the full score
DOMAIN = {
    "基础条件": 0.06, "内部治理": 0.01, "党建引领": 0.03, "工作绩效": -0.09, "社会评价": -0.02,
}  # fmt: skip
WEAK = {
    "三张清单": -0.22,
    "品牌培育": -0.16,
    "信用记录": -0.13,
    "项目承接": -0.1,
    "信息公开": -0.08,
}
LEARNT = {"三张清单": 0.24, "信息公开": 0.05}  # what the evaluation of 2024 brought about
TROUBLED = ("林埭镇", "工作绩效", -0.1)
SKIPPED = 7  # every seventh was not assessed in 2023
UNSCORED = ("广陈镇", 2024, 41)  # one sheet of the town lacks this item


def make(seed):
    """Return a row per organization, year and item; one item of one sheet was never scored."""
    rng = common.generator(seed, "organization_scores")
    items = common.reference("assessment_item")
    rows = []
    for place, one in enumerate(assessed(seed)):
        for year in (2023, 2024):
            if year == 2024 or place % SKIPPED:
                rows += [_row(rng, one, year, item) for item in items]
    return _without_one(rows)


def write(seed, folder):
    heads = common.headings("organization_scores")
    common.write(folder / "organization_scores.csv", heads, make(seed))


def assessed(seed):
    """Return the registered community organizations that have a grade."""
    return [
        row
        for row in organizations.make(seed)
        if row["basis"] == "登记" and row["is_community"] and row.get("grade")
    ]


def _row(rng, one, year, item):
    share = QUALITY[one["grade"]] + DOMAIN[item["domain"]] + WEAK.get(item["indicator_zh"], 0)
    if year == 2024:
        share += 0.02 + LEARNT.get(item["indicator_zh"], 0)
    if (one["ref_area"], item["domain"]) == TROUBLED[:2]:
        share += TROUBLED[2]
    full = int(item["max_score"])
    score = min(full, max(0, round((share + rng.normal(0, 0.16)) * full * 2) / 2))
    return {
        "credit_code": one["credit_code"],
        "year": year,
        "ref_area": one["ref_area"],
        "item_no": item["item_no"],
        "indicator_no": item["indicator_no"],
        "domain": item["domain"],
        "score": f"{score:g}",
        "max_score": full,
        "as_of": AS_OF,
    }


def _without_one(rows):
    town, year, item = UNSCORED
    first = next(row for row in rows if row["ref_area"] == town)
    key = (first["credit_code"], year, str(item))
    return [row for row in rows if (row["credit_code"], row["year"], row["item_no"]) != key]
