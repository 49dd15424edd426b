"""Every format and sentence the reader sees: numbers, dates, judgements, findings.

`of` is anything that knows its unit_zh and decimals: an indicator, a figure, a profile row.
"""

import calendar
import math
from decimal import ROUND_HALF_UP, Decimal
from types import SimpleNamespace
from typing import NamedTuple

import pandas as pd

MINUS = "−"
AREAS = "镇街道"
STATUS_WORDS = {"O": "无数据", "Q": "已保护", "M": "不适用", "P": "未完整"}
PROTECTED_WORDS = "人数过少，已作保护处理"
OUT_OF_SCOPE_WORDS = "不在统计口径"
TOTAL = "_T"
UNRANKED = "不排位"
SCALES = ((Decimal(10) ** 8, "亿"), (Decimal(10) ** 4, "万"))
QUARTERS = {"Q1": "一季度", "Q2": "二季度", "Q3": "三季度", "Q4": "四季度"}
BASES = {
    ("M", "year"): "较上年同期",
    ("Q", "year"): "较上年同期",
    ("A", "year"): "较上年",
    ("M", "previous"): "较上月",
    ("Q", "previous"): "较上季度",
    ("A", "previous"): "较上年",
}


class Status(NamedTuple):
    """A judgement as shape and word; tone is accent, attention or muted."""

    shape: str
    word: str
    tone: str


class Change(NamedTuple):
    """A change in words, and what it means under the indicator's polarity ("" if nothing)."""

    text: str
    meaning: str


class Notice(NamedTuple):
    """One thing that needs attention."""

    shape: str
    headline: str
    detail: str


# Numbers


def number(value, of, obs_status="A"):
    """Return (digits, unit): 52631人次 gives ("5.26", "万人次"); a value not shown gives a word."""
    if obs_status in ("O", "Q", "M"):
        return status_word(obs_status), ""
    if pd.isna(value):
        return STATUS_WORDS["O"], ""
    if of.unit_zh == "%":
        return _percent_digits(value), "%"
    digits, prefix = _scaled(value, of.decimals)
    return digits, prefix + of.unit_zh


def status_word(obs_status):
    """Return why there is no whole value; a status that promises one is not believed."""
    return STATUS_WORDS.get(obs_status, STATUS_WORDS["O"])


def amount(value, of, obs_status="A"):
    """Return number and unit in one piece: 5.26万人次."""
    return "".join(number(value, of, obs_status))


def short(value, of, obs_status="A"):
    """Return the number without its base unit, for a label whose axis names it: 5.26万, 97.4%."""
    digits, unit = number(value, of, obs_status)
    return digits + (unit if of.unit_zh == "%" else unit.removesuffix(of.unit_zh))


def goal(value, of):
    """Return a target: set by people in round numbers, so without idle zeros (4, not 4.00)."""
    digits, unit = number(value, of)
    return (digits.rstrip("0").rstrip(".") if "." in digits else digits) + unit


def short_goal(value, of):
    """Return a target for a label whose axis names the unit."""
    text = goal(value, of)
    return text if of.unit_zh == "%" else text.removesuffix(of.unit_zh)


def percent(ratio):
    """Return a ratio as a percentage: 0.987 gives 98.7%. Never capped."""
    return "无数据" if pd.isna(ratio) else _percent_digits(Decimal(str(ratio)) * 100) + "%"


def signed(value, of):
    """Return a change with its sign and unit; between percentages it is in 百分点."""
    if of.unit_zh == "%":
        return with_sign(value, fixed(abs(value), 1) + "个百分点")
    return with_sign(value, amount(abs(value), of))


def fixed(value, decimals):
    """Return the value rounded half up, as people round, with a true minus sign."""
    rounded = Decimal(str(value)).quantize(Decimal(1).scaleb(-int(decimals)), ROUND_HALF_UP)
    text = f"{abs(rounded):f}"
    return MINUS + text if rounded < 0 else text


def ticks(values):
    """Return the axis texts of evenly spaced values: one scale, one number of decimals."""
    top = max(abs(value) for value in values)
    size, prefix = next(((s, p) for s, p in SCALES if top >= s), (Decimal(1), ""))
    scaled = [Decimal(str(round(value, 9))) / size for value in values]
    decimals = max(-value.normalize().as_tuple().exponent for value in scaled)
    return [fixed(v, max(decimals, 0)) + prefix if v or not prefix else "0" for v in scaled]


