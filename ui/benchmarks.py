"""Benchmarks: what other places published, beside the county's own numbers."""

import pandas as pd
import streamlit as st

from ui import chrome, labels, links, tables, wording, wording_quality
from ui import labels_register as words
from ui.view import View


def show(view: View):
    """Show a table per domain; numbers of another basis stand beside each other, uncompared."""
    for domain, rows in view.read("benchmarks").groupby("domain_zh", sort=False):
        st.html(chrome.section(domain))
        st.html(tables.html(_table(view, rows), records=True))


def _table(view, rows):
    lines = [
        (
            row.place,
            wording_quality.full_width(row.name_zh),
            _printed(row),
            row.as_of,
            *_own(view, row),
            _basis(row),
            row.note_zh,
        )
        for row in rows.itertuples()
    ]
    return pd.DataFrame(lines, columns=list(words.BENCHMARK_COLUMNS))


def _printed(row):
    """Return the published value, and how much of another it is: 923个（…目标600个的153.8%）."""
    value = f"{labels.QUALIFIER[row.qualifier]}{wording.plain(row.value)}{row.unit_zh}"
    if pd.isna(row.of_other):
        return value
    other = f"{wording_quality.full_width(row.other_zh)}{wording.plain(row.other_value)}"
    whole = words.PAIRED.format(f"{other}{row.other_unit_zh}", wording.percent(row.of_other))
    return f"{value}（{whole}）"


def _own(view, row):
    if pd.isna(row.indicator):
        return words.ALONE, "", ""
    indicator = view.declared.indicators[row.indicator]
    named = tables.Linked(
        ((indicator.name_zh, links.address(view, "indicator", indicator=indicator.id)),)
    )
    if pd.isna(row.obs_value):
        return named, wording.status_word("O"), ""
    value = wording.amount(row.obs_value, indicator)
    return named, value, wording.month_or_year(row.time_period)


def _basis(row):
    if pd.isna(row.indicator):
        return ""
    return words.SAME_BASIS if row.same_basis else words.OTHER_BASIS
