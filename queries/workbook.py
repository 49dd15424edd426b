"""Workbooks: the one sheet that holds the data, as CSV text with a line for every row."""

import csv
import datetime
import zipfile
from decimal import Decimal
from pathlib import Path

import python_calamine

from queries import headings
from queries.contracts import Contract
from queries.faults import FileRefused

LARGEST = 1 << 30  # bytes a workbook may unpack to: a small zip can hold a very large sheet


def as_csv(path: Path, contract: Contract, copy: Path) -> Path:
    """Write the workbook's data sheet to `copy`; a line's number is its row's number."""
    _refuse_other_archives(path)
    try:
        with python_calamine.CalamineWorkbook.from_path(path) as book:
            sheet = _data_sheet(book, contract)
            rows = sheet.to_python(skip_empty_area=False)
            _fill_merged(rows, sheet.merged_cell_ranges or ())
    except python_calamine.PasswordError:
        raise FileRefused("locked_workbook") from None
    except (python_calamine.CalamineError, python_calamine.ZipError, python_calamine.XmlError):
        raise FileRefused("broken_workbook") from None
    with copy.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        for row in rows:
            cells = [_text(cell) for cell in row]
            writer.writerow(cells if any(cells) else [])
    return copy


def _refuse_other_archives(path):
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
    except zipfile.BadZipFile:
        raise FileRefused("broken_workbook") from None
    if not any(part.filename.startswith("xl/") for part in parts):
        raise FileRefused("not_a_table", what="压缩包")
    if sum(part.file_size for part in parts) > LARGEST:
        raise FileRefused("too_large", limit=LARGEST >> 20)


def _data_sheet(book, contract):
    """Return the sheet whose heading the contract knows; two of them would be a guess."""
    sheets = [book.get_sheet_by_name(name) for name in book.sheet_names]
    fitting = [sheet for sheet in sheets if _fits(sheet, contract)]
    if len(fitting) > 1:
        names = "、".join(sheet.name for sheet in fitting)
        raise FileRefused("several_sheets", sheets=names)
    if not sheets:
        raise FileRefused("empty")
    return fitting[0] if fitting else max(sheets, key=lambda sheet: sheet.height)


def _fits(sheet, contract):
    rows = sheet.to_python(skip_empty_area=False, nrows=headings.WITHIN)
    cells = [[_text(cell) for cell in row] for row in rows]
    return (
        len(headings.known(contract, cells[headings.find(contract, cells)])) > 1 if cells else False
    )


def _fill_merged(rows, ranges):
    """Give every cell of a merged one its value: a clerk sees it beside each of those rows."""
    for (top, left), (bottom, right) in ranges:
        if top == bottom:
            continue  # merged across: a title, or a heading over several columns
        for row in rows[top : bottom + 1]:
            row[left : right + 1] = [rows[top][left]] * (right + 1 - left)


def _text(cell):
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, datetime.datetime):
        return cell.isoformat(sep=" ").removesuffix(" 00:00:00")
    if isinstance(cell, float):  # as Excel shows it: 15 digits, the rest is noise
        return format(Decimal(format(cell, ".15g")), "f").removesuffix(".0")
    return " ".join(str(cell).splitlines())
