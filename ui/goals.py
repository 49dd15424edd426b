"""Scorecards: items under their name, each judged by an indicator against its target."""

import pandas as pd
import streamlit as st

from ui import chrome, forecast, links, tables, wording, wording_forecast
from ui import labels_register as words
from ui.view import View


def show(view: View):
    """Show every scorecard as a table of its items; one without items says how to fill it."""
    rows = view.read("scorecards", time_period=view.period)
    ahead = forecast.by_cell(view)
    for _, items in rows.groupby("scorecard", sort=False):
        first = items.iloc[0]
        st.html(chrome.section(first.scorecard_zh, first.meaning_zh))
        known = items[items["position"].notna()]
        if known.empty:
            st.html(chrome.empty(words.NO_ITEMS))
            continue
        lines = [_line(view, row, ahead) for row in known.itertuples()]
        table = pd.DataFrame(lines, columns=list(words.GOAL_COLUMNS))
        st.html(
            tables.html(
                table,
                numbers=("数值", "截至", "目标", "完成率", "应达", "预计年底", "较上年同期"),
                records=True,
            )
        )


def _line(view, row, ahead):
    name = row.name_zh if pd.isna(row.group_zh) else f"{row.group_zh}：{row.name_zh}"
    owner = "" if pd.isna(row.owner_zh) else row.owner_zh
    if pd.isna(row.indicator):
        return name, words.NO_INDICATOR, *[""] * 9, owner
    indicator = view.declared.indicators[row.indicator]
    address = links.address(view, "indicator", indicator=indicator.id)
    named = tables.Linked(((indicator.name_zh, address),))
    if pd.isna(row.obs_value):
        return name, named, wording.status_word("O"), *[""] * 8, owner
    aimed = pd.notna(row.target)
    shape = wording.status(row.judgement, indicator)
    verdict = filter(None, [f"{shape.shape} {shape.word}", wording.shortfall(row, indicator)])
    end = ahead.get((indicator.id, view.declared.county.ref_area))
    is_ahead = end is not None and end.time_period == row.time_period
    expected, between, met = wording_forecast.brief(end, indicator) if is_ahead else ("", "", "")
    return (
        name,
        named,
        wording.amount(row.obs_value, indicator, row.obs_status),
        wording.month_or_year(row.time_period),
        wording.amount(row.target, indicator) if aimed else "",
        wording.percent(row.progress) if aimed else "",
        tables.Noted(*wording.due_brief(row, indicator)) if aimed else "",
        "，".join(verdict) if aimed else "",
        tables.Noted(expected, between),
        met,
        "" if pd.isna(row.change_year) else wording.signed(row.change_year, indicator),
        owner,
    )
