"""Figures through time: the mix of a whole and the seasons of a year."""

from ui import theme, wording
from ui.chart_cells import by_period, hidden_periods, hover_text, period_hovers, plain_number
from ui.chart_parts import (
    LABEL_GAP,
    LEADER,
    Drawing,
    empty_figure,
    scale_of,
    spread,
    text_width,
    year_ticks,
)

NAMED = 4  # categories of a mix with a colour of their own
MANY = 24  # periods from which bars stand without gaps


def mix(cells, figure, height):
    """Draw shares of the whole through time; the largest categories have a colour and a name."""
    table, hidden = by_period(cells), hidden_periods(cells)
    drawn = table.drop(index=list(hidden))
    if drawn.empty:
        return empty_figure(height, hidden.values())
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
