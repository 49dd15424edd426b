"""Native charts of a workbook, drawn from the cells beside them."""

from ui import theme
from ui.slides import labels_paper as say
from ui.slides.slide import Chart, Series

CHART_COLUMNS = 9  # of a sheet, which a chart covers
BELOW = 19  # lines it covers, with one of air
SIZE = {"width": 560, "height": 340}
TYPES = {
    "line": {"type": "line"},
    "bar": {"type": "bar"},
    "stacked": {"type": "bar", "subtype": "stacked"},
    "share": {"type": "column", "subtype": "percent_stacked"},
    "pyramid": {"type": "bar"},
}
WIDTHS = {"subject": 2.75, "county": 2.25, "quiet": 1, "part": 1.75}  # points of a line
HATCH = "wide_upward_diagonal"


def insert_chart(book, sheet, part: Chart, head_line: int, place: int, at: int) -> None:
    """Draw a part at column `at` from its table, whose first column is `place`.

    What that table does not hold as it is drawn is written below the chart first.
    """
    columns, line, names_at = _held(part), head_line, place
    if columns is None:
        columns, line, names_at = _plotted(sheet, part, head_line + BELOW, at)
    first, last = line + 1, line + len(part.categories)
    chart = book.add_chart(TYPES[part.kind])
    for series, column in zip(part.series, columns, strict=True):
        column += names_at
        chart.add_series(
            {
                "name": [sheet.get_name(), line, column],
                "categories": [sheet.get_name(), first, names_at, last, names_at],
                "values": [sheet.get_name(), first, column, last, column],
                **_look(part, series),
            }
        )
    _dress(chart, part)
    sheet.insert_chart(head_line, at, chart, {"x_offset": 12, "y_offset": 4})


def _held(part):
    """Return in which column of its table each series stands, None unless all do, as drawn."""
    rows = part.table.rows
    if tuple(row[0].words for row in rows) != part.categories:
        return None
    held = {
        (column.name, tuple(row[n].value for row in rows)): n
        for n, column in enumerate(part.table.columns)
    }
    found = [held.get((series.name, series.values)) for series in part.series]
    return None if None in found else found


def _plotted(sheet, part, line, at):
    """Write what is drawn; return (columns of the series from the first one, line, first one)."""
    sheet.write_string(line - 1, at, say.PLOTTED)
    for number, name in enumerate([part.axis, *(one.name for one in part.series)]):
        sheet.write_string(line, at + number, name)
    for down, category in enumerate(part.categories):
        sheet.write_string(line + 1 + down, at, category)
        for number, series in enumerate(part.series, start=1):
            if series.values[down] is not None:
                sheet.write_number(line + 1 + down, at + number, series.values[down])
    return list(range(1, len(part.series) + 1)), line, at


def _look(part, series: Series):
    if part.kind == "line":
        line = {"color": series.colour, "width": WIDTHS[series.role]}
        return {"line": line, "marker": {"type": "none"}}
    look = {"gap": 60, "border": {"color": theme.PAGE, "width": 0.75}}
    if series.is_hatched:
        return look | {
            "pattern": {"pattern": HATCH, "fg_color": series.colour, "bg_color": theme.PAGE}
        }
    return look | {"fill": {"color": series.colour}}


def _dress(chart, part):
    """Set what all charts share; the title stands in the sheet, where nothing can act."""
    chart.set_title({"none": True})
    chart.set_size(SIZE)
    chart.set_legend({"none": True} if len(part.series) == 1 else {"position": "bottom"})
    chart.show_blanks_as("gap")
    grid = {"visible": True, "line": {"color": theme.GRID}}
    form = "0%" if part.kind == "share" else "General"
    values = {"major_gridlines": grid, "num_format": form, "line": {"none": True}}
    names = {"reverse": part.kind in ("bar", "stacked", "pyramid"), "label_position": "low"}
    if part.kind == "line":
        values |= {"name": part.unit_zh}
    chart.set_x_axis(names)
    chart.set_y_axis(values)
