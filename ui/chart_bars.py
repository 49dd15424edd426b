"""Bars of one moment: categories side by side, and the steps of one path, each part of the last."""

import pandas as pd

from ui import theme, wording
from ui.chart_cells import NARROW, cell_hover, last_complete
from ui.chart_parts import Drawing, text_width

ROW, AMPLE = 26, 48  # px: the least a bar and its number need, and the most
AROUND = 60  # px: above and below them
COLOURS = (theme.ACCENT, theme.SEQUENTIAL[3], theme.QUIET)


def bars(cells, figure, height):
    """Draw the last period's categories as bars from zero, the series of one under one another."""
    cells = last_complete(cells)
    if cells.series.nunique() > len(COLOURS):
        raise ValueError(f"{figure.id}: bars have at most {len(COLOURS)} series")
    named = cells.series.nunique() > 1
    texts = [
        (f"{cell.series} " if named else "") + _number(cell, figure) for cell in cells.itertuples()
    ]
    return _draw(cells, figure, height, texts)


def funnel(cells, figure, height):
    """Draw the last period's steps as bars from zero, each with its share of the step before."""
    cells = last_complete(cells)
    texts = [
        _number(cell, figure) + wording.of_step_before(cell.share) for cell in cells.itertuples()
    ]
    return _draw(cells, figure, height, texts)


def room(cells, height):
    """Return the height that a figure's bars need in pixels, `height` if that suits them."""
    count = len(last_complete(cells))
    return max(ROW * count + AROUND, min(height, AMPLE * count + AROUND))


def _number(cell, figure):
    return wording.short(cell.obs_value, figure, cell.obs_status)


def _draw(cells, figure, height, texts):
    rows, sides = list(dict.fromkeys(cells.category)), list(dict.fromkeys(cells.series))
    thick = 0.72 / len(sides)
    behind = 14 + max(text_width(text, 14) for text in texts)
    most = cells.obs_value.max()
    drawing = Drawing(height, top=32)
    drawing.margin["l"] = 14 + max(text_width(row, 14) for row in rows)
    # the longest number stands behind the longest bar, also where the plot is narrow
    reach = (most if most > 0 else 1) * (1 + behind / max(NARROW, behind))
    drawing.xaxis |= {"range": [min(0, cells.obs_value.min()), reach], "visible": False}
    drawing.name_rows(rows)
    drawing.yaxis |= {"showline": True, "linecolor": theme.TEXT_2}
    drawing.write_unit(wording.cells_note(figure, cells.time_period.iloc[0]), 10)
    for cell, text in zip(cells.itertuples(), texts, strict=True):
        side = sides.index(cell.series)
        place = rows.index(cell.category) + (side - (len(sides) - 1) / 2) * thick
        is_known = cell.obs_status in ("A", "P") and not pd.isna(cell.obs_value)
        value = float(cell.obs_value) if is_known else 0.0
        drawing.draw(
            "bar",
            x=[value],
            y=[place],
            orientation="h",
            width=thick * 0.9,
            marker={"color": COLOURS[side], "line": {"width": 0}},
            hovertext=[cell_hover(cell, figure)],
        )
        colour = theme.INK if is_known else theme.TEXT_3
        at = max(value, 0)
        drawing.write(text, at, place, colour=colour, xanchor="left", xshift=6)
    return drawing.figure(barmode="overlay")
