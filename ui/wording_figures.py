"""One sentence about each kind of figure."""

from ui.wording_dates import month_or_year
from ui.wording_numbers import TOTAL, amount, of_step_before


def summary_figure(cells, figure, time_period=None):
    """Return one sentence about a figure, at the period it is drawn for."""
    until = cells if time_period is None else cells[cells.time_period <= time_period]
    known = until[(until.obs_status == "A") & until.obs_value.notna()]
    if known.empty:
        return "暂无完整数据。"
    known = known.sort_values(["start_date", "category_position", "series_position"])
    return f"{FIGURE_SENTENCES[figure.kind](known, figure)}。"


def _stages_sentence(known, figure):
    """Name the first and the last period, stage by stage."""
    return "；".join(
        f"{month_or_year(period_)}"
        + "、".join(
            f"{cell.category}{amount(cell.obs_value, figure)}"
            for cell in known[known.time_period == period_].itertuples()
        )
        for period_ in dict.fromkeys([known.time_period.iloc[0], known.time_period.iloc[-1]])
    )


def _mix_sentence(known, figure):
    last = known[known.time_period == known.time_period.iloc[-1]]
    order = list(last.sort_values("obs_value", ascending=False, kind="stable").itertuples())
    named = "，其次".join(f"{cell.category}{amount(cell.obs_value, figure)}" for cell in order[:2])
    return f"{month_or_year(order[0].time_period)}最多的是{named}"


def _season_sentence(known, figure):
    year = known[known.time_period.str[:4] == known.time_period.iloc[-1][:4]]
    most, least = year.loc[year.obs_value.idxmax()], year.loc[year.obs_value.idxmin()]
    if len(year) < 2:
        return f"{month_or_year(most.time_period)}为{amount(most.obs_value, figure)}"
    return (
        f"{month_or_year(most.time_period)}最高（{amount(most.obs_value, figure)}），"
        f"{month_or_year(least.time_period)}最低（{amount(least.obs_value, figure)}）"
    )


def _largest_cell_sentence(known, figure):
    last = known[known.time_period == known.time_period.iloc[-1]]
    top = last.loc[last.obs_value.idxmax()]
    named = "、".join(word for word in (top.category, top.series) if word != TOTAL)
    return f"{month_or_year(top.time_period)}{named}最多，{amount(top.obs_value, figure)}"


def _bars_sentence(known, figure):
    """Name the largest, the next and the smallest of one series; of several the largest cell."""
    last = known[known.time_period == known.time_period.iloc[-1]]
    if last.series.nunique() > 1 or len(last) < 3:
        return _largest_cell_sentence(known, figure)
    order = list(last.sort_values("obs_value", ascending=False, kind="stable").itertuples())
    first, second, least = (
        f"{cell.category}{amount(cell.obs_value, figure)}"
        for cell in (order[0], order[1], order[-1])
    )
    return f"{month_or_year(order[0].time_period)}最高的是{first}，其次{second}，最低的是{least}"


def _funnel_sentence(known, figure):
    last = known[known.time_period == known.time_period.iloc[-1]]
    named = "，".join(
        f"{cell.category}{amount(cell.obs_value, figure)}{of_step_before(cell.share)}"
        for cell in last.itertuples()
    )
    return f"{month_or_year(last.time_period.iloc[0])}{named}"


def _levels_sentence(known, figure):
    last = known[known.time_period == known.time_period.iloc[-1]]
    if last.series.nunique() > 1:
        return _largest_cell_sentence(known, figure)
    named = "、".join(
        f"{cell.category}{amount(cell.obs_value, figure)}" for cell in last.itertuples()
    )
    return f"{month_or_year(last.time_period.iloc[0])}{named}"


FIGURE_SENTENCES = {
    "stages": _stages_sentence,
    "funnel": _funnel_sentence,
    "bars": _bars_sentence,
    "mix": _mix_sentence,
    "season": _season_sentence,
    "heat": _largest_cell_sentence,
    "pyramid": _levels_sentence,
}
