"""Care visits by community and month: on time more and more often, less so at New Year.

新仓镇 falls behind in the heat of 2024, and two villages have been behind for months.
"""

from demo import common

FIRST = 54  # 2023-07, as a number of common.MONTHS
GROUPS = {  # group: (programme, mean visits due in a community, share of communities with any)
    "低保": ("探访关爱", 9, 1.0),
    "特困": ("探访关爱", 3, 0.8),
    "困境儿童": ("探访关爱", 1.6, 0.45),
    "独居老人": ("巡防关爱", 26, 1.0),
    "孤寡老人": ("巡防关爱", 5, 0.75),
}
LATE = {"低保": 0.055, "特困": 0.04, "困境儿童": 0.03, "独居老人": 0.075, "孤寡老人": 0.05}
BEHIND = {"海塘村": 3.2, "大力村": 2.6}  # so much more often late
HEAT = ("新仓镇", ((2024, 7), (2024, 8)), 3.0)


def make(seed):
    """Return every row, month by month."""
    rng = common.generator(seed, "care_visits")
    registers = list(_registers(rng))
    rows = []
    for number in range(FIRST, len(common.MONTHS)):
        for township, community, group, due in registers:
            rows.append(_return(rng, number, township, community, group, due))
    return rows


def write(seed, folder):
    heads = common.headings("care_visits")
    common.write(folder / "care_visits.csv", heads, make(seed))


def _registers(rng):
    """Yield (township, community, group, visits due at first) of those who are visited."""
    for township in common.townships():
        for community in township.communities:
            for group, (_, mean, share) in GROUPS.items():
                if rng.random() < share:
                    due = 1 + int(rng.poisson(mean * float(rng.gamma(6, 1 / 6))))
                    yield township.name, community["name_zh"], group, due


def _return(rng, number, township, community, group, due):
    at = common.MONTHS[number]
    due = max(1, due + int(rng.integers(-1, 2)))
    late = LATE[group] * (1.25 - 0.04 * (number - FIRST)) * BEHIND.get(community, 1.0)
    late *= 1.9 if at[1] == 2 else 1.0
    if township == HEAT[0] and at in HEAT[1]:
        late *= HEAT[2]
    overdue = int(rng.binomial(due, min(late, 0.6)))
    found = int(rng.poisson(0.085 * due))
    return {
        "ref_area": township,
        "community": community,
        "month": f"{at[0]}-{at[1]:02d}",
        "visit_group": group,
        "programme": GROUPS[group][0],
        "due": due,
        "done_on_time": due - overdue,
        "overdue": overdue,
        "problems_found": found,
        "problems_solved": int(rng.binomial(found, 0.80 if township != "曹桥街道" else 0.62)),
    }
