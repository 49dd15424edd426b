"""The parts of the data page: version, files, refused rows, reconciliation, reference tables."""

from types import SimpleNamespace

import pandas as pd
import streamlit as st

from queries import marking
from ui import (
    chrome,
    downloads,
    labels,
    links,
    permits,
    reading,
    tables,
    wording,
    wording_intake,
    wording_quality,
)
from ui.view import View


def version(view: View):
    """Show which version is looked at and the hash that two equal builds share."""
    manifest = view.declared.manifest
    st.html(
        chrome.summary(
            f"版本{manifest['version']}，内容校验{manifest['content'][:16]}。"
            "同样的文件总是得到同样的版本与校验。"
        )
    )


def extracts(view: View):
    """Show the business systems' files: how far they reach, how many rows were taken."""
    rows = view.read("extracts")
    rows = rows[rows["kind"] == "extract"]
    names = reading.handed_in_names()
    st.html(chrome.section("业务数据", "各业务系统导出的文件，按契约读取"))
    shown = pd.DataFrame(
        {
            "数据": rows["name_zh"],
            "来源科室": rows["owner_zh"],
            "文件": [
                wording_intake.file(row.file, _handed_in(names, row)) for row in rows.itertuples()
            ],
            "编码": rows["encoding"].map(labels.ENCODING),
            "数据截至": [wording.day(value) for value in rows["as_of"]],
            "行数": [f"{value:,}" for value in rows["rows"]],
            "采用": [f"{value:,}" for value in rows["loaded"]],
            "退回": [f"{value:,}" for value in rows["refused"]],
            "密级": rows["disclosure"].map(labels.DISCLOSURE),
            "SHA-256": rows["sha256"].str[:12] + "…",
        }
    )
    st.html(tables.html(shown, numbers=("行数", "采用", "退回"), records=True))
    _dictionary(view, rows)


def _handed_in(names, row):
    """Return what a clerk called a file: it may name somebody, so it goes with the records."""
    return names.get(row.sha256, "") if permits.may_see_records(row.disclosure) else ""


def refusals(view: View):
    """Show every refused row: where, what, why, how to mend it; and every check there is."""
    rows = view.read("refusals")
    st.html(chrome.section("退回的行", f"共{len(rows)}处；其余各行照常采用，改正后可重新导入"))
    if rows.empty:
        st.html(chrome.empty(labels.NOTHING_REFUSED))
    else:
        shown = pd.DataFrame(
            {
                "数据": rows["name_zh"],
                "文件": rows["file"],
                "行号": rows["line"],
                "字段": rows["column_zh"].fillna("整行"),
                "原值": rows["value"].fillna("").where(_may_see(rows), "已隐去"),
                "原因": rows["cause_zh"],
                "修改建议": rows["mend_zh"],
            }
        )
        st.html(tables.html(shown, numbers=("行号",), records=True))
        _marked_up(view, rows)
    _checks(view)


def _may_see(rows):
    """Return of which refused cells the reader may see what stood in them."""
    return ~rows["masked"] & rows["disclosure"].map(permits.may_see_records)


def _marked_up(view, rows):
    """Offer the refused rows of each file as a workbook to mend and hand in again."""
    files = rows[["contract", "file", "disclosure"]].drop_duplicates()
    with st.container(key="marked-up", horizontal=True):
        for one in files.itertuples():
            if permits.may_see_records(one.disclosure):
                downloads.offer(
                    "refused_rows",
                    f"{labels.DOWNLOAD_REFUSED}：{one.file}",
                    lambda watermark, one=one: marking.stamped(
                        marking.of_version(view.version, one.contract, one.file), watermark
                    ),
                    f"{one.file.replace('/', '-').rpartition('.')[0]}-退回.xlsx",
                    f"marked-{one.file}",
                    view.version.id,
                    one.disclosure,
                    rows=int(rows.loc[rows["file"] == one.file, "line"].nunique()),
                )


