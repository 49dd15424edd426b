"""Monthly devices: 26 care centres with terminals at the end of 2023, guard devices in 2024."""

import calendar
import datetime

from demo import care_facilities, common
from demo.residents import OLDER, shared_out

MONTHS = [at for at in common.MONTHS if at >= (2023, 1)]
TERMINALS = (  # of the county, by month; 26 at the end of 2023 published
    0, 0, 2, 4, 6, 9, 12, 15, 18, 21, 24, 26,
    26, 27, 29, 32, 35, 38, 40, 42,
)  # fmt: skip
SOLITARY, SERVED = 470, 3_400  # elderly people without family; served by the platform
GUARDED_FROM = (2024, 1)
GUARDED = (0.06, 0.14, 0.26, 0.39, 0.52, 0.63, 0.72, 0.79)  # share with a device, by month of 2024
APP_FROM = (2023, 5)
OFTEN_OFFLINE = "独山港镇"
LATE = "广陈镇"  # few devices, slow to respond


def make(seed):
    """Return every return: township × kind × month."""
    rng = common.generator(seed, "care_devices")
    solitary, served = (shared_out(total, OLDER) for total in (SOLITARY, SERVED))
    centres = _centres(seed)
    rows = []
    for number, at in enumerate(MONTHS):
        fitted = _fitted(number, [len(dates) for dates in centres.values()])
        for name, terminals in zip(centres, fitted, strict=True):
            until = datetime.date(*at, calendar.monthrange(*at)[1])
            open_then = max(sum(day <= until for day in centres[name]), terminals)
            rows += [
                _row(rng, at, name, "照料中心智慧终端", open_then, terminals),
                _guarded(rng, at, name, solitary[name]),
                _bound(rng, at, name, served[name]),
            ]
    return rows


def write(seed, folder):
    common.write(folder / "care_devices.csv", common.headings("care_devices"), make(seed))


def _centres(seed):
    """Return {township's name: opening dates of its care centres}."""
    found = {township.name: [] for township in common.townships()}
    for facility in care_facilities.make(seed):
        if facility["kind"] == "照料中心" and facility["opened_on"]:
            found[facility["ref_area"]].append(facility["opened_on"])
    return found


def _fitted(number, weights):
    """Share the month's terminals out one by one, so that none is taken away later."""
    parts = [0] * len(weights)
    for _ in range(TERMINALS[number]):
        most = max(range(len(weights)), key=lambda place: weights[place] / (parts[place] + 0.5))
        parts[most] += 1
    return parts


def _row(rng, at, name, kind, eligible, installed):
    held = 0.82 if name == OFTEN_OFFLINE else 0.955
    return {
        "month": f"{at[0]}-{at[1]:02d}",
        "ref_area": name,
        "kind": kind,
        "eligible": eligible,
        "installed": installed,
        "online": round(installed * min(rng.normal(held, 0.02), 1)),
        "alarms": 0,
        "false_alarms": 0,
        "response_minutes": 0,
        "active_users": 0,
    }


def _guarded(rng, at, name, solitary):
    share = GUARDED[at[1] - 1] if at >= GUARDED_FROM else 0
    share *= 0.6 if name == LATE else 1
    row = _row(rng, at, name, "孤寡老人看护设备", solitary, round(solitary * share))
    alarms = round(row["installed"] * rng.normal(0.5, 0.08))
    minutes = rng.normal(16 if name == LATE else 9.5, 0.9) - 0.35 * (at[1] - 1)
    wrong = round(alarms * max(rng.normal(0.46, 0.04) - 0.02 * at[1], 0.1))
    return row | {
        "alarms": alarms,
        "false_alarms": wrong,
        "response_minutes": round(alarms * minutes),
    }


def _bound(rng, at, name, served):
    months = (at[0] - APP_FROM[0]) * 12 + at[1] - APP_FROM[1] + 1
    share = min(0.055 * months, 0.34 + 0.017 * months) if months > 0 else 0
    bound = round(served * share)
    row = _row(rng, at, name, "亲属端", served, bound)
    return row | {"online": 0, "active_users": round(bound * rng.normal(0.58, 0.03))}
