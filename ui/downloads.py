"""Files a reader takes along: CSV that opens right in Excel and WPS, and in which nothing acts.

What is made of data that are not open says on itself who took it, when, and how it is classified;
whatever is taken stands in the audit log.
"""

import csv
import datetime
import io

import pandas as pd
import streamlit as st

from queries import headings
from ui import labels, noting, permits
from ui.permits import Reader

ACTS = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet takes for the start of a formula
OPEN, *_, STRICTEST = labels.DISCLOSURE
LONGEST_NAME = 40  # letters of a reader's name in a watermark: a print's head holds 255 in all


def offer(
    item: str, label: str, make, name: str, key: str, version: str, disclosure: str, rows=None
):
    """Show a button for a file if the reader may take this export along. `make` is given the
    watermark and returns the file's bytes.

    It runs at every click, in a thread that knows no reader: who asks is settled here, and whether
    they still may is asked again there, since the page may have lain open for long. A file that
    cannot be noted is not handed out.
    """
    reader = permits.reader()
    if not permits.may("export", item, reader):
        return

    def taken():
        permits.require("export", item, reader)
        noting.note("exported", name, version, rows=rows, reader=reader)
        return make(watermark(reader, disclosure, version))

    st.download_button(label, taken, name, key=key, on_click="ignore")


def watermark(reader: Reader, disclosure: str, version: str) -> str:
    """Return what a file says of itself: class, reader, moment, version; "" for open data."""
    if disclosure == OPEN:
        return ""
    name = " ".join(reader.name.split())[:LONGEST_NAME]
    at = f"{datetime.datetime.now().astimezone():%Y-%m-%d %H:%M}"
    return (
        f"{headings.CLOSING}{labels.DISCLOSURE[disclosure]}；导出人：{name}；导出时间：{at}；"
        f"数据版本：{version}"
    )


def strictest(view, extracts) -> str:
    """Return the strictest class of several extracts: a file has that of its worst part.

    What this version does not know might have been anything.
    """
    files = view.read("extracts")
    classes = dict(zip(files["contract"], files["disclosure"], strict=True))
    found = [classes.get(extract, STRICTEST) for extract in extracts]
    return max(found, key=list(labels.DISCLOSURE).index, default=OPEN)


def csv_bytes(rows: pd.DataFrame, closing: str = "") -> bytes:
    """Return rows as UTF-8 CSV with a byte-order mark; text that could act is marked as text.

    `closing` stands below them, in the first column.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(rows.columns)
    writer.writerows([harmless(cell) for cell in row] for row in rows.itertuples(index=False))
    if closing:
        writer.writerow([harmless(closing)])
    return out.getvalue().encode("utf-8-sig")


def harmless(cell):
    """Return a cell's value; text a spreadsheet would run gets an apostrophe, which it hides."""
    if isinstance(cell, str) and cell.startswith(ACTS):
        return "'" + cell
    return "" if pd.isna(cell) else cell
