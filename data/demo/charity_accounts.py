"""Yearly accounts of trusts, foundations and funds, 2021–2023; four townships have a foundation."""

import datetime

from demo import common

CUT = datetime.date(2023, 12, 31)
YEARS = (2021, 2022, 2023)
TRUST, FOUNDATION, NAMED, COMMUNITY, CENTRE = (
    "慈善信托", "社区发展基金会", "冠名基金", "社区基金", "慈善促进中心",
)  # fmt: skip
DAY = datetime.date
FUNDS = [  # name, kind, township, founded, principal at first; those of 独山港镇 are published
    ("山海益治慈善促进中心", CENTRE, "独山港镇", DAY(2021, 12, 9), 300_000),
    ("山海邻治社区发展基金会", FOUNDATION, "独山港镇", DAY(2022, 8, 16), 2_000_000),
    ("当湖街道社区发展基金会", FOUNDATION, "当湖街道", DAY(2022, 3, 22), 2_400_000),
    ("钟埭街道社区发展基金会", FOUNDATION, "钟埭街道", DAY(2023, 4, 18), 2_000_000),
    ("新埭镇社区发展基金会", FOUNDATION, "新埭镇", DAY(2023, 10, 27), 2_000_000),
    ("善行社区治理慈善信托", TRUST, "当湖街道", DAY(2022, 6, 30), 1_000_000),
    ("助老安居慈善信托", TRUST, "当湖街道", DAY(2023, 5, 25), 600_000),
    ("经开企业爱心慈善信托", TRUST, "钟埭街道", DAY(2023, 9, 8), 800_000),
    ("箱包行业助学冠名基金", NAMED, "新埭镇", DAY(2019, 5, 6), 3_000_000),
    ("童车企业助困冠名基金", NAMED, "新仓镇", DAY(2018, 9, 5), 1_600_000),
    ("羽绒企业助医冠名基金", NAMED, "曹桥街道", DAY(2020, 9, 5), 1_200_000),
    ("港口企业助学冠名基金", NAMED, "独山港镇", DAY(2019, 11, 20), 4_000_000),
    ("光机电企业助残冠名基金", NAMED, "钟埭街道", DAY(2020, 12, 3), 2_800_000),
    ("邻里互助冠名基金", NAMED, "当湖街道", DAY(2017, 9, 5), 5_000_000),
]
COMMUNITY_FUNDS = {  # township → community funds founded by the end of each year
    "当湖街道": (4, 7, 11), "钟埭街道": (2, 4, 6), "曹桥街道": (1, 2, 2), "新埭镇": (1, 3, 4),
    "新仓镇": (1, 1, 2), "广陈镇": (1, 2, 3), "林埭镇": (0, 1, 1), "独山港镇": (2, 3, 5),
}  # fmt: skip
RATE = {TRUST: 0.2, FOUNDATION: 0.26, NAMED: 0.11, COMMUNITY: 0.62, CENTRE: 0.7}
IDLE = ("新仓镇", NAMED, 0.2)  # spends a fifth of what such funds do


def make(seed):
    """Return every fund's year, funds in the order in which they were founded."""
    rng = common.generator(seed, "charity_accounts")
    funds = sorted(FUNDS + list(_community_funds(rng)), key=lambda fund: (fund[3], fund[0]))
    return [
        row
        for number, fund in enumerate(funds, start=1)
        for row in _years(rng, f"J{number:03d}", *fund)
    ]


def write(seed, folder):
    common.write(folder / "charity_accounts.csv", common.headings("charity_accounts"), make(seed))


def _community_funds(rng):
    for township in common.townships():
        before = 0
        for year, count in zip(YEARS, COMMUNITY_FUNDS[township.name], strict=True):
            for number in range(before, count):
                name = f"{township.communities[number]['name_zh']}邻里基金"
                founded_on = DAY(year, int(rng.integers(1, 12)), int(rng.integers(1, 28)))
                first = int(rng.integers(3, 14)) * 10_000
                yield name, COMMUNITY, township.name, founded_on, first
            before = count


def _years(rng, number, name, kind, township, founded_on, principal):
    for year in YEARS:
        if year < founded_on.year:
            continue
        part = (13 - founded_on.month) / 12 if year == founded_on.year else 1.0
        rate = RATE[kind] * (IDLE[2] if (township, kind) == IDLE[:2] else 1.0)
        spent = int(principal * rate * part * rng.uniform(0.75, 1.25) / 100) * 100
        income = int(spent * rng.uniform(0.8, 1.35) / 100) * 100
        principal += income - spent
        yield {
            "fund": number,
            "name": name,
            "kind": kind,
            "ref_area": township,
            "year": year,
            "founded_on": founded_on,
            "principal": principal,
            "income": income,
            "spent": spent,
            "projects": max(round(spent / (31_000 if kind != COMMUNITY else 9_000)), 1),
            "as_of": CUT,
        }
