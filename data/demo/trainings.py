"""The register of trainings: twelve trainees in the fourth batch, 150余 backbones in 2022."""

import datetime
from collections import Counter

from demo import common, community_returns, exam_years
from demo.common import AS_OF

WEIGHTS = (30, 17, 7, 10, 9, 6, 7, 14)  # of the townships, in statistical order
BATCHES = {  # of 苔花计划: the first day, and how many; twelve from January 2022 on published
    datetime.date(2018, 3, 12): 10,
    datetime.date(2019, 3, 18): 10,
    datetime.date(2020, 9, 7): 11,
    datetime.date(2022, 1, 6): 12,
    datetime.date(2023, 3, 9): 15,
    datetime.date(2024, 3, 14): 16,
}
YEARLY = (  # programme, role, first year, classes a year, people in a class, hours, how many pass
    ("智创营", "社会组织负责人", 2019, 4, 42, 12, 0.9),
    ("善学堂", "社会组织负责人", 2020, 6, 56, 6, None),
    ("能力提升工作坊", "社会组织负责人", 2021, 2, 32, 16, 0.92),
    ("微治理人才", "治理骨干", 2023, 2, 48, 24, 0.93),
    ("微领袖", "治理骨干", 2021, 2, 79, 18, 0.88),  # 158 in 2022
    ("考前培训", "考生", 2013, 4, 330, 32, None),  # the tenth year in 2022, as published
)
FIELDS = ("家庭社会工作", "社区社会工作")  # of 督导高阶进修 from 2022 on, as published
PLATFORMS = {"社考云学堂": 2020, "中社网课": 2022}  # since when; both in 2022, as published
FOLLOWED = ("苔花计划", "微治理人才", "微领袖", "督导高阶进修")


def make(seed):
    """Return every row, class by class, the good ones only."""
    rng = common.generator(seed, "trainings")
    rows = []
    for batch, (held_on, people) in enumerate(BATCHES.items(), start=1):
        row = {"programme": "苔花计划", "role": "督导培养对象", "batch": batch, "hours": 96}
        rows += _class(rng, row | {"held_on": held_on}, people, 0.96)
    for programme, role, first, classes, people, hours, passing in YEARLY:
        for year in range(first, 2025):
            for _ in range(classes):
                row = {"programme": programme, "role": role, "hours": hours}
                months = (3, 5) if programme == "考前培训" else (2, 11)
                came = people if year == 2022 else round(people * float(rng.normal(1, 0.07)))
                rows += _class(rng, row | _held(rng, year, *months), came, passing)
    rows += _online(rng) + _deputies(rng, seed)
    for year in (2022, 2023, 2024):
        for field in FIELDS:
            row = {"programme": "督导高阶进修", "role": "督导培养对象", "field": field, "hours": 60}
            rows += _class(rng, row | _held(rng, year, 2, 7), 18, 0.95)
    rows = [row for row in rows if row["held_on"] <= AS_OF]
    rows.sort(key=lambda row: (row["held_on"], row["programme"]))
    numbers = {}
    for row in rows:
        key = row["programme"], row["held_on"], row.pop("class")
        row |= {"training": f"PX{numbers.setdefault(key, len(numbers) + 1):04d}", "as_of": AS_OF}
    return rows


def write(seed, folder):
    common.write(folder / "trainings.csv", common.headings("trainings"), make(seed))


def _held(rng, year, first, last):
    until = datetime.date(year, last, 28)
    return {"held_on": common.day(rng, datetime.date(year, first, 1), until)}


def _class(rng, row, people, passing=None):
    """Return a class as one row per township its participants come from."""
    parts = common.allocate(people, rng.normal(1, 0.12, 8).clip(0.5) * WEIGHTS)
    number = int(rng.integers(1_000_000))
    followed = row["programme"] in FOLLOWED and row["held_on"] + datetime.timedelta(365) <= AS_OF
    rows = []
    for township, part in zip(common.townships(), parts, strict=True):
        if part:
            assessed = part if passing else 0
            asked = part if followed else 0
            rows.append(
                row
                | {"class": number, "ref_area": township.name, "people": part}
                | {"assessed": assessed, "passed": int(rng.binomial(assessed, passing or 0))}
                | {"followed_up": asked, "still_in_post": int(rng.binomial(asked, 0.87))}
            )
    return rows


def _online(rng):
    """Return the online courses: more than half of those registered take one."""
    rows = []
    for platform, since in PLATFORMS.items():
        for year in range(since, 2025):
            people = round(
                exam_years.REGISTERED.get(year, 2540) * (0.42 if since == 2020 else 0.27)
            )
            row = {"programme": "在线课程", "role": "考生", "platform": platform, "hours": 20}
            rows += _class(rng, row | {"held_on": datetime.date(year, 3, 1)}, people)
    return rows


def _deputies(rng, seed):
    """Return the classes of villagers' deputies, as many people as the communities returned."""
    trained = Counter()
    for row in community_returns.make(seed):
        trained[row["year"], row["ref_area"]] += row["deputies_trained"]
    rows = []
    for (year, township), people in trained.items():
        row = {"programme": "村民代表培训", "role": "村民代表", "hours": 8, "ref_area": township}
        row |= _held(rng, year, 4, 8) | {"class": int(rng.integers(1_000_000)), "people": people}
        rows.append(row | dict.fromkeys(("assessed", "passed", "followed_up", "still_in_post"), 0))
    return rows
