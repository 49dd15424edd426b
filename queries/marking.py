"""Marking: refused rows as a workbook a clerk mends and hands in again, in the file's own columns.

Every cell is written as text, so that nothing a file brought along can act as a formula. Rows of
data that are not open leave the board with a watermark: see stamped.
"""

import csv
import io
import tempfile
import zipfile
from html import escape
from pathlib import Path

import duckdb
import pandas as pd
import python_calamine
import xlsxwriter

from queries import database, headings
from queries.contracts import Contract, load_contracts
from queries.places import DATA
from queries.versions import Version

WIDTH = 14  # characters a column is wide at first
NOTES = "说明"
UNSTAMPED = "〔密级、导出人与导出时间，在从看板下载时写明〕"  # where the watermark goes
REST = "多出的内容"  # cells of a line that is longer than its heading


def marked_up(con: duckdb.DuckDBPyConnection, contract: Contract, file: str, target: Path) -> int:
    """Write the refused rows of `file` to the workbook `target`; return how many there are.

    `con` is where the file was received, or records.duckdb of a version. Columns: those of the
    file, in its order, then 行号, 字段, 原因, 修改建议; faulty cells are bold and framed.
    """
    where = {"contract": contract.id, "file": file}
    names = [(column.name, column.name_zh) for column in contract.columns]
    with con.cursor() as cursor:
        cursor.register("heading", pd.DataFrame(names, columns=["name", "name_zh"]))
        rows = cursor.execute(database.script("marked"), where).fetchall()
        heading = cursor.execute(database.script("marked_heading"), where).fetchall()[0][0]
        cursor.unregister("heading")
    places = {column: headings.places_of(contract, heading).get(column) for column, _ in names}
    with xlsxwriter.Workbook(target, {"strings_to_formulas": False}) as book:
        _write(book, heading, rows, places)
        if not contract.is_open:
            _make_room(book)
    return len(rows)


def of_version(version: Version, contract_id: str, file: str) -> bytes:
    """Return the workbook of the rows a published version refused of one file."""
    contract = load_contracts(DATA / "contracts")[contract_id]
    with (
        tempfile.TemporaryDirectory() as folder,
        database.connect(version.records, read_only=True) as con,
    ):
        target = Path(folder) / "marked.xlsx"
        marked_up(con, contract, file, target)
        return target.read_bytes()


def stamped(workbook: bytes, watermark: str) -> bytes:
    """Return a workbook of ours saying who took it, when, of which class: `watermark`.

    On every printed page, on its sheet 说明 and in the file's properties; the sheet with the data
    stays as it is, so that it can be handed in again. A workbook of open data has no room for it.
    """
    room, words = UNSTAMPED.encode(), escape(watermark.replace("&", "＆")).encode()
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook)) as before,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for part in before.infolist():
            after.writestr(part.filename, before.read(part).replace(room, words))
    return out.getvalue()


def said(marked: Path, most: int) -> list[list[str]]:
    """Return the first rows of a workbook of ours as [行号, 字段, 原因, 修改建议]."""
    with python_calamine.CalamineWorkbook.from_path(marked) as book:
        heading, *rows = book.get_sheet_by_index(0).to_python(nrows=most + 1)
    places = [heading.index(mark) for mark in headings.MARKED_UP]
    return [[row[place] for place in places] for row in rows]


def _write(book, heading, rows, places):
    sheet = book.add_worksheet("退回的行")
    head = book.add_format({"bold": True, "bottom": 1})
    faulty = book.add_format({"bold": True, "border": 2})
    wraps = book.add_format({"text_wrap": True})
    marks = [mark for mark in (*headings.MARKED_UP, REST)]
    sheet.set_column(0, len(heading) + len(marks), WIDTH)
    sheet.freeze_panes(1, 0)
    for place, words in enumerate([*heading, *marks]):
        sheet.write_string(0, place, words, head)
    for number, (line, cells, columns, *words) in enumerate(rows, start=1):
        cells, rest = _fitted(cells, len(heading))
        wrong = {places.get(column) for column in columns}
        for place, cell in enumerate(cells):
            sheet.write_string(number, place, cell or "", faulty if place in wrong else None)
        for place, word in enumerate([str(line), *words, rest], start=len(heading)):
            sheet.write_string(number, place, word, wraps)


def _make_room(book):
    """Put where a watermark goes: print's head and foot, a sheet of its own, the properties."""
    notes = book.add_worksheet(NOTES)
    notes.set_column(0, 0, 100)
    notes.write_string(0, 0, UNSTAMPED)
    for sheet in book.worksheets():
        sheet.set_header(f"&C{UNSTAMPED}")
        sheet.set_footer(f"&C{UNSTAMPED}")
    book.set_properties({"subject": UNSTAMPED, "comments": UNSTAMPED})


def _fitted(cells, width):
    """Return a row's cells; a line the reader could not part is parted as far as it goes."""
    if len(cells) == 1 and width > 1:
        cells = next(csv.reader([cells[0]]), [])
    return cells[:width], "，".join(cells[width:])
