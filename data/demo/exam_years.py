"""The yearly examination: 2329 registered in 2022, above 2000 each year from 2018 on."""

import datetime

from demo import common
from demo.social_workers import CERTIFIED, EARLIER, NEW_2022, NEW_2023

REGISTERED = {
    2018: 2046,
    2019: 2108,
    2020: 2157,
    2021: 2216,
    2022: 2329,
    2023: 2465,
}  # 2022 published
SAT = {2018: 0.79, 2019: 0.8, 2020: 0.72, 2021: 0.8, 2022: 0.77, 2023: 0.83}
LEVELS = {"初级": 0.7, "中级": 0.28, "高级": 0.02}
PASSED = {"初级": 0.86, "中级": 0.28, "高级": 0.004}  # for each person newly certified that year


def make(seed):
    """Return every row, the good ones only: who passes an upper level was certified before."""
    rng = common.generator(seed, "exam_years")
    townships = common.townships()
    rows = []
    for year, total in REGISTERED.items():
        new = {2022: NEW_2022, 2023: NEW_2023}.get(year)
        new = new or common.allocate(EARLIER[year], CERTIFIED)
        parts = common.allocate(total, rng.normal(1, 0.04, len(new)) * [n + 12 for n in new])
        for township, part, newly in zip(townships, parts, new, strict=True):
            levels = common.allocate(part, list(LEVELS.values()))
            for level, registered in zip(LEVELS, levels, strict=True):
                sat = min(round(registered * float(rng.normal(SAT[year], 0.015))), registered)
                rows.append(
                    {
                        "year": year,
                        "ref_area": township.name,
                        "level": level,
                        "registered": registered,
                        "sat": sat,
                        "passed": min(round(newly * PASSED[level]), sat),
                        "as_of": datetime.date(year, 12, 31),
                    }
                )
    return rows


def write(seed, folder):
    common.write(folder / "exam_years.csv", common.headings("exam_years"), make(seed))
