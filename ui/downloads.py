"""Files a reader takes along: CSV that opens right in Excel and WPS, and in which nothing acts."""

import csv
import io
from collections.abc import Callable

import pandas as pd
import streamlit as st

from ui import permits

ACTS = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet takes for the start of a formula


def offer(
    item: str, label: str, make: Callable[[], bytes], name: str, key: str, mime: str | None = None
):
    """Offer a file, made at every click, if the reader may take this export along.

    It is made in a thread that knows no reader: who asks is settled here, and whether they still
    may is asked again there, since the page may have lain open for long.
    """
    reader = permits.reader()
    if not permits.may("export", item, reader):
        return

    def taken() -> bytes:
        permits.require("export", item, reader)
        return make()

    st.download_button(label, taken, name, mime, key=key, on_click="ignore")


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
