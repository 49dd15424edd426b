"""The trend: the county and its townships through time, one line in the foreground."""

from collections import Counter

from ui import chart_forecast, theme, wording, wording_forecast
from ui.chart_lines import Trend, gaps_in, lifts_in, lines_of, lonely, point_hover
from ui.chart_marks import ROW, draw_gaps, draw_marks, draw_partial, draw_target, event_marks
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


def trend_figure(rows, indicator, chosen, events, height=380, compact=False, ahead=None):
    """Return the figure; `rows` and `events` are the cuts trend and events.

    `ahead` (chart_forecast.Ahead) is how the county's line is expected to go on, if it is drawn.
    """
    target = rows[(rows.area_level == "county") & rows.target.notna()].tail(1)
    shown = drawn(rows, indicator, chosen)
    is_total_left_out, rows = len(shown) < len(rows), shown
    target, ahead = (target.iloc[:0], None) if is_total_left_out else (target, ahead)
    periods = rows[["time_period", "start_date"]].drop_duplicates().sort_values("start_date")
    lines = lines_of(rows, list(periods.time_period), chosen)
    values = [line.values[i] for line in lines for i in line.known]
    if not values:
        return empty_figure(height, rows.obs_status)
    is_partial = any(line.is_partial for line in lines)
    marks = event_marks(events, periods.start_date, compact)
    drawing = Drawing(
        height,
        top=32 + ROW * (1 + max((mark.rows[-1] for mark in marks), default=-1)),
        bottom=48 if is_partial else 30,
    )
    trend = Trend(
        lines,
        list(periods.time_period),
        list(periods.start_date.dt.strftime("%Y-%m-%d")),
        indicator,
        scale_of(
            [*values, *target.target, *(ahead.values if ahead else ())], indicator, drawing.pixels
        ),
        compact,
        lifts_in(rows, indicator),
    )
    _draw_axes(drawing, trend, is_total_left_out, ahead)
    draw_marks(drawing, marks)
    if ahead:
        chart_forecast.draw(drawing, trend, ahead)
    _draw_lines(drawing, trend)
    draw_gaps(drawing, trend)
    if is_partial:
        draw_partial(drawing, trend)
    for row in target.itertuples():
        draw_target(drawing, trend, row)
    _label_ends(drawing, trend, ahead)
    return drawing.figure()


def drawn(rows, indicator, chosen):
    """Return the rows of the lines drawn: a total is no yardstick for its chosen parts."""
    townships = rows[rows.area_level != "county"]
    if indicator.standardised or not set(chosen) & set(townships.ref_area):
        return rows
    return townships


def _draw_axes(drawing, trend, is_total_left_out, ahead):
    """Draw year ticks, round values, and the unit over the axis."""
    texts = wording.ticks(trend.scale.ticks)
    drawing.margin["l"] = 14 + max(text_width(text, 14) for text in texts)
    drawing.value_axis(trend.scale, texts)
    named = year_ticks(trend.periods, 3 if trend.is_compact else 7)
    drawing.time_axis(
        [trend.dates[i] for i in named],
        [wording.tick_of(trend.periods[i]) for i in named],
        [trend.dates[0], _last_date(trend, ahead)],
        ticklabelposition="outside right" if trend.periods[0][4:] else "outside",
        ticklabeloverflow="allow",
    )
    starts = texts[0] if trend.scale.ticks[0] > 0 else ""
    statuses = {line.statuses[i] for line, i in gaps_in(trend)}
    note = wording.axis_note(trend.indicator, starts, statuses, is_total_left_out)
    if ahead:
        note += wording_forecast.axis_note(ahead.end, trend.is_compact)
    drawing.write_unit(note, drawing.margin["t"] - 20)


def _last_date(trend, ahead):
    return ahead.dates[-1] if ahead else trend.dates[-1]


def _draw_lines(drawing, trend):
    """Draw each line up to its last complete period."""
    path = _path(trend)
    for line in trend.lines:
        whole = path[:-1] if line.is_partial else path
        alone = lonely([i for i in line.known if i in whole], trend.lifts)
        dots = [6 if i in alone else 0 for i in whole]
        drawing.draw(
            "scatter",
            name=line.name,
            x=[None if i is None else trend.dates[i] for i in whole],
            y=[None if i is None else line.values[i] for i in whole],
            mode="lines+markers" if alone else "lines",
            line={"color": line.colour, "width": line.width},
            marker={"size": dots, "color": line.colour, "opacity": 1} if alone else {},
            hovertext=[None if i is None else point_hover(line, i, trend) for i in whole],
            cliponaxis=False,
        )


def _path(trend):
    """Return the periods in order; None lifts the pen."""
    path = []
    for i in range(len(trend.periods)):
        path += [None, i] if i in trend.lifts else [i]
    return path


def _label_ends(drawing, trend, ahead):
    """Name every line at its right end, at least LABEL_GAP apart, with a leader."""
    labels = _labels(trend)
    if ahead:
        labels.append(_end_of(ahead, trend))
    wanted = [trend.scale.pixel(value) for _, value, _, _ in labels]
    gap = LABEL_GAP * (2 if trend.is_compact else 1)
    placed = spread(wanted, gap, gap / 2 - 10, trend.scale.pixels - gap / 2 + 2)
    for (text, value, colour, bold), level, there in zip(labels, wanted, placed, strict=True):
        drop = there - level
        drawing.point_to(text, _last_date(trend, ahead), value, drop, colour=colour, bold=bold)
    drawing.margin["r"] = LEADER + 8 + max(text_width(text, 14) for text, *_ in labels)


def _end_of(ahead, trend):
    value = ahead.way.obs_value.iloc[-1]
    name = "" if trend.is_compact else ahead.area_zh  # a phone has no room, and no other dashes
    text = wording_forecast.end_label(name, value, trend.indicator)
    return text.replace(" ", "\n") if trend.is_compact else text, value, theme.TEXT_2, False


def _labels(trend):
    """Return (words, value, colour, bold) of each label; quiet lines that end together share it."""
    shown = [line for line in trend.lines if line.known]
    if trend.is_compact:
        shown = [line for line in shown if not line.is_quiet] or shown
    together = Counter(line.values[-1] for line in shown if line.is_quiet)
    labels = {}
    for line in shown:
        value = line.values[-1]
        shared = line.is_quiet and value is not None and together[value] > 2
        name = wording.areas_counted(together[value]) if shared else line.name
        words = (
            wording.status_word(line.statuses[-1])
            if value is None
            else wording.short(value, trend.indicator)
        )
        text = name + ("\n" if trend.is_compact else " ") + words
        colour = theme.TEXT_2 if line.is_quiet else line.colour
        labels[text] = (text, line.values[line.known[-1]], colour, not line.is_quiet)
    return list(labels.values())
