"""The trend: the county and its townships through time, one line in the foreground."""

import math
from collections import Counter
from dataclasses import dataclass
from html import escape
from itertools import count, product

import pandas as pd
import plotly.graph_objects as go

from ui import theme, wording

LABEL_GAP = 19  # px between two line labels
LEADER = 28  # px from a line's end to its label
ROW = 18  # px of a row of event names
EVENTS_SHOWN = 4
DASH = "2px 3px"  # of a period that is not over
DAY = pd.Timedelta(days=1)
FRONT = (theme.ACCENT, theme.CATEGORICAL[2], theme.CATEGORICAL[4])  # those that read as thin lines


@dataclass(frozen=True)
class Line:
    """One area's line: its values by period, None where there is none."""

    name: str
    values: list
    statuses: list
    colour: str
    width: float
    is_quiet: bool

    @property
    def is_partial(self):
        """Whether its data stop inside the last period."""
        return self.statuses[-1] == "P"

    @property
    def known(self):
        """The positions of the periods that have a value."""
        return [i for i, value in enumerate(self.values) if value is not None]


@dataclass(frozen=True)
class Scale:
    """The value axis: its ticks, and how many pixels it is high."""

    ticks: list
    pixels: int

    def pixel(self, value):
        """Return the distance from the top of the plot."""
        return (self.ticks[-1] - value) / (self.ticks[-1] - self.ticks[0]) * self.pixels


@dataclass(frozen=True)
class Mark:
    """An event: where its words stand over the plot, in rows and in pixels of a narrow plot."""

    date: str
    text: str
    rows: range
    start: float
    end: float
    side: str


@dataclass(frozen=True)
class Trend:
    """What every part of the drawing needs to know."""

    lines: list
    periods: list
    dates: list
    indicator: object
    scale: Scale
    is_compact: bool


def trend_figure(rows, indicator, chosen, events, height=380, compact=False):
    """Return the figure; `rows` and `events` are the cuts trend and events."""
    is_total_left_out = not indicator.standardised and bool(
        set(chosen) & set(rows[rows.area_level != "county"].ref_area)
    )
    if is_total_left_out:  # a total is no yardstick for its parts, and would flatten them
        rows = rows[rows.area_level != "county"]
    periods = rows[["time_period", "start_date"]].drop_duplicates().sort_values("start_date")
    lines = lines_of(rows, list(periods.time_period), chosen)
    values = [line.values[i] for line in lines for i in line.known]
    if not values:
        return empty_figure(height)
    is_partial = any(line.is_partial for line in lines)
    marks = event_marks(events, periods.start_date, compact)
    target = rows[(rows.area_level == "county") & rows.target.notna()].tail(1)
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
        scale_of([*values, *target.target], indicator, drawing.pixels),
        compact,
    )
    _draw_axes(drawing, trend, is_total_left_out)
    _draw_marks(drawing, marks)
    _draw_lines(drawing, trend)
    _draw_gaps(drawing, trend)
    if is_partial:
        _draw_partial(drawing, trend)
    for row in target.itertuples():
        _draw_target(drawing, trend, row)
    _label_ends(drawing, trend)
    return drawing.figure()


def lines_of(rows, periods, chosen):
    """Return the lines from back to front: the others, the county, the chosen."""
    # a partial sum inside the series would look like a fall: only the last period may be partial
    shown = (rows.obs_status == "A") | (
        (rows.obs_status == "P") & (rows.time_period == periods[-1])
    )
    rows = rows.assign(shown=shown & rows.obs_value.notna())
    front = {area: FRONT[i % len(FRONT)] for i, area in enumerate(chosen)}
    lines = []
    for (code, name, level), own in rows.groupby(["ref_area", "name_zh", "area_level"], sort=False):
        known = own[own.shown]
        value = dict(zip(known.time_period, known.obs_value, strict=True))
        status = dict(zip(own.time_period, own.obs_status, strict=True))
        is_county = level == "county"
        lines.append(
            Line(
                name,
                [value.get(period) for period in periods],
                [status.get(period, "O") for period in periods],
                front.get(code, theme.INK if is_county else theme.QUIET_LINE),
                3.4 if code in front else 2.2 if is_county else 1.6,
                code not in front and not is_county,
            )
        )
    return sorted(lines, key=lambda line: line.width)


