"""What the tests of the paper channels share: a picture's stand-in, decks of one slide."""

import dataclasses
import datetime
from html import escape

from tests.decks import sample_deck, slide
from tests.decks_charts import chart, measured
from ui.slides.slide import Cell, Column, Series, Table

ON = datetime.date(2024, 9, 2)
IN_PICTURE = "图内的字"


def picture(part, slide, deck):
    """Return a figure of 960 × 540 px: a red square, its title, and words to be searched for."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 540" width="960" height="540">'
        '<rect x="0" y="0" width="100" height="100" fill="#FF0000"/>'
        f'<text x="200" y="80" font-family="Noto Sans CJK SC" font-size="36">'
        f"{IN_PICTURE}{escape(part.title)}</text></svg>"
    )


def deck_of(*slides, **more):
    return dataclasses.replace(sample_deck(), slides=slides, **more)


def deck_with(part, headline="一页"):
    return deck_of(slide(headline, (part,)))


def long_table(rows):
    """Return a table of two columns: 第n行 and n."""
    lines = tuple((Cell(f"第{n}行"), Cell(f"{n}", n)) for n in range(1, rows + 1))
    return Table("长表", "个", (Column("名称列"), Column("数值列", "个", 0)), lines)


def long_lines(periods):
    """Return a line chart whose value in the n-th period is 1000 + n."""
    values = tuple(1000 + n for n in range(1, periods + 1))
    series = [Series("全市", values, tuple(map(str, values)), "", "county")]
    names = [f"第{n}期" for n in range(1, periods + 1)]
    return chart("line", "长线", "个", "统计期", names, series, measured("个", 0), None)


def tables_of(deck):
    """Return every table of a deck in its order, those behind charts and maps among them."""
    return [part.table for one in deck.slides for part in one.parts if part.table is not None]


def squeezed(text):
    return "".join(text.split())


def told_on_paper(table, row):
    """Return the words of a row; a number's unit stands in the head or above the table."""
    return [
        cell.words.removesuffix(column.unit_zh) if column.is_number else cell.words
        for column, cell in zip(table.columns, row, strict=True)
    ]
