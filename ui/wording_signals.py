"""What a monthly series says of itself, in words: a trend, an unusual last month, or no verdict.

None of it is called good or bad: that is for targets.
"""

import pandas as pd

from ui.wording_dates import month_or_year
from ui.wording_numbers import amount, signed

YEAR = 12  # months
TESTS = {
    "seasonal_mann_kendall": "季节性曼-肯德尔检验",
    "mean_net_change": "月净增量检验",
}
NOTE = (
    "方法：流量把每个月与往年同月相比（季节性曼-肯德尔检验，Hirsch等1982），"
    "存量看月净增量是否偏离零，都按相邻月份的相关折算（Yue与Wang 2004）；"
    "没有变化的序列，误报不超过5%。至少要36个连续的月，至多看60个；"
    "缺报、未完整、受保护的月份和统计口径变化之前的月份不用。最近一月对照此前各月按季节推算的99%范围。"
    "只说有没有变化，不说好坏和原因。"
)
SIGNS = {"rising": "↗", "falling": "↘", "none": "→", "short": "○", "high": "△", "low": "▽"}


def signal_lines(rows, indicator):
    """Return the lines of an area: `rows` is the cut signals, its trend and its point.

    Nothing is said of an area the indicator does not apply to.
    """
    told = {row.kind: row for row in rows.itertuples()}
    if not told:
        return []
    trend, point = told["trend"], told["point"]
    if trend.direction == "short":
        return [_too_short(trend)]
    return [_trend(trend, indicator), _point(point, indicator)]


def _too_short(row):
    last = pd.Period(row.time_period, "M")
    since = month_or_year(str(last - row.periods + 1))
    counted = f"{since}以来才有{row.periods}个月连续可用" if row.periods else "最近一月的数不能用"
    return f"{SIGNS['short']} 趋势：{counted}，不足{row.periods_needed}个月，不判断"


def _trend(row, indicator):
    until = f"截至{month_or_year(row.time_period)}，{_span(row.periods)}{row.name_zh}"
    test = f"{TESTS[row.method]}，{_probability(row.p_value)}"
    sign = SIGNS[row.direction]
    if row.direction == "none":
        return f"{sign} {until}没有可辨的趋势（{test}）"
    word = "上升" if row.direction == "rising" else "下降"
    return f"{sign} {until}有{word}趋势（{test}，{_a_year(row.slope_per_year, indicator)}）"


def _point(row, indicator):
    when = f"最近一月（{month_or_year(row.time_period)}）"
    if row.direction == "none":
        return f"{SIGNS['none']} {when}在正常波动范围内"
    side, limit = ("高于", "上限") if row.direction == "high" else ("低于", "下限")
    edge = row.upper if row.direction == "high" else row.lower
    value, edge = amount(row.obs_value, indicator), amount(edge, indicator)
    own = "当月" if indicator.accumulate else ""
    beside = f"正常波动{limit}" + (edge if edge != value else "")
    return f"{SIGNS[row.direction]} {when}{own}{value}，{side}{beside}"


def _span(periods):
    years, rest = divmod(periods, YEAR)
    return f"近{periods}个月" if rest else f"近{years}年"


def _probability(p_value):
    return (
        "p<0.001"
        if p_value < 0.001
        else f"p={p_value:.2f}"
        if p_value >= 0.1
        else f"p={p_value:.3f}"
    )


def _a_year(slope, indicator):
    """Return how much a year makes; of a running sum its months are meant."""
    change = signed(slope, indicator)
    whose = "各月比上年同月" if indicator.accumulate else "每年"
    return f"{whose}约{change}" if change[0] in "+−" else f"{whose}变动很小"
