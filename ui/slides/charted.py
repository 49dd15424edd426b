"""Which cells of its own table a chart draws."""

from dataclasses import dataclass

from ui.slides.slide import Chart


@dataclass(frozen=True)
class Held:
    """`columns` are those of the series; the table may begin with the latest period."""

    columns: tuple[int, ...]
    is_backward: bool


def held(part: Chart) -> Held | None:
    """Return where a chart's series stand in its table, None unless all do, in its order."""
    for is_backward in (False, True):
        columns = _columns(part, -1 if is_backward else 1)
        if columns:
            return Held(columns, is_backward)
    return None


def _columns(part, step):
    rows = part.table.rows[::step]
    if len(rows) != len(part.categories) or not _same_names(part, rows):
        return ()
    values = {
        (column.name, tuple(row[place].value for row in rows)): place
        for place, column in enumerate(part.table.columns)
    }
    found = tuple(values.get((series.name, series.values)) for series in part.series)
    return () if None in found else found


def _same_names(part, rows):
    """Periods may be spelt otherwise on an axis, but stand in their order; areas may not."""
    return part.kind == "line" or tuple(row[0].words for row in rows) == part.categories
