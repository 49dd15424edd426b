"""Assistance payments: households come, stay and leave; amounts follow the standards in force."""

import datetime

from demo import common, doubts, faults
from demo.assistance_people import PROGRAMMES, units

LAST = len(common.MONTHS) - 1
SILENT = ("新仓镇", (2021, 11))  # a township whose file of that month never came
PRICE_MONTHS = ((2019, 10), (2019, 11), (2019, 12), (2020, 1), (2020, 2), (2020, 3), (2022, 9))


def make(seed):
    """Return every payment, the good ones only."""
    rng = common.generator(seed, "assistance_payments")
    standards = _standards()
    rows = []
    for unit in units(rng):
        rows += _payments(rng, unit, standards)
    rows = [row for row in rows if (row["ref_area"], row["at"]) != SILENT]
    order = {programme: place for place, programme in enumerate(PROGRAMMES)}
    rows.sort(
        key=lambda row: (row["at"], row["area_order"], order[row["programme"]], row["person"])
    )
    _number(rng, rows)
    return rows


def write(seed, folder):
    rows = make(seed)
    doubts.assistance_payments(rows)
    for row in rows:
        if row["ref_area"] == "钟埭街道" and row["at"][0] <= 2020:
            row["ref_area"] = "平湖经开"  # as the system named it until 2020
    heads = common.headings("assistance_payments")
    common.write(folder / "assistance_payments.csv", heads, faults.assistance_payments(rows))


def _standards():
    """Return {programme: {month number: amount in force on its first day}}."""
    found = {}
    for row in sorted(common.reference("standard"), key=lambda row: row["valid_from"]):
        since = datetime.date.fromisoformat(row["valid_from"])
        for number, (year, month) in enumerate(common.MONTHS):
            if datetime.date(year, month, 1) >= since:
                found.setdefault(row["programme"], {})[number] = float(row["amount"])
    return found


def _payments(rng, unit, standards):
    """Yield a unit's payments, month by month, with a price subsidy beside them in some months."""
    for number in range(unit.first, unit.last + 1):
        at = common.MONTHS[number]
        place = unit.place(number)
        row = {
            "person": unit.person,
            "household": unit.household,
            "ref_area": place[1],
            "area_order": place[0],
            "at": at,
            "month": f"{at[0]}-{at[1]:02d}",
            "persons": unit.persons(number),
        }
        yield row | {
            "programme": unit.programme,
            "amount": _amount(unit, number, standards),
            "ended_month": _ended(unit, number),
        }
        if at in PRICE_MONTHS and unit.programme in ("低保", "特困"):
            grant = 20 + 10 * PRICE_MONTHS.index(at)
            amount = grant * row["persons"]
            yield row | {"programme": "价格补贴", "amount": amount, "ended_month": None}


def _ended(unit, number):
    """Return the month from which a unit's last payment says that no more will come."""
    if number < unit.last or unit.last == LAST or unit.programme == "临时救助":
        return None
    year, month = common.MONTHS[number + 1]
    return f"{year}-{month:02d}"


def _amount(unit, number, standards):
    if unit.programme == "临时救助":
        return unit.grant
    standard = standards[unit.programme][number]
    if unit.programme == "低保":
        return round(standard * unit.persons(number) * (1 - unit.income), 1)
    return standard


def _number(rng, rows):
    """Number the payments month by month and say what became of each."""
    fate = rng.random(len(rows))
    serial, at = 0, None
    for row, chance in zip(rows, fate, strict=True):
        serial = serial + 1 if row["at"] == at else 1
        at = row["at"]
        row["payment"] = f"P{at[0] % 100:02d}{at[1]:02d}{serial:05d}"
        row["amount"] = f"{row['amount']:.2f}"
        row["status"] = "退回" if chance < 0.006 else "已发放"
        if at == common.MONTHS[LAST] and chance > 0.985:
            row["status"] = "待发放"
