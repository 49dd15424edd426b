"""Files a reader takes along: CSV that opens right in Excel and WPS, and in which nothing acts."""

import csv
import io

import pandas as pd

ACTS = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet takes for the start of a formula


def csv_bytes(rows: pd.DataFrame) -> bytes:
    """Return rows as UTF-8 CSV with a byte-order mark; text that could act is marked as text."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(rows.columns)
    writer.writerows([harmless(cell) for cell in row] for row in rows.itertuples(index=False))
    return out.getvalue().encode("utf-8-sig")


def harmless(cell):
    """Return a cell's value; text a spreadsheet would run gets an apostrophe, which it hides."""
    if isinstance(cell, str) and cell.startswith(ACTS):
        return "'" + cell
    return "" if pd.isna(cell) else cell
