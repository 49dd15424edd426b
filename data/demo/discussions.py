"""The log of community discussions: a pilot in 梅兰苑社区 from April 2023 on settles more."""

import datetime

from demo import common
from demo.common import AS_OF

TOPICS = {"环境卫生": 22, "物业管理": 17, "停车出行": 14, "养老助残": 10, "文体活动": 10,
          "邻里纠纷": 11, "村务财务": 12, "其他": 4}  # fmt: skip
SINCE = datetime.date(2022, 1, 1)
PILOT, PILOT_SINCE = "梅兰苑社区", datetime.date(2023, 4, 10)
LIVELY = (1.15, 1.3, 0.8, 0.95, 0.75, 0.7, 0.5, 0.85)  # townships in statistical order
SETTLED = (0.74, 0.8, 0.71, 0.76, 0.7, 0.79, 0.6, 0.72)


def make(seed):
    """Return every row in the order of the days, the good ones only."""
    rng = common.generator(seed, "discussions")
    rows = []
    for township, lively, settled in zip(common.townships(), LIVELY, SETTLED, strict=True):
        for community in township.communities:
            zeal = lively * float(rng.gamma(4.0, 0.25))
            rows += _community(rng, township.name, community, zeal, settled)
    rows.sort(key=lambda row: (row["held_on"], row["ref_area"], row["community"]))
    for number, row in enumerate(rows, start=1):
        row |= {"discussion": f"YS{number:05d}", "as_of": AS_OF}
    return rows


def write(seed, folder):
    common.write(folder / "discussions.csv", common.headings("discussions"), make(seed))


def _community(rng, township, community, zeal, settled):
    rows = []
    for year, month in [moment for moment in common.MONTHS if moment[0] >= 2022]:
        calm = 0.45 if (year, month) in ((2022, 4), (2022, 10), (2022, 12)) or month == 2 else 1.0
        trend = 0.55 + 0.011 * ((year - 2022) * 12 + month)
        piloting = community["name_zh"] == PILOT and datetime.date(year, month, 28) >= PILOT_SINCE
        sessions = rng.poisson(2.2 if piloting else zeal * calm * trend)
        for _ in range(sessions):
            held_on = datetime.date(year, month, int(rng.integers(1, 29)))
            pilot = piloting and held_on >= PILOT_SINCE
            rows.append(
                {"ref_area": township, "community": community["name_zh"], "held_on": held_on}
                | _session(rng, 0.91 if pilot else settled + 0.02 * (year - 2022), pilot)
            )
    return rows


def _session(rng, settled, pilot):
    attendees = int(rng.gamma(5.0, 4.2)) + 5
    raised = 1 + int(rng.poisson(2.1))
    rated = int(attendees * rng.uniform(0.5, 1.0))
    return {
        "topic": common.pick(rng, TOPICS),
        "attendees": attendees,
        "raised": raised,
        "settled": int(rng.binomial(raised, settled)),
        "rated": rated,
        "satisfied": int(rng.binomial(rated, min(settled + 0.16, 0.97))),
        "is_pilot": pilot,
    }
