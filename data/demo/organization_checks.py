"""Checks since 2022: the drive of June 2022, yearly checks, reports to the party."""

import datetime

from demo import common, organizations
from demo.common import AS_OF

YEARS = (2022, 2023, 2024)
# kind → (community organizations only, share taken up in each year, first and last month, share
# with findings)
KINDS = {
    "年度检查": (False, (0.3, 0.34, 0.36), (4, 7), 0.13),
    "专项整治": (False, (0.16, 0.05, 0.04), (6, 11), 0.3),
    "清廉检查": (False, (0.0, 0.1, 0.14), (5, 10), 0.1),
    "规范化运作": (True, (0.15, 0.25, 0.3), (3, 9), 0.22),
    "党组织报到": (True, (0.66, 0.78, 0.9), (1, 10), 0.0),
}
FINDINGS = {
    "财务管理": 24, "内部治理": 22, "年报不实": 16, "活动不正常": 14,
    "收费不规范": 10, "党建未落实": 8, "分支机构": 6,
}  # fmt: skip
SLOW = {"广陈镇": 95, "钟埭街道": 60}  # mean days to mend; elsewhere 38
NEVER = 0.07  # share of the findings nobody has mended yet
UNCHECKED = {"广陈镇": 0.22}  # share of the plan left undone; elsewhere 4 %


def make(seed):
    """Return every check planned, those not done too."""
    rng = common.generator(seed, "organization_checks")
    register = organizations.make(seed)
    rows = []
    for kind in KINDS:
        for place, year in enumerate(YEARS):
            rows += _of_year(rng, register, kind, place, year)
    rows.sort(key=lambda row: (row["planned_on"], row["credit_code"]))
    for number, row in enumerate(rows, start=1):
        row |= {"check_id": f"J{number:05d}", "as_of": AS_OF}
    return rows


def write(seed, folder):
    heads = common.headings("organization_checks")
    common.write(folder / "organization_checks.csv", heads, make(seed))


def _of_year(rng, register, kind, place, year):
    community_only, shares, months, faulty = KINDS[kind]
    begin = datetime.date(year, 1, 1)
    for one in register:
        gone = one.get("deregistered_on")
        if one["basis"] == "备案" or one["registered_on"] > begin or (gone and gone.year <= year):
            continue
        if (one["is_community"] or not community_only) and rng.random() < shares[place]:
            yield _check(rng, one, kind, year, months, faulty)


def _check(rng, one, kind, year, months, faulty):
    month = int(rng.integers(months[0], months[1] + 1))
    planned = datetime.date(year, month, 28)
    row = {
        "credit_code": one["credit_code"],
        "ref_area": one["ref_area"],
        "kind": kind,
        "planned_on": planned,
    }
    left = UNCHECKED.get(one["ref_area"], 0.04)
    checked = planned + datetime.timedelta(days=int(rng.integers(-24, 14)))
    if rng.random() < left or checked > AS_OF:
        return row
    row |= {"checked_on": checked, "result": "合格"}
    if rng.random() < faulty:
        row |= _finding(rng, one, checked)
    return row


def _finding(rng, one, checked):
    found = {
        "result": "有问题",
        "finding_type": common.pick(rng, FINDINGS),
        "due_on": checked + datetime.timedelta(days=60),
    }
    days = 6 + int(rng.gamma(2.2, SLOW.get(one["ref_area"], 38) / 2.2))
    fixed = checked + datetime.timedelta(days=days)
    if fixed <= AS_OF and rng.random() >= NEVER:
        found["fixed_on"] = fixed
    return found
