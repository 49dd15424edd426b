"""Native tables: as many rows and columns as fit, in type that can be read; the rest is told."""

import re
from dataclasses import dataclass
from itertools import product

from pptx.enum.text import MSO_ANCHOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from ui import theme
from ui.chart_parts import text_width
from ui.slides import labels_slides as labels
from ui.slides.box import Box
from ui.slides.pptx_part import headed, said
from ui.slides.pptx_text import Words, clipped, colour, describe, emu, fill_frame, lines_of, write
from ui.slides.slide import Table

SIZES = (15, 14, 13, 12)
PAD, LEAD = 6, 1.3  # points beside the words of a cell; line height, in type sizes
OVER = 3  # points over and under them
NARROWEST = 40
SLACK = 1.12  # another machine's font may be wider
UNBROKEN = 8  # letters that are never written on two lines
MOST_LINES = 2  # of a cell of the body
REST_ROW = 20
LIKE_NUMBERS = re.compile(r"并?列?[\d.,+−—%～-]*")
NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # the file format's table without a look


@dataclass(frozen=True)
class Grid:
    """A table as laid out: type size, widths of its columns, heights of head and rows."""

    size: float
    widths: list[float]
    heights: list[float]


def draw_table(shapes, part: Table, box: Box):
    """Draw a table with its title into a box; what does not fit is counted below it."""
    box = headed(shapes, part, box)
    grid, is_whole = laid_out(part, box)
    if not is_whole:
        hidden = (len(part.rows) + 1 - len(grid.heights), len(part.columns) - len(grid.widths))
        told = [
            form.format(n)
            for form, n in zip((labels.MORE_ROWS, labels.REST_COLUMNS), hidden, strict=True)
            if n
        ]
        below = box.y + sum(grid.heights) + grid.size * LEAD  # where a wider font breaks a heading
        rest = Box(box.x, min(below, box.bottom - REST_ROW), box.width, REST_ROW)
        write(shapes, rest, [Words("，".join(told), 12, theme.TEXT_3)])
    room = Box(box.x, box.y, sum(grid.widths), sum(grid.heights))
    frame = shapes.add_table(len(grid.heights), len(grid.widths), *emu(room))
    frame.name = part.title
    describe(frame, said(part))
    table = frame.table
    table._tbl.tblPr.find(qn("a:tableStyleId")).text = NO_STYLE
    table.horz_banding = False
    for column, width in zip(table.columns, grid.widths, strict=True):
        column.width = Pt(width)
    for row, height in zip(table.rows, grid.heights, strict=True):
        row.height = Pt(height)
    fill_cells(table, part, grid)


def laid_out(part, box):
    """Return (Grid, whether nothing is left out): the largest type that holds all of a table."""
    for most, size in product((1, MOST_LINES), SIZES):  # better smaller than broken in two
        widths = column_widths(part, size, box.width)
        heights = row_heights(part, size, widths)
        is_open = max(heights[1:], default=0) <= most * size * LEAD + 2 * OVER + 0.1
        if is_open and len(widths) == len(part.columns) and sum(heights) <= box.height:
            return Grid(size, widths, heights), True
    shown, used = 1, heights[0]
    while shown < len(heights) and used + heights[shown] <= box.height - REST_ROW - 4:
        used += heights[shown]
        shown += 1
    if sum(heights) <= box.height - REST_ROW - 4:
        shown = len(heights)
    return Grid(size, widths, heights[:shown]), False


def column_widths(part, size, room):
    """Return a width for each column that fits: as its words need, the widest give way first."""
    needed = (
        [
            max(text_width(word, size) * SLACK for word in (heading_words(part, n), *texts))
            + 2 * PAD
            for n, texts in enumerate(zip(*body(part), strict=True))
        ]
        if part.rows
        else [text_width(column.name, size) + 2 * PAD for column in part.columns]
    )
    least = [min(wide, least_width(part, n, size)) for n, wide in enumerate(needed)]
    while sum(least) > room and len(least) > 1:
        needed, least = needed[:-1], least[:-1]
    spare = room - sum(least)
    wants = [wide - small for wide, small in zip(needed, least, strict=True)]
    if sum(wants) <= spare:
        more = (spare - sum(wants)) / len(needed)
        return [wide + more for wide in needed]
    return [small + spare * want / sum(wants) for small, want in zip(least, wants, strict=True)]


