"""The axes of a native line chart: round values, as many periods named as have room."""

import re
from datetime import date
from types import SimpleNamespace

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from ui.chart_parts import scale_of, text_width
from ui.slides.pptx_chart_look import (
    axis_format,
)
from ui.slides.pptx_workbook import MONTHS
from ui.wording_numbers import ticks

MONTH = re.compile(r"(\d{4})年(\d{1,2})月")


def value_scale(part, pixels):
    values = [value for one in part.series for value in one.values if value is not None]
    target = [part.target.value] if part.target else []
    of = SimpleNamespace(unit_zh=part.unit_zh, decimals=part.decimals)
    return scale_of([*values, *target], of, pixels)


def axis_start(part):
    """Return the first value of the axis as it is written, or nothing where that is zero."""
    values = [value for one in part.series for value in one.values if value is not None]
    first = value_scale(part, 1).ticks[0] if values else 0
    return [ticks([first])[0]] if first > 0 else []


def axis_form(part, marks):
    """Return the number format of the axis: as many decimals as its steps need."""
    step = marks[1] - marks[0]
    decimals = next(d for d in range(7) if abs(round(step, d) - step) < 1e-9 or d == 6)
    return axis_format(marks, part.unit_zh, decimals)


def months_of(names):
    """Return names that are all months (2024年8月) as their first days; others as they are.

    Every program thins out an axis of dates; of an axis of names not all name every nth only.
    """
    found = [MONTH.fullmatch(name) for name in names]
    if not all(found):
        return names
    return [date(int(one[1]), int(one[2]), 1) for one in found]


def thin_ticks(axis, names, plot):
    """Name every nth category, as many as have room; the last is named where n divides."""
    count = len(names)
    fits = plot.across / (max(text_width(name, 12) for name in names) + 12)
    steps = [n for n in range(1, count + 1) if count / n <= fits] or [count]
    exact = [n for n in steps[: 1 + steps[0] // 2] if (count - 1) % n == 0]
    every = (exact or steps)[0]
    element = axis._element
    if element.tag == qn("c:dateAx"):
        thin_months(axis, every)
        return
    place = list(element).index(element.find(qn("c:noMultiLvlLbl")))
    for name in ("tickMarkSkip", "tickLblSkip"):
        element.insert(place, parse_xml(f'<c:{name} {nsdecls("c")} val="{every}"/>'))


def thin_months(axis, every):
    """Name every nth month of an axis of dates."""
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = MONTHS, False
    told = {"baseTimeUnit": "months", "majorUnit": every, "majorTimeUnit": "months"}
    for name, value in told.items():
        for old in axis._element.findall(qn(f"c:{name}")):
            axis._element.remove(old)
        axis._element.append(parse_xml(f'<c:{name} {nsdecls("c")} val="{value}"/>'))
