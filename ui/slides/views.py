"""Saved views on slides: a reader's own question, as bars where they tell it, else as a table."""

import pandas as pd

from queries import questions, saved
from queries.questions import QuestionRefused
from ui import asking, chart_explore, chart_ranking, permits, reading, theme, wording_headlines
from ui.pivot import Pivot, pivot
from ui.slides import labels_making as words
from ui.slides.slide import Cell, Chart, Column, Series, Table
from ui.slides.svg_slide import CHART_PIXELS

MOST_BARS = 14  # of a whole slide
ADDS_UP = ("count", "sum", "distinct")


def made(view, id_):
    """Return (above, headline, parts, paragraph) of a saved view, asked of the briefing's version.

    Only open data go into a briefing: whoever opens it would see them.
    """
    one = next((one for one in saved.views(reading.DATA)[0] if one.id == id_), None)
    if one is None:
        raise QuestionRefused(words.VIEW_GONE)
    dataset = reading.datasets(view.version).get(one.question.get("dataset"))
    if dataset is None or dataset.disclosure != permits.OPEN:
        raise QuestionRefused(words.VIEW_NOT_OPEN)
    answer = reading.answered(view.version, asking.plan(view, questions.question(one.question)))
    laid_out = pivot(answer)
    table = _table(laid_out)
    drawn = chart_explore.suited(answer)[0] == "bar" and _bars(laid_out, table)
    how = answer.plan.question.measures[0].how
    told = [(line.words[0], line.cells[0]) for line in laid_out.body()] if drawn else []
    headline = wording_headlines.of_view(one.name, told, how in ADDS_UP, laid_out.columns[0].of)
    return dataset.name_zh, headline, (drawn or table,), f"{headline}。"


def _table(laid_out: Pivot) -> Table:
    """Return a pivot as a table; its own total lines stay, its codes do not."""
    columns = [Column(name) for name in laid_out.names or [words.SCOPE]]
    columns += [
        Column(_head(column), column.of.unit_zh, int(column.of.decimals))
        for column in laid_out.columns
    ]
    rows = tuple(
        (
            *(Cell(str(word)) for word in line.words),
            *(Cell(cell.text, cell.number) for cell in line.cells),
        )
        for line in laid_out.lines
    )
    return Table("", "", tuple(columns), rows)


def _head(column):
    return "·".join(filter(None, (column.group, column.of.label)))


def _bars(laid_out: Pivot, table: Table) -> Chart | None:
    """Return the first measure as bars, in the order asked for; None where bars would not do."""
    lines, of = laid_out.body(), laid_out.columns[0].of
    values = [line.cells[0].number for line in lines]
    if not 1 < len(lines) <= MOST_BARS or any(value is None or value < 0 for value in values):
        return None
    names = [line.words[0] for line in lines]
    rows = pd.DataFrame(
        {
            "name_zh": names,
            "ref_area": names,
            "obs_value": values,
            "obs_status": "A",
            "in_scope": True,
        }
    )
    cells = tuple(line.cells[0].text for line in lines)
    return Chart(
        kind="bar",
        title="",
        measure=f"{of.label}，{of.unit_zh}" if of.unit_zh else of.label,
        axis=laid_out.names[0],
        categories=tuple(names),
        series=(Series(of.label, tuple(values), cells, theme.ACCENT, "subject"),),
        unit_zh=of.unit_zh,
        decimals=int(of.decimals),
        figure=chart_ranking.draw(rows, None, of, (), CHART_PIXELS[1][1]),
        table=table,
    )
