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
    """Offer a file that is made when it is asked for, if the reader may take this export along."""
    if permits.may("export", item):
        st.download_button(
            label, lambda: permitted(item, make), name, mime, key=key, on_click="ignore"
        )


def permitted(item: str, make: Callable[[], bytes]) -> bytes:
    """Return the file's content; the role is asked for again, the page may be an old one."""
    permits.require("export", item)
    return make()


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
