"""The pivot: a cross-tab's cells laid out as lines and columns, once, for screen and files."""

from dataclasses import dataclass

import pandas as pd

from queries.exploring import ADDS_UP, Answer
from ui import wording_explore as wording

ZERO_WHEN_ABSENT = ("count", "sum", "distinct")  # no record found: none, not unknown


@dataclass(frozen=True)
class Cell:
    """One number: as it is written, and the codes of its dimensions (None: all of them)."""

    number: float | None
    text: str
    change: str  # in per cent, where it is a difference
    codes: tuple[str | None, ...]
    records: int


@dataclass(frozen=True)
class Line:
    words: tuple[str, ...]
    kind: str  # row, subtotal or total
    cells: list[Cell]


@dataclass(frozen=True)
class Column:
    group: str  # what stands across, empty without
    of: object  # name, label, unit_zh, decimals, is_change
    kind: str  # row or total

    @property
    def head(self) -> str:
        """Return the column's name where it stands alone, as in a file."""
        return "·".join(filter(None, (self.group, wording.headed(self.of))))


@dataclass(frozen=True)
class Pivot:
    names: list[str]  # of the dimensions that go down
    across: str  # the dimension that goes across
    columns: list[Column]
    lines: list[Line]

    def body(self) -> list[Line]:
        return [line for line in self.lines if line.kind == "row"]

    def frame(self) -> pd.DataFrame:
        """Return the table as a file has it: words, then plain numbers, empty for none."""
        heads = [*(self.names or ["范围"]), *(column.head for column in self.columns)]
        rows = [[*line.words, *(cell.number for cell in line.cells)] for line in self.lines]
        return pd.DataFrame(rows, columns=heads)


def pivot(answer: Answer) -> Pivot:
    """Return an answer's cells as lines and columns, totals last."""
    plan, cells = answer.plan, answer.cells
    numbers = range(len(plan.question.measures))
    down = [d for d in plan.names if d != plan.across]
    whole = "合计" if {one.how for one in plan.question.measures} <= {*ADDS_UP} else "全部"
    groups = _values(cells, plan.across) if plan.across else [("", "")]
    columns = [
        Column(word or whole if plan.across else "", wording.shown(plan, n), _kind(plan, code))
        for code, word in groups
        for n in numbers
    ]
    found = {tuple(_code(row[d]) for d in plan.names): row for row in _records(cells)}
    lines = []
    for codes, words in _lines(cells, down):
        places = [(*codes, code) if plan.across else codes for code, _ in groups]
        lines.append(
            Line(
                tuple(word or whole for word in words) or (whole,),
                "row" if None not in codes else "total" if set(codes) == {None} else "subtotal",
                [_cell(plan, found.get(place), place, n) for place in places for n in numbers],
            )
        )
    labels = [look.label for look, d in zip(plan.dimensions, plan.names, strict=True) if d in down]
    across = plan.dimensions[-1].label if plan.across else ""
    return Pivot(labels, across, columns, lines)


def _kind(plan, code):
    return "total" if plan.across and code is None else "row"


def _records(cells):
    return cells.to_dict("records")


def _values(cells, d):
    """Return (code, word) of a dimension in its order, its total last."""
    shown = cells[[f"o{d[1:]}", d, f"w{d[1:]}"]].drop_duplicates(d).sort_values(f"o{d[1:]}")
    return [(_code(code), _code(word)) for _, code, word in shown.itertuples(index=False)]


def _lines(cells, down):
    """Return (codes, words) of what goes down, in order."""
    if not down:
        return [((), ())]
    orders, words = [f"o{d[1:]}" for d in down], [f"w{d[1:]}" for d in down]
    shown = cells[[*orders, *down, *words]].drop_duplicates(down).sort_values(orders)
    half = len(down)
    return [
        (tuple(map(_code, row[half : 2 * half])), tuple(map(_code, row[2 * half :])))
        for row in shown.itertuples(index=False)
    ]


def _code(value):
    return None if pd.isna(value) else value


def _cell(plan, row, codes, number):
    of, how = wording.shown(plan, number), plan.question.measures[number].how
    if row is None:
        is_zero = plan.question.show == "value" and how in ZERO_WHEN_ABSENT
        none = 0.0 if is_zero else None
        return Cell(none, wording.cell(none, of, None), "", codes, 0)
    shown = _code(row[f"s{number + 1}"])
    text = wording.cell(shown, of, _code(row.get("status")))
    change = wording.percent_change(_code(row[f"r{number + 1}"]))
    return Cell(shown, text, change, codes, int(row["n"]))
