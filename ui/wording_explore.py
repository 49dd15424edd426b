"""Words of the free analysis: what is counted, what is narrowed to, and the numbers themselves."""

from types import SimpleNamespace

import pandas as pd

from queries import datasets
from queries.aspects import aspect
from queries.datasets import Dataset
from queries.plans import Plan
from queries.questions import Filter, Measure
from ui.wording_numbers import MINUS, STATUS_WORDS, fixed

COUNTED, ROWS_UNIT, DISTINCT_UNIT = "记录数", "条", "个"
HOWS = {  # how → (words around the column's name, decimals unless the column's are whole numbers)
    "count": ("记录数", 0),
    "sum": ("{}合计", 2),
    "mean": ("{}平均", 2),
    "median": ("{}中位数", 1),
    "distinct": ("不重复{}数", 0),
    "only": ("{}", 2),
}
SHOWS = {
    "value": "数值",
    "row": "占本行的比",
    "column": "占本列的比",
    "total": "占全部的比",
    "previous": "比上期增减",
    "year": "比上年同期增减",
}
OPERATORS = {
    "in": "是其中之一",
    "out": "不是其中之一",
    "between": "在范围内",
    "last": "最近一段",
    "contains": "含有",
    "lacks": "不含",
    "empty": "为空",
    "filled": "不为空",
}
SPANS = {
    "1m": "最近1个月",
    "3m": "最近3个月",
    "6m": "最近6个月",
    "12m": "最近12个月",
    "24m": "最近24个月",
    "3y": "最近3个年份",
    "5y": "最近5个年份",
    "this_year": "数据截至的那一年",
    "last_year": "上一年",
}
UNITS = {"d": "天", "m": "个月", "q": "个季度", "y": "个年份"}
FEW = 3  # values of a filter that are named


def measure(dataset: Dataset, one: Measure) -> str:
    """Return what a measure is called: 用餐人次合计, 每千60岁及以上人口的记录数."""
    if one.how == "share":
        look = aspect(dataset, one.column)
        return f"{look.label}为“{'、'.join(one.values)}”的占比"
    if one.how == "per":
        base = _base(dataset, one)
        return f"每千{datasets.denominators()[one.denominator].name_zh}的{measure(dataset, base)}"
    field = dataset.fields.get(one.column)
    return HOWS[one.how][0].format(field.name_zh if field else "")


def shown(plan: Plan, number: int) -> SimpleNamespace:
    """Return how a measure is written: name, label, unit_zh, decimals, is_change."""
    one, show = plan.question.measures[number], plan.question.show
    name, unit_zh, decimals = measure(plan.dataset, one), _unit(plan.dataset, one), 1
    if show in ("row", "column", "total"):
        unit_zh = "%"
    else:
        decimals = _decimals(plan.dataset, one)
    is_change = show in ("previous", "year")
    label = name + f"，{SHOWS[show]}" * (show != "value")
    return SimpleNamespace(
        name=name, label=label, unit_zh=unit_zh, decimals=decimals, is_change=is_change
    )


def headed(of: SimpleNamespace) -> str:
    """Return a measure's heading with its unit."""
    return f"{of.label}（{of.unit_zh}）" if of.unit_zh else of.label


def value(number: float | None, of: SimpleNamespace) -> str:
    """Return a number in full, thousands apart: 12,765, 45.06, +3.2; nothing for none."""
    if number is None or pd.isna(number):
        return "—"
    text = fixed(abs(number), of.decimals)
    whole, dot, rest = text.partition(".")
    text = f"{int(whole):,}{dot}{rest}"
    is_zero = not any(digit in text for digit in "123456789")
    sign = "" if is_zero else MINUS if number < 0 else "+" if of.is_change else ""
    return sign + text


def cell(number, of, obs_status: str | None) -> str:
    """Return a cell: its number, or the word for why there is none."""
    if number is None and obs_status in STATUS_WORDS:
        return STATUS_WORDS[obs_status]
    return value(number, of)


def percent_change(ratio: float | None) -> str:
    if ratio is None or pd.isna(ratio):
        return ""
    sign = "+" if ratio > 0 else MINUS if ratio < 0 else ""
    return f"{sign}{fixed(abs(ratio), 1)}%"


def condition(dataset: Dataset, one: Filter, words: dict[str, str]) -> str:
    """Return a filter in words; `words` are those of its codes."""
    label = aspect(dataset, one.column).label
    if one.operator in ("in", "out"):
        named = "、".join(words.get(code, code) or "（空）" for code in one.values[:FEW])
        more = f"等{len(one.values)}项" if len(one.values) > FEW else ""
        return f"{label}{'不' * (one.operator == 'out')}是{named}{more}"
    if one.operator == "between":
        low, high = one.values
        return f"{label}{low or '最早'}至{high or '最新'}" if low or high else f"{label}不限"
    if one.operator == "last":
        return f"{label}{span(one.values[0])}"
    if one.operator in ("contains", "lacks"):
        return f"{label}{OPERATORS[one.operator]}“{one.values[0]}”"
    return f"{label}{OPERATORS[one.operator]}"


def span(told: str) -> str:
    return SPANS.get(told) or f"最近{told[:-1]}{UNITS.get(told[-1:], told[-1:])}"


def question(plan: Plan, conditions: list[str]) -> str:
    """Return what is asked, as one line: dataset, measures, dimensions; then the filters."""
    measured = "、".join(measure(plan.dataset, one) for one in plan.question.measures)
    by = "、".join(look.label for look in plan.dimensions)
    show = plan.question.show
    parts = [measured, f"按{by}" * bool(by), SHOWS[show] * (show != "value")]
    top = f"只列前{plan.question.top}项，其余合为“其他”" if plan.question.top else ""
    told = "，".join(filter(None, [*parts, top]))
    return f"{plan.dataset.name_zh}：{told}" + f"；{'，'.join(conditions)}" * bool(conditions)


def _base(dataset, one):
    field = dataset.fields.get(one.column)
    if field is None:
        return Measure()
    return Measure("sum" if field.is_number else "distinct", one.column)


def _unit(dataset, one):
    if one.how == "share":
        return "%"
    if one.how == "per":
        denominator = datasets.denominators()[one.denominator]
        return f"{_unit(dataset, _base(dataset, one))}／千{denominator.unit_zh}"
    if one.how == "count":
        return ROWS_UNIT
    return DISTINCT_UNIT if one.how == "distinct" else dataset.fields[one.column].unit


def _decimals(dataset, one):
    if one.how in ("share", "per"):
        return 1 if one.how == "share" else 2
    field = dataset.fields.get(one.column)
    if one.how == "sum" and field.type == "integer":
        return 0
    if field is not None and field.decimals is not None:
        return 1 if field.unit == "%" else field.decimals
    return HOWS[one.how][1]
