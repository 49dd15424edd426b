"""Contracts for assistance services with invented suppliers: more money every year since 2021."""

import datetime

from demo import common
from demo.common import AS_OF

COUNTS = {2021: 11, 2022: 15, 2023: 21, 2024: 17}
WEIGHTS = (24, 14, 7, 12, 11, 9, 9, 14)  # of the townships, in statistical order
SUPPLIERS = {  # supplier: (weight, what it adds to the usual score)
    "启明社工服务中心": (9, 2.5),
    "春晖社会服务中心": (7, 1.0),
    "和风公益服务中心": (6, 0.5),
    "青禾社会工作服务社": (5, 1.5),
    "同舟助困服务中心": (4, -3.0),
    "暖阳为老服务中心": (4, -0.5),
    "向阳花儿童服务社": (3, 0.0),
    "益家社区服务中心": (2, -7.5),
}
TYPES = {  # service: (weight, usual value in yuan)
    "探访照料": (10, 120_000),
    "心理慰藉": (6, 70_000),
    "康复护理": (5, 110_000),
    "就业帮扶": (4, 60_000),
    "儿童关爱": (5, 65_000),
    "能力培训": (3, 45_000),
}


def make(seed):
    """Return every contract, by the day it was signed."""
    rng = common.generator(seed, "aid_purchases")
    rows = []
    for year, count in COUNTS.items():
        last = min(datetime.date(year, 11, 30), AS_OF - datetime.timedelta(days=10))
        signed = sorted(common.day(rng, datetime.date(year, 1, 8), last) for _ in range(count))
        # every township buys something every year, the larger ones more
        places = common.townships() + [
            common.townships()[common.pick(rng, dict(enumerate(WEIGHTS)))]
            for _ in range(count - len(WEIGHTS))
        ]
        order = rng.permutation(count)
        rows += [_contract(rng, on, places[n].name) for on, n in zip(signed, order, strict=True)]
    for number, row in enumerate(rows, start=1):
        row |= {"contract": f"GM{row['signed_on'].year}{number:03d}", "as_of": AS_OF}
    return rows


def write(seed, folder):
    heads = common.headings("aid_purchases")
    common.write(folder / "aid_purchases.csv", heads, make(seed))


def _contract(rng, signed_on, township):
    supplier = common.pick(rng, {name: weight for name, (weight, _) in SUPPLIERS.items()})
    kind = common.pick(rng, {name: weight for name, (weight, _) in TYPES.items()})
    start_on = signed_on + datetime.timedelta(days=int(rng.integers(5, 30)))
    end_on = start_on + datetime.timedelta(days=int(rng.choice((183, 364), p=(0.25, 0.75))))
    grown = 1 + 0.06 * (signed_on.year - 2021)
    budget = round(TYPES[kind][1] * grown * float(rng.uniform(0.6, 1.5)) / 1000) * 1000
    done = min(max((AS_OF - start_on) / (end_on - start_on), 0), 1)
    is_over = end_on < AS_OF - datetime.timedelta(days=45)
    paid = budget if is_over else round(budget * (0.3 + 0.5 * done) / 100) * 100
    score = None
    if is_over:
        score = round(min(87 + SUPPLIERS[supplier][1] + float(rng.normal(0, 2.4)), 98), 1)
        paid = budget if score >= 80 else round(budget * 0.9 / 100) * 100  # the rest is kept back
    return {
        "supplier": supplier,
        "ref_area": township,
        "service_type": kind,
        "signed_on": signed_on,
        "start_on": start_on,
        "end_on": end_on,
        "budget": f"{budget:.2f}",
        "paid": f"{paid:.2f}",
        "score": score,
    }
