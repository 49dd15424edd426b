"""Monthly returns of the meal points, with seasons, growth, an epidemic and a silent township."""

import calendar
import datetime

from demo import common, doubts, faults, meal_points

SEASON = (1.0, 0.84, 1.02, 1.04, 1.05, 1.02, 0.967, 0.928, 1.02, 1.05, 1.06, 1.04)
SHOCKS = {  # share of the usual meals in an epidemic month
    (2020, 2): 0.12, (2020, 3): 0.42, (2020, 4): 0.78, (2020, 5): 0.92,
    (2022, 3): 0.86, (2022, 4): 0.7, (2022, 10): 0.93, (2022, 12): 0.8, (2023, 1): 0.9,
}  # fmt: skip
SILENT = ("林埭镇", ((2022, 4), (2022, 5)))  # no returns at all
LAPSED = ("广陈镇", 2)  # points that served nobody in the last month
LAPSED_CHANGE = -0.184  # of that township's meals on the month before
ONE_DAY = datetime.timedelta(days=1)
LAST, MONTH_BEFORE = (2024, 8), (2024, 7)
LAST_MEALS = 52_600  # of the county in the last month
MEALS_A_PERSON = {"新埭镇": 8.1, "当湖街道": 10.4, "广陈镇": 8.8}
DELIVERED = {"中心食堂": 0.14, "助餐点": 0.24, "送餐点": 0.95}


def make(seed):
    """Return every return, the good ones only."""
    rng = common.generator(seed, "meal_services")
    points = meal_points.make(seed)
    rows = [row for point in points for row in _usual(rng, point)]
    _calibrate(rows)
    rows = [row for row in rows if _returned(rng, row)]
    for row in rows:
        _complete(rng, row)
    return sorted(rows, key=lambda row: (row["month"], row["meal_point"]))


def write(seed, folder):
    heads = common.headings("meal_services")
    rows = make(seed)
    doubts.meal_services(rows)
    common.write(folder / "meal_services.csv", heads, faults.meal_services(rows))


def _usual(rng, point):
    """Yield the expected meals of a point in each month in which it was open."""
    level = rng.normal(1.0, 0.12)
    for number, (year, month) in enumerate(common.MONTHS):
        length = calendar.monthrange(year, month)[1]
        first, last = datetime.date(year, month, 1), datetime.date(year, month, length)
        until = min(last + ONE_DAY, point.get("closed_on") or datetime.date.max)
        open_days = (until - max(first, point["opened_on"])).days
        if open_days > 0:
            load = (0.46 + 0.0022 * number) * SEASON[month - 1] * SHOCKS.get((year, month), 1.0)
            usual = point["capacity"] * open_days * load * max(level + rng.normal(0, 0.045), 0.3)
            yield {
                "point": point,
                "ref_area": point["ref_area"],
                "at": (year, month),
                "usual": usual,
            }


def _calibrate(rows):
    """Scale all months to the county's last one, and let two points of one township lapse in it."""
    lapsed = [row for row in rows if row["ref_area"] == LAPSED[0]]
    last = [row for row in lapsed if row["at"] == LAST]
    before = sum(row["usual"] for row in lapsed if row["at"] == MONTH_BEFORE)
    for row in sorted(last, key=lambda row: row["usual"])[1 : 1 + LAPSED[1]]:
        row["usual"] = 0
    share = before * (1 + LAPSED_CHANGE) / sum(row["usual"] for row in last)
    for row in last:
        row["usual"] *= share
    scale = LAST_MEALS / sum(row["usual"] for row in rows if row["at"] == LAST)
    for row in rows:
        row["usual"] *= scale


def _returned(rng, row):
    """Say whether the return came: one township was silent, in early years some points were."""
    if row["ref_area"] == SILENT[0] and row["at"] in SILENT[1]:
        return False
    return row["at"] >= (2023, 1) or rng.random() > 0.025


def _complete(rng, row):
    point, (year, month) = row.pop("point"), row.pop("at")
    meals = round(row.pop("usual"))
    if (year, month) == (2020, 2) and rng.random() < 0.5:
        meals = 0
    each = MEALS_A_PERSON.get(row["ref_area"], 9.4) * max(rng.normal(1.0, 0.07), 0.7)
    share = DELIVERED[point["kind"]] * max(rng.normal(1.0, 0.1), 0.5)
    grant = (3.0 if (year, month) < (2021, 7) else 4.0) + (1.5 if point["is_standard"] else 0.0)
    row |= {
        "meal_point": point["meal_point"],
        "month": f"{year}-{month:02d}",
        "meals": meals,
        "persons": min(meals, max(round(meals / each), 1)),
        "delivered": min(meals, round(meals * share)),
        "subsidy": f"{meals * grant:.2f}",
    }
