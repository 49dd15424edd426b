"""The tables of slides: rows of the cuts as they are read, beside the values behind the words."""

import pandas as pd

from ui import labels, wording
from ui.slides import labels_making
from ui.slides.slide import Cell, Column, Table


def number(value, of, obs_status="A") -> Cell:
    """Return a value with its unit; one that may not be shown is a word and no value."""
    words = wording.amount(value, of, obs_status)
    shown = obs_status in ("A", "P") and not pd.isna(value)
    return Cell(words, wording.exact(value, of) if shown else None)


def change(value, of) -> Cell:
    words = "" if pd.isna(value) else wording.signed(value, of)
    return Cell(words, wording.exact(value, of))


def trend(rows, indicator, title, measure) -> Table:
    """Return one row a period, the newest first, one column an area."""
    areas = list(dict.fromkeys(rows.name_zh))
    cells = {
        (row.time_period, row.name_zh): number(row.obs_value, indicator, row.obs_status)
        for row in rows.itertuples()
    }
    periods = sorted(set(rows.time_period), reverse=True)
    columns = (Column(labels.PERIOD), *(column(name, indicator) for name in areas))
    lines = tuple(
        (
            Cell(wording.period_of(period, indicator)),
            *(cells.get((period, name), Cell("")) for name in areas),
        )
        for period in periods
    )
    return Table(title, measure, columns, lines)


def areas(rows, indicator, title, measure) -> Table:
    """Return one row an area: value, where it varies by chance how far and whether it differs from
    the county, place, change to last year.
    """
    bounded = bool(rows.obs_lower.notna().any())
    columns = [Column(labels.AREA), column(indicator.name_zh, indicator)]
    if bounded:
        columns += [column(name, indicator) for name in labels.INTERVAL_ENDS]
        columns.append(Column(labels.VERSUS))
    columns += [Column(labels.PLACE), column(labels.CHANGE_YEAR, indicator)]
    lines = tuple(
        (
            Cell(row.name_zh),
            number(row.obs_value, indicator, row.obs_status)
            if row.in_scope
            else Cell(wording.absence(row)),
            *(_chance(row, indicator) if bounded else ()),
            Cell(_place(row)),
            change(row.change_year, indicator),
        )
        for row in rows.itertuples()
    )
    return Table(title, measure, tuple(columns), lines)


def _chance(row, indicator):
    shape = wording.versus(row, indicator, labels.COUNTY)
    ends = [
        Cell("") if pd.isna(end) else number(end, indicator)
        for end in (row.obs_lower, row.obs_upper)
    ]
    return *ends, Cell(f"{shape.shape} {shape.word}".strip())


def listed(rows, figure, title, measure) -> Table:
    columns = (Column(labels.AREA), Column(figure.category_zh), Column(figure.series_zh))
    lines = tuple(
        (Cell(row.area_name), Cell(row.category), Cell(row.series)) for row in rows.itertuples()
    )
    return Table(title, measure, columns, lines)


def board(rows, indicators, title, measure) -> Table:
    """Return one row an indicator of a board; each has its own unit, so it stands in the words."""
    columns = (
        Column(labels.INDICATOR),
        Column(labels.PERIOD),
        Column(labels.VALUE, decimals=2),
        Column(labels.UNIT),
        Column(labels.TARGET),
        Column(labels.CHANGE_YEAR),
    )
    lines = []
    for row in rows.itertuples():
        of = indicators[row.indicator]
        target = "" if pd.isna(row.target) else wording.goal(row.target, of)
        lines.append(
            (
                Cell(of.name_zh),
                Cell(wording.period_of(row.time_period, of)),
                number(row.obs_value, of, row.obs_status),
                Cell(of.unit_zh),
                Cell(target),
                Cell(change(row.change_year, of).words),
            )
        )
    return Table(title, measure, columns, tuple(lines))


def profile(rows, area, title) -> Table:
    """Return one row an indicator of a township, beside the county's value."""
    columns = (
        Column(labels.INDICATOR),
        Column(area.name_zh, decimals=2),
        Column(labels.PLACE),
        Column(labels.CHANGE_YEAR),
        Column(labels_making.COUNTY, decimals=2),
        Column(labels.PERIOD),
    )
    county = {row.indicator: row for row in rows[rows.area_level == "county"].itertuples()}
    lines = tuple(
        (
            Cell(row.name_zh),
            number(row.obs_value, row, row.obs_status),
            Cell(_place(row)),
            Cell(change(row.change_year, row).words),
            _county(county.get(row.indicator)),
            Cell(wording.month_or_year(row.time_period)),
        )
        for row in rows[rows.ref_area == area.ref_area].itertuples()
    )
    return Table(title, "", columns, lines)


def _county(row):
    return Cell("") if row is None else number(row.obs_value, row, row.obs_status)


def _place(row):
    if pd.isna(row.obs_value) or row.obs_status != "A" or pd.isna(row.place):
        return ""
    return wording.standing(row)


def column(name, of):
    return Column(name, of.unit_zh, int(of.decimals))
