"""A briefing as a workbook: a sheet a slide, numbers as numbers, native charts, notes."""

import io

import xlsxwriter

from ui import labels, theme
from ui.sheet_cells import LONGEST, OPTIONS, stamp, width
from ui.slides import labels_paper as say
from ui.slides.naming import named
from ui.slides.pictures import title
from ui.slides.slide import Chart, Column, Deck, Slide, Table
from ui.slides.xlsx_charts import CHART_COLUMNS, insert_chart

HEADLINE_LINE, ABOUT_LINE, TITLE_LINE, MEASURE_LINE, HEAD_LINE = range(5)
GAP = 1  # empty columns between two parts
LONGEST_NAME = 31  # letters of a sheet's name; Excel refuses more
NOTE_WIDTHS = (22, 14, 90)


def xlsx(deck: Deck, told=lambda done, of: None) -> bytes:
    """Return a deck as XLSX. What may not be shown is an empty cell and a word beside it."""
    out = io.BytesIO()
    names = sheet_names(deck)
    with xlsxwriter.Workbook(out, OPTIONS) as book:
        forms = _forms(book)
        for done, (slide, name) in enumerate(zip(deck.slides, names, strict=True), start=1):
            sheet = book.add_worksheet(name)
            sheet.write_string(HEADLINE_LINE, 0, slide.headline, forms["headline"])
            about = "；".join(words for words in (slide.section, slide.as_of) if words)
            sheet.write_string(ABOUT_LINE, 0, about, forms["quiet"])
            sheet.hide_gridlines(2)
            if slide.parts:
                _parts(book, sheet, slide, forms)
            else:
                _cover(sheet, deck, names, forms)
            told(done, len(deck.slides))
        _notes(book.add_worksheet(say.ABOUT), deck, names, forms)
        stamp(book, deck.watermark)
        book.set_properties({"title": deck.name, "author": deck.owner, "comments": deck.watermark})
    return out.getvalue()


def sheet_names(deck: Deck) -> list[str]:
    """Return the sheets' names: their number makes them different, whatever is cut off."""
    return [
        named(f"{number:02d} {slide.headline}", LONGEST_NAME)
        for number, slide in enumerate(deck.slides, start=1)
    ]


def _forms(book):
    head = {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}
    return {
        "headline": book.add_format({"bold": True, "font_size": 16, "font_color": theme.INK}),
        "title": book.add_format({"bold": True}),
        "quiet": book.add_format({"font_color": theme.TEXT_2}),
        "head": book.add_format(head),
        "number_head": book.add_format(head | {"align": "right"}),
        "wrap": book.add_format({"text_wrap": True, "valign": "top"}),
        "cell": _Cells(book),
    }


class _Cells(dict):
    """The formats of cells by (decimals or None, fill), each made once."""

    def __init__(self, book):
        super().__init__()
        self.book = book

    def __missing__(self, key):
        decimals, fill = key
        form = {} if decimals is None else {"num_format": f"{0:.{decimals}f}"}
        if fill:
            form |= {"bg_color": fill, "font_color": theme.ink_on(fill)}
        self[key] = self.book.add_format(form)
        return self[key]


def _parts(book, sheet, slide: Slide, forms):
    """Write the parts side by side, all heads on one line, which is frozen."""
    place = 0
    for part in slide.parts:
        sheet.write_string(TITLE_LINE, place, title(slide, part), forms["title"])
        if part.measure:
            sheet.write_string(MEASURE_LINE, place, part.measure, forms["quiet"])
        if part.table is None:
            place = _words(sheet, place, part, forms)
            continue
        after = _table(sheet, place, part.table, forms)
        if isinstance(part, Chart):
            insert_chart(book, sheet, part, HEAD_LINE, place, after + GAP)
            after += GAP + CHART_COLUMNS
        place = after + GAP
    sheet.freeze_panes(HEAD_LINE + 1, 0)
    sheet.repeat_rows(HEAD_LINE)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def _table(sheet, place, table: Table, forms):
    """Write a table from a column on; return the first column after it."""
    states = [_state(table.columns, row) for row in table.rows]
    for n, column in enumerate(table.columns):
        _column(sheet, place + n, column, [row[n] for row in table.rows], forms)
    after = place + len(table.columns)
    if not any(states):
        return after
    sheet.write_string(HEAD_LINE, after, say.STATUS, forms["head"])
    sheet.set_column(after, after, width(say.STATUS, states))
    for line, words in enumerate(states, start=HEAD_LINE + 1):
        if words:
            sheet.write_string(line, after, words[:LONGEST])
    return after + 1


