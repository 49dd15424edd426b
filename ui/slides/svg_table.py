"""Tables of a slide: as many rows and columns as fit, and how many are left for the annex."""

from dataclasses import dataclass

from ui import theme
from ui.slides import labels_slides
from ui.slides.box import Box
from ui.slides.slide import Table
from ui.slides.svg_parts import MIDDLE, line, rect, words
from ui.slides.svg_text import blocks
from ui.slides.svg_words import lines, unbroken, width

SMALL, LINE = 24, 32  # px: type, a line of it
ROWS = (56, 50, 44, 40)  # heights of a row of one line, the most comfortable first
PAD = 28  # px between columns
WIDEST = 0.5  # of the table, for one column of words beside others
MOST_LINES = 3  # of a cell
MOST_ROWS = 40  # of a picture


@dataclass(frozen=True)
class _Grid:
    """The columns shown (how wide, and to which side they are set) and all cells in lines."""

    widths: list
    sides: list
    heads: list
    cells: list

    def place(self, n: int, x: float):
        """Return (x, anchor) of the words of the nth column, whose left edge is given."""
        last = PAD * (n < len(self.widths) - 1)
        shift = {"end": self.widths[n] - last, "middle": self.widths[n] / 2, "start": 0}
        return x + shift[self.sides[n]], self.sides[n]


def table_body(table: Table, box: Box) -> str:
    """Return the table's upper left part that fits, and what is left in words."""
    grid = _grid(table, box.width)
    cut = len(table.columns) - len(grid.widths)
    bottom = box.bottom - (LINE + 8 if cut else 0)
    step = next((row for row in ROWS if _high(grid, row) <= bottom - box.y), ROWS[-1])
    count = _fitting(grid, step, bottom - box.y)
    if count < len(table.rows) and not cut:  # the line that says so needs room as well
        bottom -= LINE + 8
        count = _fitting(grid, step, bottom - box.y)
    found, y = [_heads(grid, box)], box.y + _head_high(grid)
    for row, cells in zip(table.rows[:count], grid.cells, strict=False):
        high = _row_high(cells, step)
        found.append(_row(table, row, cells, grid, Box(box.x, y, sum(grid.widths), high)))
        y += high
    left = len(table.rows) - count
    told = [labels_slides.MORE_ROWS.format(left)] * bool(left)
    told += [labels_slides.MORE_COLUMNS.format(cut)] * bool(cut)
    found.append(blocks(["；".join(told)], box.x, y + 6, SMALL, LINE, theme.TEXT_3) if told else "")
    return "".join(found)


def natural_height(table: Table, room: float) -> float:
    """Return how high a table is in a picture of its own, with many rows but not all."""
    grid = _grid(table, room)
    rows = sum(_row_high(cells, ROWS[1]) for cells in grid.cells[:MOST_ROWS])
    is_cut = len(grid.cells) > MOST_ROWS or len(grid.widths) < len(table.columns)
    return _head_high(grid) + rows + (LINE + 8 if is_cut else 0) + 1


def _grid(table, room):
    natural = [_natural(table, n) for n in range(len(table.columns))]
    while len(natural) > 1 and _least(table, natural, room) > room:
        natural.pop()
    widths = _narrowed(table, natural, room)
    spare = max(room - sum(widths), 0) / len(widths)
    widths = [one + spare for one in widths]
    cells = [
        [
            lines(cell.words, SMALL, space - PAD, MOST_LINES)
            for cell, space in zip(row, widths, strict=False)
        ]
        for row in table.rows
    ]
    heads = [
        lines(column.name, SMALL, space - PAD, 2) + ([column.unit_zh] if column.unit_zh else [])
        for column, space in zip(table.columns, widths, strict=False)
    ]
    return _Grid(widths, [_side(table, n) for n in range(len(widths))], heads, cells)


def _side(table, n):
    """Return to which side a column is set: cells with a fill have their words in the middle."""
    if any(row[n].fill for row in table.rows):
        return "middle"
    return "end" if table.columns[n].is_number else "start"


def _natural(table, n):
    """Return how wide a column is where nothing in it is broken; of its head, half will do."""
    column = table.columns[n]
    halved = max(width(column.name, SMALL) / 2 + SMALL, unbroken(column.name, SMALL))
    head = max(min(halved, width(column.name, SMALL)), width(column.unit_zh, SMALL))
    return PAD + max([head, *(width(row[n].words, SMALL) for row in table.rows)])


def _least(table, natural, room):
    """Return how wide the columns are at least: numbers as they are, words broken."""
    return sum(
        one if column.is_number else min(one, max(room * WIDEST / 2, 6 * SMALL))
        for column, one in zip(table.columns, natural, strict=False)
    )


def _narrowed(table, natural, room):
    """Return widths that fit: columns of words give way, the widest first."""
    widths = list(natural)
    wordy = [n for n in range(len(widths)) if not table.columns[n].is_number]
    excess = sum(widths) - room
    while excess > 0 and wordy:
        widest = max(wordy, key=lambda n: widths[n])
        taken = min(excess, max(widths[widest] * 0.1, 1))
        widths[widest] -= taken
        excess -= taken
    return [min(one, room) for one in widths]


def _head_high(grid):
    return LINE * max(len(head) for head in grid.heads) + 14


def _row_high(cells, step):
    return step + LINE * (max(len(cell) for cell in cells) - 1)


def _high(grid, step):
    return _head_high(grid) + sum(_row_high(cells, step) for cells in grid.cells)


def _fitting(grid, step, room):
    """Return how many rows fit, the first ones."""
    left, count = room - _head_high(grid), 0
    for cells in grid.cells:
        left -= _row_high(cells, step)
        if left < 0:
            break
        count += 1
    return count


def _heads(grid, box):
    found, x, high = [], box.x, _head_high(grid)
    for n, (told, space) in enumerate(zip(grid.heads, grid.widths, strict=True)):
        top = box.y + high - 10 - LINE * len(told)
        place, anchor = grid.place(n, x)
        found.append(blocks(told, place, top, SMALL, LINE, theme.TEXT_2, anchor=anchor))
        x += space
    y = box.y + high - 2
    return "".join(found) + line(box.x, y, box.x + sum(grid.widths), y, theme.TEXT_2, 2)


def _row(table, row, cells, grid, box):
    found, x = [], box.x
    for n, (cell, told, space) in enumerate(zip(row, cells, grid.widths, strict=False)):
        if cell.fill:
            found.append(rect(x + 1, box.y + 1, space - 2, box.height - 2, cell.fill))
        is_number = table.columns[n].is_number
        colour = theme.TEXT_2 if cell.fill == theme.PROTECTED else theme.ink_on(cell.fill)
        if is_number and cell.value is None and not cell.fill:
            colour = theme.TEXT_3
        place, anchor = grid.place(n, x)
        middle = box.y + box.height / 2 - LINE * (len(told) - 1) / 2
        found += [
            words(one, place, middle + k * LINE + MIDDLE * SMALL, SMALL, colour, anchor=anchor)
            for k, one in enumerate(told)
            if one
        ]
        x += space
    rule = line(box.x, box.bottom, x, box.bottom, theme.HAIRLINE, 1)
    return "".join(found) + rule
