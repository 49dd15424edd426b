"""Saved views on slides: a reader's own question, as bars, lines, a heat table or a table."""

from queries import questions, saved
from queries.questions import QuestionRefused
from ui import asking, labels_explore, permits, reading
from ui.pivot import pivot
from ui.slides import labels_making as words
from ui.slides.slide import Cell, Column, Table


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
    plan = asking.plan(view, questions.question(one.question))
    table = _table(pivot(reading.answered(view.version, plan)), one.name)
    return dataset.name_zh, one.name, (table,), f"{one.name}。{labels_explore.kept_by(one)}。"


def _table(laid_out, title) -> Table:
    """Return a pivot as a table; its own total lines stay, its codes do not."""
    names = laid_out.names or [words.SCOPE]
    columns = [Column(name) for name in names]
    columns += [
        Column(column.head, column.of.unit_zh, int(column.of.decimals))
        for column in laid_out.columns
    ]
    rows = tuple(
        (
            *(Cell(str(word)) for word in line.words),
            *(Cell(cell.text, cell.number) for cell in line.cells),
        )
        for line in laid_out.lines
    )
    return Table(title, "", tuple(columns), rows)
