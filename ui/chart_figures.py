"""The figures that are no single indicator: stages, mixes, seasons, cross tables, pyramids."""

import math
from html import escape

import pandas as pd

from ui import theme, wording
from ui.chart_trend import (
    LABEL_GAP,
    LEADER,
    Drawing,
    empty_figure,
    scale_of,
    spread,
    text_width,
    year_ticks,
)

NARROW = 200  # px: the narrowest plot to expect; what fits there fits everywhere
PERIODS = 6  # bars of a stacked figure
NAMED = 4  # categories of a mix with a colour of their own
MANY = 24  # periods from which bars stand without gaps
STAGES = (theme.ACCENT, theme.SEQUENTIAL[3], theme.SEQUENTIAL[1])


def draw(figure, cells, time_period, height=360):
    """Return the Plotly figure of a declared figure's cells (the cut figure) up to a period."""
    shown = cells[cells.time_period <= time_period]
    if not (shown.obs_value.notna() & shown.obs_status.isin(["A", "P"])).any():
        return empty_figure(height)
    order = ["start_date", "category_position", "series_position"]
    return KINDS[figure.kind](shown.sort_values(order), figure, height)


def stacked(cells, figure, height):
    """Draw a few periods as horizontal bars of stages, the last stage a hatched outline."""
    table, hidden = _telling(by_period(cells)), hidden_periods(cells)
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


def _telling(table):
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


def mix(cells, figure, height):
    """Draw shares of the whole through time; the largest categories have a colour and a name."""
    table, hidden = by_period(cells), hidden_periods(cells)
    drawn = table.drop(index=list(hidden))
    if drawn.empty:
        return empty_figure(height)
    table = table[drawn.iloc[-1].sort_values(ascending=False, kind="stable").index]
    shares = table.div(table.sum(axis=1), axis=0)  # bar lengths; the numbers written are the cells'
    partial = set(cells[cells.obs_status == "P"].time_period)
    is_partial = table.index[-1] in partial
    drawing = Drawing(height, top=32, bottom=48 if is_partial else 30, left=52)
    for n, category in enumerate(table.columns):
        drawing.draw(
            "bar",
            x=list(range(len(table))),
            y=[None if p in hidden else plain_number(shares.at[p, category]) for p in table.index],
            width=1 if len(table) > MANY else 0.76,
            marker={
                "color": theme.CATEGORICAL[n] if n < NAMED else theme.QUIET,
                "opacity": [0.5 if p in partial else 1 for p in table.index],
                "line": {"width": 0},
            },
            hovertext=period_hovers(table[category], category, figure),
        )
    note = wording.mix_note(figure, drawn.index[-1], set(hidden.values()), bool(partial))
    drawing.write_unit(note, 12)
    _mix_axes(drawing, list(table.index))
    drawing.mark_gaps(
        [i for i, period in enumerate(table.index) if period in hidden],
        0,
        [wording.month_or_year(period) for period in table.index if period in hidden],
    )
    if is_partial:
        drawing.write_partial(table.index[-1])
    last = table.index.get_loc(drawn.index[-1])
    _mix_names(drawing, table.iloc[last], shares.iloc[last], last, figure)
    return drawing.figure(barmode="stack")


def _mix_axes(drawing, periods):
    years = year_ticks(periods, len(periods))
    named = year_ticks(periods, 2)  # a phone has no room for more
    texts = [wording.tick_of(periods[i]) if i in named else "" for i in years]
    side = "outside right" if len(periods) > MANY else "outside"
    ends = [-0.5, len(periods) - 0.5]
    drawing.time_axis(years, texts, ends, ticklabelposition=side, tickangle=0)
    drawing.yaxis |= {"range": [0, 1], "tickvals": [0, 0.5, 1], "ticktext": ["0%", "50%", "100%"]}
    drawing.yaxis["ticklabelstandoff"] = 4


def _mix_names(drawing, values, shares, last, figure):
    """Name the coloured categories and the rest beside the last bar."""
    tops = shares.cumsum()
    middles = list((tops - shares / 2)[:NAMED])
    texts = [wording.mix_label(name, value, figure) for name, value in values[:NAMED].items()]
    colours = list(theme.CATEGORICAL[: len(texts)])
    if len(values) > NAMED:
        middles.append((tops.iloc[NAMED - 1] + 1) / 2)
        texts.append(wording.others(len(values) - NAMED))
        colours.append(theme.QUIET)
    wanted = [(1 - middle) * drawing.pixels for middle in middles]
    lines = 1 + max(text.count("\n") for text in texts)
    placed = spread(wanted, LABEL_GAP * lines, 0, drawing.pixels)
    for n, text in enumerate(texts):
        drop = placed[n] - wanted[n]
        drawing.point_to(text, last + 0.5, middles[n], drop, square=colours[n])
    drawing.margin["r"] = LEADER + 2 + max(text_width(f"　 {text}", 14) for text in texts)


