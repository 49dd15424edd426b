"""Native charts of a workbook, drawn from the cells beside them."""

from ui import theme
from ui.slides import labels_paper as say
from ui.slides.charted import Held, held
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
DOWNWARD = ("bar", "stacked", "pyramid")  # from top to bottom, as they are read
WIDTHS = {"subject": 2.75, "county": 2.25, "quiet": 1, "part": 1.75}  # points of a line
HATCH = "wide_upward_diagonal"


def insert_chart(book, sheet, part: Chart, head_line: int, place: int, at: int) -> None:
    """Draw a part at column `at` from its table, whose first column is `place`.

    What that table does not hold as it is drawn is written below the chart first.
    """
    found, line, names_at = held(part), head_line, place
    if found is None:
        found, line, names_at = _plotted(sheet, part, head_line + BELOW, at)
    first, last = line + 1, line + len(part.categories)
    chart = book.add_chart(TYPES[part.kind])
    for series, column in zip(part.series, found.columns, strict=True):
        column += names_at
        chart.add_series(
            {
                "name": [sheet.get_name(), line, column],
                "categories": [sheet.get_name(), first, names_at, last, names_at],
                "values": [sheet.get_name(), first, column, last, column],
                **_look(part, series),
            }
        )
    _dress(chart, part, found.is_backward)
    sheet.insert_chart(head_line, at, chart, {"x_offset": 12, "y_offset": 4})


def _plotted(sheet, part, line, at):
    """Write what is drawn; return (where it stands, its line, its first column)."""
    sheet.write_string(line - 1, at, say.PLOTTED)
    for number, name in enumerate([part.axis, *(one.name for one in part.series)]):
        sheet.write_string(line, at + number, name)
    for down, category in enumerate(part.categories):
        sheet.write_string(line + 1 + down, at, category)
        for number, series in enumerate(part.series, start=1):
            if series.values[down] is not None:
                sheet.write_number(line + 1 + down, at + number, series.values[down])
    return Held(tuple(range(1, len(part.series) + 1)), False), line, at


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


def _dress(chart, part, is_backward):
    """Set what all charts share; the title stands in the sheet, where nothing can act."""
    chart.set_title({"none": True})
    chart.set_size(SIZE)
    chart.set_legend({"none": True} if len(part.series) == 1 else {"position": "bottom"})
    chart.show_blanks_as("gap")
    grid = {"visible": True, "line": {"color": theme.GRID}}
    form = "0%" if part.kind == "share" else "General"
    values = {"major_gridlines": grid, "num_format": form, "line": {"none": True}}
    names = {"label_position": "low"}
    if is_backward or part.kind in DOWNWARD:  # the axis of values stays where it was
        names |= {"reverse": True, "crossing": "max"}
    if part.kind == "line":
        values |= {"name": part.unit_zh}
    chart.set_x_axis(names)
    chart.set_y_axis(values)