def _draw_axes(drawing, trend, is_total_left_out):
    """Draw year ticks, round values, and the unit over the axis."""
    texts = wording.ticks(trend.scale.ticks)
    drawing.margin["l"] = 14 + max(text_width(text, 14) for text in texts)
    drawing.value_axis(trend.scale, texts)
    named = year_ticks(trend.periods, 3 if trend.is_compact else 7)
    drawing.time_axis(
        [trend.dates[i] for i in named],
        [wording.tick_of(trend.periods[i]) for i in named],
        [trend.dates[0], trend.dates[-1]],
        ticklabelposition="outside right" if trend.periods[0][4:] else "outside",
        ticklabeloverflow="allow",
    )
    starts = texts[0] if trend.scale.ticks[0] > 0 else ""
    statuses = {line.statuses[i] for line, i in gaps_in(trend)}
    note = wording.axis_note(trend.indicator, starts, statuses, is_total_left_out)
    drawing.write_unit(note, drawing.margin["t"] - 20)


def _draw_lines(drawing, trend):
    """Draw each line up to its last complete period."""
    path = _path(trend)
    for line in trend.lines:
        whole = path[:-1] if line.is_partial else path
        known = set(line.known)
        lonely = [6 if i in known and not {i - 1, i + 1} & known else 0 for i in whole]
        drawing.draw(
            "scatter",
            name=line.name,
            x=[None if i is None else trend.dates[i] for i in whole],
            y=[None if i is None else line.values[i] for i in whole],
            mode="lines+markers" if any(lonely) else "lines",
            line={"color": line.colour, "width": line.width},
            marker={"size": lonely, "color": line.colour, "opacity": 1} if any(lonely) else {},
            hovertext=[None if i is None else point_hover(line, i, trend) for i in whole],
            cliponaxis=False,
        )


def _path(trend):
    """Return the periods in order; None lifts the pen where a running sum restarts."""
    path = []
    for i, period in enumerate(trend.periods):
        if i and trend.indicator.accumulate and period[:4] != trend.periods[i - 1][:4]:
            path.append(None)
        path.append(i)
    return path


def point_hover(line, i, trend):
    when = wording.period_of(trend.periods[i], trend.indicator)
    value = line.values[i]
    if value is None:
        words = wording.status_word(line.statuses[i])
    else:
        words = wording.amount(value, trend.indicator)
    return f"{escape(line.name)}　{when}<br><b>{words}</b>"


def _draw_partial(drawing, trend):
    """Draw the period in which the data stop: band, dashes, hollow ends, words under the tick."""
    last = len(trend.dates) - 1
    ends = [last - 1, last] if last else [last]
    drawing.shapes.append(
        {
            "type": "rect",
            "x0": trend.dates[ends[0]],
            "x1": trend.dates[last],
            "yref": "paper",
            "y0": 0,
            "y1": 1,
            "fillcolor": theme.INCOMPLETE_BAND,
            "line": {"width": 0},
            "layer": "below",
        }
    )
    partial = [line for line in trend.lines if line.is_partial]
    quiet = [line for line in partial if line.is_quiet]
    drawing.draw(
        "scatter",
        x=[date for _ in quiet for date in (*(trend.dates[i] for i in ends), None)],
        y=[value for line in quiet for value in (*(line.values[i] for i in ends), None)],
        mode="lines" if last else "markers",
        line={"color": theme.QUIET_LINE, "width": 1.6, "dash": DASH},
        marker={"color": theme.QUIET_LINE},
        hovertext=[
            text for line in quiet for text in (*(point_hover(line, i, trend) for i in ends), None)
        ],
        cliponaxis=False,
    )
    for line in partial:
        if not line.is_quiet:
            _draw_hollow_end(drawing, line, ends, trend)
    drawing.write_partial(trend.periods[-1])


def _draw_hollow_end(drawing, line, ends, trend):
    drawing.draw(
        "scatter",
        name=line.name,
        x=[trend.dates[i] for i in ends],
        y=[line.values[i] for i in ends],
        mode="lines+markers",
        line={"color": line.colour, "width": line.width, "dash": DASH},
        marker={
            "size": [0, 9][-len(ends) :],
            "opacity": 1,
            "color": theme.PAGE,
            "line": {"color": line.colour, "width": 2},
        },
        hovertext=[point_hover(line, i, trend) for i in ends],
        cliponaxis=False,
    )


