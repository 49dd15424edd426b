"""Tables that leave the board: CSV, a workbook with typed cells and a sheet of notes, Parquet."""

import datetime
import io
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import xlsxwriter

from ui import labels, wording
from ui.downloads import csv_bytes

SHEET, NOTES = "数据", "说明"
WIDEST, NARROWEST = 44, 9  # characters of a column
SYMBOLS = (
    ("—", "没有可计算的数"),
    (wording.STATUS_WORDS["Q"], "按小数保护规则不公开；在本表中为空"),
    ("0", "没有符合条件的记录"),
)


@dataclass(frozen=True)
class About:
    """What a file says of itself."""

    title: str
    definition: str
    version: str
    as_of: str

    def lines(self, watermark: str) -> list[tuple[str, str]]:
        told = [
            ("内容", self.title),
            ("口径", self.definition),
            ("数据版本", self.version),
            ("数据截至", self.as_of),
            ("说明", labels.DEMO_NOTE),
            *(("符号", f"{sign}：{words}") for sign, words in SYMBOLS),
        ]
        return told + [("水印", watermark)] * bool(watermark)


def workbook(rows: pd.DataFrame, about: About, watermark: str) -> bytes:
    """Return rows as XLSX: numbers and days as such, the heading frozen, notes on a second sheet.

    Text is written as text: nothing in it is taken for a formula or an address.
    """
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet = book.add_worksheet(SHEET)
        sheet.freeze_panes(1, 0)
        for place, name in enumerate(rows.columns):
            sheet.write_string(0, place, name, head)
            sheet.set_column(place, place, _width(rows.iloc[:, place], name))
        for number, row in enumerate(rows.itertuples(index=False), start=1):
            for place, value in enumerate(row):
                _write(sheet, number, place, value, day)
        if len(rows):
            sheet.autofilter(0, 0, len(rows), len(rows.columns) - 1)
        _notes(book, about.lines(watermark), head)
        for each in book.worksheets():
            each.set_footer(f"&L{watermark.replace('&', '＆')}&R&P／&N")
        book.set_properties({"title": about.title[:200], "comments": watermark})
    return out.getvalue()


def csv(rows: pd.DataFrame, about: About, watermark: str) -> bytes:
    return csv_bytes(rows, watermark)


def parquet(rows: pd.DataFrame, about: About, watermark: str) -> bytes:
    """Return rows as Parquet, what the file says of itself among its metadata."""
    table = pa.Table.from_pandas(rows, preserve_index=False)
    told = {name: words for name, words in about.lines(watermark)}
    table = table.replace_schema_metadata((table.schema.metadata or {}) | told)
    out = io.BytesIO()
    pq.write_table(table, out)
    return out.getvalue()


WRITERS = {"csv": csv, "xlsx": workbook, "parquet": parquet}


def _write(sheet, number, place, value, day):
    if value is None or value is pd.NaT or (isinstance(value, float) and np.isnan(value)):
        return
    if isinstance(value, bool | np.bool_):
        sheet.write_string(number, place, "是" if value else "否")
    elif isinstance(value, int | float | np.number):
        sheet.write_number(number, place, value)
    elif isinstance(value, datetime.date):
        sheet.write_datetime(number, place, value, day)
    else:
        sheet.write_string(number, place, str(value))


def _width(column, name):
    """Return how wide a column is, 汉字 counting double."""
    words = [name, *column.head(200).astype(str)]
    longest = max(sum(2 if ord(letter) > 0x2E7F else 1 for letter in word) for word in words)
    return max(NARROWEST, min(WIDEST, longest + 2))


def _notes(book, lines, head):
    notes = book.add_worksheet(NOTES)
    notes.set_column(0, 0, 12)
    notes.set_column(1, 1, 100, book.add_format({"text_wrap": True}))
    for number, (name, words) in enumerate(lines):
        notes.write_string(number, 0, name, head)
        notes.write_string(number, 1, words)
