"""Monthly orders of two hotlines and the platform: over 120,000 served by it at the end of 2023."""

from demo import common
from demo.residents import OLDER, residents

MONTHS = [at for at in common.MONTHS if at >= (2021, 1)]
SEASON = (0.96, 0.82, 1.0, 1.03, 1.04, 1.02, 1.05, 1.04, 1.0, 1.02, 1.0, 1.02)
SHOCKS = {(2022, 4): 0.74, (2022, 12): 0.81, (2023, 1): 0.86}  # epidemic months
UPGRADED, GAIN = (2023, 4), 1.22  # the platform, and what that brought
SERVED = (2023, 12), 124_300  # person-times of the platform by then; more than 120,000 published
HOTLINES = 0.34  # usual person-times of a line, as a share of the platform's
SERVICES = {  # share of the platform's and the lines' orders, person-times each, summer's gain
    "助餐": (30, 6, 2.6, 0.98),
    "助洁": (24, 22, 1.1, 1.12),
    "助浴": (8, 5, 1.0, 1.18),
    "助医": (13, 10, 1.3, 0.97),
    "探访": (15, 8, 1.5, 1.0),
    "代办": (6, 9, 1.1, 1.0),
    "维修": (4, 20, 1.0, 1.08),
    "助行": (0, 6, 1.2, 1.0),
    "助急": (0, 8, 1.0, 0.9),
    "咨询": (0, 6, 1.0, 1.0),
}
ONLY_96345 = ("代办", "维修", "助行")
CHANNELS = ("967123热线", "96345热线", "智慧养老平台")
SHORT_STAFFED = ("林埭镇", ((2024, 1), (2024, 2), (2024, 3)))  # a third of the calls unanswered
DISSATISFIED = "广陈镇"
SLOW = "独山港镇"


def make(seed):
    """Return every return: township × channel × service type × month."""
    rng = common.generator(seed, "elderly_services")
    heads = residents(OLDER)
    level = {
        name: count / sum(heads.values()) * rng.normal(1, 0.08) for name, count in heads.items()
    }
    rows = [
        {"at": at, "ref_area": name, "channel": channel, "service_type": service}
        | {
            "usual": share
            * level[name]
            * _course(at, channel, gain)
            * max(rng.normal(1, 0.07), 0.6)
        }
        for at in MONTHS
        for name in heads
        for channel in CHANNELS
        for service, share, gain in _offered(channel)
    ]
    known = [r["usual"] for r in rows if r["channel"] == CHANNELS[2] and r["at"] <= SERVED[0]]
    for row in rows:
        _complete(rng, row, row.pop("usual") * SERVED[1] / sum(known))
    return rows


def write(seed, folder):
    heads = common.headings("elderly_services")
    common.write(folder / "elderly_services.csv", heads, make(seed))


def _offered(channel):
    """Yield the services a channel takes orders of, their shares and summer's gain."""
    platform = channel == CHANNELS[2]
    for service, (on_platform, by_phone, _, gain) in SERVICES.items():
        share = on_platform if platform else by_phone * HOTLINES
        if share and not (channel == CHANNELS[0] and service in ONLY_96345):
            yield service, share, gain


def _course(at, channel, gain):
    """Return how much of the usual there is in a month: growth, season, shocks, the upgrade."""
    month = at[1]
    grown = 1 + 0.018 * MONTHS.index(at)
    upgrade = GAIN if channel == CHANNELS[2] and at >= UPGRADED else 1
    summer = gain if month in (6, 7, 8) else 1
    return grown * SEASON[month - 1] * SHOCKS.get(at, 1) * upgrade * summer


def _complete(rng, row, usual):
    at, area = row.pop("at"), row["ref_area"]
    each = SERVICES[row["service_type"]][2]
    orders = round(usual / each / 0.96)
    completed = round(orders * min(rng.normal(0.96, 0.015), 1))
    rated = round(completed * min(max(rng.normal(0.4, 0.04), 0.2), 0.7))
    calls = 0 if row["channel"] == CHANNELS[2] else round(orders * rng.normal(1.75, 0.1)) + 1
    heard = 0.66 if area == SHORT_STAFFED[0] and at in SHORT_STAFFED[1] else 0.94
    on_time = 0.85 if area == SLOW else 0.94
    content = 0.87 if area == DISSATISFIED else 0.955
    answered = round(calls * min(rng.normal(heard, 0.015), 1))
    row |= {
        "month": f"{at[0]}-{at[1]:02d}",
        "calls": calls,
        "answered": answered,
        "orders": orders,
        "completed": completed,
        "closed_on_time": round(completed * min(rng.normal(on_time, 0.02), 1)),
        "person_times": max(completed, round(completed * each)),
        "rated": rated,
        "satisfied": round(rated * min(rng.normal(content, 0.02), 1)),
    }
