"""Tables that leave the board: CSV, a workbook with typed cells and a sheet of notes, Parquet."""

import io
from dataclasses import dataclass

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import xlsxwriter

from ui import labels, wording
from ui.downloads import csv_bytes
from ui.sheet_cells import LONGEST, OPTIONS, stamp, width, write

SHEET, NOTES = "数据", "说明"
SYMBOLS = (
    ("—", "没有可计算的数"),
    (wording.STATUS_WORDS["Q"], "按小数保护规则不公开；在本表中为空"),
    ("0", "没有符合条件的记录"),
)


@dataclass(frozen=True)
class About:
    """What a file of the free analysis says of itself."""

    title: str
    definition: str
    version: str
    as_of: str

    @property
    def notes(self) -> dict[str, str]:
        return {
            "内容": self.title,
            "口径": self.definition,
            "数据版本": self.version,
            "数据截至": self.as_of,
            "说明": labels.DEMO_NOTE,
            "符号": "；".join(f"{sign}：{words}" for sign, words in SYMBOLS),
        }


def workbook(rows: pd.DataFrame, notes: dict[str, str], watermark: str) -> bytes:
    """Return rows as XLSX: numbers and days as such, the heading frozen, notes on a second sheet.

    Text is written as text: nothing in it is taken for a formula or an address.
    """
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, OPTIONS) as book:
        head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
        sheet = book.add_worksheet(SHEET)
        sheet.freeze_panes(1, 0)
        for place, name in enumerate(rows.columns):
            cells = list(rows.iloc[:, place].astype(object))
            sheet.write_string(0, place, str(name), head)
            sheet.set_column(place, place, width(name, cells))
            for line, cell in enumerate(cells, start=1):
                write(sheet, line, place, cell, moment)
        if len(rows):
            sheet.autofilter(0, 0, len(rows), len(rows.columns) - 1)
        _notes(book, notes | ({"密级与导出": watermark} if watermark else {}), head)
        stamp(book, watermark)
    return out.getvalue()


def csv(rows: pd.DataFrame, notes: dict[str, str], watermark: str) -> bytes:
    return csv_bytes(rows, watermark)


def parquet(rows: pd.DataFrame, notes: dict[str, str], watermark: str) -> bytes:
    """Return rows as Parquet, what the file says of itself among its metadata."""
    table = pa.Table.from_pandas(rows, preserve_index=False)
    told = notes | {"密级与导出": watermark}
    table = table.replace_schema_metadata((table.schema.metadata or {}) | told)
    out = io.BytesIO()
    pq.write_table(table, out)
    return out.getvalue()


WRITERS = {"csv": csv, "xlsx": workbook, "parquet": parquet}


def _notes(book, notes, head):
    told = book.add_worksheet(NOTES)
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    told.set_column(0, 0, 14)
    told.set_column(1, 1, 90)
    for line, (name, words) in enumerate(notes.items()):
        told.write_string(line, 0, name, head)
        told.write_string(line, 1, words[:LONGEST], wrap)
