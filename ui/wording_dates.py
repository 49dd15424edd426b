"""Dates and periods as they are read."""

import calendar

import pandas as pd

QUARTERS = {"Q1": "一季度", "Q2": "二季度", "Q3": "三季度", "Q4": "四季度"}


def day(value):
    """Return a date in full: 2024年8月31日."""
    return "" if pd.isna(value) else f"{value.year}年{value.month}月{value.day}日"


def measure(areas, of):
    """Return what a map or ranking shows: its unit and the period it stands for."""
    shown = areas.time_period.iloc[0]
    return of.unit_zh if pd.isna(shown) else f"{of.unit_zh}，{period_of(shown, of)}"


def period(time_period, kind="flow", freq="M", accumulate=""):
    """Return what a value refers to: a stock its last day, a flow its month, a sum its span."""
    year, _, part = str(time_period).partition("-")
    month = 12 if freq == "A" else int(part[-1]) * 3 if freq == "Q" else int(part)
    if kind == "stock":
        return f"{year}年{month}月{calendar.monthrange(int(year), month)[1]}日"
    if freq == "A":
        return f"{year}年"
    if freq == "Q":
        return f"{year}年{QUARTERS[part]}"
    return f"{year}年1—{month}月" if accumulate == "year" and month > 1 else f"{year}年{month}月"


def period_of(time_period, of):
    """Return the period of an observation of this indicator."""
    return period(time_period, of.kind, of.freq, of.accumulate)


def as_of(time_period, of):
    """Return the date line of a card: 截至2024年8月31日 for a stock; nothing without a period."""
    if pd.isna(time_period):
        return ""
    return ("截至" if of.kind == "stock" else "") + period_of(time_period, of)


def month_or_year(time_period):
    """Return a period where only its own form is known: 2024年8月, 2024年三季度, 2024年."""
    return period(time_period, freq=freq_of(time_period))


def freq_of(time_period):
    return "A" if "-" not in time_period else "Q" if "Q" in time_period else "M"
