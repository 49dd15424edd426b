"""Exploring: a reader's question is checked, asked of a version's records, and answered."""

from dataclasses import dataclass, replace

import pandas as pd

from queries import crosstab, datasets, listing, records
from queries.aspects import Aspect, aspect
from queries.crosstab import MOST_CELLS
from queries.datasets import Dataset
from queries.plans import OTHER, Plan
from queries.questions import Filter, Measure, Question, QuestionRefused
from queries.questions import question as spelt
from queries.versions import Version

HOWS = {  # how a measure counts → whether it needs a column, and what that must be
    "count": "",
    "distinct": "any",
    "sum": "number",
    "mean": "number",
    "median": "number",
    "share": "listed",
    "per": "",
    "only": "value",
}
ADDS_UP = ("count", "sum")  # of which a cell is a share of a whole


@dataclass(frozen=True)
class Answer:
    """A question's cells as queries/crosstab.py has them, and the SQL that made them."""

    plan: Plan
    cells: pd.DataFrame
    sql: str

    @property
    def is_found(self) -> bool:
        """Whether any record answers the question."""
        return bool(self.cells["n"].fillna(0).sum())


def known(version: Version) -> dict[str, Dataset]:
    """Return every dataset of a version, whoever may ask it."""
    with records.connection(version).cursor() as cursor:
        return datasets.load(cursor)


def first_question(dataset: Dataset, first: str = "") -> Question:
    """Return what is asked of a dataset at first; `first` is the value it is narrowed to."""
    if dataset.start:
        asked = spelt({"dataset": dataset.id, **dataset.start})
        about = (Filter(dataset.first, "in", (first,)),) if first else ()
        return replace(asked, where=(*about, *asked.where))
    township = dataset.of_type("township")
    return Question(dataset.id, (township.name,) if township else ())


def plan(dataset: Dataset, question: Question) -> Plan:
    """Return a question beside its dataset; raise QuestionRefused if it has no honest answer."""
    found = Plan(dataset, question)
    for one in question.by:
        _open(aspect(dataset, one))
    for one in question.where:
        _open(aspect(dataset, one.column))
    for one in question.measures:
        _measure(found, one)
    if dataset.value and any(one.column == dataset.value for one in question.measures):
        _apart(found)
    _show(found)
    return found


def answer(version: Version, asked: Plan) -> Answer:
    """Return the cells of a question; raise QuestionRefused when they are too many to read."""
    sql = crosstab.cells(asked)
    with records.connection(version).cursor() as cursor:
        found = cursor.execute(sql).df()
    if len(found) > MOST_CELLS:
        raise QuestionRefused(
            f"结果超过{MOST_CELLS:,}格，读不过来。请加筛选、换粗一些的分组，或只取前几项。"
        )
    return Answer(asked, found, sql)


def values(version: Version, asked: Plan, column: str) -> pd.DataFrame:
    """Return the values of a column under the question's other filters: code, word, n."""
    look = aspect(asked.dataset, column)
    _open(look)
    others = tuple(one for one in asked.question.where if one.column != column)
    narrowed = replace(asked, question=replace(asked.question, where=others))
    with records.connection(version).cursor() as cursor:
        return cursor.execute(listing.values(narrowed, look)).df()


def rows(
    version: Version,
    asked: Plan,
    columns: list[str],
    sort: str,
    is_down: bool,
    limit: int,
    offset: int,
) -> pd.DataFrame:
    """Return the records behind a question: file, line, then by Chinese heading."""
    fields = asked.dataset.fields
    shown = [one for one in columns if one in fields and not fields[one].identifier]
    sort = sort if sort in fields and not fields[sort].identifier else ""
    with records.connection(version).cursor() as cursor:
        found = cursor.execute(listing.rows(asked, shown, sort, is_down, limit, offset)).df()
    for column in found.select_dtypes("datetime"):  # a day has no hour
        found[column] = found[column].dt.date
    return found