def _draw_gaps(drawing, trend):
    """Mark on the baseline every period in which a line that has begun has no value."""
    missing = {}
    for line, i in gaps_in(trend):
        missing.setdefault(i, []).append(point_hover(line, i, trend))
    drawing.mark_gaps(
        [trend.dates[i] for i in missing],
        trend.scale.ticks[0],
        ["<br>".join(hovers) for hovers in missing.values()],
    )


def gaps_in(trend):
    return [
        (line, i)
        for line in trend.lines
        for i in range(line.known[0] if line.known else 0, len(trend.dates))
        if line.values[i] is None
    ]


def _draw_target(drawing, trend, row):
    """Draw the latest target across the plot, named where the fewest lines run."""
    line = {"color": theme.ATTENTION, "width": 1.5, "dash": "6px 4px"}
    ends = {"xref": "paper", "x0": 0, "x1": 1, "y0": row.target, "y1": row.target}
    drawing.shapes.append({"type": "line", "line": line, **ends})
    side, edge = _free_corner(trend, trend.scale.pixel(row.target))
    drawing.write(
        wording.target_label(row.target, row.time_period, trend.indicator),
        0 if side == "left" else 1,
        row.target,
        size=13,
        colour=theme.ATTENTION,
        bold=True,
        xref="paper",
        xanchor=side,
        yanchor=edge,
        yshift=1 if edge == "bottom" else -1,
    )


