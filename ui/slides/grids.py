"""Tables fitted to a page: which size of type, how wide each column, and in how many pieces."""

import re
from dataclasses import dataclass

from ui.slides.slide import Column, Table

PAGE_MM = 156  # between the margins
SIZES = (10.5, 9, 7.5)  # points: 五号, 小五, 六号
SPARE = 1.28  # digits of some fonts are wider than half a 汉字
SPACED = 1.5  # letters some programs put between digits and 汉字
PADDING_MM = 2.6  # of a cell, both sides together
AIR_MM = 7  # more, where there is room
MM = 25.4 / 72  # of a point
ROOMY = 18  # letters (two to a 汉字), a day's date, below which no column of words is squeezed
LONG = 60  # letters a column of words wants at most
MONTH = re.compile(r"(\d+年)(?=\d+月)")
CROWDED = 6  # columns from which on a month's name stands in two lines


@dataclass(frozen=True)
class Grid:
    """A table, or a piece of one, as it is set: words only, widths in mm, `size` in points."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    fills: tuple[tuple[str, ...], ...]  # of each cell, "" where it has none
    aligned: tuple[str, ...]  # of each column: left, right or center
    widths: tuple[float, ...]
    size: float


def grids(table: Table) -> tuple[Grid, ...]:
    """Return a table as one grid, or as several with the first column repeated.

    A column without a single word is left out.
    """
    places = [place for place in range(len(table.columns)) if _says(table, place)]
    heads = [_head(column, table) for column in table.columns]
    needed = [_needed(table, place, head) for place, head in enumerate(heads)]
    shown = [needed[place] for place in places]
    size = next((size for size in SIZES if _fits(shown, size)), SIZES[-1])
    return tuple(
        _grid(table, piece, heads, needed, size) for piece in _pieces(places, needed, size)
    )


def _says(table, place):
    return not place or not table.rows or any(row[place].words for row in table.rows)


def letters(text: str, narrow: float = 1) -> float:
    """Return how wide words are: a 汉字 takes two letters. Of several lines, the widest."""
    return max(sum(2 if _is_wide(sign) else narrow for sign in line) for line in text.split("\n"))


def _is_wide(sign):
    return ord(sign) > 0x2E7F or sign in "—×“”●◆▲○"


def _head(column: Column, table):
    """Return a head with its unit, unless the line above the table has said it."""
    unit = column.unit_zh
    name = f"{column.name}（{unit}）" if unit and unit not in table.measure else column.name
    return MONTH.sub(r"\1\n", name) if len(table.columns) > CROWDED else name


def _words(cell, column):
    """Return a cell's words; a number leaves its unit to the head, or to the line above all."""
    return cell.words.removesuffix(column.unit_zh) if column.is_number else cell.words


def _needed(table, place, head):
    """Return (least, wanted) width of a column in letters: numbers and months are never broken."""
    column = table.columns[place]
    longest = max((letters(_words(row[place], column), SPARE) for row in table.rows), default=0)
    head_wide = letters(head, SPARE)
    if column.is_number:
        least = max(longest, head_wide if "\n" in head else min(head_wide, 8))
        return least, max(least, min(head_wide, 2 * ROOMY))
    least = max(min(longest + SPACED, ROOMY), min(head_wide, 4))
    return least, max(least, min(LONG, max(longest, head_wide)))


def _mm(count, size):
    return count * size / 2 * MM + PADDING_MM


def _fits(needed, size):
    return sum(_mm(least, size) for least, _ in needed) <= PAGE_MM


def _pieces(places, needed, size):
    """Return the columns of each piece; only a table too wide even in the smallest type has two."""
    first, *others = places
    pieces, room = [[first]], PAGE_MM - _mm(needed[first][0], size)
    left = room
    for place in others:
        wide = _mm(needed[place][0], size)
        if wide > left and len(pieces[-1]) > 1:
            pieces.append([first])
            left = room
        pieces[-1].append(place)
        left -= wide
    return pieces


def _grid(table, places, heads, needed, size):
    return Grid(
        tuple(heads[place] for place in places),
        tuple(
            tuple(_words(row[place], table.columns[place]) for place in places)
            for row in table.rows
        ),
        tuple(tuple(row[place].fill for place in places) for row in table.rows),
        tuple(_side(table, place) for place in places),
        _widths([needed[place] for place in places], size),
        size,
    )


def _side(table, place):
    """Return where a column's cells stand: short words among numbers in the middle."""
    if table.columns[place].is_number:
        return "right"
    is_short = all(letters(row[place].words) <= ROOMY for row in table.rows)
    return "center" if place and is_short else "left"


def _widths(needed, size):
    """Return widths in mm: the least, and of what the page leaves each what it wants and some air.

    Few narrow columns make a narrow table: a number far from its name is read in the wrong row.
    """
    least = [_mm(low, size) for low, _ in needed]
    rest = PAGE_MM - sum(least)
    if rest <= 0:  # one column alone may still be too wide: it is broken
        return tuple(PAGE_MM * width / sum(least) for width in least)
    wants = [
        _mm(wanted, size) - low + AIR_MM for (_, wanted), low in zip(needed, least, strict=True)
    ]
    share = min(1, rest / sum(wants))
    return tuple(low + share * want for low, want in zip(least, wants, strict=True))
