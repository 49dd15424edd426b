"""The register of mediations: most settled in the village, more cases before the new year."""

import datetime

from demo import common
from demo.common import AS_OF

CAUSES = {"邻里": 27, "婚姻家庭": 19, "物业": 15, "宅基地与土地": 11, "劳动报酬": 13,
          "损害赔偿": 10, "其他": 5}  # fmt: skip
LEVELS = {"村社区": 0.78, "镇街道": 0.18, "市": 0.04}
DAYS = {"村社区": 5.0, "镇街道": 12.0, "市": 26.0}  # mean until closed
SETTLED = {"村社区": 0.972, "镇街道": 0.94, "市": 0.86}
MONTHLY = (34, 21, 8, 10, 10, 7, 8, 15)  # cases of the townships in 2023, in statistical order
TROUBLED = "曹桥街道"  # where cases take longer from 2024 on


def make(seed):
    """Return every row in the order of the days, the good ones only."""
    rng = common.generator(seed, "mediations")
    rows = []
    for township, mean in zip(common.townships(), MONTHLY, strict=True):
        for year, month in [moment for moment in common.MONTHS if moment[0] >= 2022]:
            busy = {1: 1.3, 2: 0.8, 12: 1.2}.get(month, 1.0) * (1 - 0.04 * (year - 2023))
            for _ in range(rng.poisson(mean * busy)):
                opened_on = datetime.date(year, month, int(rng.integers(1, 29)))
                rows.append(_case(rng, township, opened_on))
    rows.sort(key=lambda row: (row["opened_on"], row["ref_area"]))
    for number, row in enumerate(rows, start=1):
        row |= {"mediation": f"TJ{number:05d}", "as_of": AS_OF}
    return rows


def write(seed, folder):
    common.write(folder / "mediations.csv", common.headings("mediations"), make(seed))


def _case(rng, township, opened_on):
    level = common.pick(rng, LEVELS)
    community = township.communities[rng.integers(len(township.communities))]
    slow = 2.1 if township.name == TROUBLED and opened_on.year == 2024 else 1.0
    closed_on = opened_on + datetime.timedelta(days=int(rng.gamma(1.8, DAYS[level] * slow / 1.8)))
    row = {
        "ref_area": township.name,
        "community": community["name_zh"] if level != "市" else None,
        "level": level,
        "cause": common.pick(rng, CAUSES),
        "opened_on": opened_on,
    }
    if closed_on <= AS_OF:
        chance = SETTLED[level] - (0.05 if slow > 1 else 0)
        row |= {"closed_on": closed_on, "is_settled": bool(rng.random() < chance)}
    return row
