"""The figures that are no single indicator: stages, steps, bars, mixes, seasons, cross tables."""

import math

import pandas as pd

from ui import theme, wording
from ui.chart_bars import bars, funnel, room
from ui.chart_cells import cell_hover, last_complete
from ui.chart_parts import (
    Drawing,
    empty_figure,
    text_width,
)
from ui.chart_stages import pyramid, stages
from ui.chart_years import mix, season

PLOT = 400  # px: what the columns of a cross table may count on
HEAD = 18  # px: a line of their heads


def draw(figure, cells, time_period, height=360):
    """Return the Plotly figure of a declared figure's cells (the cut figure) up to a period."""
    shown = cells[cells.time_period <= time_period]
    if not (shown.obs_value.notna() & shown.obs_status.isin(["A", "P"])).any():
        return empty_figure(height, shown.obs_status)
    order = ["start_date", "category_position", "series_position"]
    return KINDS[figure.kind](shown.sort_values(order), figure, height)


def heat(cells, figure, height):
    """Draw the last period as a table of category × series, shaded by the number in the cell."""
    cells = last_complete(cells)
    columns, rows = list(dict.fromkeys(cells.series)), list(dict.fromkeys(cells.category))
    heads = [_folded(name, PLOT / len(columns)) for name in columns]
    lines = 1 + max(head.count("\n") for head in heads)
    largest = cells.obs_value.max() or 1
    drawing = Drawing(height, top=40 + HEAD * lines, bottom=4, right=0)
    drawing.margin["l"] = 12 + max(text_width(row, 14) for row in rows)
    fills = (*theme.SEQUENTIAL, theme.PROTECTED)
    places = [
        (columns.index(cell.series), rows.index(cell.category)) for cell in cells.itertuples()
    ]
    steps = [step_of(cell, largest) for cell in cells.itertuples()]
    drawing.draw(
        "heatmap",
        x=[x for x, _ in places],
        y=[y for _, y in places],
        z=steps,
        zmin=-0.5,
        zmax=len(fills) - 0.5,
        colorscale=[
            [(n + edge) / len(fills), fill] for n, fill in enumerate(fills) for edge in (0, 1)
        ],
        showscale=False,
        xgap=2,
        ygap=2,
        hovertext=[cell_hover(cell, figure) for cell in cells.itertuples()],
    )
    for (x, y), step, cell in zip(places, steps, cells.itertuples(), strict=True):
        colour = theme.TEXT_2 if step == len(fills) - 1 else theme.ink_on(fills[step])
        text = wording.short(cell.obs_value, figure, cell.obs_status)
        drawing.write(text, x, y, size=14 if text[0].isdigit() else 12, colour=colour)
    drawing.xaxis |= {
        "range": [-0.5, len(columns) - 0.5],
        "tickvals": list(range(len(columns))),
        "ticktext": [head.replace("\n", "<br>") for head in heads],
        "tickangle": 0,
        "side": "top",
        "ticks": "",
    }
    drawing.name_rows(rows)
    drawing.write_unit(wording.cells_note(figure, cells.time_period.iloc[0]), 16 + HEAD * lines)
    return drawing.figure()


def _folded(name, width):
    """Return a column's head in lines of about one length that keep within a width in pixels."""
    lines = max(1, math.ceil(text_width(name, 14) / width))
    each = math.ceil(len(name) / lines)
    return "\n".join(name[start : start + each] for start in range(0, len(name), each))


def step_of(cell, largest):
    """Return a cell's step on the sequential scale, or the one behind it if nothing may show."""
    if cell.obs_status not in ("A", "P") or pd.isna(cell.obs_value):
        return len(theme.SEQUENTIAL)
    # by square root: one large group would else leave all others in the lightest step
    return min(len(theme.SEQUENTIAL) - 1, int(7 * math.sqrt(cell.obs_value / largest)))


def height_of(figure, cells, height):
    """Return the height a figure needs on a page, at least `height`; in pixels."""
    return room(cells, height) if figure.kind in ("bars", "funnel") else height


KINDS = {
    "stages": stages,
    "funnel": funnel,
    "bars": bars,
    "mix": mix,
    "season": season,
    "heat": heat,
    "pyramid": pyramid,
}
