"""SQL texts for a column as it is looked at: its values as short codes, their words and order.

A code is what stands in an address: a township's code, 2024-08, 2024-Q3, 是; "" is an empty cell.
"""

import datetime
import math
import re
from dataclasses import dataclass

from queries.datasets import BAND, Dataset, Field
from queries.questions import Filter, QuestionRefused
from queries.statements import name, text

SPELT = {  # grain → a day's code
    "day": "strftime({}, '%Y-%m-%d')",
    "month": "strftime({}, '%Y-%m')",
    "quarter": "year({0}) || '-Q' || quarter({0})",
    "year": "year({})",
}
YES_OR_NO = "case {} when true then '是' when false then '否' end"
WORDS = {  # type → a code in words; the code itself where nothing else is said
    "township": "coalesce((select name_zh from reference.township where ref_area = {0}), "
    "(select short_zh from reference.county where ref_area = {0}), {0})",
    "community": "coalesce((select name_zh from reference.community where community = {0}), {0})",
    "indicator": "coalesce((select name_zh from indicator where id = {0}), {0})",
    "theme": "coalesce((select name_zh from reference.theme where theme = {0}), {0})",
    "category": "case {0} when '_T' then '合计' else {0} end",
    "obs_status": "case {0} when 'A' then '正常' when 'P' then '未完整' when 'O' then '无数据' "
    "when 'Q' then '已保护' when 'M' then '不适用' else {0} end",
}
TIME_WORDS = {  # way → a period in words
    "month": "left({0}, 4) || '年' || cast(cast(right({0}, 2) as integer) as varchar) || '月'",
    "quarter": "left({0}, 4) || '年第' || right({0}, 1) || '季度'",
    "year": "{0} || '年'",
}
ORDER = {  # type → what a code is ordered by
    "township": "coalesce((select position from reference.township where ref_area = {}), 0)",
    "theme": "(select position from reference.theme where theme = {})",
}
DAY = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?")
SPAN = re.compile(r"(?P<number>[1-9]\d{0,3})(?P<unit>[dmqy])")
UNITS = {"d": "day", "m": "month", "q": "quarter", "y": "year"}
NAMED_SPANS = ("this_year", "last_year")


@dataclass(frozen=True)
class Aspect:
    """A column looked at in one way; spelt `column` or `column.way`."""

    field: Field
    way: str

    @property
    def label(self) -> str:
        return self.field.ways[self.way]

    @property
    def grain(self) -> str:
        """Return day, month, quarter or year for a time, else nothing."""
        if not self.field.is_time:
            return ""
        return self.way or {"date": "day", "month": "month"}[self.field.type]

    @property
    def code(self) -> str:
        """Return SQL for a record's code; never null."""
        return self.code_of(self.raw)

    @property
    def raw(self) -> str:
        """Return SQL for what records are grouped by before there is a code: dates stay dates and
        bands are numbered, because writing out ten million words costs more than counting them.
        """
        if self.way == BAND:
            return self._band()
        if self.way == "year":
            return SPELT["year"].format(self.column)
        return f"date_trunc('{self.way}', {self.column})" if self.way else self.column

    @property
    def is_bare(self) -> bool:
        """Whether a code is the text that stands in the column."""
        return not (
            self.way or self.field.is_time or self.field.is_number or self.field.type == "boolean"
        )

    def code_of(self, raw: str) -> str:
        """Return SQL for the code of what records were grouped by."""
        form = "{}"  # a year is grouped by as it is written
        if self.way == BAND:
            form = f"({_list(self.field.band.labels)})[{{}}]"
        elif self.grain and self.grain != "year":
            form = SPELT[self.grain]
        elif self.field.type == "boolean":
            form = YES_OR_NO
        return f"coalesce(cast({form.format(raw)} as varchar), '')"

    @property
    def column(self) -> str:
        return f"record.{name(self.field.name)}"

    def words(self, code: str) -> str:
        """Return SQL for a code in words."""
        form = TIME_WORDS.get(self.grain) if self.grain else WORDS.get(self.field.type)
        return f"case {code} when '' then '（空）' else {(form or '{0}').format(code)} end"

    def order(self, code: str) -> str:
        """Return SQL for what codes are ordered by, or nothing: then the greatest comes first."""
        if self.grain:
            return code
        if self.way == BAND or self.field.type == "vocabulary":
            words = self.field.band.labels if self.way == BAND else self.field.vocabulary
            return f"list_position({_list(words)}, {code})"
        if self.field.is_number:
            return f"try_cast({code} as double)"
        return ORDER.get(self.field.type, "").format(code)

    def _band(self):
        band = self.field.band
        of = band.of or self.column
        steps = reversed([*enumerate(band.lower, start=1)])
        return f"case {' '.join(f'when {of} >= {low} then {place}' for place, low in steps)} end"


