"""What stands beside the lines of a trend: target, events, gaps, the unfinished period."""

import math
from dataclasses import dataclass
from itertools import count, product

import pandas as pd

from ui import theme, wording
from ui.chart_lines import gaps_in, point_hover
from ui.chart_parts import text_width

ROW = 18  # px of a row of event names
EVENTS_SHOWN = 4
DASH = "2px 3px"  # of a period that is not over
DAY = pd.Timedelta(days=1)


@dataclass(frozen=True)
class Mark:
    """An event: where its words stand over the plot, in rows and in pixels of a narrow plot."""

    date: str
    text: str
    rows: range
    start: float
    end: float
    side: str
    is_break: bool = False


def draw_partial(drawing, trend):
    """Draw the period in which the data stop: band, dashes, hollow ends, words under the tick."""
    last = len(trend.dates) - 1
    ends = [last - 1, last] if last else [last]
    joined = [last] if last in trend.lifts else ends
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
        x=[date for _ in quiet for date in (*(trend.dates[i] for i in joined), None)],
        y=[value for line in quiet for value in (*(line.values[i] for i in joined), None)],
        mode="lines" if joined[1:] else "markers",
        line={"color": theme.QUIET_LINE, "width": 1.6, "dash": DASH},
        marker={"color": theme.QUIET_LINE},
        hovertext=[
            text
            for line in quiet
            for text in (*(point_hover(line, i, trend) for i in joined), None)
        ],
        cliponaxis=False,
    )
    for line in partial:
        if not line.is_quiet:
            _draw_hollow_end(drawing, line, joined, trend)
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


def draw_gaps(drawing, trend):
    """Mark on the baseline every period in which a line that has begun has no value."""
    missing = {}
    for line, i in gaps_in(trend):
        missing.setdefault(i, []).append(point_hover(line, i, trend))
    drawing.mark_gaps(
        [trend.dates[i] for i in missing],
        trend.scale.ticks[0],
        ["<br>".join(hovers) for hovers in missing.values()],
    )


def draw_target(drawing, trend, row):
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
    """Return a Mark for each of the latest events inside the span, in rows that never collide.

    A change of the definition is never left out for a later event.
    """
    # an event stands at the point of its own period: a line has nothing between two of them
    own = [dates[dates <= day].max() for day in events.event_on]
    events = events.assign(at=own)[(events.event_on < dates.iloc[-1] + _step_of(dates))]
    plot = 190 if compact else 430  # the narrowest plot to expect; a wider one has more room
    marks = []
    shown = events[events["at"].notna()].sort_values("is_break", kind="stable")
    shown = shown.tail(2 if compact else EVENTS_SHOWN).sort_values("event_on", kind="stable")
    for event in shown.itertuples():
        letters = 13 if compact else 30
        text = wording.event_label(event.event_on, event.name_zh, letters, event.is_break)
        share = (event.at - dates.iloc[0]) / max(dates.iloc[-1] - dates.iloc[0], DAY)
        width = text_width(text, 12) + 12
        start = share * plot - (width if share > 0.5 else 0)
        busy = {row for m in marks for row in m.rows if m.start < start + width and start < m.end}
        high = text.count("\n") + 1
        first = next(n for n in count() if busy.isdisjoint(range(n, n + high)))
        side = "right" if share > 0.5 else "left"
        rows = range(first, first + high)
        date = event.at.strftime("%Y-%m-%d")
        marks.append(Mark(date, text, rows, start, start + width, side, bool(event.is_break)))
    return marks


def _step_of(dates):
    """Return about how long a period lasts: a month where there is but one."""
    return dates.diff().max() if len(dates) > 1 else 31 * DAY


def draw_marks(drawing, marks):
    """Draw a dotted line for each event, up to its words above the plot; where the definition
    changes a solid one, and bold words.
    """
    for mark in marks:
        line = {"color": theme.TEXT_3, "width": 1, "dash": "1px 3px"}
        if mark.is_break:
            line = {"color": theme.TEXT_2, "width": 1.5}
        rise = 4 + ROW * mark.rows.start
        drawing.shapes.append(
            {
                "type": "line",
                "x0": mark.date,
                "x1": mark.date,
                "yref": "paper",
                "y0": 0,
                "y1": 1 + (rise + ROW * len(mark.rows) - 2) / drawing.pixels,
                "line": line,
                "layer": "below",
            }
        )
        drawing.write(
            mark.text,
            mark.date,
            1,
            size=12,
            colour=theme.TEXT_2,
            bold=mark.is_break,
            xanchor=mark.side,
            xshift=-3 if mark.side == "right" else 3,
            yref="paper",
            yanchor="bottom",
            yshift=rise,
            bgcolor=theme.PAGE,  # another event's line must not run through the words
            borderpad=0,
        )
