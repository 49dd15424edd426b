"""Monthly donations: 1,762 couples have given 15,236 yuan at their registration by August 2024."""

from collections import Counter

import numpy as np

from demo import charity_places, common, marriages
from demo.residents import residents

DAILY, DRIVE, WEDDING, GOODS = "日常捐赠", "慈善一日捐", "婚姻登记慈善一日捐", "实物捐赠"
COUPLES, GIVEN = 1762, 15_236  # published: 1,762 couples, more than 15,000 yuan
WEDDINGS_SINCE = (2023, 1)
TAKE_UP = (0.31, 0.58)  # share of couples who give, first and last month
A_MONTH, GROWTH = 430_000, 0.009  # yuan a month in the county, and how it grows
SEASON = {1: 1.5, 2: 0.7, 5: 1.1, 9: 1.15, 12: 1.3}
CONFERENCE = {(2022, 11): 3.4, (2022, 12): 1.6}  # the charity conference of 5 November 2022
DRIVES = {(2022, 9): 1_650_000, (2023, 9): 2_240_000}
NEED_OF_GOODS = {(2022, 3): 2.6, (2022, 4): 3.4, (2022, 12): 2.0}  # epidemics
WEALTH = {"当湖街道": 1.25, "钟埭街道": 1.5, "独山港镇": 1.4, "广陈镇": 0.6, "新仓镇": 0.75}
FALLING = ("林埭镇", (2024, 1), 0.45)  # since then under half of the usual: a large giver left


def make(seed):
    """Return a row per month, township and kind."""
    rng = common.generator(seed, "donations")
    weights = {name: persons * WEALTH.get(name, 1.0) for name, persons in residents().items()}
    rows = []
    for number, at in enumerate(charity_places.MONTHS):
        for township, weight in weights.items():
            part = weight / sum(weights.values())
            rows += _month(rng, at, township, part, number)
    rows += _weddings(rng, seed, list(weights))
    return sorted(rows, key=lambda row: row["month"])


def write(seed, folder):
    common.write(folder / "donations.csv", common.headings("donations"), make(seed))


def _month(rng, at, township, part, number):
    level = SEASON.get(at[1], 1.0) * CONFERENCE.get(at, 1.0) * (1 + GROWTH * number)
    if township == FALLING[0] and at >= FALLING[1]:
        level *= FALLING[2]
    daily = round(A_MONTH * part * level * rng.gamma(16, 1 / 16))
    yield _row(
        at, township, DAILY, donors=max(round(daily / rng.uniform(190, 260)), 1), amount=daily
    )
    if at in DRIVES:
        drive = round(DRIVES[at] * part * rng.gamma(30, 1 / 30))
        yield _row(at, township, DRIVE, donors=max(round(drive / 62), 1), amount=drive)
    value = round(58_000 * part * NEED_OF_GOODS.get(at, 1.0) * rng.gamma(5, 1 / 5), -2)
    yield _row(at, township, GOODS, donors=max(round(value / 2400), 1), goods_value=value)


def _row(at, township, kind, **numbers):
    empty = {"donors": 0, "couples": 0, "amount": 0, "goods_value": 0}
    return {"month": f"{at[0]}-{at[1]:02d}", "ref_area": township, "kind": kind} | empty | numbers


def _weddings(rng, seed, names):
    """Share the published couples and yuan out over months and townships."""
    married = Counter()
    for row in marriages.make(seed):
        day = row["registered_on"]
        married[(day.year, day.month), row["ref_area"]] += row["couples"]
    months = [at for at in charity_places.MONTHS if at >= WEDDINGS_SINCE]
    cells = [(at, name) for at in months for name in names]
    shares = np.linspace(*TAKE_UP, len(months)).repeat(len(names))
    weights = [married[cell] * share for cell, share in zip(cells, shares, strict=True)]
    weights = np.array(weights) * rng.uniform(0.85, 1.15, len(cells))
    couples = common.allocate(COUPLES, weights)
    given = common.allocate(GIVEN, np.array(couples) * rng.uniform(0.8, 1.2, len(cells)))
    for (at, township), pairs, amount in zip(cells, couples, given, strict=True):
        pairs = min(pairs, married[at, township])
        yield _row(at, township, WEDDING, donors=pairs, couples=pairs, amount=amount)
