"""HTML of the arrival strips: one cell a township and period, its state a shape and a word."""

from html import escape

import pandas as pd

from ui import labels, wording_quality
from ui.wording_dates import month_or_year


def html(rows: pd.DataFrame, of: pd.DataFrame) -> str:
    """Return extracts' strips on one axis of months, those of several townships first.

    `of` are the rows of all extracts, which the axis holds.
    """
    monthly = of[of["freq"] == "M"]
    start, end = monthly["start_date"].min(), monthly["end_date"].max()
    months = _month(end, start) + 1
    strips = [_strip(of_extract, start, months) for _, of_extract in rows.groupby("extract")]
    strips.sort(key=lambda strip: -strip.count("arrive-row"))
    return f'<div class="arrivals" style="--months:{months}">{"".join(strips)}</div>'


def legend() -> str:
    marks = "".join(
        f'<span><i class="{state}"></i>{words}</span>' for state, words in labels.ARRIVAL.items()
    )
    return f'<div class="arrive-legend">{marks}</div>'


def _strip(rows, start, months):
    first = rows.iloc[0]
    note = f"{wording_quality.schedule(first.freq, first.due_day)} · {first.owner_zh}"
    words = wording_quality.arrivals(rows)
    marked = escape(words).replace("▲", '<span class="tone-attention">▲</span>')
    lines = [_row(name, cells, start, months) for name, cells in _lines(rows)]
    return (
        f'<div class="arrive" role="img" aria-label="{escape(f"{first.name_zh}：{words}")}">'
        f"<h3>{escape(first.name_zh)}<small>{escape(note)}</small></h3>"
        f"{''.join(lines)}{_axis(start, months)}"
        f'<div class="source">{marked}</div></div>'
    )


def _lines(rows):
    """Return (name, cells) of each township; one line for all when all are alike."""
    by_area = [(name, cells) for name, cells in rows.groupby("area_zh", sort=False)]
    states = {tuple(cells["state"]) for _, cells in by_area}
    if len(states) == 1 and len(by_area) > 1:
        return [(f"{len(by_area)}个镇街道", by_area[0][1])]
    return by_area


def _row(name, cells, start, months):
    marks = "".join(_cell(name, cell, start, months) for cell in cells.itertuples())
    return f'<div class="arrive-row"><span>{escape(name)}</span>{marks}</div>'


def _cell(name, cell, start, months):
    """Return a cell under its months; a year that began before the axis is cut to it."""
    first = max(_month(cell.start_date, start), 0)
    last = min(_month(cell.end_date, start), months - 1)
    title = f"{name}{month_or_year(cell.time_period)}：{labels.ARRIVAL[cell.state]}"
    return (
        f'<i class="{cell.state}" style="grid-column:{first + 2}/{last + 3}" '
        f'title="{escape(title)}"></i>'
    )


def _axis(start, months):
    """Return the years under the months in which they begin."""
    januaries = [at for at in range(months) if (start.month - 1 + at) % 12 == 0]
    years = "".join(
        f'<b style="grid-column:{at + 2}/span 4">{start.year + (start.month - 1 + at) // 12}年</b>'
        for at in januaries
    )
    return f'<div class="arrive-row arrive-axis"><span></span>{years}</div>'


def _month(day, start):
    return (day.year - start.year) * 12 + day.month - start.month
