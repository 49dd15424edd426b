"""Published numbers that change: the table before publishing, and the log afterwards."""

import pandas as pd
import streamlit as st

from ui import chrome, downloads, labels, tables, wording, wording_intake
from ui.view import View

SHOWN = 60  # rows of a table; the rest is in the file


def changes(view: View, rows: pd.DataFrame, key: str):
    """Show the cells a version would change, those beyond tolerance first, and all as a file."""
    shown = _table(rows)
    st.html(_scrolled(shown))
    _whole(shown, "changes", key, "改动明细.csv", *_told(view, rows))


def log(view: View, rows: pd.DataFrame, export: str):
    """Show when which published cells changed, and why; `export` is what the table of permissions
    calls the whole log.
    """
    if rows.empty:
        st.html(chrome.empty(labels.NEVER_REVISED))
        return
    shown = _table(rows)
    shown.insert(0, "何时", [wording_intake.moment(at) for at in rows["at"]])
    shown["版本"] = rows["version"].str[:7].tolist()
    shown["谁"] = rows["who"].tolist()
    shown["理由"] = rows["reason"].tolist()
    st.html(_scrolled(shown))
    _whole(shown, export, export, "修订记录.csv", *_told(view, rows))


def _scrolled(shown):
    return tables.html(shown.head(SHOWN), numbers=("原来", "改为", "变动"), tall=True, records=True)


def _table(rows):
    cells = [wording_intake.from_to(row) for row in rows.itertuples()]
    named = [
        name if category == wording.TOTAL else f"{name}：{category}"
        for name, category in zip(
            rows["name_zh"].fillna("已取消的指标"), rows["category"], strict=True
        )
    ]
    return pd.DataFrame(
        {
            "指标": named,
            labels.AREA: rows["area_name"].tolist(),
            labels.PERIOD: [wording.month_or_year(period) for period in rows["time_period"]],
            "原来": [old for old, _, _ in cells],
            "改为": [new for _, new, _ in cells],
            "变动": [change for *_, change in cells],
            "核对": ["▲ 超过容许范围" if beyond else "" for beyond in rows["is_beyond"]],
        }
    )


def _told(view, rows):
    """Return the version looked at and how the extracts behind these numbers are classified."""
    known = view.declared.indicators
    extracts = {
        extract
        for id_ in rows["indicator"].unique()
        for extract in (known[id_].extracts.split(",") if id_ in known else [""])
    }
    return view.version.id, downloads.strictest(view, extracts)


def _whole(shown, export, key, name, version, disclosure):
    if len(shown) > SHOWN:
        st.html(chrome.source(wording_intake.first_rows(SHOWN, len(shown))))
    downloads.offer(
        export,
        labels.DOWNLOAD_ALL,
        lambda watermark: downloads.csv_bytes(shown, watermark),
        name,
        key,
        version,
        disclosure,
        rows=len(shown),
    )
