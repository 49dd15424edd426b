"""The workbook inside a native chart: the series as the slide shows them, and nothing else."""

import io
from dataclasses import dataclass
from datetime import datetime

import xlsxwriter

MONTHS = 'yyyy"年"m"月"'  # how a month is written on an axis, and in a cell
SHEET = "Sheet1"  # the charts' formulas name it so


@dataclass(frozen=True)
class Plotted:
    """A series as it is plotted: `values` in the order of the categories, None for a gap."""

    name: str
    values: tuple[float | int | None, ...]


def embed(chart, axis: str, categories, plotted: list[Plotted], number_format: str):
    """Put a workbook of our own behind a chart: its text stays text, a gap an empty cell."""
    chart.part.chart_workbook.update_from_xlsx_blob(
        workbook(axis, categories, plotted, number_format)
    )


def workbook(axis: str, categories, plotted: list[Plotted], number_format: str) -> bytes:
    """Return the XLSX: categories down column A, a series a column."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.set_properties({"created": datetime(2000, 1, 1)})  # the same chart, the same bytes
        numbers = book.add_format({"num_format": number_format})
        months = book.add_format({"num_format": MONTHS})
        sheet = book.add_worksheet(SHEET)
        sheet.write_string(0, 0, axis)
        for row, name in enumerate(categories, start=1):
            if isinstance(name, str):
                sheet.write_string(row, 0, name)
            else:
                sheet.write_datetime(row, 0, name, months)
        for column, series in enumerate(plotted, start=1):
            sheet.write_string(0, column, series.name)
            for row, value in enumerate(series.values, start=1):
                if value is not None:
                    sheet.write_number(row, column, value, numbers)
    return out.getvalue()