def least_width(part, n, size):
    """Return the least a column can do with: a number stays whole, words may take more lines."""
    cells = [row[n] for row in part.rows]
    whole = [text_width(cell.words, size) for cell in cells if cell.value is not None]
    words = [min(text_width(cell.words, size), UNBROKEN * size) for cell in cells]
    head = text_width(heading_words(part, n), size)
    head = min(head, max(head / MOST_LINES + size, UNBROKEN / 2 * size))
    return max([NARROWEST - 2 * PAD, head, *whole, *words]) * SLACK + 2 * PAD


def heading_words(part, n):
    """Return a column's name, with its unit where another column has another."""
    column = part.columns[n]
    units = {one.unit_zh for one in part.columns if one.is_number}
    is_told = column.unit_zh and len(units) > 1
    return f"{column.name}（{column.unit_zh}）" if is_told else column.name


def body(part):
    return [[cell.words for cell in row] for row in part.rows]


def row_heights(part, size, widths):
    head = [heading_words(part, n) for n in range(len(part.columns))]
    return [
        max(
            min(lines_of(words, size, width - 2 * PAD), MOST_LINES)
            for words, width in zip(row, widths, strict=False)
        )
        * size
        * LEAD
        + 2 * OVER
        for row in (head, *body(part))
    ]


def fill_cells(table, part, grid):
    rows = len(grid.heights)
    is_heat = any(cell.fill for row in part.rows for cell in row)
    for n, width in enumerate(grid.widths):
        side = side_of(part, n)
        head = Words(heading_words(part, n), grid.size, theme.TEXT_2, bold=True)
        fill_cell(table.cell(0, n), head, width, side, theme.PAGE if is_heat else theme.INK)
        for i, row in enumerate(part.rows[: rows - 1], start=1):
            tone = ink_of(row[n], part.columns[n])
            line = theme.PAGE if is_heat else theme.HAIRLINE
            words = Words(row[n].words, grid.size, tone)
            fill_cell(table.cell(i, n), words, width, side, line, row[n].fill)


def side_of(part, n):
    """Return where a column's words stand: numbers and what reads like one to the right."""
    if any(row[n].fill for row in part.rows):
        return "centre"
    reads = all(LIKE_NUMBERS.fullmatch(row[n].words) for row in part.rows)
    return "right" if part.columns[n].is_number or (part.rows and reads) else "left"


def ink_of(cell, column):
    if cell.fill == theme.PROTECTED or (column.is_number and cell.value is None):
        return theme.TEXT_3
    return theme.ink_on(cell.fill)


def fill_cell(cell, words, width, side, line, fill=""):
    text = clipped(words.text, words.size, width - 2 * PAD, MOST_LINES)
    fill_frame(cell.text_frame, [Words(text, words.size, words.colour, words.bold)], side)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    cell.margin_left = cell.margin_right = Pt(PAD)
    cell.margin_top = cell.margin_bottom = Pt(OVER - 1)
    properties = cell._tc.get_or_add_tcPr()
    for edge in ("lnB",) if not fill else ("lnL", "lnR", "lnT", "lnB"):
        properties.append(
            parse_xml(
                f'<a:{edge} {nsdecls("a")} w="9525"><a:solidFill><a:srgbClr '
                f'val="{colour(line)}"/></a:solidFill></a:{edge}>'
            )
        )
    if fill:
        cell.fill.solid()
        cell.fill.fore_color.rgb = colour(fill)
    else:
        cell.fill.background()
