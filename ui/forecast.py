"""Where a year is expected to end, as cards, tables and the trend ask for it."""

from types import SimpleNamespace

from ui import wording_forecast
from ui.chart_forecast import Ahead
from ui.chart_trend import drawn as lines_drawn
from ui.view import View


def by_cell(view: View) -> dict:
    """Return {(indicator, ref_area): row of the cut forecasts} of the reader's month.

    Looked back at from a month before the one a forecast stands on, it is not there.
    """
    rows = view.read("forecasts", time_period=view.period)
    return {(row.indicator, row.ref_area): row for row in rows.itertuples()}


def drawn(view: View, indicator: SimpleNamespace) -> Ahead | None:
    """Return how the county's line goes on, whatever month is looked at: the line too is whole."""
    end = _newest(view, indicator)
    if end is None or end.state == "short":
        return None
    way = view.read("forecast_way", indicator=indicator.id)
    return Ahead(view.declared.county.short_zh, way, end)


def said(view: View, indicator: SimpleNamespace) -> str:
    """Return what stands below the trend about the dashes, or why there are none."""
    end = _newest(view, indicator)
    rows = view.trend_of(indicator)
    if end is None or len(lines_drawn(rows, indicator, list(view.chosen.area))) < len(rows):
        return ""
    return wording_forecast.summary(end, indicator)


def _newest(view, indicator):
    rows = view.read("forecasts", time_period=view.declared.periods[0])
    own = rows[(rows.indicator == indicator.id) & (rows.ref_area == view.declared.county.ref_area)]
    return next(own.itertuples(), None)
