"""Typed cells of a workbook, and what every workbook of ours says of itself.

Text is written as text: nothing in it is taken for a formula or an address.
"""

import datetime
from decimal import Decimal

import pandas as pd

WIDEST, NARROWEST, LONGEST = 44, 9, 32_767  # letters of a column, of a cell
SAFE = 1 << 53  # whole numbers beyond it a spreadsheet rounds
FIRST_YEAR = 1900  # no spreadsheet knows an earlier day
FOOTER = 250  # letters of a printed foot
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": True,
    "default_date_format": "yyyy-mm-dd",
}


def write(sheet, line, place, cell, moment):
    """Write a cell as what it is, a moment in a form; one without a value is left empty."""
    if isinstance(cell, bool):
        sheet.write_boolean(line, place, cell)
    elif pd.isna(cell):
        return
    elif isinstance(cell, int | float | Decimal) and abs(cell) < SAFE:
        sheet.write_number(line, place, cell)
    elif isinstance(cell, datetime.datetime) and cell.year >= FIRST_YEAR:
        sheet.write_datetime(line, place, cell, moment)
    elif isinstance(cell, datetime.date) and cell.year >= FIRST_YEAR:
        sheet.write_datetime(line, place, cell)
    else:
        sheet.write_string(line, place, str(cell)[:LONGEST])


def width(name, cells):
    """Return about how wide a column must be: 汉字 take two letters."""
    texts = [str(name), *("" if pd.isna(cell) else str(cell) for cell in cells[:200])]
    widths = (sum(2 if ord(letter) > 0x2E7F else 1 for letter in text) for text in texts)
    return max(NARROWEST, min(WIDEST, 2 + max(widths)))


def stamp(book, watermark):
    """Put what a file says of itself at the foot of every printed page and in its properties."""
    for sheet in book.worksheets():
        sheet.set_footer(f"&L{watermark.replace('&', '＆')[:FOOTER]}")
    book.set_properties({"comments": watermark})
