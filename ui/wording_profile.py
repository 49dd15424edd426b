"""The words of a township's profile: against the county, among the townships, its course, why it is
listed as strongest or weakest, and what makes another township its like.
"""

import pandas as pd

from ui.wording_chance import BETTER, SHAPES, UNDECIDED, standing
from ui.wording_dates import month_or_year
from ui.wording_judgements import Status
from ui.wording_numbers import STATUS_WORDS, amount, fixed

SIDES = {"higher": "高于", "lower": "低于", "same": "无显著差异"}
LEVEL = "持平"
COURSES = {"rising": ("↗", "上升"), "falling": ("↘", "下降"), "none": ("→", "无明显趋势")}
POLARITY_NOTE = {"lower_is_better": "（越少越好）"}
NOTHING_ALIKE = "各项都有差别，只是比其余的近"
PROVEN, BARE = "差异显著", "只比数值，未作判断"


def against_county(row) -> Status:
    """Return how a value stands against the county: with a shape where that is told from chance,
    the bare word where only the values are compared, nothing where they do not compare.
    """
    if row.obs_status != "A" or pd.isna(row.change_county):
        return Status("", "", "muted")
    if row.versus_county in SIDES:
        return Status(SHAPES[row.versus_county], SIDES[row.versus_county], _tone(row))
    side = _side(row)
    return Status("", SIDES[side] if side else LEVEL, "muted")


def _tone(row):
    if row.versus_county == "same" or row.polarity not in BETTER:
        return "muted" if row.versus_county == "same" else "plain"
    return "accent" if row.versus_county == BETTER[row.polarity] else "attention"


def _side(row):
    """Return higher or lower as the number is read, "" where nothing is left after rounding."""
    words = fixed(row.change_county, _decimals(row))
    if not any(digit in words for digit in "123456789"):
        return ""
    return "higher" if row.change_county > 0 else "lower"


def _decimals(row):
    return 1 if row.unit_zh == "%" else row.decimals


def strip_place(row) -> Status:
    """Return a profile row's place, or the band of places it cannot be told apart from; what lies
    wholly in the last two of at least four draws attention.
    """
    if row.obs_status == "P":
        return Status("○ ", STATUS_WORDS["P"], "muted")
    if row.obs_status != "A":
        return Status("", "—", "muted")
    word = standing(row, brief=True)
    if pd.isna(row.place) or word == UNDECIDED:
        return Status("", word, "muted")
    first, last = _ends(row)
    if row.places >= 4 and first >= row.places - 1:
        return Status("▲ ", word, "attention")
    return Status("", word, "first" if last == 1 else "plain")


def _ends(row):
    if pd.isna(row.place_from):
        return int(row.place), int(row.place)
    return int(row.place_from), int(row.place_to)


def course(direction) -> Status:
    """Return which way a line goes; nothing where no test was made or it has too few periods."""
    if direction not in COURSES:
        return Status("", "", "muted")
    shape, word = COURSES[direction]
    return Status(shape, word, "muted" if direction == "none" else "plain")


def reason(row) -> str:
    """Return why an indicator is listed: how far from the county, how sure, which place, when."""
    side = SIDES["higher" if row.change_county > 0 else "lower"]
    apart = f"{side}全市{_distance(row)}{POLARITY_NOTE.get(row.polarity, '')}"
    sure = PROVEN if row.has_interval else BARE
    return f"{apart}，{standing(row)}；{sure}；{month_or_year(row.time_period)}"


def _distance(row):
    words = fixed(abs(row.change_county), _decimals(row))
    if not any(digit in words for digit in "123456789"):
        return "不到" + ("0.1个百分点" if row.unit_zh == "%" else _least(row))
    return words + "个百分点" if row.unit_zh == "%" else amount(abs(row.change_county), row)


def _least(row):
    return f"{fixed(10 ** -int(row.decimals), row.decimals)}{row.unit_zh}"


def alike(rows) -> str:
    """Return what two townships have in common: 同为镇；村、社区都是11个."""
    return "；".join(_feature(row) for row in rows.itertuples() if row.is_alike) or NOTHING_ALIKE


def unlike(rows) -> str:
    """Return what sets two townships apart, "" where nothing does."""
    told = "；".join(_feature(row) for row in rows.itertuples() if not row.is_alike)
    return f"有差别：{told}" if told else ""


def _feature(row):
    if not row.unit_zh:
        return f"同为{row.feature_zh}" if row.is_alike else f"一个是{row.feature_zh}，一个不是"
    own, peer = amount(row.own_value, row), amount(row.peer_value, row)
    return f"{row.feature_zh}都是{own}" if own == peer else f"{row.feature_zh}{peer}（本地{own}）"
