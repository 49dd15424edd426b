"""Findings about areas: who leads, who is last, the county and its target."""

from ui.wording_charts import areas_counted
from ui.wording_judgements import progress
from ui.wording_numbers import AREAS, amount

HIDDEN = f"各{AREAS}的数太小，已作保护处理"


def title_areas(areas, indicator):
    """Return who leads and who is last, as a title: 广陈镇最高，曹桥街道居末."""
    compared = _comparable(areas)
    if len(compared) < 2:
        is_hidden = areas[areas.area_level != "county"].obs_status.eq("Q").any()
        return HIDDEN if is_hidden else "暂无可比较的数据"
    first, last = _ends(compared, indicator)
    if len(first) == len(compared):
        return f"{len(compared)}个{AREAS}均为{_amount_of(first, indicator)}"
    top, bottom = _end_words(indicator)
    return f"{_names(first)}{_tied(first)}{top}，{_names(last)}{_tied(last)}{bottom}"


def summary_areas(areas, indicator):
    """Return one sentence: the ends with their values, the county and its target."""
    compared = _comparable(areas)
    parts = [title_areas(areas, indicator)]
    if len(compared) >= 2:
        first, last = _ends(compared, indicator)
        if len(first) < len(compared):
            top, bottom = _end_words(indicator)
            parts = [
                f"{_names(first)}{_tied(first)}{top}（{_amount_of(first, indicator)}），"
                f"{_names(last)}{_tied(last)}{bottom}（{_amount_of(last, indicator)}）"
            ]
    for row in areas[(areas.area_level == "county") & (areas.obs_status == "A")].itertuples():
        aim = progress(row.progress, row.target, indicator)
        parts.append("，".join(filter(None, [row.name_zh + amount(row.obs_value, indicator), aim])))
    left_out = areas[(areas.area_level != "county") & areas.obs_status.isin(["O", "P", "Q"])]
    if len(compared) and len(left_out):
        parts.append(f"{_names(left_out)}未列入比较")
    return "；".join(parts) + "。"


def _comparable(areas):
    """Return the rows that may be compared: nothing missing, partial or hidden."""
    return areas[
        (areas.area_level != "county") & (areas.obs_status == "A") & areas.obs_value.notna()
    ]


def _ends(compared, indicator):
    """Return the leading and the last rows, each with all that tie."""
    judged = indicator.polarity != "neutral" and compared.place.notna().all()
    order = compared.place if judged else -compared.obs_value
    return compared[order == order.min()], compared[order == order.max()]


def _end_words(indicator):
    most, least = ("最高", "最低") if indicator.standardised else ("最多", "最少")
    return {
        "higher_is_better": (most, "居末"),
        "lower_is_better": (least, most),
        "neutral": (most, least),
    }[indicator.polarity]


def _names(rows):
    """Return up to two names; more are counted, so that a tie of six stays a short phrase."""
    if len(rows) > 2:
        return areas_counted(len(rows))
    return "、".join(rows.name_zh)


def _tied(rows):
    return "并列" * (len(rows) > 1)


def _amount_of(rows, of):
    return amount(rows.obs_value.iloc[0], of)
