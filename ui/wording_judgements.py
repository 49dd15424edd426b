"""Judgements, places and changes in words."""

from decimal import Decimal
from types import SimpleNamespace
from typing import NamedTuple

import pandas as pd

from ui.wording_numbers import amount, fixed, goal, percent, signed

UNRANKED = "不排位"
BASES = {
    ("M", "year"): "较上年同期",
    ("Q", "year"): "较上年同期",
    ("A", "year"): "较上年",
    ("M", "previous"): "较上月",
    ("Q", "previous"): "较上季度",
    ("A", "previous"): "较上年",
}
PACINGS = {  # how what is due by now was reckoned; due in full is not said
    "months": "按月序时",
    "months_instead": "上年数据不全，按月序时",
    "rhythm": "按上年节奏",
    "climb": "自上年末按月序时",
}
BRIEFLY = {"months": "按月", "months_instead": "按月", "rhythm": "上年节奏", "climb": "自上年末"}
FEW = 20  # of which a fraction tells


class Status(NamedTuple):
    """A judgement as shape and word; tone is accent, attention or muted."""

    shape: str
    word: str
    tone: str


class Change(NamedTuple):
    """A change in words, and what it means under the indicator's polarity ("" if nothing)."""

    text: str
    meaning: str


def status(judgement, indicator):
    """Return shape, word and tone of a judgement; no target gives no verdict."""
    known = {
        "reached": Status("●", "已达成", "accent"),
        "on_pace": Status("●", "符合序时" if indicator.accumulate else "正常", "accent"),
        "attention": Status("▲", "关注", "attention"),
        "behind": Status("◆", "滞后", "attention"),
        "pending": Status("○", "暂不评判", "muted"),
    }
    if not pd.isna(judgement) and judgement in known:
        return known[judgement]
    word = UNRANKED if indicator.polarity == "neutral" else "未设目标"
    return Status("—", word, "muted")


def place(rank, places, tied, brief=False):
    """Return 第3位（共8） or 并列1（共8）; brief leaves the total to a column head."""
    if pd.isna(rank):
        return UNRANKED
    if tied:
        return f"并列{int(rank)}" + ("" if brief else f"（共{int(places)}）")
    return f"第{int(rank)}" + ("" if brief else f"位（共{int(places)}）")


def change(value, indicator, base="year"):
    """Return a change against the year before or the previous period, and its meaning."""
    against = BASES[indicator.freq, base]
    if pd.isna(value):
        return Change(f"{against}：无可比数据", "")
    decimals = 1 if indicator.unit_zh == "%" else indicator.decimals
    if Decimal(fixed(abs(value), decimals)) == 0:
        return Change(against + ("持平" if value == 0 else "基本持平"), "")
    return Change(f"{against} {signed(value, indicator)}", meaning(value, indicator.polarity))


def meaning(value, polarity):
    """Return 改善 or 走弱; a neutral indicator has neither."""
    if polarity == "neutral" or pd.isna(value) or value == 0:
        return ""
    return "改善" if (value > 0) == (polarity == "higher_is_better") else "走弱"


def progress(ratio, target, indicator):
    """Return the target line of a card: 目标600家，完成98.7%."""
    if pd.isna(target):
        return ""
    if indicator.polarity == "lower_is_better":
        return f"目标不高于{goal(target, indicator)}"
    done = "" if pd.isna(ratio) else f"，完成{percent(ratio)}"
    return f"目标{goal(target, indicator)}{done}"


def due(row, indicator):
    """Return what should have been reached by now and how that is reckoned: 应达80家（按月序时）.

    Nothing where the target itself is due, or no target is set.
    """
    if pd.isna(row.pace) or row.pace == row.target:
        return ""
    return f"应达{finely(row.pace, indicator)}（{PACINGS[row.pace_basis]}）"


def due_brief(row, indicator):
    """Return the same for a cell headed 应达: 80家 and 按月; the whole target by itself."""
    if pd.isna(row.pace):
        return "", ""
    basis = "" if row.pace == row.target else BRIEFLY[row.pace_basis]
    return finely(row.pace, indicator), basis


def finely(value, of):
    """Return what is due of a count: of a few, with a decimal, for three of 3.3 is not enough."""
    if of.unit_zh == "%" or of.decimals or abs(value) >= FEW:
        return amount(value, of)
    return goal(value, SimpleNamespace(unit_zh=of.unit_zh, decimals=1))


def shortfall(row, indicator):
    """Return how far a value judged 关注 or 滞后 is from what is due: 差8家, 超2个百分点."""
    if row.judgement not in ("attention", "behind"):
        return ""
    word = "超" if row.obs_value > row.pace else "差"
    apart = abs(row.obs_value - row.pace)
    if indicator.unit_zh == "%":
        return word + signed(apart, indicator).lstrip("+")
    return word + finely(apart, indicator)
