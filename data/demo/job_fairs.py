"""Job fairs for households in difficulty: one in September 2023, more of them each year."""

import datetime

from demo import common
from demo.common import AS_OF

FAIRS = (  # day, township, name, employers
    ("2022-03-12", "当湖街道", "春风行动困难家庭专场招聘会", 14),
    ("2022-06-18", "独山港镇", "独山港镇家门口招聘会", 8),
    ("2022-09-24", "钟埭街道", "经开企业助困专场招聘会", 11),
    ("2022-11-19", "新埭镇", "新埭镇家门口招聘会", 7),
    ("2023-02-18", "当湖街道", "春风行动困难家庭专场招聘会", 18),
    ("2023-04-22", "新仓镇", "新仓镇家门口招聘会", 9),
    ("2023-06-17", "独山港镇", "独山港镇家门口招聘会", 10),
    (
        "2023-09-16",
        "当湖街道",
        "“蝶变跃升”困难家庭专场招聘会",
        26,
    ),  # the only one of the month, published
    ("2023-11-18", "钟埭街道", "经开企业助困专场招聘会", 13),
    ("2024-01-27", "林埭镇", "林埭镇家门口招聘会", 8),
    ("2024-02-24", "当湖街道", "春风行动困难家庭专场招聘会", 22),
    ("2024-04-20", "新埭镇", "新埭镇家门口招聘会", 9),
    ("2024-05-18", "独山港镇", "独山港镇家门口招聘会", 12),
    ("2024-06-22", "曹桥街道", "曹桥街道家门口招聘会", 7),
    ("2024-07-13", "广陈镇", "广陈镇家门口招聘会", 6),
    ("2024-08-17", "钟埭街道", "经开企业助困专场招聘会", 15),
)
STAYING = {2022: 0.58, 2023: 0.67, 2024: 0.72}


def make(seed):
    """Return every fair, by day."""
    rng = common.generator(seed, "job_fairs")
    return [_fair(rng, number, *told) for number, told in enumerate(FAIRS, start=1)]


def write(seed, folder):
    heads = common.headings("job_fairs")
    common.write(folder / "job_fairs.csv", heads, make(seed))


def _fair(rng, number, day, township, name, employers):
    held_on = datetime.date.fromisoformat(day)
    posts = employers * int(rng.integers(5, 9))
    attendees = 20 + employers * int(rng.integers(3, 6))
    hired = int(rng.binomial(attendees, 0.29))
    known = (AS_OF - held_on).days >= 92
    return {
        "fair": f"ZP{held_on.year}{number:02d}",
        "name": name,
        "held_on": held_on,
        "ref_area": township,
        "employers": employers,
        "posts": posts,
        "attendees": attendees,
        "hired": hired,
        "retained": int(rng.binomial(hired, STAYING[held_on.year])) if known else None,
        "as_of": AS_OF,
    }
