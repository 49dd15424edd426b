"""The ten aids by year: 4497 households in income projects, 2488 student aids in 2023."""

import datetime

from demo import common

WEIGHTS = (9, 9, 11, 17, 15, 14, 12, 18)  # farming households, by township in statistical order
PEOPLE = (24, 14, 7, 12, 11, 9, 9, 14)
PROJECTS = {  # aid: project: (households 2021, 2022, 2023; persons a household; yuan; income)
    "A01": {
        "来料加工": ((1010, 1180, 1387), 1.3, 900, 3100),
        "果蔬种植": ((920, 1060, 1242), 1.4, 1500, 3600),
        "飞地分红": ((1240, 1515, 1868), 1.0, 700, 1650),  # 4497 in all in 2023, published
    },
    "A02": {
        "公益岗位": ((96, 118, 141), 1.0, 4200, 9800),
        "共富手工坊": ((210, 305, 402), 1.0, 600, 15_600),
    },
    "A03": {"助学金": ((1585, 1790, 2011), None, 1900, 0)},
    "A04": {"医疗救助": ((2150, 2230, 2340), 2.6, 1450, 0)},
    "A05": {"困难家庭住房救助": ((64, 58, 71), 2.2, 15_000, 0)},
    "A06": {"失能照料补助": ((330, 365, 408), 1.1, 2600, 0)},
    "A07": {"辅具适配": ((410, 455, 492), 1.0, 1200, 0)},
    "A08": {"急难救助": ((150, 205, 172), 1.9, 2300, 0)},
    "A09": {"困境儿童关爱": ((96, 104, 118), 1.4, 1800, 0)},
    "A10": {"上门服务": ((520, 760, 1180), 4.5, 380, 0)},
}
STUDENTS = (1921, 2206, 2488)  # the last published
DISABLED = {"共富手工坊": 0.34, "辅具适配": 1.0, "上门服务": 0.22, "公益岗位": 0.12}
RICH = {"独山港镇": 1.18, "广陈镇": 0.82}  # of income added


def make(seed):
    """Return every row, year by year."""
    rng = common.generator(seed, "income_aids")
    departments = {row["aid"]: row["department_zh"] for row in common.reference("aid_item")}
    rows = []
    for place, year in enumerate((2021, 2022, 2023)):
        for aid in sorted(departments):
            for project, told in PROJECTS[aid].items():
                rows += _project(rng, place, year, aid, project, told)
    return rows


def write(seed, folder):
    heads = common.headings("income_aids")
    common.write(folder / "income_aids.csv", heads, make(seed))


def _project(rng, place, year, aid, project, told):
    """Yield a project's rows of a year, one a township."""
    households, each, spent, income = told
    weights = [w * float(rng.uniform(0.85, 1.15)) for w in (WEIGHTS if aid == "A01" else PEOPLE)]
    homes = common.allocate(households[place], weights)
    if each is None:
        persons = common.allocate(STUDENTS[place], weights)
    else:
        persons = [round(count * each) for count in homes]
    for township, count, heads in zip(common.townships(), homes, persons, strict=True):
        grown = (1 + 0.05 * place) * float(rng.uniform(0.9, 1.1))
        added = heads * income * grown * RICH.get(township.name, 1.0)
        yield {
            "year": year,
            "ref_area": township.name,
            "aid": aid,
            "project": project,
            "households": count,
            "persons": heads,
            "disabled_persons": round(heads * DISABLED.get(project, 0)),
            "amount": f"{round(count * spent * grown, -2):.2f}",
            "income_added": f"{round(added, -2):.2f}",
            "as_of": datetime.date(2023, 12, 31),
        }
