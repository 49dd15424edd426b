"""The chart of an answer, by its shape: time and number make a line, words and number bars."""

import re
from dataclasses import dataclass
from html import escape

import pandas as pd

from ui import theme
from ui.chart_parts import Drawing, text_width

PERIOD = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?|-?Q[1-4])?")
YEAR = re.compile(r"(?:19|20)\d\d")
TIMES = ("DATE", "TIMESTAMP")
NUMBERS = re.compile(r"(?:U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?|DOUBLE|FLOAT|DECIMAL.*)\Z")
MOST_BARS, MOST_LINES, MOST_POINTS = 30, 8, 2000
LONGEST_NAME = 14
BAR, EDGE = 28, 8  # px


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
    times = [name for name in rows if _is_time(rows[name], types[name])]
    numbers = [
        name
        for name in rows
        if NUMBERS.match(types[name]) and name not in times and rows[name].notna().any()
    ]
    words = [name for name in rows if types[name] == "VARCHAR" and name not in times]
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
    drawing = Drawing(320, top=34, bottom=34, left=64, right=24)
    groups = rows.groupby(found.series, sort=False) if found.series else [("", rows)]
    drawing.margin["r"] = 24 + max((text_width(_short(name), 14) for name, _ in groups), default=0)
    for colour, (name, own) in zip(theme.CATEGORICAL, groups, strict=False):
        own = own.sort_values(found.along)
        values = own[found.number].astype(float)
        x = [places.index(str(one)) for one in own[found.along]]
        drawing.draw(
            "scatter",
            x=x,
            y=list(values),
            mode="lines+markers" if len(x) <= 24 else "lines",
            line={"color": colour, "width": 2.2},
            marker={"size": 5},
            hovertext=[
                escape(f"{name}　{one}　{value:,.10g}".strip("　"))
                for one, value in zip(own[found.along], values, strict=True)
            ],
        )
        known = values.dropna()
        if name and len(known):
            at = x[list(values.index).index(known.index[-1])]
            drawing.write(
                _short(name), at, known.iloc[-1], xanchor="left", xshift=8, colour=theme.INK
            )
    every = max(1, -(-len(places) // 6))
    shown = list(range(0, len(places), every))
    drawing.time_axis(shown, [places[i] for i in shown], [-0.3, len(places) - 0.7])
    drawing.yaxis |= {"tickformat": ",~g"}
    drawing.write_unit(found.number, 8)
    return drawing.figure()


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