def _scaled(value, decimals):
    """Return (digits, 万 or 亿 or ""), two decimals at most and no more than four digits."""
    plain = fixed(value, decimals)
    exact = abs(Decimal(str(value)))
    if abs(Decimal(plain.replace(MINUS, "-"))) < 10_000:
        return plain, ""
    # 99 999 999 is 1亿, not 10000万: the larger scale wins once rounding reaches it.
    size, prefix = SCALES[0] if exact >= Decimal("99995000") else SCALES[1]
    scaled = Decimal(str(value)) / size
    digits = fixed(scaled, 2 if abs(scaled) < 100 else 1 if abs(scaled) < 1000 else 0)
    return (digits.rstrip("0").rstrip(".") if "." in digits else digits), prefix


def _percent_digits(value):
    exact = Decimal(str(value))
    if exact in (0, 100):
        return fixed(exact, 0)
    if 100 - Decimal("0.05") <= exact < 100:
        return "99.9"  # not all, however near: 100% is said only of all
    return fixed(exact, 1)


def with_sign(value, text):
    if not any(digit in text for digit in "123456789"):
        return text  # nothing left after rounding: no direction either
    return ("+" if value > 0 else MINUS) + text


def plain(value):
    """Return a bare count or amount with thousands kept together: 3182, 5.96万."""
    if pd.isna(value):
        return ""
    digits, prefix = _scaled(value, 2)
    return (digits.rstrip("0").rstrip(".") if "." in digits else digits) + prefix


# Dates


def day(value):
    """Return a date in full: 2024年8月31日."""
    return "" if pd.isna(value) else f"{value.year}年{value.month}月{value.day}日"


def measure(areas, of):
    """Return what a map or ranking shows: its unit and the period it stands for."""
    shown = areas.time_period.iloc[0]
    return of.unit_zh if pd.isna(shown) else f"{of.unit_zh}，{period_of(shown, of)}"


def period(time_period, kind="flow", freq="M", accumulate=""):
    """Return what a value refers to: a stock its last day, a flow its month, a sum its span."""
    year, _, part = str(time_period).partition("-")
    month = 12 if freq == "A" else int(part[-1]) * 3 if freq == "Q" else int(part)
    if kind == "stock":
        return f"{year}年{month}月{calendar.monthrange(int(year), month)[1]}日"
    if freq == "A":
        return f"{year}年"
    if freq == "Q":
        return f"{year}年{QUARTERS[part]}"
    return f"{year}年1—{month}月" if accumulate == "year" and month > 1 else f"{year}年{month}月"


def period_of(time_period, of):
    """Return the period of an observation of this indicator."""
    return period(time_period, of.kind, of.freq, of.accumulate)


def as_of(time_period, of):
    """Return the date line of a card: 截至2024年8月31日 for a stock."""
    return ("截至" if of.kind == "stock" else "") + period_of(time_period, of)


def month_or_year(time_period):
    """Return a period where only its own form is known: 2024年8月, 2024年三季度, 2024年."""
    return period(time_period, freq=freq_of(time_period))


def freq_of(time_period):
    return "A" if "-" not in time_period else "Q" if "Q" in time_period else "M"


# On the charts


def axis_note(of, lowest="", gaps=(), is_total_left_out=False):
    """Return the line over a value axis: unit, where it starts, marks, what is not drawn."""
    starts = f"（纵轴自{lowest}起）" if lowest else ""
    marks = f"；×为{_why(gaps)}" if gaps else ""
    return of.unit_zh + starts + marks + "；合计数不在图中" * is_total_left_out


def _why(statuses):
    return "、".join(sorted({status_word(status) for status in statuses}))


def cells_note(of, time_period):
    """Return the line over a figure of one period: its unit and date."""
    return f"{of.unit_zh}，{month_or_year(time_period)}"


def mix_note(of, time_period, gaps=(), has_partial=False):
    """Return the line over shares whose labels are values."""
    marks = f"；×为{_why(gaps)}" if gaps else ""
    marks += "；浅色为未完整" * has_partial
    return f"占比；图右为{month_or_year(time_period)}数值，{of.unit_zh}{marks}"


def mix_label(name, value, of):
    """Return a category with its value, broken so that a phone keeps room for the chart."""
    if len(name) > 7:
        half = (len(name) + 1) // 2
        name = f"{name[:half]}\n　 {name[half:]}"
    elif len(name) > 4:
        return f"{name}\n　 {short(value, of)}"
    return f"{name} {short(value, of)}"


def others(count):
    return f"其他{count}项"


def areas_counted(count):
    return f"{count}个{AREAS}"


