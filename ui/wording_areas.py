"""Findings about areas: who leads, who is last, the county and its target."""

from itertools import repeat
from typing import NamedTuple

import pandas as pd

from ui.wording_chance import are_inseparable
from ui.wording_charts import areas_counted
from ui.wording_judgements import progress
from ui.wording_numbers import AREAS, amount

BY_CHANCE = "的差别在偶然波动以内"
HIDDEN = f"各{AREAS}的数太小，已作保护处理"


class Row(NamedTuple):
    """What is said of an area. A page says it again with every click: of ten rows, a sentence is
    made in a tenth of the time that ten filters of a DataFrame take.
    """

    name_zh: str
    area_level: str
    obs_status: str
    obs_value: float
    place: float
    target: float
    progress: float
    family_lower: float
    family_upper: float
    versus_county: str
    place_from: float
    place_to: float

    @property
    def is_county(self):
        return self.area_level == "county"


def title_areas(areas, indicator):
    """Return who leads and who is last, as a title: 广陈镇最高，曹桥街道居末."""
    return _title(_rows(areas), indicator)


def _title(rows, indicator):
    compared = _comparable(rows)
    if len(compared) < 2:
        is_hidden = any(row.obs_status == "Q" for row in rows if not row.is_county)
        return HIDDEN if is_hidden else "暂无可比较的数据"
    first, last = _ends(compared, indicator)
    if len(first) == len(compared):
        return f"{len(compared)}个{AREAS}均为{_amount_of(first, indicator)}"
    if are_inseparable(compared):
        return f"{len(compared)}个{AREAS}{BY_CHANCE}"
    top, bottom = _end_words(indicator, last)
    return f"{_names(first)}{_tied(first)}{top}，{_names(last)}{_tied(last)}{bottom}"


def summary_areas(areas, indicator):
    """Return one sentence: the ends with their values, the county and its target."""
    rows = _rows(areas)
    compared = _comparable(rows)
    parts = [_title(rows, indicator)]
    if len(compared) >= 2:
        first, last = _ends(compared, indicator)
        if len(first) < len(compared):
            top, bottom = _end_words(indicator, last)
            parts = [
                f"{_names(first)}{_tied(first)}{top}（{_amount_of(first, indicator)}），"
                f"{_names(last)}{_tied(last)}{bottom}（{_amount_of(last, indicator)}）"
                + f"，{AREAS}之间{BY_CHANCE}"
                * are_inseparable(compared)
            ]
    for row in rows:
        if row.is_county and row.obs_status == "A":
            aim = progress(row.progress, row.target, indicator)
            parts.append(
                "，".join(filter(None, [row.name_zh + amount(row.obs_value, indicator), aim]))
            )
    left_out = [row for row in rows if not row.is_county and row.obs_status in ("O", "P", "Q")]
    if compared and left_out:
        parts.append(f"{_names(left_out)}未列入比较")
    return "；".join(parts) + "。"


def _rows(areas) -> list[Row]:
    told = [areas[name] if name in areas else repeat(None, len(areas)) for name in Row._fields]
    return [Row(*row) for row in zip(*told, strict=True)]


def _comparable(rows):
    """Return the rows that may be compared: nothing missing, partial or hidden."""
    return [
        row
        for row in rows
        if not row.is_county and row.obs_status == "A" and not pd.isna(row.obs_value)
    ]


def _ends(compared, indicator):
    """Return the leading and the last rows, each with all that tie."""
    judged = indicator.polarity != "neutral" and not any(pd.isna(row.place) for row in compared)
    order = [row.place if judged else -row.obs_value for row in compared]
    return [
        [row for row, place in zip(compared, order, strict=True) if place == end]
        for end in (min(order), max(order))
    ]


def _end_words(indicator, last):
    """Return what the leading and the last rows are; where chance may have made one the last, its
    value is the lowest, but its place is not said.
    """
    most, least = ("最高", "最低") if indicator.standardised else ("最多", "最少")
    is_sure = all(pd.isna(row.place_from) or row.place_from == row.place_to for row in last)
    return {
        "higher_is_better": (most, "居末" if is_sure or len(last) > 1 else least),
        "lower_is_better": (least, most),
        "neutral": (most, least),
    }[indicator.polarity]


def _names(rows):
    """Return up to two names; more are counted, so that a tie of six stays a short phrase."""
    if len(rows) > 2:
        return areas_counted(len(rows))
    return "、".join(row.name_zh for row in rows)


def _tied(rows):
    return "并列" * (len(rows) > 1)


def _amount_of(rows, of):
    return amount(rows[0].obs_value, of)
