"""An answer as files: CSV, and a workbook with typed cells and a sheet that says what it is."""

import datetime
import io
from decimal import Decimal

import pandas as pd
import xlsxwriter

from ui import downloads, wording_workbench

SAFE = 1 << 53  # whole numbers beyond it a spreadsheet rounds
WIDEST, LONGEST = 40, 32_767  # letters of a column, of a cell
RESULT, NOTES = "结果", "说明"
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": True,
    "default_date_format": "yyyy-mm-dd",
}


def csv_bytes(rows: pd.DataFrame, watermark: str) -> bytes:
    return downloads.csv_bytes(wording_workbench.flat(rows).astype(object), watermark)


def xlsx_bytes(rows: pd.DataFrame, notes: dict[str, str], watermark: str) -> bytes:
    """Return a workbook: the rows below a frozen heading, and the notes on a sheet of their own."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, OPTIONS) as book:
        head = book.add_format({"bold": True, "bottom": 1})
        wrap = book.add_format({"text_wrap": True, "valign": "top"})
        moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
        sheet = book.add_worksheet(RESULT)
        sheet.freeze_panes(1, 0)
        if watermark:
            sheet.set_footer(f"&L{watermark.replace('&', '&&')}"[:255])
        for place, name in enumerate(rows.columns):
            cells = list(wording_workbench.flat(rows[[name]]).iloc[:, 0].astype(object))
            sheet.write_string(0, place, str(name), head)
            sheet.set_column(place, place, _width(name, cells))
            for line, cell in enumerate(cells, start=1):
                _write(sheet, line, place, cell, moment)
        told = book.add_worksheet(NOTES)
        told.set_column(0, 0, 14)
        told.set_column(1, 1, 90)
        for line, (name, words) in enumerate([*notes.items(), ("密级与导出", watermark)]):
            told.write_string(line, 0, name, head)
            told.write_string(line, 1, words[:LONGEST], wrap)
    return out.getvalue()


def _write(sheet, line, place, cell, moment):
    if isinstance(cell, bool):
        sheet.write_boolean(line, place, cell)
    elif isinstance(cell, int | float | Decimal) and not pd.isna(cell) and abs(cell) < SAFE:
        sheet.write_number(line, place, cell)
    elif isinstance(cell, datetime.datetime) and not pd.isna(cell) and cell.year >= 1900:
        sheet.write_datetime(line, place, cell, moment)
    elif isinstance(cell, datetime.date) and not pd.isna(cell) and cell.year >= 1900:
        sheet.write_datetime(line, place, cell)
    elif not pd.isna(cell):
        sheet.write_string(line, place, str(cell)[:LONGEST])


def _width(name, cells):
    """Return about how wide a column must be: 汉字 take two letters."""
    texts = [str(name), *("" if pd.isna(cell) else str(cell) for cell in cells[:200])]
    widths = (sum(2 if ord(letter) > 0x2E7F else 1 for letter in text) for text in texts)
    return min(WIDEST, 2 + max(widths))
