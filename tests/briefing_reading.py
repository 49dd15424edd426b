"""Files of a briefing read back: their words line by line and their numbers cell by cell.

A block is a table as somebody reads it: {(head of the row, head of the column): what stands there}.
"""

import datetime
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

import docx
import openpyxl
import pypdf
from openpyxl.utils.datetime import from_excel
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

UNIT = re.compile(r"（[^（）]*）\Z")  # of a heading: 全市（人）
SERIAL = re.compile(r"\d{5}\.0")  # a day as workbooks count them
TEXT = re.compile(r"<text\b[^>]*>(.*?)</text>", re.DOTALL)
SLIDE = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
PLAIN_NAME = re.compile(r"[A-Za-z ]+\d+")  # what a shape is called that nobody called anything
TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Block:
    """`cells` are numbers, words, or None where a cell is empty."""

    cells: dict[tuple[str, str], object]
    kind: str  # chart, workbook or table


def pptx_slides(content: bytes) -> list[tuple[list[str], list[Block]]]:
    """Return (lines, blocks) of every slide, its notes and descriptions of shapes among the lines.

    Of a chart there are two blocks: what it draws and the workbook behind it.
    """
    return [_slide(slide) for slide in Presentation(io.BytesIO(content)).slides]


def _slide(slide):
    lines, blocks = [], []
    for shape in _shapes(slide.shapes):
        lines += shape._element.xpath("./*/p:cNvPr/@descr")
        lines += [shape.name] * (PLAIN_NAME.fullmatch(shape.name) is None)
        if shape.has_text_frame:
            lines += shape.text_frame.text.splitlines()
        if getattr(shape, "has_table", False) and shape.has_table:
            blocks.append(_rows([[cell.text for cell in row.cells] for row in shape.table.rows]))
        if getattr(shape, "has_chart", False) and shape.has_chart:
            blocks += [_drawn(shape.chart), _behind(shape.chart)]
    if slide.has_notes_slide:
        lines += slide.notes_slide.notes_text_frame.text.splitlines()
    return lines, blocks


def _shapes(shapes):
    for shape in shapes:
        yield shape
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            yield from _shapes(shape.shapes)


def _drawn(chart):
    cells = {}
    for plot in chart.plots:
        names = [_named(name) for name in plot.categories]
        for series in plot.series:
            for name, value in zip(names, series.values, strict=True):
                cells[name, series.name] = value
    return Block(cells, "chart")


def _named(category):
    """Return a category as a reader sees it: months lie in a chart as dates, or as their number."""
    if isinstance(category, str) and SERIAL.fullmatch(category):
        category = from_excel(float(category))
    if isinstance(category, datetime.datetime):
        return f"{category.year}年{category.month}月"
    return str(category)


def _behind(chart):
    book = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    (sheet,) = book.worksheets
    assert sheet.sheet_state == "visible"
    return _rows(list(sheet.iter_rows(values_only=True)), "workbook")


def _rows(rows, kind="table"):
    heads = [UNIT.sub("", str(head).replace("\n", "")) for head in rows[0]]
    cells = {}
    for first, *others in rows[1:]:
        for head, value in zip(heads[1:], others, strict=True):
            cells[_named(first), head] = value
    return Block(cells, kind)


@dataclass(frozen=True)
class Section:
    """What a document says of one slide; `rows` are the words of its tables, row by row."""

    lines: list[str]
    blocks: list[Block]
    rows: list[list[str]]


def docx_sections(content: bytes, headlines: list[str]) -> list[Section]:
    """Return the parts of a document: before the first of the headlines, then one for each."""
    document = docx.Document(io.BytesIO(content))
    found, left = [Section([], [], [])], list(headlines)
    for section in document.sections:
        for part in (section.header, section.footer):
            found[0].lines.extend(one.text for one in part.paragraphs)
    for one in document.iter_inner_content():
        if not hasattr(one, "rows"):
            if left and one.text.endswith(left[0]):
                found.append(Section([], [], []))
                left.pop(0)
            found[-1].lines.append(one.text)
            continue
        rows = [[cell.text for cell in row.cells] for row in one.rows]
        found[-1].blocks.append(_rows(rows))
        found[-1].rows.extend(rows)
    assert not left, left
    return found


