"""The words that lead from a number to its rows."""

from decimal import Decimal

import pandas as pd

from ui.wording_judgements import Status
from ui.wording_numbers import MINUS

CENT = Decimal("0.005")
PER = {1: "", 100: "，按百分比计", 1000: "，按每千计", 10000: "，按每万计"}


def exact(value):
    """Return a number to its last digit, in threes: 12,338,637.2. A trace rounds nothing."""
    if pd.isna(value):
        return ""
    digits = f"{abs(Decimal(str(value))):,.2f}".rstrip("0").rstrip(".")
    return f"{MINUS}{digits}" if value < 0 else digits


def standing(obs_status):
    """Return whether there is a whole number or a part of one, as shape and word; else None."""
    shapes = {
        "A": Status("●", "本期数据完整", "accent"),
        "P": Status("○", "未完整，本期尚未报齐", "muted"),
    }
    return shapes.get(obs_status)


def quotient(row, indicator):
    """Return how a rate is made: 分子12，分母42,951，按每万计."""
    if pd.isna(row.numerator) or pd.isna(row.denominator):
        return ""
    return f"分子{exact(row.numerator)}，分母{exact(row.denominator)}{PER[indicator.per]}"


def recounted(row, again, rows, indicator):
    """Return the finding of the second count: how many rows make the number, and if it agrees."""
    if pd.isna(row.numerator):
        return f"本期没有报送；此前各期计入{rows:,}行" if rows else "没有报送，没有行计入"
    is_rate = not pd.isna(row.denominator)
    words = f"分子{exact(row.numerator)}" if is_rate else exact(row.numerator) + indicator.unit_zh
    if not agrees(row.numerator, again):
        return f"▲ {rows:,}行逐行重算得{exact(again) or 0}，与{words}不一致，请告诉管理员"
    if not rows:
        return f"没有符合条件的行，得{words}"
    return f"{words}由{rows:,}行得出，逐行重算一致"


def figure_rows(rows):
    return f"这张图由{rows:,}行得出" if rows else "没有行计入这张图"


def agrees(numerator, again):
    """Return whether two counts agree to the cent; no row makes nothing."""
    second = Decimal(0) if pd.isna(again) else Decimal(str(again))
    return abs(Decimal(str(numerator)) - second) < CENT


def span_of_rows(page, size, rows):
    """Return which rows are listed: 第51—100行，共1,496行."""
    return f"第{(page - 1) * size + 1:,}—{min(page * size, rows):,}行，共{rows:,}行"


def protected(settings, first):
    """Return why no rows are listed, with the rule and its basis; `settings` by their names."""
    rules = [settings.loc[name, "meaning_zh"] for name in ("small_count", "dominance_percent")]
    least = settings.loc["small_count", "value"]
    return f"{first}阈值为{least:.0f}：{'；'.join(rules)}。"
