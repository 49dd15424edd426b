"""Yearly student aid, 2021–2024: more students every year, most about to enter university."""

from demo import common
from demo.common import AS_OF
from demo.residents import residents

STUDENTS = {2021: 186, 2022: 231, 2023: 287, 2024: 342}  # of the county
GIVERS = {"企业": 38, "个人": 21, "爱心团队": 24, "慈善组织": 17}
STAGES = {"小学": 14, "初中": 19, "高中": 26, "大学": 41}
EACH = {"小学": 1200, "初中": 1500, "高中": 2400, "大学": 4600}  # yuan a student
FEW = ("广陈镇", 0.4)  # of the part expected of a township: hardly any givers


def make(seed):
    """Return a row per year, township, kind of giver and stage with any student."""
    rng = common.generator(seed, "student_aids")
    places = residents()
    places[FEW[0]] *= FEW[1]
    cells = [(t, giver, stage) for t in places for giver in GIVERS for stage in STAGES]
    rows = []
    for year, students in STUDENTS.items():
        weights = [
            places[t] * GIVERS[giver] * STAGES[stage] * rng.uniform(0.4, 1.6)
            for t, giver, stage in cells
        ]
        for (township, giver, stage), count in zip(
            cells, common.allocate(students, weights), strict=True
        ):
            each = EACH[stage] * (1 + 0.04 * (year - 2021)) * rng.uniform(0.85, 1.15)
            row = {"year": year, "ref_area": township, "giver": giver, "stage": stage}
            row |= {"students": count, "amount": round(count * each, -2), "as_of": AS_OF}
            rows.append(row)
    return [row for row in rows if row["students"]]


def write(seed, folder):
    common.write(folder / "student_aids.csv", common.headings("student_aids"), make(seed))