def _checks(view):
    rows = view.read("checks")
    with st.expander(f"全部{len(rows)}项核对", key="checks", on_change="rerun") as fold:
        if fold.open:
            shown = pd.DataFrame(
                {
                    "数据": rows["name_zh"],
                    "字段": rows["column_zh"],
                    "核对": rows["kind"].map(labels.CHECK_KIND),
                    "不合格的说法": rows["cause_zh"],
                    "修改建议": rows["mend_zh"],
                    "这次退回": rows["broken"],
                }
            )
            st.html(tables.html(shown, numbers=("这次退回",), tall=True, records=True))


def reconciliation(view: View):
    """Show the published figures beside what the board says for the same date."""
    rows = view.read("reconciliations")
    counts = rows["verdict"].value_counts()
    words = "，".join(f"{labels.VERDICT[v]}{counts.get(v, 0)}项" for v in labels.VERDICT)
    st.html(chrome.section("与公开数字对账", f"{words}；来源为公开文章，列文件名与日期"))
    st.html(_published(view, rows[rows["verdict"] != "no_data"]))
    with st.expander("无可对账数据的公开数字", key="unreconciled", on_change="rerun") as fold:
        if fold.open:
            st.html(_published(view, rows[rows["verdict"] == "no_data"]))


def references(view: View):
    """Show the tables everything is counted against."""
    rows = view.read("extracts")
    rows = rows[rows["kind"] == "reference"]
    st.html(chrome.section("参照表", "区划、人口、目标、标准等，可由本局修改"))
    shown = rows[["name_zh", "file", "rows", "meaning_zh"]]
    shown.columns = ["参照表", "文件", "行数", "说明"]
    st.html(tables.html(shown, numbers=("行数",), records=True))


def _dictionary(view, rows):
    with st.expander("字段说明", key="dictionary", on_change="rerun") as fold:
        if fold.open:
            names = dict(zip(rows["contract"], rows["name_zh"], strict=True))
            contract = st.selectbox("数据", list(names), format_func=names.get, key="dictionary-of")
            columns = view.read("columns", contract=contract)
            columns["type"] = columns["type"].map(labels.TYPES)
            columns["required"] = columns["required"].map({True: "必填", False: ""})
            columns.columns = ["字段", "英文名", "类型", "必填", "单位", "可选值", "含义"]
            st.html(tables.html(columns, records=True))


def _published(view, rows):
    shown = pd.DataFrame(
        {
            "公开数字": rows["name_zh"].map(wording_quality.full_width),
            "地区": rows["place"],
            "日期": [_on(value) for value in rows["as_of"]],
            "公布值": [_printed(row) for row in rows.itertuples()],
            "规则": rows["qualifier"].map(labels.QUALIFIER_RULE),
            "看板值": [_observed(view, row) for row in rows.itertuples()],
            "结论": rows["verdict"].map(labels.VERDICT),
            "说明": rows["explanation_zh"].fillna(""),
            "来源文件": rows["file"],
        }
    )
    return tables.html(shown, numbers=("看板值",), records=True)


def _on(as_of):
    """Return what a published figure is of: a year, a month or, of some, the very day."""
    is_day = as_of.count("-") == 2
    return wording.day(pd.Timestamp(as_of)) if is_day else wording.month_or_year(as_of)


def _observed(view, row):
    """Return the board's own value, leading to where it comes from."""
    if pd.isna(row.obs_value):
        return ""
    trace = links.traces(view, view.declared.indicators[row.indicator])
    address = trace(row.ref_area, row.time_period, row.category)
    of = SimpleNamespace(unit_zh=row.indicator_unit_zh, decimals=row.decimals)
    return tables.Traced(wording.goal(row.obs_value, of), address)


def _printed(row):
    """Return a published figure with the qualifier it was printed with: 多于490人."""
    qualifier = labels.QUALIFIER.get(row.qualifier, "")
    return f"{qualifier}{wording.plain(row.value)}{wording_quality.full_width(row.unit_zh)}"
