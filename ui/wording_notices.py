"""What needs attention, in words."""

from types import SimpleNamespace
from typing import NamedTuple

import pandas as pd

from ui.wording_dates import day, freq_of, month_or_year
from ui.wording_judgements import BASES, PACINGS, due, finely, place, progress
from ui.wording_numbers import AREAS, amount, goal, percent, signed
from ui.wording_told import Told, joined, number_of

NAMED = 3  # townships named in a notice; of more the first, and how many there are
UNJUDGED = "中性指标，不评好坏"


class Notice(NamedTuple):
    """One thing that needs attention; headline and detail are Told."""

    shape: str
    headline: str
    detail: str


def attention(row):
    """Return the Notice for one row of the attention cut (a mapping)."""
    of = SimpleNamespace(**{**row, "freq": freq_of(row["time_period"])})
    shape, headline, parts = NOTICES[row["finding"]](of)
    return Notice(shape, headline, Told(joined("，", [*parts, _others(of)]), "。"))


def _behind(of):
    return "◆", Told(_fact(of), "，滞后"), _aim(of)


def _slow(of):
    return "▲", Told(_fact(of), "，需关注"), _aim(of)


def _overdue(of):
    return "▲", _fact(of), [month_or_year(of.time_period), _moved(of)]


def _will_miss(of):
    headline = Told(
        f"{of.area_name}{of.indicator_zh}年末预计",
        number_of(of, amount(of.expected, of), "forecast.obs_value"),
        "，完不成年度目标",
    )
    between = Told(
        number_of(of, percent(of.level).replace(".0%", "%"), "forecast.level"),
        "的可能在",
        number_of(of, amount(of.lower, of), "forecast.obs_lower"),
        "至",
        number_of(of, amount(of.upper, of), "forecast.obs_upper"),
        "之间",
    )
    return "▲", headline, [Told("目标", _target(of)), _fact_of_period(of), between]


def _late(of):
    headline = f"{of.extract_zh}已迟{int(of.days_late)}天未到"
    due = f"{month_or_year(of.time_period)}的数应于{day(of.due_on)}前报送"
    return "▲", headline, [of.owner_zh, due]


def _dropped(of):
    against = BASES[of.freq, "previous"]
    sign = "下降" if of.change_ratio < 0 else "上升"
    fall = number_of(of, percent(abs(of.change_ratio)), "change_ratio")
    headline = Told(f"{of.area_name}{of.indicator_zh}{against}{sign}", fall)
    before = number_of(of, amount(of.previous_value, of), "previous_value")
    return "▲", headline, [_fact_of_period(of), Told(against.removeprefix("较"), before)]


def _out_of_course(of):
    side = "高于" if of.finding == "high" else "低于"
    usual = Told(
        "按以往规律应在",
        number_of(of, amount(of.lower, of), "signal.lower"),
        "至",
        number_of(of, amount(of.upper, of), "signal.upper"),
        "之间",
    )
    headline = Told(_fact(of), f"，{side}通常范围")
    return _shape(of), headline, [month_or_year(of.time_period), usual, _unjudged(of)]


def _moving(of):
    word = "上升" if of.finding == "rising" else "下降"
    slope = number_of(of, signed(of.slope_per_year, of), "signal.slope_per_year")
    headline = f"{of.area_name}{of.indicator_zh}持续{word}"
    course = Told(f"近{int(of.periods)}个月平均每年", slope)
    return _shape(of), headline, [course, _fact_of_period(of)]


def _absent(of):
    several = f"等{int(of.indicators)}项" if of.indicators > 1 else ""
    headline = f"{of.area_name}{of.indicator_zh}{several}缺数"
    why = f"{of.extract_zh}未到" if isinstance(of.extract_zh, str) else ""
    others = f"其他{AREAS}已有数"
    return "○", headline, [month_or_year(of.time_period), others, why]


def _last(of):
    return "▲", Told(_fact(of), "，居末"), [_fact_of_period(of), f"共{int(of.places)}个{AREAS}"]


def _uncovered(of):
    covered = f"已覆盖{int(of.numerator)}／{int(of.denominator)}"
    named = getattr(of, "missing_zh", "")
    return "▲", Told(_fact(of), "，尚未全覆盖"), [covered, f"缺{named}" if named else ""]


def _pending(of):
    headline = f"{of.indicator_zh}{month_or_year(of.time_period)}数据尚未公布"
    return "○", headline, ["本期不作评判"]


NOTICES = {
    "behind": _behind,
    "attention": _slow,
    "overdue": _overdue,
    "will_miss": _will_miss,
    "late": _late,
    "drop": _dropped,
    "high": _out_of_course,
    "low": _out_of_course,
    "rising": _moving,
    "falling": _moving,
    "absent": _absent,
    "last": _last,
    "uncovered": _uncovered,
    "pending": _pending,
}


def _fact(of):
    return Told(f"{of.area_name}{of.indicator_zh}", number_of(of, amount(of.obs_value, of)))


def _fact_of_period(of):
    return Told(month_or_year(of.time_period), number_of(of, amount(of.obs_value, of)))


def _target(of):
    return number_of(of, goal(of.target, of), "target")


def _moved(of):
    if pd.isna(of.change_previous):
        return ""
    against, size = BASES[of.freq, "previous"], amount(abs(of.change_previous), of)
    if of.change_previous == 0:
        return f"{against}持平"
    word = "增加" if of.change_previous > 0 else "减少"
    return Told(against, word, number_of(of, size, "change_previous"))


def _shape(of):
    return "○" if of.polarity == "neutral" else "▲"


def _unjudged(of):
    return UNJUDGED if of.polarity == "neutral" else ""


def _aim(of):
    """Return the target and, where less is due by now, that."""
    aim = progress(of.progress, of.target, of)
    target, done, share = aim.partition("，完成")
    before = target.removesuffix(goal(of.target, of))
    parts = [month_or_year(of.time_period), Told(before, _target(of))]
    if done:
        parts.append(Told("完成", number_of(of, share, "progress")))
    if due(of, of):
        by_now = number_of(of, finely(of.pace, of), "pace")
        parts.append(Told("应达", by_now, f"（{PACINGS[of.pace_basis]}）"))
    if hasattr(of, "tied") and not pd.isna(of.place):
        parts.append(place(of.place, of.places, of.tied))
    return parts


def _others(of):
    """Return which other townships the same is true of, at most NAMED by name."""
    names = list(getattr(of, "others_zh", ()))
    if not names:
        return ""
    more = f"等{len(names)}个{AREAS}" if len(names) > NAMED else ""
    said = "、".join(names[:NAMED]) + more
    if not of.is_county:
        return f"{said}也是如此"
    return f"{'涉及' if of.finding == 'overdue' else '其中有'}{said}"
