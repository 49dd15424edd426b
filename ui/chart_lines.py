"""The lines of a trend, as values with a colour, before anything is drawn."""

from dataclasses import dataclass
from html import escape

from ui import theme, wording
from ui.chart_parts import Scale

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
class Trend:
    """What every part of the drawing needs to know."""

    lines: list
    periods: list
    dates: list
    indicator: object
    scale: Scale
    is_compact: bool
    lifts: frozenset = frozenset()  # positions to which no line leads from the one before


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


def lifts_in(rows, indicator):
    """Return the positions among the periods of the cut trend to which no line leads: where a
    running sum begins anew, and where the definition changes.
    """
    periods = rows[["time_period", "start_date", "segment"]].drop_duplicates()
    periods = periods.sort_values("start_date")
    years, segments = [one[:4] for one in periods.time_period], list(periods.segment)
    return frozenset(
        i
        for i in range(1, len(years))
        if segments[i] != segments[i - 1] or (indicator.accumulate and years[i] != years[i - 1])
    )


def lonely(known, lifts):
    """Return which of the known positions have no line to be seen by."""
    known = set(known)
    return {
        i
        for i in known
        if not (i - 1 in known and i not in lifts) and not (i + 1 in known and i + 1 not in lifts)
    }


def point_hover(line, i, trend):
    when = wording.period_of(trend.periods[i], trend.indicator)
    value = line.values[i]
    if value is None:
        words = wording.status_word(line.statuses[i])
    else:
        words = wording.amount(value, trend.indicator)
    return f"{escape(line.name)}　{when}<br><b>{words}</b>"


def gaps_in(trend):
    return [
        (line, i)
        for line in trend.lines
        for i in range(line.known[0] if line.known else 0, len(trend.dates))
        if line.values[i] is None
    ]