def aspect(dataset: Dataset, spelt: str) -> Aspect:
    """Return how a column is looked at; raise QuestionRefused if the dataset has no such thing."""
    column, _, way = spelt.partition(".")
    field = dataset.fields.get(column)
    if field is None or way not in field.ways:
        raise QuestionRefused(f"“{dataset.name_zh}”里没有“{spelt}”这一列。请重新选择。")
    return Aspect(field, way)


def _list(words):
    return f"[{', '.join(map(text, words))}]"


def condition(dataset: Dataset, one: Filter, others: str) -> str:
    """Return SQL that is true of the records a filter lets through.

    `others` is SQL for the other filters, among whose records "the last months" are looked for.
    """
    look = aspect(dataset, one.column)
    if one.operator in ("in", "out"):
        if not one.values:  # nothing chosen yet
            return "true"
        values = ", ".join(map(text, one.values))
        # a bare column lets whole pieces of a file be passed over
        is_bare = look.is_bare and one.operator == "in" and "" not in one.values
        of = look.column if is_bare else look.code
        return f"{of} {'not ' * (one.operator == 'out')}in ({values})"
    if one.operator in ("contains", "lacks"):
        words = look.words(look.code)
        found = f"contains(lower({words}), lower({text(one.values[0])}))"
        return f"{'not ' * (one.operator == 'lacks')}{found}"
    if one.operator in ("empty", "filled"):
        return f"{look.code} {'=' if one.operator == 'empty' else '<>'} ''"
    if one.operator == "between":
        return _between(look, *one.values)
    return _last(dataset, look, one.values[0], others)


def _between(look, low, high):
    read = _day if look.field.is_time else _number
    if not look.field.is_time and not look.field.is_number:
        raise QuestionRefused(f"“{look.label}”不是数，也不是日期，不能按范围筛选。请改用多选。")
    bounds = [
        f"{look.column} {sign} {read(look, value, is_end)}"
        for value, sign, is_end in ((low, ">=", False), (high, "<=", True))
        if value
    ]
    return " and ".join(bounds) or "true"


def _number(look, value, is_end):
    try:
        number = float(value)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):  # the engine would take inf and nan for names of columns
        raise QuestionRefused(f"“{look.label}”的范围里“{value}”不是数。请改填数字。")
    return repr(number)


def _day(look, value, is_end):
    found = DAY.fullmatch(value)
    try:
        year, month, day = (int(part) if part else None for part in found.groups())
        datetime.date(year, month or 1, day or 1)
    except (AttributeError, ValueError):
        example = "请写成2024、2024-08或2024-08-31。"
        raise QuestionRefused(f"“{look.label}”的范围里“{value}”不是日期。{example}") from None
    first = f"make_date({year}, {month or 1}, {day or 1})"
    whole = "day" if day else "month" if month else "year"
    last = f"cast({first} + interval 1 {whole} - interval 1 day as date)"
    return last if is_end else first


def _last(dataset, look, span, others):
    if not look.field.is_time:
        raise QuestionRefused(f"“{look.label}”不是日期，不能筛选最近一段时间。")
    # counted back from where the data end, not from today: a link shows the same next month
    far = f"date {text(dataset.as_of)}" if dataset.as_of else _newest(dataset, look, others)
    if span in NAMED_SPANS:
        return f"year({look.column}) = year({far}) - {NAMED_SPANS.index(span)}"
    found = SPAN.fullmatch(span)
    if found is None:
        raise QuestionRefused(f"“最近{span}”看不懂。请重新选择这项筛选。")
    unit = UNITS[found["unit"]]
    first = f"date_trunc('{unit}', {far}) - interval {int(found['number']) - 1} {unit}"
    # as days on both sides: else every record's is made a moment to be compared
    return f"{look.column} between cast({first} as date) and {far}"


def _newest(dataset, look, others):
    return f"(select max({look.column}) from {dataset.relation} as record where {others})"
