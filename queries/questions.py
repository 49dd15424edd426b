"""Questions: what an analyst asks of a dataset, and how it is spelt in an address or a file.

A question is a handful of short texts, so that a link, a saved view and a briefing hold the very
same thing. What cannot be understood is refused with a sentence that says how to mend it.
"""

import re
from dataclasses import dataclass, replace
from urllib.parse import quote, unquote

MOST_DIMENSIONS = 3
MOST_MEASURES = 4
OPERATORS = (  # of a filter, and how many values each takes; None is any number
    ("in", None),
    ("out", None),
    ("between", 2),
    ("last", 1),
    ("contains", 1),
    ("lacks", 1),
    ("empty", 0),
    ("filled", 0),
)
SHOWS = ("value", "row", "column", "total", "previous", "year")
CHARTS = ("", "table", "bar", "line", "stacked", "heat", "map")
NAMES = ("dataset", "by", "measure", "where", "sort", "top", "show", "chart")
SPECIAL = re.compile(r"[%;:|,/=~&+#\s]")


class QuestionRefused(ValueError):
    """A question that has no answer; the message says why and what to do, in Chinese."""


@dataclass(frozen=True)
class Filter:
    """One condition: `column`, or a way of looking at it as `column.way`, and what it must be."""

    column: str
    operator: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class Measure:
    """What is counted: how, of which column, for a share of which values, per 1,000 of what."""

    how: str = "count"
    column: str = ""
    values: tuple[str, ...] = ()
    denominator: str = ""


@dataclass(frozen=True)
class Question:
    """A cross-tab. The last of several dimensions goes across; `top` keeps so many of the first.

    `sort` is a dimension's own order when empty, else "up" or "down" by the first measure.
    """

    dataset: str = ""
    by: tuple[str, ...] = ()
    measures: tuple[Measure, ...] = (Measure(),)
    where: tuple[Filter, ...] = ()
    sort: str = ""
    top: int = 0
    show: str = "value"
    chart: str = ""

    def also(self, *filters: Filter) -> "Question":
        return replace(self, where=(*self.where, *filters))


def parameters(question: Question) -> dict[str, str]:
    """Return a question as short texts; what is as usual is left out."""
    usual = Question()
    told = {
        "dataset": question.dataset,
        "by": ",".join(question.by),
        "measure": ",".join(map(_measure_text, question.measures)),
        "where": ";".join(map(_filter_text, question.where)),
        "sort": question.sort,
        "top": str(question.top or ""),
        "show": question.show if question.show != usual.show else "",
        "chart": question.chart,
    }
    if question.measures == usual.measures:
        told["measure"] = ""
    return {name: text for name, text in told.items() if text}


def question(told: dict[str, str]) -> Question:
    """Return the question some texts spell; raise QuestionRefused for what cannot be read."""
    show, chart = told.get("show", "") or "value", told.get("chart", "")
    sort, top = told.get("sort", ""), told.get("top", "") or "0"
    _known("呈现方式", show, SHOWS)
    _known("图形", chart, CHARTS)
    _known("排序", sort, ("", "up", "down"))
    if not (top.isascii() and top.isdecimal()):
        raise QuestionRefused(f"“取前几项”写的是“{top}”，请填一个整数。")
    by = tuple(filter(None, told.get("by", "").split(",")))
    measures = tuple(map(_measure, filter(None, told.get("measure", "").split(","))))
    if len(by) > MOST_DIMENSIONS or len(set(by)) < len(by):
        raise QuestionRefused(f"分组最多{MOST_DIMENSIONS}个，不能重复。请去掉多余的。")
    if len(measures) > MOST_MEASURES:
        raise QuestionRefused(f"一次最多看{MOST_MEASURES}个度量。请去掉几个。")
    return Question(
        dataset=told.get("dataset", ""),
        by=by,
        measures=measures or Question().measures,
        where=tuple(map(_filter, filter(None, told.get("where", "").split(";")))),
        sort=sort,
        top=int(top),
        show=show,
        chart=chart,
    )


def escape(value: str) -> str:
    """Return a value that may stand between the marks of a text; Chinese stays readable."""
    return SPECIAL.sub(lambda found: quote(found[0], safe=""), value)


def _filter_text(one):
    values = "|".join(map(escape, one.values))
    return f"{one.column}:{one.operator}" + f":{values}" * bool(one.values)


def _filter(text):
    column, operator, values = (*text.split(":"), "", "")[:3]
    _known("筛选条件", operator, [name for name, _ in OPERATORS])
    wanted = dict(OPERATORS)[operator]
    found = tuple(map(unquote, values.split("|"))) if values or wanted == 1 else ()
    if wanted is not None and len(found) != wanted:
        raise QuestionRefused(f"筛选“{text}”应有{wanted}个值。请重新选择这项筛选。")
    return Filter(column, operator, found)


def _measure_text(one):
    text = ":".join(filter(None, (one.how, one.column)))
    text += f"={'|'.join(map(escape, one.values))}" * bool(one.values)
    return text + f"/{one.denominator}" * bool(one.denominator)


def _measure(text):
    text, _, denominator = text.partition("/")
    text, _, values = text.partition("=")
    how, _, column = text.partition(":")
    return Measure(
        how, column, tuple(map(unquote, values.split("|"))) if values else (), denominator
    )


def _known(what, value, known):
    if value not in known:
        raise QuestionRefused(f"{what}里的“{value}”看不懂。请从页面上重新选择。")
