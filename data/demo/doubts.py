"""Cases for the audit: every row keeps its contract, and no figure moves.

What two rows of a township and month hold is exchanged, so that sums and numbers of persons stay.
"""

SWAPPED_AMOUNTS = (("2024-05", "当湖街道"), ("2024-07", "新埭镇"))
WAITING_TWICE = (("2024-08", "当湖街道"), ("2024-08", "新仓镇"))
EXCLUSIVE = (("2024-06", "独山港镇"), ("2024-08", "当湖街道"))
TWO_AGES = ("2024-07", "当湖街道")
ENDED_TOO_LATE = ("2023-11", "2024-02", "2024-06")
SWAPPED_MEALS = ("2024-03", "新仓镇")
WHO = ("person", "household")
RETURN = ("meals", "persons", "delivered", "subsidy")


def assistance_payments(rows):
    """Plant amounts swapped, a second payment waiting, programmes that exclude each other, ends."""
    for place in SWAPPED_AMOUNTS:
        _swap_amounts(_paid(rows, place))
    for place in WAITING_TWICE:
        _wait_twice([row for row in rows if _at(row) == place])
    for place in EXCLUSIVE:
        _exclude(_paid(rows, place))
    _confuse_ages(_paid(rows, TWO_AGES))
    for month in ENDED_TOO_LATE:
        row = next(row for row in rows if row["month"] == month and row["ended_month"])
        row["ended_month"] = month  # paid in the month from which nothing should be


def meal_services(rows):
    """Plant the returns of a town's largest and smallest point under each other's number."""
    month, area = SWAPPED_MEALS
    returns = [row for row in rows if (row["month"], row["ref_area"]) == (month, area)]
    returns.sort(key=lambda row: row["meals"])
    _exchange(returns[0], returns[-1], RETURN)


def _at(row):
    return row["month"], row["ref_area"]


def _paid(rows, place):
    return [row for row in rows if _at(row) == place and row["status"] == "已发放"]


def _of(rows, programme):
    return [row for row in rows if row["programme"] == programme]


def _exchange(one, other, names):
    for name in names:
        one[name], other[name] = other[name], one[name]


def _swap_amounts(rows):
    """Give one person the allowance of a large household, above any standard for one."""
    homes = _of(rows, "低保")
    large = max(homes, key=lambda row: float(row["amount"]))
    single = next(row for row in homes if row["persons"] == 1)
    _exchange(large, single, ("amount",))


def _wait_twice(rows):
    """Let a payment that waits be for somebody who has been paid already."""
    waiting = next(row for row in rows if row["status"] == "待发放")
    paid = next(
        row
        for row in rows
        if row["status"] == "已发放" and row["programme"] == waiting["programme"]
    )
    waiting |= {name: paid[name] for name in WHO}


def _two_programmes(rows):
    """Return the only disability subsidy of a household, its payee on the allowance as well."""
    heads = {row["person"] for row in _of(rows, "低保")}
    subsidies = _of(rows, "残疾人生活补贴") + _of(rows, "重度残疾人护理补贴")
    homes = [row["household"] for row in subsidies]
    return next(
        row for row in subsidies if row["person"] in heads and homes.count(row["household"]) == 1
    )


def _exclude(rows):
    """Pay the extreme-difficulty allowance to somebody on the subsistence allowance."""
    _exchange(_of(rows, "特困")[0], _two_programmes(rows), WHO)


def _confuse_ages(rows):
    """Pay child support to somebody on the old-age allowance; three payees change places."""
    child, old = _of(rows, "困境儿童")[0], _of(rows, "高龄津贴")[0]
    _exchange(child, _two_programmes(rows), WHO)
    child |= {name: old[name] for name in WHO}
