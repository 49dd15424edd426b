"""The corpus's clean tables, how a case is written down, and how tables become files.

Every file is made from the first rows of a shipped extract, mutated one way. tests/damaged.py makes
those that must be caught, tests/undamaged.py those that must be read, tests/test_corpus.py hands
them in. The same run makes the same bytes.
"""

import csv
import datetime
import io
import random
from dataclasses import dataclass, replace

import xlsxwriter

from queries.contracts import load_contracts
from tests.rows import SHIPPED

CONTRACTS = load_contracts(SHIPPED / "contracts")
ROWS = 60
# Every how many rows one is taken, so that a table has closed points, grades, several months …
STEPS = {
    "organizations": 2,
    "social_workers": 15,
    "resident_lounges": 2,
    "meal_points": 2,
    "meal_services": 23,
    "assistance_payments": 333,
}
ERRORS = ("#VALUE!", "#N/A", "#DIV/0!", "#REF!", "#NAME?")
PLANTED = ("Z09", "K09", "P9999")  # keys of the mistakes planted in the shipped extracts


@dataclass(frozen=True)
class Table:
    """A clean extract: headings by the contract's Chinese names, cells as text, dates as ISO."""

    contract: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def place(self, heading):
        return self.headings.index(heading)

    def column(self, heading):
        """Return the contract's column of a heading."""
        columns = CONTRACTS[self.contract].columns
        return next(column for column in columns if column.name_zh == heading)

    def of_types(self, *types):
        """Return the headings of columns of these types."""
        return [heading for heading in self.headings if self.column(heading).type in types]

    def edited(self, row, **cells):
        """Return the table with some cells of one row replaced, {heading: text}."""
        new = list(self.rows[row])
        for heading, text in cells.items():
            new[self.place(heading)] = text
        return self.with_rows([*self.rows[:row], tuple(new), *self.rows[row + 1 :]])

    def mapped(self, headings, change):
        """Return the table with every filled cell of some columns changed, change(text)."""
        places = {self.place(heading) for heading in headings}
        return self.with_rows(
            [change(cell) if place in places and cell else cell for place, cell in enumerate(row)]
            for row in self.rows
        )

    def with_rows(self, rows):
        return replace(self, rows=tuple(tuple(row) for row in rows))

    def cells(self):
        """Return heading and rows as lists."""
        return [list(self.headings), *map(list, self.rows)]


@dataclass(frozen=True)
class Case:
    """A file and what must come of it.

    Refused as a whole with one of the phrases `refusal`, or with exactly the lines `lines` refused,
    each for one of the `causes`. `rows` is how many data rows the file holds, None where the damage
    leaves that open. A clean case has neither phrases nor lines.
    """

    kind: str
    contract: str
    content: bytes
    rows: int | None = ROWS
    suffix: str = ".csv"
    refusal: tuple[str, ...] = ()
    lines: frozenset[int] = frozenset()
    causes: tuple[str, ...] = ()


def tables():
    """Return the six clean tables, {contract: Table}."""
    return {contract: _table(contract, step) for contract, step in STEPS.items()}


def chance(*seed):
    """Return a random generator of its own for each mutation, so that one never moves another."""
    return random.Random("|".join(map(str, seed)))


def csv_text(cells, delimiter=",", end="\n", quoting=csv.QUOTE_MINIMAL):
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator=end, quoting=quoting).writerows(cells)
    return text.getvalue()


def csv_bytes(cells, encoding="utf-8", **options):
    return csv_text(cells, **options).encode(encoding)


def xlsx_bytes(cells, sheets=1, merges=(), before=None):
    """Return a workbook of the cells: text as text, numbers and dates as Excel has them.

    `merges` are (first row, first column, last row, last column) of cells that are one; `before`
    is text on a sheet of its own, in front.
    """
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        book.set_properties({"created": datetime.datetime(2024, 9, 1)})
        as_date = book.add_format({"num_format": "yyyy-mm-dd"})
        if before:
            book.add_worksheet("说明").write_string(0, 0, before)
        for number in range(sheets):
            sheet = book.add_worksheet(f"第{number + 1}页")
            for place, row in enumerate(cells):
                for index, cell in enumerate(row):
                    _write(sheet, place, index, cell, as_date)
            for top, left, bottom, right in merges:
                sheet.merge_range(top, left, bottom, right, cells[top][left])
    return content.getvalue()


def _write(sheet, row, index, cell, as_date):
    if cell == "":
        return
    if isinstance(cell, bool):
        sheet.write_boolean(row, index, cell)
    elif isinstance(cell, datetime.date):
        sheet.write_datetime(row, index, datetime.datetime(*cell.timetuple()[:3]), as_date)
    elif cell in ERRORS:
        sheet.write_formula(row, index, "=NA()", None, cell)
    elif isinstance(cell, str):
        sheet.write_string(row, index, cell)
    else:
        sheet.write_number(row, index, cell)


def _table(contract, step):
    declared = CONTRACTS[contract]
    raw = (SHIPPED / declared.file).read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("gb18030")
    headings, *rows = csv.reader(io.StringIO(text))
    known = {header: column for column in declared.columns for header in column.headers}
    columns = [known[heading] for heading in headings]
    rows = [row for row in rows[: ROWS * step + step] if not row[0].startswith(PLANTED)]
    taken = [
        tuple(
            _iso(cell) if column.type == "date" else cell
            for column, cell in zip(columns, row, strict=True)
        )
        for row in rows[::step][:ROWS]
    ]
    return Table(contract, tuple(column.name_zh for column in columns), tuple(taken))


def _iso(cell):
    return cell.replace("/", "-")