def _column(sheet, place, column: Column, cells, forms):
    head = f"{column.name}（{column.unit_zh}）" if column.unit_zh else column.name
    sheet.write_string(HEAD_LINE, place, head, forms["number_head" if column.is_number else "head"])
    told = [cell.words for cell in cells if cell.value is not None or not column.is_number]
    sheet.set_column(place, place, width(head, told))
    for line, cell in enumerate(cells, start=HEAD_LINE + 1):
        form = forms["cell"][column.decimals, cell.fill]
        if not column.is_number:
            sheet.write_string(line, place, cell.words[:LONGEST], form)
        elif cell.value is not None:
            sheet.write_number(line, place, cell.value, form)
        elif cell.fill:
            sheet.write_blank(line, place, None, form)


def _state(columns, row):
    """Return why numbers are missing in a row; of several columns, which they are."""
    missing = [
        (column.name, cell.words)
        for column, cell in zip(columns, row, strict=True)
        if column.is_number and cell.value is None and cell.words
    ]
    if sum(column.is_number for column in columns) == 1:
        return "".join(words for _, words in missing)
    return "；".join(f"{name}：{words}" for name, words in missing)


def _words(sheet, place, text, forms):
    lines = [(words, "") for words in text.paragraphs]
    lines += [(f"{one.shape} {one.headline}", one.detail) for one in text.notices]
    sheet.set_column(place, place, width("", [words for words, _ in lines]))
    sheet.set_column(place + 1, place + 1, width("", [words for _, words in lines]))
    for line, pair in enumerate(lines, start=HEAD_LINE + 1):
        for n, words in enumerate(pair):
            if words:
                sheet.write_string(line, place + n, words[:LONGEST], forms["wrap"])
    return place + 2 + GAP


def _cover(sheet, deck, names, forms):
    """Write whose briefing it is, and the sheets as links."""
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 1, 60)
    line = TITLE_LINE
    for line, (field, words) in enumerate(say.COVER.items(), start=TITLE_LINE):
        sheet.write_string(line, 0, words, forms["quiet"])
        sheet.write_string(line, 1, getattr(deck, field))
    for place, words in enumerate(say.SHEETS):
        sheet.write_string(line + 2, place, words, forms["head"])
    for at, (name, slide) in enumerate(zip(names, deck.slides, strict=True), start=line + 3):
        sheet.write_url(at, 0, f"internal:'{name}'!A1", string=name)
        sheet.write_string(at, 1, slide.headline)


def _notes(sheet, deck, names, forms):
    """Write, slide by slide, what the numbers mean and where they are from."""
    for place, (words, wide) in enumerate(zip(say.NOTES, NOTE_WIDTHS, strict=True)):
        sheet.write_string(0, place, words, forms["head"])
        sheet.set_column(place, place, wide)
    sheet.freeze_panes(1, 0)
    lines = [
        (name, what, words)
        for name, slide in zip(names, deck.slides, strict=True)
        for what, words in _notes_of(slide)
    ]
    lines.append(("", say.ABOUT, labels.DEMO_NOTE))
    if deck.watermark:
        lines.append(("", say.WATERMARK, deck.watermark))
    for line, told in enumerate(lines, start=1):
        for place, words in enumerate(told):
            sheet.write_string(line, place, words[:LONGEST], forms["wrap"])


def _notes_of(slide):
    known = (
        (say.PARAGRAPH, slide.paragraph),
        (say.SOURCE, slide.source),
        (say.AS_OF, slide.as_of),
        (say.NOTICE, slide.notice),
        *(
            (say.MARKS, words)
            for part in slide.parts
            if isinstance(part, Chart)
            for words in (part.note, part.target.words if part.target else "")
        ),
    )
    return [(what, words) for what, words in (*known, *slide.notes) if words]