def event_label(event_on, name_zh, width=30):
    """Return month and name of an event, broken into lines of at most `width` letters."""
    month = f"{event_on.year}年{event_on.month}月"
    if len(month) + len(name_zh) < width:
        return f"{month} {name_zh}"
    size = math.ceil(len(name_zh) / math.ceil(len(name_zh) / width))  # lines of even length
    return "\n".join([month, *(name_zh[i : i + size] for i in range(0, len(name_zh), size))])


def tick_of(time_period):
    """Return the words under a tick: the year, whatever part of it the tick opens."""
    return f"{time_period[:4]}年"


def target_label(value, time_period, of):
    """Return the words on the target line: 2024年末目标4."""
    return f"{str(time_period)[:4]}年末目标{short_goal(value, of)}"


def incomplete_label(time_period):
    """Return the words under a period whose data stop inside it."""
    return month_or_year(time_period).split("年")[-1] + "未完整"


# Judgements


def status(judgement, indicator):
    """Return shape, word and tone of a judgement; no target gives no verdict."""
    known = {
        "reached": Status("●", "已达成", "accent"),
        "on_pace": Status("●", "符合序时" if indicator.accumulate else "正常", "accent"),
        "attention": Status("▲", "关注", "attention"),
        "behind": Status("◆", "滞后", "attention"),
        "pending": Status("○", "暂不评判", "muted"),
    }
    if not pd.isna(judgement) and judgement in known:
        return known[judgement]
    word = UNRANKED if indicator.polarity == "neutral" else "未设目标"
    return Status("—", word, "muted")


def place(rank, places, tied, brief=False):
    """Return 第3位（共8） or 并列1（共8）; brief leaves the total to a column head."""
    if pd.isna(rank):
        return UNRANKED
    if tied:
        return f"并列{int(rank)}" + ("" if brief else f"（共{int(places)}）")
    return f"第{int(rank)}" + ("" if brief else f"位（共{int(places)}）")


def change(value, indicator, base="year"):
    """Return a change against the year before or the previous period, and its meaning."""
    against = BASES[indicator.freq, base]
    if pd.isna(value):
        return Change(f"{against}：无可比数据", "")
    decimals = 1 if indicator.unit_zh == "%" else indicator.decimals
    if Decimal(fixed(abs(value), decimals)) == 0:
        return Change(against + ("持平" if value == 0 else "基本持平"), "")
    return Change(f"{against} {signed(value, indicator)}", meaning(value, indicator.polarity))


def meaning(value, polarity):
    """Return 改善 or 走弱; a neutral indicator has neither."""
    if polarity == "neutral" or pd.isna(value) or value == 0:
        return ""
    return "改善" if (value > 0) == (polarity == "higher_is_better") else "走弱"


def progress(ratio, target, indicator):
    """Return the target line of a card: 目标600家，完成98.7%."""
    if pd.isna(target):
        return ""
    if indicator.polarity == "lower_is_better":
        return f"目标不高于{goal(target, indicator)}"
    done = "" if pd.isna(ratio) else f"，完成{percent(ratio)}"
    return f"目标{goal(target, indicator)}{done}"


# In the ranking and the profile


def ranking_heads(indicator):
    """Return the column heads; the first is wanted only where places are tied."""
    delta = "较上年" if indicator.freq == "A" else "同比"
    return ("位次", AREAS, "", indicator.unit_zh, delta + "百分点" * (indicator.unit_zh == "%"))


def ranking_goal(value, indicator):
    return f"目标{short_goal(value, indicator)}"


def ranking_change(value, indicator):
    """Return a change for a narrow column whose head names its base and unit."""
    if pd.isna(value):
        return "—"
    if indicator.unit_zh == "%":
        return with_sign(value, fixed(abs(value), 1))
    return with_sign(value, short(abs(value), indicator))


def absence(row):
    """Return why an area has no value: outside the statistics, missing, protected, no case."""
    return OUT_OF_SCOPE_WORDS if not row.in_scope else status_word(row.obs_status)


def area_line(row, indicator):
    """Return all there is to say of one area in a line."""
    if pd.isna(row.obs_value) or row.obs_status not in ("A", "P"):
        return f"{row.name_zh}：{absence(row)}"
    if row.obs_status == "P":
        return f"{row.name_zh}：{amount(row.obs_value, indicator)}，{STATUS_WORDS['P']}"
    moved = change(row.change_year, indicator)
    parts = [
        amount(row.obs_value, indicator),
        place(row.place, row.places, row.tied),
        moved.text,
        moved.meaning,
    ]
    return f"{row.name_zh}：" + "，".join(part for part in parts if part)