def xlsx_sheets(content: bytes, heads: set[str]) -> list[tuple[list[str], list[Block]]]:
    """Return (lines, blocks) of every sheet; a block begins at a head with nothing beside it."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    return [_sheet(list(sheet.iter_rows(values_only=True)), heads) for sheet in book]


def _sheet(rows, heads):
    blocks, taken = [], set()
    for line, row in enumerate(rows):
        for place, head in enumerate(row):
            is_first = not place or row[place - 1] is None
            if head in heads and is_first and (line, place) not in taken:
                blocks.append(_block(rows, line, place, taken))
    lines = [
        str(told)
        for line, row in enumerate(rows)
        for place, told in enumerate(row)
        if told and (line, place) not in taken
    ]
    return lines, blocks


def _block(rows, line, place, taken):
    width = next((n for n, head in enumerate(rows[line][place:]) if head is None), None)
    own = [row[place:][:width] for row in rows[line:]]
    until = next((n for n, row in enumerate(own) if row[0] is None), len(own))
    taken |= {(line + n, place + at) for n in range(until) for at in range(len(own[0]))}
    return _rows(own[:until])


def html_slides(content: str) -> list[list[str]]:
    """Return the lines of every slide of a deck for the browser."""
    return [svg_lines(slide) for slide in SLIDE.findall(content)]


def svg_lines(svg: str) -> list[str]:
    return [unescape(TAG.sub("", inner)).strip() for inner in TEXT.findall(svg)]


def pdf_pages(content: bytes, running: str) -> list[str]:
    """Return the words of every page without its number and without the running head."""
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages]
    return [
        "\n".join(line for line in text.splitlines() if line not in (running, f"— {n} —"))
        for n, text in enumerate(pages, start=1)
    ]


def by_headline(text: str, headlines: list[str]) -> list[str]:
    """Return a text cut before each numbered headline, what stands before the first one included.

    A headline stands in the table of contents as well: of several places the last one counts.
    """
    found, end = [], len(text)
    for headline in reversed(headlines):
        pattern = r"[一二三四五六七八九十]+\s*、\s*" + _loosely(headline)
        *_, last = re.finditer(pattern, text[:end])
        found.append(text[last.start() : end])
        end = last.start()
    return [text[:end], *reversed(found)]


def _loosely(words):
    """Return a pattern of words however they are broken into lines."""
    return r"\s*".join(re.escape(sign) for sign in re.sub(r"\s", "", words))


def archive_pictures(content: bytes) -> tuple[dict[str, list[str]], list[str]]:
    """Return {name of a picture: its lines}, and the lines of the file that describes them."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        drawn = {
            name: svg_lines(archive.read(name).decode("utf-8"))
            for name in names
            if name.endswith(".svg")
        }
        (about,) = [archive.read(name) for name in names if name.endswith(".txt")]
    return drawn, about.decode("utf-8-sig").splitlines() + names


def without_rows(text: str, rows: list[list[str]]) -> tuple[str, list[list[str]]]:
    """Return a text without these rows of tables, and the rows that are not in it."""
    missing, at, kept = [], 0, []
    for row in rows:
        found = re.compile(_loosely("".join(row))).search(text, at)
        if found is None:
            missing.append(row)
            continue
        kept.append(text[at : found.start()])
        at = found.end()
    return "\n".join([*kept, text[at:]]), missing


def members(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield (name, bytes) of every file in an archive, and of the archives in it."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            inner = archive.read(name)
            yield name, inner
            if inner.startswith(b"PK\x03\x04"):
                yield from ((f"{name}!{below}", told) for below, told in members(inner))
