"""The chart of an answer, by its shape: time and number make a line, words and number bars."""

import re
from dataclasses import dataclass
from html import escape
from types import SimpleNamespace

import pandas as pd

from ui import theme
from ui.chart_parts import LABEL_GAP, Drawing, scale_of, spread, text_width

PERIOD = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?|-?Q[1-4])?")
YEAR = re.compile(r"(?:19|20)\d\d")
TIMES = ("DATE", "TIMESTAMP")
NUMBERS = re.compile(r"(?:U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?|DOUBLE|FLOAT|DECIMAL.*)\Z")
MOST_BARS, MOST_LINES, MOST_POINTS = 30, 8, 2000
LONGEST_NAME = 14
FEW, TICKS = 24, 6
BAR, EDGE = 28, 8  # px
PLAIN = SimpleNamespace(decimals=2, unit_zh="")  # nobody says what a query's number is


@dataclass(frozen=True)
class Shape:
    """Which columns of an answer a chart is made of."""

    kind: str  # line or bar
    along: str
    number: str
    series: str = ""


def shape(rows: pd.DataFrame, types: dict[str, str]) -> Shape | None:
    """Return how an answer may be drawn, or None."""
    if len(rows) < 2 or len(rows) > MOST_POINTS:
        return None
    times = [
        name for name in rows if _is_time(rows[name], types[name]) and rows[name].nunique() > 1
    ]
    numbers = [
        name
        for name in rows
        if NUMBERS.match(types[name]) and name not in times and rows[name].notna().any()
    ]
    words = [
        name for name in rows if types[name] == "VARCHAR" and not _is_time(rows[name], types[name])
    ]
    if not numbers:
        return None
    if times:
        return _line(rows, times[0], numbers[0], words)
    if words and len(rows) <= MOST_BARS and rows[words[0]].is_unique:
        return Shape("bar", words[0], numbers[0])
    return None


def draw(rows: pd.DataFrame, found: Shape):
    """Return the Plotly figure of an answer."""
    return {"line": _lines, "bar": _bars}[found.kind](rows, found)


def _line(rows, time, number, words):
    if rows[time].is_unique:
        return Shape("line", time, number)
    for name in words:
        if rows[name].nunique() <= MOST_LINES and not rows.duplicated([time, name]).any():
            return Shape("line", time, number, name)
    return None


def _is_time(column, type_):
    if type_.startswith(TIMES):
        return bool(column.notna().all())
    if type_ == "VARCHAR":
        return all(isinstance(cell, str) and PERIOD.fullmatch(cell) for cell in column)
    # a whole number is a year only if the rows are in the order of years, as counts seldom are
    is_year = type_ in ("BIGINT", "INTEGER") and column.map(lambda one: YEAR.match(str(one))).all()
    return bool(is_year) and column.is_monotonic_increasing


def _lines(rows, found):
    places = list(dict.fromkeys(sorted(rows[found.along].map(str))))
    groups = list(rows.groupby(found.series, sort=False)) if found.series else [("", rows)]
    drawing = Drawing(320, top=34, bottom=34)
    drawing.margin["r"] = 48 + max(text_width(_short(name), 14) for name, _ in groups)
    known = rows[found.number].dropna().astype(float)
    scale = scale_of(known, PLAIN, drawing.pixels)
    texts = [f"{tick:,.10g}" for tick in scale.ticks]
    drawing.margin["l"] = 16 + max(text_width(text, 14) for text in texts)
    ends = []
    for colour, (name, own) in zip(theme.CATEGORICAL, groups, strict=False):
        own = own[own[found.number].notna()].sort_values(found.along)
        x = [places.index(str(one)) for one in own[found.along]]
        y = list(own[found.number].astype(float))
        drawing.draw(
            "scatter",
            x=x,
            y=y,
            mode="lines+markers" if len(x) <= FEW else "lines",
            line={"color": colour, "width": 2.2},
            marker={"size": 5},
            hovertext=[
                escape(f"{name}　{one}　{value:,.10g}".strip("　"))
                for one, value in zip(own[found.along], y, strict=True)
            ],
        )
        if name and x:
            ends.append((_short(name), x[-1], y[-1], colour))
    _name(drawing, ends, scale)
    every = max(1, -(-len(places) // TICKS))
    shown = list(range(0, len(places), every))
    drawing.time_axis(shown, [places[i] for i in shown], [-0.3, len(places) - 0.7])
    drawing.value_axis(scale, texts)
    drawing.write_unit(found.number, 8)
    return drawing.figure()


def _name(drawing, ends, scale):
    """Name each line at its end, the names apart, each after a square of its line's colour."""
    wanted = [scale.pixel(y) for *_, y, _ in ends]
    for (name, x, y, colour), place in zip(
        ends, spread(wanted, LABEL_GAP, 0, drawing.pixels), strict=True
    ):
        drawing.point_to(name, x, y, place - scale.pixel(y), square=colour)


def _bars(rows, found):
    names = [_short(name) for name in rows[found.along]]
    values = rows[found.number].astype(float)
    drawing = Drawing(len(rows) * BAR + 44, top=34, bottom=EDGE, right=84)
    drawing.margin["l"] = 16 + max(text_width(name, 14) for name in names)
    drawing.draw(
        "bar",
        orientation="h",
        x=list(values),
        y=list(range(len(rows))),
        marker={"color": theme.ACCENT},
        width=0.62,
        text=["" if pd.isna(value) else f"{value:,.10g}" for value in values],
        textposition="outside",
        cliponaxis=False,
        hovertext=[
            escape(f"{name}　{value:,.10g}")
            for name, value in zip(rows[found.along], values, strict=True)
        ],
    )
    drawing.name_rows(names)
    drawing.xaxis |= {"visible": False}
    drawing.write_unit(found.number, 8)
    return drawing.figure()


def _short(name):
    text = "（空）" if pd.isna(name) else str(name)
    return text if len(text) <= LONGEST_NAME else text[: LONGEST_NAME - 1] + "…"
