"""What needs attention, in words."""

from types import SimpleNamespace
from typing import NamedTuple

import pandas as pd

from ui.wording_dates import freq_of, month_or_year
from ui.wording_judgements import BASES, due, place, progress
from ui.wording_numbers import AREAS, amount, percent


class Notice(NamedTuple):
    """One thing that needs attention."""

    shape: str
    headline: str
    detail: str


def attention(row):
    """Return the Notice for one row of the attention cut (a mapping)."""
    of = SimpleNamespace(**{**row, "freq": freq_of(row["time_period"])})
    return NOTICES[row["finding"]](of)


def _behind(of):
    return Notice("◆", f"{_fact(of)}，滞后", _aim(of))


def _slow(of):
    return Notice("▲", f"{_fact(of)}，需关注", _aim(of))


def _dropped(of):
    against = BASES[of.freq, "previous"]
    sign = "下降" if of.change_ratio < 0 else "上升"
    headline = f"{of.area_name}{of.indicator_zh}{against}{sign}{percent(abs(of.change_ratio))}"
    before = f"{against.removeprefix('较')}{amount(of.previous_value, of)}"
    return Notice("▲", headline, f"{_fact_of_period(of)}，{before}。")


def _last(of):
    return Notice(
        "▲", f"{_fact(of)}，居末", f"{_fact_of_period(of)}，共{int(of.places)}个{AREAS}。"
    )


def _uncovered(of):
    covered = f"已覆盖{int(of.numerator)}／{int(of.denominator)}"
    named = getattr(of, "missing_zh", "")
    return Notice("▲", f"{_fact(of)}，尚未全覆盖", covered + (f"，缺{named}。" if named else "。"))


def _pending(of):
    headline = f"{of.indicator_zh}{month_or_year(of.time_period)}数据尚未公布"
    return Notice("○", headline, "本期不作评判。")


NOTICES = {
    "behind": _behind,
    "attention": _slow,
    "drop": _dropped,
    "last": _last,
    "uncovered": _uncovered,
    "pending": _pending,
}


def _fact(of):
    return f"{of.area_name}{of.indicator_zh}{amount(of.obs_value, of)}"


def _fact_of_period(of):
    return f"{month_or_year(of.time_period)}{amount(of.obs_value, of)}"


def _aim(of):
    """Return the target, and what is due of it by now where that is less."""
    parts = [month_or_year(of.time_period), progress(of.progress, of.target, of)]
    if due(of, of):
        parts.append(due(of, of))
    if hasattr(of, "tied") and not pd.isna(of.place):
        parts.append(place(of.place, of.places, of.tied))
    return "，".join(parts) + "。"
