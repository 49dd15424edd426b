"""The charts and maps of slides: the pages' own drawings, and the series behind them."""

from ui import chart_ranking, chart_trend, labels, map_drawing, ranking, theme, wording
from ui.chart_lines import lifts_in, lines_of
from ui.slides import tables
from ui.slides.slide import Cell, Chart, MapPart, Series, Target
from ui.slides.svg_slide import CHART_PIXELS, MAP_PIXELS

HALF, WHOLE = 2, 1  # how many parts a slide has
ROLES = {theme.INK: "county", theme.QUIET_LINE: "quiet"}


def trend(rows, indicator, chosen, events, size) -> Chart:
    """Return an indicator's course; `rows` and `events` are the cuts trend and events."""
    title, measure = wording.title_trend(rows, indicator, chosen), indicator.unit_zh
    height, compact = CHART_PIXELS[size][1], size == HALF
    figure = chart_trend.trend_figure(
        rows, indicator, chosen, events, height=height, compact=compact
    )
    drawn = chart_trend.drawn(rows, indicator, chosen)
    periods = drawn[["time_period", "start_date"]].drop_duplicates().sort_values("start_date")
    periods = list(periods.time_period)
    aims = rows[(rows.area_level == "county") & rows.target.notna()].tail(1)
    return Chart(
        kind="line",
        title=title,
        measure=measure,
        axis=labels.PERIOD,
        categories=tuple(wording.month_or_year(period) for period in periods),
        series=tuple(_line(line, indicator) for line in lines_of(drawn, periods, chosen)),
        unit_zh=indicator.unit_zh,
        decimals=int(indicator.decimals),
        figure=figure,
        table=tables.trend(drawn, indicator, title, measure),
        target=next((_target(row, indicator) for row in aims.itertuples()), None),
        note=wording.summary_trend(rows, indicator, chosen),
        restarts=tuple(sorted(lifts_in(drawn, indicator))),
    )


def bars(rows, indicator, chosen, size) -> Chart:
    """Return the townships as bars, the best on top; `rows` is the cut areas."""
    title, measure = wording.title_areas(rows, indicator), wording.measure(rows, indicator)
    ordered = ranking.in_order(rows, indicator)
    shown = ordered[~ordered.outside]
    county = rows[(rows.area_level == "county") & (rows.obs_status == "A")]
    beside = county if indicator.standardised else county.iloc[:0]
    return Chart(
        kind="bar",
        title=title,
        measure=measure,
        axis=labels.AREA,
        categories=tuple(shown.name_zh),
        series=(_bars(shown, indicator),),
        unit_zh=indicator.unit_zh,
        decimals=int(indicator.decimals),
        figure=chart_ranking.draw(
            shown, next(beside.itertuples(), None), indicator, chosen, CHART_PIXELS[size][1]
        ),
        table=tables.areas(rows, indicator, title, measure),
        note=wording.summary_areas(rows, indicator),
    )


def map_of(rows, indicator, chosen, geography, size) -> MapPart:
    """Return an indicator on the map; `rows` is the cut areas."""
    labelled = rows.assign(
        value_label=[
            wording.short(row.obs_value, indicator, row.obs_status) for row in rows.itertuples()
        ]
    )
    title, measure = wording.title_areas(rows, indicator), wording.measure(rows, indicator)
    drawing = map_drawing.draw_map(
        labelled,
        geography,
        standardised=indicator.standardised,
        unit_zh=indicator.unit_zh,
        decimals=indicator.decimals,
        chosen=chosen,
        width=MAP_PIXELS[size][0],
        height=MAP_PIXELS[size][1],
    )
    table = tables.areas(rows, indicator, title, measure)
    return MapPart(title, measure, drawing, table, indicator.unit_zh)


def _line(line, indicator):
    cells = [
        Cell(wording.status_word(obs_status)) if value is None else tables.number(value, indicator)
        for value, obs_status in zip(line.values, line.statuses, strict=True)
    ]
    return Series(
        line.name,
        tuple(cell.value for cell in cells),
        tuple(cell.words for cell in cells),
        line.colour,
        ROLES.get(line.colour, "subject"),
        is_hatched=line.is_partial,
    )


def _bars(rows, indicator):
    cells = [tables.number(row.obs_value, indicator, row.obs_status) for row in rows.itertuples()]
    return Series(
        indicator.name_zh,
        tuple(cell.value for cell in cells),
        tuple(cell.words for cell in cells),
        theme.ACCENT,
        "subject",
    )


def _target(row, indicator):
    words = wording.target_label(row.target, row.time_period, indicator)
    return Target(wording.exact(row.target, indicator), words)
