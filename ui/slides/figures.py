"""Declared figures on slides: the pages' own drawing, and its cells as series or as a table."""

from dataclasses import dataclass, replace

from ui import chart_figures, labels, theme, wording
from ui.chart_cells import by_period, hidden_periods, last_complete
from ui.chart_stages import STAGES, telling
from ui.chart_years import NAMED
from ui.slides import tables
from ui.slides.slide import Cell, Chart, Column, Series, Table
from ui.slides.svg_slide import CHART_PIXELS


@dataclass(frozen=True)
class Grid:
    """Cells by name and head: what stands below and what stands across."""

    first: str
    names: list[str]
    heads: list[str]
    cells: dict[tuple[str, str], Cell]

    def table(self, title, measure, of) -> Table:
        columns = (Column(self.first), *(tables.column(_head(head, of), of) for head in self.heads))
        rows = tuple((Cell(name), *self._line(name)) for name in self.names)
        return Table(title, measure, columns, rows)

    def series(self, of, colours, last_is_planned=False) -> tuple[Series, ...]:
        columns = [[self._cell(name, head) for name in self.names] for head in self.heads]
        return tuple(
            Series(
                _head(head, of),
                tuple(cell.value for cell in column),
                tuple(cell.words for cell in column),
                colour,
                is_hatched=last_is_planned and head == self.heads[-1] and len(self.heads) > 1,
            )
            for head, column, colour in zip(self.heads, columns, colours, strict=False)
        )

    def _line(self, name):
        return (self._cell(name, head) for head in self.heads)

    def _cell(self, name, head):
        return self.cells.get((name, head), Cell(wording.status_word("O")))


def figure(cells, of, time_period, title, size) -> Chart | Table:
    """Return a declared figure for an area up to a period; a heat table is a table.

    `cells` is the cut figure; none of them may be hidden in every period.
    """
    order = ["start_date", "category_position", "series_position"]
    shown = cells[cells.time_period <= time_period].sort_values(order)
    return _KINDS[of.kind](shown, of, time_period, title, size)


def _stages(cells, of, time_period, title, size):
    grid = _through_time(telling(by_period(cells)), cells, of)
    colours = [STAGES[n % len(STAGES)] for n in range(len(grid.heads))]
    series = grid.series(of, colours, last_is_planned=True)
    return _chart("stacked", grid, series, cells, of, time_period, title, size)


def _mix(cells, of, time_period, title, size):
    table = by_period(cells)
    last = table.drop(index=list(hidden_periods(cells))).iloc[-1]
    table = table[last.sort_values(ascending=False, kind="stable").index]
    grid = _through_time(table, cells, of)
    colours = [*theme.CATEGORICAL[:NAMED], *[theme.QUIET] * len(grid.heads)]
    series = grid.series(of, colours)
    return _chart("share", grid, series, cells, of, time_period, title, size)


def _season(cells, of, time_period, title, size):
    grid = _crossed(cells, of)
    last = grid.heads[-1]
    colours = [theme.ACCENT if head == last else theme.QUIET_LINE for head in grid.heads]
    series = grid.series(of, colours)
    return _chart("line", grid, series, cells, of, time_period, title, size)


def _pyramid(cells, of, time_period, title, size):
    grid = _crossed(last_complete(cells), of)
    series = grid.series(of, [theme.ACCENT, theme.SEQUENTIAL[3]])
    return _chart("pyramid", grid, series, cells, of, time_period, title, size)


def _bars(cells, of, time_period, title, size):
    """Return one series as a chart; several stand in a table, which no channel draws otherwise."""
    cells = last_complete(cells)
    grid = _crossed(cells, of)
    if len(grid.heads) > 1:
        return grid.table(title, wording.cells_note(of, cells.time_period.iloc[0]), of)
    series = grid.series(of, [theme.ACCENT])
    return _chart("bar", grid, series, cells, of, time_period, title, size)


def _heat(cells, of, time_period, title, size):
    cells = last_complete(cells)
    grid, largest = _crossed(cells, of), cells.obs_value.max() or 1
    fills = (*theme.SEQUENTIAL, theme.PROTECTED)
    shades = {
        (cell.category, cell.series): fills[chart_figures.step_of(cell, largest)]
        for cell in cells.itertuples()
    }
    filled = {place: replace(cell, fill=shades[place]) for place, cell in grid.cells.items()}
    grid = replace(grid, cells=filled)
    return grid.table(title, wording.cells_note(of, cells.time_period.iloc[0]), of)


def _through_time(table, cells, of):
    """Return periods by category; a category without a row had nothing that period."""
    hidden = hidden_periods(cells)
    name = {period: wording.month_or_year(period) for period in table.index}
    return Grid(
        labels.PERIOD,
        list(name.values()),
        list(table.columns),
        {
            (name[period], head): tables.number(table.at[period, head], of, hidden.get(period, "A"))
            for period in table.index
            for head in table.columns
        },
    )


def _crossed(cells, of):
    """Return categories by series, both in their declared order."""
    by_name = cells.sort_values("category_position", kind="stable")
    by_head = cells.sort_values("series_position", kind="stable")
    return Grid(
        of.category_zh,
        list(dict.fromkeys(by_name.category)),
        list(dict.fromkeys(by_head.series)),
        {
            (cell.category, cell.series): tables.number(cell.obs_value, of, cell.obs_status)
            for cell in cells.itertuples()
        },
    )


def _chart(kind, grid, series, cells, of, time_period, title, size):
    measure = of.unit_zh
    if kind in ("pyramid", "bar"):
        measure = wording.cells_note(of, last_complete(cells).time_period.iloc[0])
    return Chart(
        kind=kind,
        title=title,
        measure=measure,
        axis=grid.first,
        categories=tuple(grid.names),
        series=series,
        unit_zh=of.unit_zh,
        decimals=int(of.decimals),
        figure=chart_figures.draw(of, cells, time_period, height=CHART_PIXELS[size][1]),
        table=grid.table(title, measure, of),
    )


def _head(head, of):
    return of.name_zh if head == wording.TOTAL else head


_KINDS = {
    "stages": _stages,
    "funnel": _bars,
    "bars": _bars,
    "mix": _mix,
    "season": _season,
    "pyramid": _pyramid,
    "heat": _heat,
}