def season(cells, figure, height):
    """Draw the months of each year as a line, this year in front."""
    table = cells.pivot(index="category_position", columns="series_position", values="obs_value")
    known = cells[cells.obs_value.notna()]
    years = dict(zip(known.series_position, known.series, strict=True))
    months = dict(sorted(zip(cells.category_position, cells.category, strict=True)))
    last = cells.iloc[-1]
    drawing = Drawing(height, top=32, bottom=48 if last.obs_status == "P" else 30)
    scale = scale_of(list(cells.obs_value.dropna()), figure, drawing.pixels)
    texts = wording.ticks(scale.ticks)
    drawing.margin["l"] = 14 + max(text_width(text, 14) for text in texts)
    drawing.margin["r"] = LEADER + 8 + max(text_width(year, 14) for year in years.values())
    drawing.value_axis(scale, texts)
    named = list(months)[::3]  # what a phone has room for
    drawing.time_axis(named, [months[month] for month in named], [min(months), max(months)])
    drawing.write_unit(wording.axis_note(figure, texts[0] if scale.ticks[0] > 0 else ""), 12)
    for year in sorted(years):
        is_partial = year == last.series_position and last.obs_status == "P"
        _season_line(
            drawing, table[year], years[year], months, year == max(years), is_partial, figure
        )
    if last.obs_status == "P":
        drawing.write_partial(last.time_period)
    _season_names(drawing, table, years, max(months), scale)
    return drawing.figure()


def _season_line(drawing, values, name, months, is_now, is_partial, figure):
    colour, width = (theme.ACCENT, 3.4) if is_now else (theme.QUIET_LINE, 1.6)
    known = values.dropna()
    sizes = [9 if is_partial and month == known.index[-1] else 0 for month in values.index]
    drawing.draw(
        "scatter",
        x=list(values.index),
        y=[plain_number(value) for value in values],
        mode="lines+markers" if is_partial else "lines",
        line={"color": colour, "width": width},
        marker={
            "size": sizes,
            "opacity": 1,
            "color": theme.PAGE,
            "line": {"color": colour, "width": 2},
        },
        hovertext=[
            hover_text(name, months[month], wording.amount(value, figure))
            for month, value in values.items()
        ],
        cliponaxis=False,
    )


def _season_names(drawing, table, years, end, scale):
    """Name the whole years at their right end and this year at its own."""
    now = max(years)
    ends = {year: (table[year].dropna().index[-1], table[year].dropna().iloc[-1]) for year in years}
    at_end = [year for year in years if year != now or ends[year][0] == end]
    wanted = [scale.pixel(ends[year][1]) for year in at_end]
    placed = spread(wanted, LABEL_GAP, 0, scale.pixels)
    for year, level, there in zip(at_end, wanted, placed, strict=True):
        style = {"colour": theme.ACCENT, "bold": True} if year == now else {"colour": theme.TEXT_2}
        drawing.point_to(years[year], end, ends[year][1], there - level, **style)
    if now not in at_end:
        style = {"colour": theme.ACCENT, "bold": True, "xanchor": "left", "xshift": 7}
        drawing.write(years[now], *ends[now], **style)


def heat(cells, figure, height):
    """Draw the last period as a table of category × series, shaded by the number in the cell."""
    cells = last_complete(cells)
    columns, rows = list(dict.fromkeys(cells.series)), list(dict.fromkeys(cells.category))
    largest = cells.obs_value.max() or 1
    drawing = Drawing(height, top=58, bottom=4, right=0)
    drawing.margin["l"] = 12 + max(text_width(row, 14) for row in rows)
    fills = (*theme.SEQUENTIAL, theme.PROTECTED)
    places = [
        (columns.index(cell.series), rows.index(cell.category)) for cell in cells.itertuples()
    ]
    steps = [_step(cell, largest) for cell in cells.itertuples()]
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
        "ticktext": columns,
        "side": "top",
        "ticks": "",
    }
    drawing.name_rows(rows)
    drawing.write_unit(wording.cells_note(figure, cells.time_period.iloc[0]), 34)
    return drawing.figure()


def _step(cell, largest):
    """Return a cell's step on the sequential scale, or the one behind it if nothing may show."""
    if cell.obs_status not in ("A", "P") or pd.isna(cell.obs_value):
        return len(theme.SEQUENTIAL)
    # by square root: one large group would else leave all others in the lightest step
    return min(len(theme.SEQUENTIAL) - 1, int(7 * math.sqrt(cell.obs_value / largest)))


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


KINDS = {"stacked": stacked, "mix": mix, "season": season, "heat": heat, "pyramid": pyramid}


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
