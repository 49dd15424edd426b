"""Cells of a figure made ready for drawing: by period, hidden ones apart, hovers in words."""

from html import escape

import pandas as pd

from ui import wording

NARROW = 200  # px: the narrowest plot to expect; what fits there fits everywhere


def by_period(cells):
    """Return values by period and category; a category without a row had nothing that period."""
    table = cells.pivot(index="time_period", columns="category", values="obs_value")
    return table[list(dict.fromkeys(cells.sort_values("category_position").category))].fillna(0)


def hidden_periods(cells):
    """Return {period: status} of the periods that cannot be drawn whole."""
    held = cells[cells.obs_status.isin(["O", "Q", "M"])]
    return dict(zip(held.time_period, held.obs_status, strict=True))


def last_complete(cells):
    """Return the cells of the last complete period, or of the last if none is."""
    whole = cells[cells.obs_status != "P"]
    return cells[cells.time_period == (cells if whole.empty else whole).time_period.iloc[-1]]


def plain_number(value):
    """Return a number Plotly can write as JSON."""
    return None if pd.isna(value) else float(value)


def period_hovers(values, category, figure):
    return [
        hover_text(category, wording.month_or_year(period), wording.amount(value, figure))
        for period, value in values.items()
    ]


def cell_hover(cell, figure):
    names = "　".join(name for name in (cell.category, cell.series) if name != wording.TOTAL)
    value = wording.amount(cell.obs_value, figure, cell.obs_status)
    return hover_text(names, wording.month_or_year(cell.time_period), value)


def hover_text(name, when, value):
    return f"{escape(name)}　{when}<br><b>{value}</b>"
