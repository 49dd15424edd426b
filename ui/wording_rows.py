"""The words of ranking rows and profile strips."""

import pandas as pd

from ui.wording_chance import interval, standing, versus
from ui.wording_dates import month_or_year
from ui.wording_judgements import change
from ui.wording_numbers import (
    AREAS,
    STATUS_WORDS,
    amount,
    fixed,
    short,
    short_goal,
    status_word,
    with_sign,
)

PROTECTED_WORDS = "人数过少，已作保护处理"
CHANGE_HEADS = {  # (whether yearly, compared with) → head of the column
    (True, "year"): "较上年",
    (True, "previous"): "较上年",
    (False, "year"): "同比",
    (False, "previous"): "环比",
}
OUT_OF_SCOPE_WORDS = "不在统计口径"


def ranking_heads(indicator, compare="year"):
    """Return the column heads; the first is wanted only where places are tied."""
    delta = "较全市" if compare == "county" else CHANGE_HEADS[indicator.freq == "A", compare]
    return ("位次", AREAS, "", indicator.unit_zh, delta + "百分点" * (indicator.unit_zh == "%"))


def ranking_goal(value, indicator):
    return f"目标{short_goal(value, indicator)}"


def ranking_change(value, indicator):
    """Return a change for a narrow column whose head names its base and unit."""
    if pd.isna(value):
        return "—"
    if indicator.unit_zh == "%":
        return with_sign(value, fixed(abs(value), 1))
    return with_sign(value, short(abs(value), indicator))


def absence(row):
    """Return why an area has no value: outside the statistics, missing, protected, no case."""
    return OUT_OF_SCOPE_WORDS if not row.in_scope else status_word(row.obs_status)


def area_line(row, indicator):
    """Return all there is to say of one area in a line."""
    if pd.isna(row.obs_value) or row.obs_status not in ("A", "P"):
        return f"{row.name_zh}：{absence(row)}"
    if row.obs_status == "P":
        return f"{row.name_zh}：{amount(row.obs_value, indicator)}，{STATUS_WORDS['P']}"
    moved = change(row.change_year, indicator)
    parts = [
        amount(row.obs_value, indicator),
        standing(row),
        versus(row, indicator, "全市").word,
        interval(row, indicator),
        moved.text,
        moved.meaning,
    ]
    return f"{row.name_zh}：" + "，".join(part for part in parts if part)


def strip_heads(name, county_name, places):
    """Return the column heads of a profile by column."""
    total = "" if pd.isna(places) else f"（共{int(places)}）"
    return {
        "name": "指标",
        "ends": ("← 较差", "较好 →"),
        "value": name,
        "county": county_name,
        "place": f"位次{total}",
        "course": "走势",
    }


def strip_legend(name, county_name):
    return name, f"其他{AREAS}", county_name, "中性指标，左低右高，不评好坏"


def strip_unit(row):
    """Return unit, direction where it is not the usual one, and the row's own date."""
    notes = {"lower_is_better": "（越少越好）", "neutral": "（不评好坏）"}
    return f"{row.unit_zh}{notes.get(row.polarity, '')}，{month_or_year(row.time_period)}"


def strip_absence(obs_status):
    return PROTECTED_WORDS if obs_status == "Q" else status_word(obs_status)


def tied_dots(count):
    return f"{count}个"
