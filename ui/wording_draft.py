"""The sentences of a text for a report, by rule from observations.

Pace before change before place, as in headlines. What is missing, partial or withheld is said as
such and never as a number; a change or a spread too small to mean something is called so.
"""

from types import SimpleNamespace

import pandas as pd

from ui.labels import COUNTY
from ui.wording_chance import is_place_open, versus
from ui.wording_dates import as_of, month_or_year
from ui.wording_headlines import SIGNS
from ui.wording_judgements import BASES
from ui.wording_numbers import AREAS, amount, goal, percent, signed
from ui.wording_told import Told, joined, number_of, pieces_of

OVERVIEW, ATTENTION, STRONG, WEAK = "主要指标", "需要关注", "相对较好", "相对靠后"
TITLE = "{}情况（{}）"
OF_COUNTY = "{}民政工作"
CALM = "本期没有需要提示的事项。"
IN_THE_MIDDLE = "没有突出的指标。"
REST = "另有{}项，详见看板。"
MUTED = "另有{}项基数太小或与全市无明显差别，未列入。"
ABSENT = {
    "O": "无数据",
    "Q": "数值过小，已作保护处理，不予公布",
    "P": "数据尚不完整，暂不评判",
    "M": "不适用",
}
NOTHING_YET = "尚无完整数据"
INCOMPLETE = "{}有{}尚未报送，数据不完整，未列入"


def of_indicator(indicator, areas, ref_area, fact, later=""):
    """Return what is said of an indicator for an area; `areas` are rows of the cut of that name,
    `fact` the area's row of the cut headline or None, `later` a newer period not complete.
    """
    own = next((row for row in areas.itertuples() if row.ref_area == ref_area), None)
    if own is None or pd.isna(own.time_period):
        return Told(f"{indicator.name_zh}{NOTHING_YET}。")
    when = as_of(own.time_period, indicator)
    called = f"{when}，{own.name_zh}{indicator.name_zh}"
    if own.obs_status != "A" or fact is None:
        status = own.obs_status if own.obs_status in ABSENT else "O"
        return Told(f"{called}{ABSENT[status]}。")
    at = _at(indicator, own)
    parts = [
        Told(called, number_of(at, amount(own.obs_value, indicator))),
        _change(indicator, own, fact, at),
        _pace(indicator, own, at),
        "" if own.is_county else _place(indicator, own, at),
    ]
    ends = _ends(indicator, areas, fact) if own.is_county else ""
    more = f"；{INCOMPLETE.format(month_or_year(later), AREAS)}" if later else ""
    return Told(joined("；", [joined("，", parts), ends]), more, "。")


def of_ends(rows, indicators):
    """Return where a township stands out, as one paragraph; `rows` are of the cut profile_ends."""
    said = [
        Told(
            row.name_zh,
            number_of(row, amount(row.obs_value, indicators[row.indicator])),
            "，",
            _place(indicators[row.indicator], row, row),
        )
        for row in rows.itertuples()
    ]
    return Told(joined("；", said), "。") if said else Told(IN_THE_MIDDLE)


def of_notices(word, notices, rest):
    """Return the notices of a kind as one paragraph; `rest` more are only counted."""
    said = [
        Told(one.headline, "（", _without_stop(one.detail), "）" if one.detail else "")
        for one in notices
    ]
    return Told(f"{word}：", joined("；", said), "。", REST.format(rest) if rest else "")


def _at(indicator, row):
    return SimpleNamespace(
        indicator=indicator.id, ref_area=row.ref_area, time_period=row.time_period
    )


def _change(indicator, row, fact, at):
    if pd.isna(row.change_year):
        return ""
    against = BASES[indicator.freq, "year"]
    moved = signed(row.change_year, indicator)
    if not fact.is_change_significant or moved == moved.lstrip(SIGNS):
        return f"{against}基本持平"
    up, down = ("上升", "下降") if indicator.standardised else ("增加", "减少")
    size = number_of(at, moved.lstrip(SIGNS), "change_year")
    return Told(f"{against}{up if row.change_year > 0 else down}", size)


def _pace(indicator, row, at):
    """Return how it stands against its target; of a neutral one only how much of it is used."""
    if pd.isna(row.judgement) or row.judgement == "pending":
        return ""
    target = number_of(at, goal(row.target, indicator), "target")
    is_low = indicator.polarity == "lower_is_better"
    is_late = row.judgement in ("behind", "attention")
    if is_low:
        return Told("高于" if is_late else "未超过", "目标", target)
    if row.judgement == "reached":
        return Told("已达到目标", target)
    done = Told("完成目标", target, "的", number_of(at, percent(row.progress), "progress"))
    if indicator.accumulate:
        due = number_of(at, amount(row.pace, indicator), "pace")
        word = "落后于序时进度（应达" if is_late else "符合序时进度（应达"
        return Told(done, "，", word, due, "）")
    return Told(done, "，进度滞后" if row.judgement == "behind" else "，需加快" * is_late)


def _ends(indicator, areas, fact):
    """Return the best and the last township of a judged rate whose spread means something."""
    if not fact.is_spread_significant or not indicator.standardised:
        return ""
    ranked = areas[(areas["area_level"] == "township") & areas["place"].notna()]
    is_open = [is_place_open(row) for row in ranked.itertuples()]
    alone = ranked[~ranked["tied"].astype(bool) & ~pd.Series(is_open, ranked.index, dtype=bool)]
    best, last = alone[alone["place"] == 1], alone[alone["place"] == alone["places"]]
    high, low = "最高", "最低"
    if indicator.polarity == "lower_is_better":
        high, low = low, high
    said = [
        Told(row.name_zh, word, "（", number_of(_at(indicator, row), value), "）")
        for found, word in ((best, high), (last, low))
        for row in found.itertuples()
        for value in [amount(row.obs_value, indicator)]
    ]
    return Told("其中", joined("，", said)) if said else ""


def _place(indicator, row, at):
    """Return how a rate stands against the county and which place it has, where chance leaves that
    open only the former; a place of totals follows size, not effort.
    """
    if pd.isna(row.place) or not indicator.standardised:
        return ""
    against = versus(row, indicator, COUNTY).word
    if is_place_open(row):
        return against
    place = number_of(at, str(int(row.place)), "place")
    word = "并列第" if row.tied else "第"
    return joined("，", [against, Told(f"居{int(row.places)}个{AREAS}{word}", place, "位")])


def _without_stop(words):
    *before, last = pieces_of(words) or ("",)
    return Told(*before, last.removesuffix("。") if isinstance(last, str) else last)