def count(version: Version, asked: Plan) -> int:
    with records.connection(version).cursor() as cursor:
        return cursor.execute(listing.count(asked)).fetchall()[0][0]


def behind(asked: Plan, codes: dict[str, str | None], cells: pd.DataFrame) -> Question:
    """Return the question narrowed to one cell: {dimension: code, or None for its total}."""
    filters = []
    for spelling, code in codes.items():
        if code == OTHER:
            listed = set(cells["d1"].dropna()) - {OTHER}
            filters.append(Filter(spelling, "out", tuple(sorted(listed))))
        elif code is not None:
            filters.append(Filter(spelling, "in", (code,)))
    return replace(asked.question.also(*filters), by=(), top=0, show="value", sort="")


def _open(look: Aspect):
    if look.field.identifier:
        raise QuestionRefused(
            f"“{look.field.name_zh}”是身份编号，不能用来分组或筛选，只能数不重复的个数。请换一列。"
        )


def _measure(found: Plan, one: Measure):
    dataset = found.dataset
    if one.how not in HOWS:
        raise QuestionRefused(f"度量“{one.how}”看不懂。请从页面上重新选择。")
    wanted = HOWS[one.how]
    field = dataset.fields.get(one.column.partition(".")[0])
    if (one.column and field is None) or (wanted and field is None):
        raise QuestionRefused(f"“{dataset.name_zh}”里没有“{one.column}”这一列。请重新选择度量。")
    if wanted in ("number", "value") and not field.is_number:
        raise QuestionRefused(f"“{field.name_zh}”不是数，不能求和、平均。请换一列，或数个数。")
    if (wanted == "value") != (bool(dataset.value) and bool(one.column) and field.is_number):
        raise QuestionRefused(
            "看板上的数是算好的，不再相加、平均。请用“取值”。"
            if dataset.value
            else "“取值”只用于看板上的数。请改用合计、平均数或计数。"
        )
    if wanted == "listed":
        _open(aspect(dataset, one.column))
        if not one.values:
            raise QuestionRefused(f"占比要说明是“{field.name_zh}”的哪些值。请选择。")
    if one.how == "per":
        _per(found, one)


def _per(found, one):
    if one.denominator not in datasets.denominators():
        raise QuestionRefused(f"没有“{one.denominator}”这个分母。请重新选择。")
    if found.dataset.of_type("township") is None or found.dataset.value:
        raise QuestionRefused("这份数据没有镇街道，不能按每千人计。请换一个度量。")
    if any(look.field.type == "community" for look in found.dimensions):
        raise QuestionRefused("人口只到镇街道，不能按村社区计每千人。请去掉“村社区”这个分组。")


def _apart(found: Plan):
    """Refuse a cell that would hold several numbers."""
    dataset, question = found.dataset, found.question
    single = {
        one.column
        for one in question.where
        if (one.operator == "in" and len(one.values) == 1) or one.operator == "last"
    }
    for name in dataset.apart:
        if name not in single | set(question.by):
            label = dataset.fields[name].name_zh
            raise QuestionRefused(
                f"不同“{label}”的数不能合在一格。请在筛选里只选一个“{label}”，或按它分组。"
            )


def _show(found: Plan):
    question, how = found.question, {one.how for one in found.question.measures}
    if question.show in ("previous", "year") and found.time is None:
        raise QuestionRefused("要与上期、上年比，分组里须有月、季或年。请加一个时间分组。")
    if question.show in ("row", "column", "total"):
        if not how <= {*ADDS_UP}:
            raise QuestionRefused("只有计数与合计能算占比；平均数、不重复数等不能。请换一个度量。")
        if not found.names or (question.show == "row" and not found.across):
            raise QuestionRefused("占比需要分组；占本行的比需要两个分组。请加一个分组。")
    if sum(1 for look in found.dimensions if look.grain) > 1 and found.compares:
        raise QuestionRefused("分组里有两个时间，不知道与哪个上期比。请只留一个。")
