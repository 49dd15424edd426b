"""Where a year is expected to end, in words: never as if it had been counted."""

import pandas as pd

from ui.wording_dates import month_or_year
from ui.wording_numbers import amount, percent, short

SHORT = "数据不足，不作预测"
SHORT_CELL = "数据不足"
METHODS = {
    "theta": "指数平滑加半个长期趋势（Theta法）",
    "drift": "按近12个月的趋势",
    "same": "照现在的数不变",
    "same_changes": "按上年同月的增减",
    "rhythm": "按历年各月所占比例",
    "grown_rhythm": "按历年各月所占比例，另加增长",
    "mean": "按近12个月的平均",
}
KEPT = {
    "will_meet": "不会超过目标",
    "unsure": "是否超过目标未定",
    "will_miss": "将超过目标",
}


def expected(ahead, indicator):
    """Return the line of a card: 预计年底126个，可能11月达到. `ahead` is a row of the cut."""
    if ahead.state == "short":
        return SHORT
    end = f"预计年底{amount(ahead.obs_value, indicator)}"
    return "，".join(filter(None, [end, met(ahead, indicator)]))


def met(ahead, indicator):
    """Return when the target is met, or of a sum that should stay low, whether it is kept; nothing
    of a neutral indicator."""
    if indicator.polarity == "lower_is_better" and indicator.accumulate:
        return KEPT.get(ahead.state, "")
    month = "" if pd.isna(ahead.met_in) else f"{int(ahead.met_in[-2:])}月"
    said = {
        "met": "年初已达到" if month == "1月" else f"已于{month}达到",
        "will_meet": f"{month}达到",
        "unsure": f"可能{month}达到" if month else "能否达到未定",
        "will_miss": "今年达不到",
    }
    return said.get(ahead.state, "")


def reach(ahead, indicator):
    """Return in parts how sure that is: 80%区间118—134个， and 往年试算差1.2%（4年）."""
    if ahead.state == "short":
        return []
    between = f"{_sure(ahead)}区间{span(ahead.obs_lower, ahead.obs_upper, indicator)}"
    return [f"{between}，", trusted(ahead)] if trusted(ahead) else [between]


def span(lower, upper, of):
    """Return an interval: 118—134个; ends that read the same are one."""
    low, high = short(lower, of), amount(upper, of)
    if amount(lower, of) == high:
        return high
    scale = short(upper, of)[-1:]
    return f"{low.removesuffix(scale) if scale in '万亿' else low}—{high}"


def trusted(ahead):
    """Return by how much the same reckoning missed the ends of earlier years."""
    if pd.isna(ahead.error):
        return ""
    return f"往年试算差{percent(ahead.error)}（{int(ahead.trials)}年）"


def summary(ahead, indicator):
    """Return the sentence below a trend: what is expected, how, and how far it was wrong before."""
    when = month_or_year(ahead.time_period)
    if ahead.state == "short":
        return f"截至{when}，连续完整的月份太少（至少两年），不作年底预测。"
    said = [expected(ahead, indicator), "".join(reach(ahead, indicator))]
    return f"按截至{when}的数推算：{'；'.join(said)}；{METHODS[ahead.method]}。预测不是统计数。"


def brief(ahead, indicator):
    """Return what stands in a table: 126个, 118—134个 and, under 能否达到, 可能11月."""
    if ahead.state == "short":
        return SHORT_CELL, "", ""
    between = span(ahead.obs_lower, ahead.obs_upper, indicator)
    return amount(ahead.obs_value, indicator), between, _met_briefly(ahead, indicator)


def _met_briefly(ahead, indicator):
    if ahead.state == "unsure" and pd.isna(ahead.met_in):
        return "未定"
    said = met(ahead, indicator).removeprefix("今年")
    return said.removesuffix("达到") if "月" in said else said


def axis_note(ahead, is_compact):
    """Return what the line over the axis says of the dashes."""
    if is_compact:
        return "；虚线为预测"
    return f"；虚线为按{month_or_year(ahead.time_period)}推算的预测，浅带为{_sure(ahead)}区间"


def end_label(area_zh, value, of):
    """Return the words at the end of the dashes."""
    return f"{area_zh}年底预计 {short(value, of)}"


def _sure(ahead):
    return percent(ahead.level).replace(".0%", "%")
