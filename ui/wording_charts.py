"""The words on charts."""

import math

from ui.wording_dates import month_or_year
from ui.wording_numbers import AREAS, short, short_goal, status_word


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
    return f"占比；右为{month_or_year(time_period)}，{of.unit_zh}{marks}"


def mix_label(name, value, of):
    """Return a category with its value, broken so that a phone keeps room for the chart."""
    letters = sum(1 if ord(letter) > 0x2E7F else 0.6 for letter in name)  # as wide as 汉字
    if letters > 7:
        half = (len(name) + 1) // 2
        name = f"{name[:half]}\n　 {name[half:]}"
    elif letters > 4:
        return f"{name}\n　 {short(value, of)}"
    return f"{name} {short(value, of)}"


def others(count):
    return f"其他{count}项"


def areas_counted(count):
    return f"{count}个{AREAS}"


def event_label(event_on, name_zh, width=30, is_break=False):
    """Return month and name of an event, broken into lines of at most `width` letters; of one from
    which on the indicator is counted otherwise, that it is one.
    """
    month = f"{event_on.year}年{event_on.month}月" + "统计口径变化：" * is_break
    if is_break and len(month) + len(name_zh) < width:
        return month + name_zh
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
