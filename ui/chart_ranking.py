"""The townships as bars, the best on top, against the county's value: for slides and files."""

import pandas as pd

from ui import theme, wording
from ui.chart_parts import Drawing, empty_figure, text_width


def draw(rows, county, indicator, chosen, height):
    """Return the Plotly figure of `rows`, townships in their order with obs_value and obs_status.

    `county` is the county's row, its value drawn as a line where it compares, or None.
    """
    values = [row.obs_value for row in rows.itertuples() if _is_shown(row)]
    if not values:
        return empty_figure(height, rows.obs_status)
    top = max([*values, *([county.obs_value] if county is not None else []), 0]) or 1
    low = min([*values, 0])
    texts = [_text(row, indicator) for row in rows.itertuples()]
    drawing = Drawing(height, top=4 if county is None else 26, bottom=4)
    drawing.margin["l"] = 12 + max(text_width(name, 14) for name in rows.name_zh)
    drawing.margin["r"] = 12 + max(text_width(text, 14) for text in texts)
    drawing.draw(
        "bar",
        x=[float(row.obs_value) if _is_shown(row) else None for row in rows.itertuples()],
        y=list(range(len(rows))),
        orientation="h",
        width=0.62,
        marker={
            "color": [
                theme.ACCENT if row.ref_area in chosen or not chosen else theme.QUIET
                for row in rows.itertuples()
            ],
            "line": {"width": 0},
        },
        hovertext=texts,
    )
    drawing.xaxis |= {"range": [low, top], "visible": False}
    drawing.name_rows(list(rows.name_zh))
    for n, (row, text) in enumerate(zip(rows.itertuples(), texts, strict=True)):
        style = {"bold": row.ref_area in chosen} if _is_shown(row) else {"colour": theme.TEXT_3}
        level = float(row.obs_value) if _is_shown(row) else 0
        # a plate, for the county's line may run through the words
        place = {"xanchor": "left", "xshift": 6, "bgcolor": theme.PAGE, "borderpad": 1}
        drawing.write(text, max(level, 0), n, **place, **style)
    if county is not None:
        _draw_county(drawing, county, (low, top), indicator)
    return drawing.figure()


def _is_shown(row):
    return row.obs_status in ("A", "P") and not pd.isna(row.obs_value)


def _text(row, indicator):
    if not row.in_scope:
        return wording.absence(row)
    return wording.short(row.obs_value, indicator, row.obs_status)


def _draw_county(drawing, county, reach, indicator):
    """Draw the county's value through all bars, named above them."""
    level = float(county.obs_value)
    line = {"color": theme.INK, "width": 1.5}
    drawing.shapes.append(
        {
            "type": "line",
            "x0": level,
            "x1": level,
            "yref": "paper",
            "y0": 0,
            "y1": 1,
            "line": line,
        }
    )
    share = (level - reach[0]) / ((reach[1] - reach[0]) or 1)
    side = "right" if share > 0.5 else "left"
    words = county.name_zh + wording.short(level, indicator)
    drawing.write_above(words, share, (0, 2), side, size=13, bold=True)
