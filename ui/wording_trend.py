"""Findings about time: from where to where, beside what."""

from ui.wording_dates import month_or_year, period_of
from ui.wording_numbers import amount, goal, short


def title_trend(rows, indicator, chosen):
    """Return what the line did, as a title: 2019年1月以来全市由412家增至592家.

    It begins anew where the definition last changed.
    """
    rows, changed = counted_alike(rows)
    subject = _subject(rows, chosen)
    clause = _course(rows, subject, indicator, since=changed)
    own = _complete(rows[rows.ref_area == subject])
    county = _complete(rows[(rows.area_level == "county") & (rows.ref_area != subject)])
    county = county[county.time_period.isin(own.time_period.tail(1))]
    if county.empty or not indicator.standardised or indicator.kind == "flow":
        return clause
    here, there = own.iloc[-1], county.iloc[-1]
    return f"{clause}，{_against(here.obs_value, there.obs_value, there.name_zh, indicator)}"


def summary_trend(rows, indicator, chosen):
    """Return one sentence: the chosen area's course, the county's, the target, what is partial."""
    rows, changed = counted_alike(rows)
    subject = _subject(rows, chosen)
    county = rows[rows.area_level == "county"]
    areas = dict.fromkeys([subject, *county.ref_area])
    parts = [_course(rows, area, indicator, not n, changed) for n, area in enumerate(areas)]
    if changed and changed not in parts[0]:
        parts.append(f"{changed}，此前的数不作比较")
    for goal_row in county[county.target.notna()].tail(1).itertuples():
        parts.append(f"{str(goal_row.time_period)[:4]}年末目标{goal(goal_row.target, indicator)}")
    last = rows[rows.time_period == rows.time_period.max()]
    if (last.obs_status == "P").any():
        latest = month_or_year(last.time_period.iloc[0])
        parts.append(f"{latest}未完整，虚线部分不作升降判断")
    return "；".join(parts) + "。"


def counted_alike(rows):
    """Return the rows since the definition last changed, and when that was: 2021年7月统计口径变化.

    `rows` is the cut trend; nothing is said if the definition has been the same all along.
    """
    last = rows.segment.max()
    own = rows[rows.segment == last]
    if len(own) == len(rows):
        return rows, ""
    # an odd segment is the time in which the change falls, the even one after it is whole
    begun = rows[rows.segment >= last - (last + 1) % 2].time_period.min()
    return own, f"{month_or_year(begun)}统计口径变化"


def _subject(rows, chosen):
    present = set(rows.ref_area)
    county = rows[rows.area_level == "county"].ref_area
    return next((area for area in [*chosen, *county] if area in present), None)


def _complete(rows):
    return rows[(rows.obs_status == "A") & rows.obs_value.notna()].sort_values("start_date")


def _course(rows, area, indicator, says_since=True, since=""):
    """Return from where to where: a stock since its start, a flow against a year before."""
    known = _complete(rows[rows.ref_area == area])
    if known.empty:
        return "暂无完整数据"
    last = known.iloc[-1]
    if indicator.kind == "flow":
        return _beside_year_before(known, last, indicator)
    first = known.iloc[0]
    if len(known) == 1:
        when = period_of(last.time_period, indicator)
        return f"{last.name_zh}{when}为{amount(last.obs_value, indicator)}"
    since = f"{since or month_or_year(first.time_period)}以来" * says_since + last.name_zh
    was, now = short(first.obs_value, indicator), short(last.obs_value, indicator)
    if was == now:
        return f"{since}保持在{amount(last.obs_value, indicator)}"
    up, down = ("升至", "降至") if indicator.standardised else ("增至", "减至")
    verb = up if last.obs_value > first.obs_value else down
    return f"{since}由{was}{verb}{amount(last.obs_value, indicator)}"


def _beside_year_before(known, last, indicator):
    """Return a flow beside the same part of the year before: seasons do not mislead it."""
    now = f"{last.name_zh}{period_of(last.time_period, indicator)}为"
    now += amount(last.obs_value, indicator)
    year, rest = last.time_period[:4], last.time_period[4:]
    before = known[known.time_period == f"{int(year) - 1}{rest}"]
    if before.empty:
        return now
    word = "上年" if indicator.freq == "A" else "上年同期"
    return f"{now}，{_against(last.obs_value, before.obs_value.iloc[0], word, indicator)}"


def _against(value, other, whose, indicator):
    """Return 低于全市的3.66, or 与全市持平 when the reader would see the same number."""
    shown = short(other, indicator)
    if shown == short(value, indicator):
        return f"与{whose}持平"
    more, less = ("高于", "低于") if indicator.standardised else ("多于", "少于")
    return f"{more if value > other else less}{whose}的{shown}"