def _free_corner(trend, level):
    """Return the side and edge of a level line beside which fewest points would be covered."""
    count_ = len(trend.dates)
    spans = {"left": range(count_ // 3 + 1), "right": range(count_ - count_ // 3 - 1, count_)}
    edges = {"bottom": (level - 20, level), "top": (level, level + 20)}

    def covered(corner):
        above, below = edges[corner[1]]
        if above < 0 or below > trend.scale.pixels:
            return math.inf
        values = (line.values[i] for line in trend.lines for i in spans[corner[0]])
        return sum(v is not None and above <= trend.scale.pixel(v) <= below for v in values)

    return min(product(spans, edges), key=covered)


def event_marks(events, dates, compact):
    """Return a Mark for each of the latest events inside the span, in rows that never collide."""
    # an event stands at the point of its own period: a line has nothing between two of them
    own = [dates[dates <= day].max() for day in events.event_on]
    events = events.assign(at=own)[(events.event_on < dates.iloc[-1] + _step_of(dates))]
    plot = 190 if compact else 430  # the narrowest plot to expect; a wider one has more room
    marks = []
    for event in events[events["at"].notna()].tail(2 if compact else EVENTS_SHOWN).itertuples():
        text = wording.event_label(event.event_on, event.name_zh, 13 if compact else 30)
        share = (event.at - dates.iloc[0]) / max(dates.iloc[-1] - dates.iloc[0], DAY)
        width = text_width(text, 12) + 12
        start = share * plot - (width if share > 0.5 else 0)
        busy = {row for m in marks for row in m.rows if m.start < start + width and start < m.end}
        high = text.count("\n") + 1
        first = next(n for n in count() if busy.isdisjoint(range(n, n + high)))
        side = "right" if share > 0.5 else "left"
        rows = range(first, first + high)
        marks.append(Mark(event.at.strftime("%Y-%m-%d"), text, rows, start, start + width, side))
    return marks


def _step_of(dates):
    """Return about how long a period lasts: a month where there is but one."""
    return dates.diff().max() if len(dates) > 1 else 31 * DAY


def _draw_marks(drawing, marks):
    """Draw a dotted line for each event, up to its words above the plot."""
    for mark in marks:
        rise = 4 + ROW * mark.rows.start
        drawing.shapes.append(
            {
                "type": "line",
                "x0": mark.date,
                "x1": mark.date,
                "yref": "paper",
                "y0": 0,
                "y1": 1 + (rise + ROW * len(mark.rows) - 2) / drawing.pixels,
                "line": {"color": theme.TEXT_3, "width": 1, "dash": "1px 3px"},
                "layer": "below",
            }
        )
        drawing.write(
            mark.text,
            mark.date,
            1,
            size=12,
            colour=theme.TEXT_2,
            xanchor=mark.side,
            xshift=-3 if mark.side == "right" else 3,
            yref="paper",
            yanchor="bottom",
            yshift=rise,
            bgcolor=theme.PAGE,  # another event's line must not run through the words
            borderpad=0,
        )


def _label_ends(drawing, trend):
    """Name every line at its right end, at least LABEL_GAP apart, with a leader."""
    labels = _labels(trend)
    wanted = [trend.scale.pixel(value) for _, value, _ in labels]
    gap = LABEL_GAP * (2 if trend.is_compact else 1)
    placed = spread(wanted, gap, gap / 2 - 10, trend.scale.pixels - gap / 2 + 2)
    for (text, value, line), level, there in zip(labels, wanted, placed, strict=True):
        colour = theme.TEXT_2 if line.is_quiet else line.colour
        drop = there - level
        drawing.point_to(text, trend.dates[-1], value, drop, colour=colour, bold=not line.is_quiet)
    drawing.margin["r"] = LEADER + 8 + max(text_width(text, 14) for text, _, _ in labels)


def _labels(trend):
    """Return (words, value, line) for each label; quiet lines that end together share one."""
    shown = [line for line in trend.lines if line.known]
    if trend.is_compact:
        shown = [line for line in shown if not line.is_quiet]
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
        labels[text] = (text, line.values[line.known[-1]], line)
    return list(labels.values())


# What every chart shares


class Drawing:
    """A chart in the making: plain dicts with known pixels, made into a Plotly figure once.

    Plotly checks a whole figure in milliseconds, but rechecks all of it with each add_…() call.
    """

    def __init__(self, height, top=8, bottom=8, left=8, right=8):
        self.height = height
        self.margin = {"t": top, "b": bottom, "l": left, "r": right, "pad": 0}
        # a finger that scrolls the page must not zoom the chart
        self.xaxis = {"fixedrange": True, "automargin": False}
        self.yaxis = {"fixedrange": True, "automargin": False}
        self.traces, self.shapes, self.notes = [], [], []

    @property
    def pixels(self):
        """How high the plot is, without its margins."""
        return self.height - self.margin["t"] - self.margin["b"]

    def draw(self, kind, **trace):
        """Add a trace whose hover is its hovertext and nothing else."""
        self.traces.append({"type": kind, "hoverinfo": "text", **trace})

    def write(self, text, x, y, size=14, colour=theme.INK, bold=False, **place):
        """Write words at a place of the plot, or of the paper with xref and yref."""
        text = escape(str(text), quote=False).replace("\n", "<br>")
        self.notes.append(
            {
                "text": f"<b>{text}</b>" if bold else text,
                "font": {"size": size, "color": colour, "family": theme.FONT},
                "showarrow": False,
                "align": "left",
                "x": x,
                "y": y,
                **place,
            }
        )

    def write_above(self, text, x=0, shift=(0, 0), side="left", **style):
        """Write words over the plot, at a share of its width, moved by pixels."""
        place = {"xref": "paper", "yref": "paper", "xanchor": side, "yanchor": "bottom"}
        self.write(text, x, 1, xshift=shift[0], yshift=shift[1], **place, **style)

    def write_unit(self, text, rise):
        """Write the line that names unit and date, flush with the left edge of the figure."""
        shift = (-self.margin["l"], rise)
        self.write_above(text, shift=shift, size=13, colour=theme.TEXT_3)

    def write_partial(self, time_period):
        """Write under the last tick that the period is not over."""
        self.write(
            wording.incomplete_label(time_period),
            1,
            0,
            size=12,
            colour=theme.TEXT_2,
            xref="paper",
            yref="paper",
            xanchor="right",
            yanchor="top",
            yshift=-28,
        )

    def point_to(self, text, x, y, drop, square="", **style):
        """Write words right of a point, `drop` pixels lower, joined to it by a leader."""
        leader = {"showarrow": True, "arrowhead": 0, "arrowwidth": 1, "standoff": 7}
        leader |= {"arrowcolor": theme.QUIET_LINE, "ax": LEADER, "ay": drop, "xanchor": "left"}
        self.write(text, x, y, **leader, **style)
        if square:  # the colour of an area, beside words in ink
            note = self.notes[-1]
            note["text"] = f'<span style="color:{square}">■</span> {note["text"]}'

    def value_axis(self, scale, texts):
        self.yaxis |= {
            "range": [scale.ticks[0], scale.ticks[-1]],
            "tickvals": scale.ticks,
            "ticktext": texts,
            "ticklabelstandoff": 4,
        }

    def time_axis(self, places, texts, ends, **style):
        self.xaxis |= {
            "range": ends,
            "tickvals": places,
            "ticktext": texts,
            "ticks": "outside",
            "ticklen": 5,
            "showline": True,
            **style,
        }

    def name_rows(self, names):
        """Name the rows of a horizontal figure, the first on top."""
        self.yaxis |= {
            "range": [len(names) - 0.5, -0.5],
            "tickvals": list(range(len(names))),
            "ticktext": names,
            "ticklabelstandoff": 6,
            "ticks": "",
            "showgrid": False,
        }

    def mark_gaps(self, places, level, hovers):
        """Mark periods without a value on the baseline; the line over the axis says why."""
        if places:
            self.draw(
                "scatter",
                x=places,
                y=[level] * len(places),
                mode="markers",
                marker={
                    "symbol": "x-thin",
                    "size": 8,
                    "line": {"color": theme.TEXT_3, "width": 1.5},
                },
                hovertext=hovers,
                cliponaxis=False,
            )

    def figure(self, **layout):
        return go.Figure(
            {
                "data": self.traces,
                "layout": {
                    "template": theme.TEMPLATE,
                    "height": self.height,
                    "margin": self.margin,
                    "dragmode": False,
                    # otherwise the words take the colour of the line, however pale
                    "hoverlabel": {"font": {"size": 14, "color": theme.INK, "family": theme.FONT}},
                    "xaxis": self.xaxis,
                    "yaxis": self.yaxis,
                    "shapes": self.shapes,
                    "annotations": self.notes,
                    **layout,
                },
            }
        )


def empty_figure(height):
    """Return a figure that says there is nothing to draw."""
    drawing = Drawing(height)
    drawing.xaxis["visible"] = drawing.yaxis["visible"] = False
    drawing.write(
        wording.STATUS_WORDS["O"], 0.5, 0.5, colour=theme.TEXT_3, xref="paper", yref="paper"
    )
    return drawing.figure()


def text_width(text, size):
    """Return the pixels the longest line takes: 汉字 are square, other letters a bit over half."""
    return max(
        math.ceil(sum(size if ord(letter) > 0x2E7F else size * 0.6 for letter in line))
        for line in str(text).split("\n")
    )


def year_ticks(periods, at_most):
    """Return the positions of the periods that open a year, thinned; the newest is kept."""
    years = [i for i, name in enumerate(periods) if name[4:] in ("", "-01", "-Q1")]
    every = math.ceil(len(years) / at_most) or 1
    return [i for n, i in enumerate(reversed(years)) if n % every == 0] or [0]


def spread(wanted, gap, low, high):
    """Return positions `gap` apart, each as near to the one wanted as the others allow."""
    order = sorted(range(len(wanted)), key=lambda i: wanted[i])
    blocks = []  # (sum of wanted first places, members): those that touch move as one
    for rank, i in enumerate(order):
        blocks.append((wanted[i] - rank * gap, 1))
        while len(blocks) > 1 and _first(blocks[-2]) > _first(blocks[-1]):
            (total, members), (more, others) = blocks[-2:]
            blocks[-2:] = [(total + more, members + others)]
    firsts = [_first(block) for block in blocks for _ in range(block[1])]
    room = high - (len(wanted) - 1) * gap
    placed = [0.0] * len(wanted)
    for rank, i in enumerate(order):
        placed[i] = max(low, min(firsts[rank], room)) + rank * gap
    return placed


def _first(block):
    return block[0] / block[1]


def scale_of(values, of, pixels):
    """Return an axis with round ticks; it starts at 0 unless that would flatten the lines."""
    low, high = min(values), max(values)
    if 0 <= low < high * 0.35 or low == high >= 0:
        low = 0
    step = _round_step((high - low) / 4 or 1)
    if not of.decimals and of.unit_zh != "%":
        step = max(step, 1)
    first, last = math.floor(low / step), math.ceil(high / step)
    return Scale([step * i for i in range(first, last + 1 + (first == last))], pixels)


def _round_step(rough):
    size = 10 ** math.floor(math.log10(rough))
    return next(size * n for n in (1, 2, 2.5, 5, 10) if size * n >= rough * 0.999)