def strip_heads(name, county_name, places):
    """Return the column heads of a profile by column."""
    total = "" if pd.isna(places) else f"（共{int(places)}）"
    return {
        "name": "指标",
        "ends": ("← 较差", "较好 →"),
        "value": name,
        "county": county_name,
        "place": f"位次{total}",
    }


def strip_legend(name, county_name):
    return name, f"其他{AREAS}", county_name, "中性指标，左低右高，不评好坏"


def strip_unit(row):
    """Return unit, direction where it is not the usual one, and the row's own date."""
    notes = {"lower_is_better": "（越少越好）", "neutral": "（不评好坏）"}
    return f"{row.unit_zh}{notes.get(row.polarity, '')}，{month_or_year(row.time_period)}"


def strip_absence(obs_status):
    return PROTECTED_WORDS if obs_status == "Q" else status_word(obs_status)


def strip_place(row):
    """Return a profile row's place; the last two of at least four draw attention."""
    if row.obs_status == "P":
        return Status("○ ", STATUS_WORDS["P"], "muted")
    if row.obs_status != "A":
        return Status("", "—", "muted")
    word = place(row.place, row.places, row.tied, brief=True)
    if pd.isna(row.place):
        return Status("", word, "muted")
    if row.places >= 4 and row.place >= row.places - 1:
        return Status("▲ ", word, "attention")
    return Status("", word, "first" if row.place == 1 else "plain")


def tied_dots(count):
    return f"{count}个"


# Findings. Below this line only sentences, made of the words above.


def title_areas(areas, indicator):
    """Return who leads and who is last, as a title: 广陈镇最高，曹桥街道居末."""
    compared = _comparable(areas)
    if len(compared) < 2:
        return "暂无可比较的数据"
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


def title_trend(rows, indicator, chosen):
    """Return what the line did, as a title: 2019年1月以来全市由412家增至592家."""
    subject = _subject(rows, chosen)
    clause = _course(rows, subject, indicator)
    own = _complete(rows[rows.ref_area == subject])
    county = _complete(rows[(rows.area_level == "county") & (rows.ref_area != subject)])
    county = county[county.time_period.isin(own.time_period.tail(1))]
    if county.empty or not indicator.standardised or indicator.kind == "flow":
        return clause
    here, there = own.iloc[-1], county.iloc[-1]
    return f"{clause}，{_against(here.obs_value, there.obs_value, there.name_zh, indicator)}"


def summary_trend(rows, indicator, chosen):
    """Return one sentence: the chosen area's course, the county's, the target, what is partial."""
    subject = _subject(rows, chosen)
    county = rows[rows.area_level == "county"]
    areas = dict.fromkeys([subject, *county.ref_area])
    parts = [_course(rows, area, indicator, not n) for n, area in enumerate(areas)]
    for goal_row in county[county.target.notna()].tail(1).itertuples():
        parts.append(f"{str(goal_row.time_period)[:4]}年末目标{goal(goal_row.target, indicator)}")
    last = rows[rows.time_period == rows.time_period.max()]
    if (last.obs_status == "P").any():
        latest = month_or_year(last.time_period.iloc[0])
        parts.append(f"{latest}未完整，虚线部分不作升降判断")
    return "；".join(parts) + "。"


def _subject(rows, chosen):
    present = set(rows.ref_area)
    county = rows[rows.area_level == "county"].ref_area
    return next((area for area in [*chosen, *county] if area in present), None)


def _complete(rows):
    return rows[(rows.obs_status == "A") & rows.obs_value.notna()].sort_values("start_date")


def _course(rows, area, indicator, says_since=True):
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
    since = f"{month_or_year(first.time_period)}以来" * says_since + last.name_zh
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


def _levels_sentence(known, figure):
    last = known[known.time_period == known.time_period.iloc[-1]]
    if last.series.nunique() > 1:
        return _largest_cell_sentence(known, figure)
    named = "、".join(
        f"{cell.category}{amount(cell.obs_value, figure)}" for cell in last.itertuples()
    )
    return f"{month_or_year(last.time_period.iloc[0])}{named}"


FIGURE_SENTENCES = {
    "stacked": _stages_sentence,
    "mix": _mix_sentence,
    "season": _season_sentence,
    "heat": _largest_cell_sentence,
    "pyramid": _levels_sentence,
}


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
    """Return the target and, for a running sum, what the calendar asks for by now."""
    parts = [month_or_year(of.time_period), progress(of.progress, of.target, of)]
    if of.pace != of.target:
        parts.append(f"序时应达{amount(of.pace, of)}")
    if hasattr(of, "tied") and not pd.isna(of.place):
        parts.append(place(of.place, of.places, of.tied))
    return "，".join(parts) + "。"
