"""Stages and levels as horizontal bars: the stages of a pipeline and the levels of a pyramid."""

import math

import pandas as pd

from ui import theme, wording
from ui.chart_cells import (
    NARROW,
    by_period,
    cell_hover,
    hidden_periods,
    last_complete,
    period_hovers,
    plain_number,
)
from ui.chart_parts import (
    Drawing,
    spread,
    text_width,
)

PERIODS = 6  # bars of a pipeline
STAGES = (theme.ACCENT, theme.SEQUENTIAL[3], theme.SEQUENTIAL[1])


def stages(cells, figure, height):
    """Draw a few periods as horizontal bars of stages, the last stage a hatched outline."""
    table, hidden = telling(by_period(cells)), hidden_periods(cells)
    names = [wording.month_or_year(period) for period in table.index]
    whole = table.sum(axis=1).max() or 1
    left = 14 + max(text_width(name, 14) for name in names)
    drawing = Drawing(height, top=56, left=left, right=16)
    for n, stage in enumerate(table.columns):
        drawing.draw(
            "bar",
            # an outline of nothing would still be drawn: as a line
            x=[
                None if p in hidden else plain_number(table.at[p, stage]) or None
                for p in table.index
            ],
            y=list(range(len(table))),
            orientation="h",
            width=0.58,
            marker=_stage_marker(n, len(table.columns)),
            hovertext=period_hovers(table[stage], stage, figure),
        )
    drawing.xaxis |= {"range": [0, whole], "visible": False}
    drawing.name_rows(names)
    drawing.yaxis |= {"showline": True, "linecolor": theme.TEXT_2}
    drawing.write_unit(wording.axis_note(figure), 34)
    _stage_names(drawing, table.iloc[0] / whole)
    for row, period in enumerate(table.index):
        if period in hidden:
            word = wording.status_word(hidden[period])
            drawing.write(word, 0, row, xanchor="left", xshift=8, colour=theme.TEXT_3)
        else:
            _stage_numbers(drawing, table.loc[period], row, whole, figure)
    return drawing.figure(barmode="stack")


def telling(table):
    """Return at most PERIODS rows in which something moved, the first and the last among them."""
    moved = (table != table.shift()).any(axis=1).to_list()
    moved[-1] = True
    table = table[moved]
    count = min(PERIODS, len(table))
    return table.iloc[[round(i * (len(table) - 1) / max(count - 1, 1)) for i in range(count)]]


def _stage_marker(n, count):
    if n < count - 1 or not n:
        return {"color": STAGES[n % len(STAGES)], "line": {"color": theme.PAGE, "width": 1.5}}
    return {
        "color": theme.PAGE,
        "line": {"color": theme.ACCENT_MUTED, "width": 1},
        "pattern": {"shape": "/", "fgcolor": theme.ACCENT_MUTED, "size": 6, "solidity": 0.2},
    }


def _stage_names(drawing, shares):
    """Name each stage over the first bar where it begins, or as near as a narrow plot allows."""
    begins = (shares.cumsum() - shares) * NARROW
    gap = max(text_width(stage, 14) for stage in shares.index) + 10
    places = spread(list(begins), gap, 0, max(NARROW, gap * (len(shares) - 1)))
    for stage, place in zip(shares.index, places, strict=True):
        drawing.write_above(stage, place / NARROW, (0, 2), bold=True)


def _stage_numbers(drawing, values, row, whole, figure):
    """Write a number into each segment that can hold it, the others behind the bar."""
    begin, behind = 0.0, []
    for n, (stage, value) in enumerate(values.items()):
        text = wording.short(value, figure)
        is_last = n == len(values) - 1
        if value and value / whole * NARROW >= text_width(text, 15) + 14:
            place = {"xanchor": "left", "xshift": 8}
            place |= {"bgcolor": theme.PAGE} if n and is_last else {}  # on hatching
            colour = theme.INK if n else theme.PAGE
            drawing.write(text, begin, row, size=15, bold=True, colour=colour, **place)
        elif value:
            # one number right behind its own segment needs no name
            behind.append(text if is_last and not behind else f"{stage}{text}")
        begin += value
    if behind:
        text = " ".join(behind)
        drawing.write(text, begin, row, bold=True, xanchor="left", xshift=6)
        beyond = text_width(text, 15) + 14 - (1 - begin / whole) * NARROW
        drawing.margin["r"] = max(drawing.margin["r"], math.ceil(beyond))


def pyramid(cells, figure, height):
    """Draw the last period's categories as centred bars, or two series back to back."""
    cells = last_complete(cells)
    sides, rows = list(dict.fromkeys(cells.series)), list(dict.fromkeys(cells.category))
    if len(sides) > 2:
        raise ValueError(f"{figure.id}: a pyramid has one series or two, not {len(sides)}")
    is_split = len(sides) == 2
    texts = [wording.short(c.obs_value, figure, c.obs_status) for c in cells.itertuples()]
    room = 1 + (14 + max(text_width(text, 15) for text in texts)) / NARROW * 2
    reach = (cells.obs_value.max() or 1) * (1 if is_split else 0.5) * room
    drawing = Drawing(height, top=54 if is_split else 32)
    drawing.margin["l"] = 14 + max(text_width(row, 14) for row in rows)
    drawing.xaxis |= {"range": [-reach, reach], "visible": False}
    drawing.name_rows(rows)
    note = wording.cells_note(figure, cells.time_period.iloc[0])
    drawing.write_unit(note, 30 if is_split else 10)
    for cell, text in zip(cells.itertuples(), texts, strict=True):
        side = sides.index(cell.series)
        _pyramid_bar(drawing, cell, text, rows.index(cell.category), side, is_split, figure)
    for n, side in enumerate(sides if is_split else []):
        drawing.write_above(side, 0.5, (8 if n else -8, 2), ("right", "left")[n], bold=True)
    return drawing.figure(barmode="overlay")


def _pyramid_bar(drawing, cell, text, row, side, is_split, figure):
    is_known = cell.obs_status in ("A", "P") and not pd.isna(cell.obs_value)
    value = float(cell.obs_value) if is_known else 0.0
    is_left = is_split and not side
    begin = -value if is_left else 0.0 if is_split else -value / 2
    drawing.draw(
        "bar",
        x=[value],
        y=[row],
        base=[begin],
        orientation="h",
        width=0.66,
        marker={"color": theme.SEQUENTIAL[3] if side else theme.ACCENT, "line": {"width": 0}},
        hovertext=[cell_hover(cell, figure)],
    )
    style = {"bold": True, "size": 15} if is_known else {"colour": theme.TEXT_3}
    place = {"xanchor": "right", "xshift": -6} if is_left else {"xanchor": "left", "xshift": 6}
    drawing.write(text, begin if is_left else begin + value, row, **style, **place)
