"""SQL texts for what lies behind a cross-tab: a column's values, and the very records."""

from queries import aspects
from queries.aspects import Aspect
from queries.plans import Plan, where
from queries.statements import name


def values(plan: Plan, column: Aspect) -> str:
    """Return SQL: one row per value of a column under the question's filters: code, word, n."""
    order = column.order("code") or "n desc"
    return (
        f"select code, {column.words('code')} as word, n from (select {column.code} as code, "
        f"count(*) as n from {plan.dataset.relation} as record where {where(plan)} group by code) "
        f"order by {order}, n desc, code"
    )


def extent(plan: Plan, column: Aspect) -> str:
    """Return SQL: least and greatest value of a column under the question's filters."""
    return (
        f"select min({column.column}) as least, max({column.column}) as most "
        f"from {plan.dataset.relation} as record where {where(plan)}"
    )


def rows(plan: Plan, columns: list[str], sort: str, is_down: bool, limit: int, offset: int) -> str:
    """Return SQL: the records behind, in words, of the columns asked for."""
    lines = ["record.file", "record.line"] if plan.dataset.has_lines else []
    shown = [_typed(plan.dataset.fields[column]) for column in columns]
    order = f"record.{name(sort)} {'desc' if is_down else 'asc'} nulls last, " if sort else ""
    order += ", ".join(lines) or ", ".join(f"record.{name(one)}" for one in plan.dataset.apart)
    return (
        f"select {', '.join([*lines, *shown])} from {plan.dataset.relation} as record "
        f"where {where(plan)} order by {order} limit {limit} offset {offset}"
    )


def count(plan: Plan) -> str:
    return f"select count(*) from {plan.dataset.relation} as record where {where(plan)}"


def _typed(field):
    """Return SQL for a record's column in words, numbers and days being left what they are."""
    column = f"record.{name(field.name)}"
    if field.is_number or field.type == "date":
        shown = column
    else:
        look = Aspect(field, "")
        shown = look.words(f"nullif({look.code}, '')") if field.type in aspects.WORDS else look.code
    return f"{shown} as {name(field.name_zh)}"
