"""SQL texts for what stands beside a cell of a cross-tab: its whole, an earlier period, its place.

They read the steps `cell` and weight1… that queries/crosstab.py puts in front of them.
"""

from queries.aspects import SPELT
from queries.plans import OTHER
from queries.statements import text

BEFORE = {  # grain → the period before a code, and the same a year ago
    "day": ("try_cast({0} as date) - interval 1 day", "try_cast({0} as date) - interval 1 year"),
    "month": (
        "try_cast({0} || '-01' as date) - interval 1 month",
        "try_cast({0} || '-01' as date) - interval 1 year",
    ),
    "quarter": (
        "try_cast(left({0}, 4) || '-01-01' as date) "
        "+ interval (try_cast(right({0}, 1) as integer) * 3 - 6) month",
        "try_cast(left({0}, 4) || '-01-01' as date) "
        "+ interval (try_cast(right({0}, 1) as integer) * 3 - 15) month",
    ),
    "year": ("try_cast({0} || '-01-01' as date) - interval 1 year",) * 2,
}


def weighed(plan):
    """Return the dimensions ordered by weight: those without an order of their own, or sorted."""
    return [
        d
        for number, (one, d) in enumerate(plan.paired())
        if not one.order(d) or (number == 0 and plan.question.sort)
    ]


def weight(plan, d):
    """Return SQL for how much each value of a dimension weighs in all."""
    others = [f"{other} is null" for other in plan.names if other != d]
    conditions = " and ".join([f"{d} is not null", *([] if plan.compares else others)])
    return f"select {d}, max(m1) as weight from cell where {conditions} group by {d}"


def joined(plan):
    """Return SQL for the cell each cell is held against, and for the weights it is ordered by."""
    joins = "".join(
        f"\nleft join weight{d[1:]} on cell.{d} = weight{d[1:]}.{d}" for d in weighed(plan)
    )
    against = {
        "row": {plan.across: "null"},
        "column": {d: "null" for d in plan.names if d != plan.across},
        "total": {d: "null" for d in plan.names},
    }.get(plan.question.show)
    if plan.compares:
        d, one = plan.names[plan.time], plan.dimensions[plan.time]
        before = BEFORE[one.grain][plan.question.show == "year"].format(f"cell.{d}")
        against = {d: f"cast({SPELT[one.grain].format(f'({before})')} as varchar)"}
    if against is None:
        return joins
    same = [f"other.{d} is not distinct from {against.get(d, f'cell.{d}')}" for d in plan.names]
    return joins + f"\nleft join cell as other on {' and '.join(same)}"


def shown(plan, number):
    """Return SQL for a measure as it is to be shown."""
    value = f"m{number + 1}"
    if plan.compares:
        return f"cell.{value} - other.{value}"
    if plan.question.show == "value":
        return f"cell.{value}"
    return f"100.0 * cell.{value} / nullif(other.{value}, 0)"


def ratio(plan, number):
    """Return SQL for by how many per cent a measure changed."""
    value = f"m{number + 1}"
    if not plan.compares:
        return "cast(null as double)"
    return f"100.0 * (cell.{value} - other.{value}) / nullif(abs(other.{value}), 0)"


def kept(plan):
    """Return SQL that leaves out periods read only to be held against."""
    return "\nwhere cell.is_asked" if plan.compares else ""


def ranks(plan):
    """Yield SQL for each dimension's order: totals last, before them the rest, then what is empty;
    periods and lists as they run, others by weight.
    """
    for number, (one, d) in enumerate(plan.paired()):
        keys = [f"cell.{d} is null, cell.{d} = {text(OTHER)}, cell.{d} = ''"]
        own = one.order(f"cell.{d}")
        if number == 0 and plan.question.sort:
            way = "desc" if plan.question.sort == "down" else "asc"
            keys.append(f"weight1.weight {way} nulls last")
        keys.append(f"{own} nulls last" if own else f"weight{d[1:]}.weight desc nulls last")
        yield f"dense_rank() over (order by {', '.join(keys)}, cell.{d}) as o{number + 1}"
