"""The workbook of a briefing: numbers as numbers, gaps as gaps, nothing that acts."""

import dataclasses
import io

import openpyxl
import pytest
from openpyxl.utils import range_boundaries

from tests.decks import WATERMARK, sample_deck, slide
from tests.decks_charts import FORMULA, rate_bar
from tests.decks_tables import rate_table
from tests.paper import deck_of, deck_with, long_lines
from ui.slides.slide import Cell, Chart, Table
from ui.slides.xlsx_book import xlsx

HEAD = 5  # the line of the column heads, counted from 1


@pytest.fixture(scope="module")
def deck():
    return sample_deck()


@pytest.fixture(scope="module")
def book(deck):
    return opened(deck)


def opened(deck):
    return openpyxl.load_workbook(io.BytesIO(xlsx(deck)))


def place_of(sheet, table, after=0):
    """Return the column in which a table begins, found by its heads."""
    wanted = [f"{one.name}（{one.unit_zh}）" if one.unit_zh else one.name for one in table.columns]
    for place in range(after + 1, sheet.max_column + 1):
        found = [sheet.cell(HEAD, place + n).value for n in range(len(wanted))]
        if found == wanted:
            return place
    raise AssertionError(f"no {wanted} in {sheet.title}")


def cells_of(sheet, table, place):
    return [
        [sheet.cell(HEAD + 1 + line, place + n).value for n in range(len(table.columns))]
        for line in range(len(table.rows))
    ]


def expected(table):
    return [
        [
            cell.value if column.is_number else cell.words
            for column, cell in zip(table.columns, row, strict=True)
        ]
        for row in table.rows
    ]


def plotted(book, reference):
    """Return the values of a chart's reference: 'sheet'!$A$1:$A$9."""
    name, area = reference.rsplit("!", 1)
    left, top, right, bottom = range_boundaries(area.replace("$", ""))
    sheet = book[name.strip("'").replace("''", "'")]
    return tuple(
        sheet.cell(line, place).value
        for line in range(top, bottom + 1)
        for place in range(left, right + 1)
    )


def test_every_slide_has_a_sheet_and_the_notes_stand_last(deck, book):
    assert len(book.sheetnames) == len(deck.slides) + 1
    assert book.sheetnames[1] == "02 四项重点工作三项符合序时，助餐覆盖率滞后"
    assert book.sheetnames[-1] == "说明"


def test_names_of_sheets_are_short_different_and_hold_no_forbidden_sign():
    names = opened(deck_of(*(slide("占比[甲]：a/b*c?'" + "长" * 40),) * 3)).sheetnames
    assert len({name.lower() for name in names}) == 4
    assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\'") for name in names)


def test_every_sheet_says_its_headline_and_what_it_measures(deck, book):
    for one, sheet in zip(deck.slides, book.worksheets, strict=False):
        assert sheet["A1"].value == one.headline
        for part in one.parts:
            told = {cell.value for line in sheet.iter_rows(max_row=4) for cell in line}
            assert not part.measure or part.measure in told


def test_every_table_holds_the_values_of_the_deck_as_numbers(deck, book):
    count = 0
    for one, sheet in zip(deck.slides, book.worksheets, strict=False):
        place = 0
        for part in one.parts:
            if part.table is None:
                continue
            place = place_of(sheet, part.table, place)
            assert cells_of(sheet, part.table, place) == expected(part.table)
            count += 1
    assert count == 13


def test_what_is_missing_is_empty_and_its_word_stands_beside(book):
    sheet = book["04 广陈镇最高，当湖街道最低"]
    assert [sheet.cell(HEAD, n).value for n in (1, 2, 3)] == [
        "镇街道",
        "每万人社会组织（家／万人）",
        "状态",
    ]
    line = next(n for n in range(6, 16) if sheet.cell(n, 1).value == "曹桥街道")
    assert sheet.cell(line, 2).value is None
    assert sheet.cell(line, 3).value == "已保护"


def test_of_several_columns_the_state_says_which_it_means(book):
    sheet = book["03 新仓镇升至4.49家／万人，高于全市"]
    states = [sheet.cell(line, 10).value for line in range(HEAD, HEAD + 13)]
    assert states == ["状态", None, None, None, "新埭镇：无数据", "新埭镇：已保护", *[None] * 7]


def test_a_table_without_gaps_has_no_column_of_states():
    whole = Table("表", "", rate_table().columns, rate_table().rows[:3])
    sheet = opened(deck_with(whole)).worksheets[0]
    assert sheet.max_column == 3


def test_decimals_are_those_of_the_column(book):
    sheet = book["04 广陈镇最高，当湖街道最低"]
    assert sheet.cell(HEAD + 1, 2).number_format == "0.00"


def test_text_that_looks_like_a_formula_is_text(book):
    found = [
        cell
        for sheet in book
        for line in sheet.iter_rows()
        for cell in line
        if cell.value == FORMULA
    ]
    assert len(found) == 2
    assert all(cell.data_type == "s" for cell in found)


def test_no_cell_of_a_workbook_acts():
    """A headline, title or name that begins as a formula is written as it stands."""
    chart = rate_bar()
    hostile = Table(FORMULA, FORMULA, chart.table.columns, ((Cell(FORMULA), Cell("1", 1.0)),))
    book = opened(deck_of(slide(FORMULA, (hostile,), section=FORMULA), owner=FORMULA))
    assert not [c for s in book for line in s.iter_rows() for c in line if c.data_type == "f"]


def test_heads_are_frozen_and_repeated_in_print(deck, book):
    for one, sheet in zip(deck.slides, book.worksheets, strict=False):
        if one.parts:
            assert sheet.freeze_panes == "A6"
            assert sheet.print_title_rows == "$5:$5"


def test_every_chart_is_native_and_draws_what_the_deck_draws(deck, book):
    for one, sheet in zip(deck.slides, book.worksheets, strict=False):
        parts = [part for part in one.parts if isinstance(part, Chart)]
        assert len(sheet._charts) == len(parts)
        for chart, part in zip(sheet._charts, parts, strict=True):
            series = [plotted(book, one.val.numRef.f) for one in chart.series]
            names = [plotted(book, one.tx.strRef.f)[0] for one in chart.series]
            assert series == [one.values for one in part.series]
            assert [name.split("（")[0] for name in names] == [one.name for one in part.series]
            for drawn in chart.series:
                assert plotted(book, drawn.cat.strRef.f) == part.categories


def test_what_a_chart_draws_but_its_table_does_not_hold_is_written_below_it():
    chart = long_lines(3)
    other = Table("占比", "%", chart.table.columns, ((Cell("甲"), Cell("1%", 1)),))
    parted = Chart(**(vars(chart) | {"table": other}))
    book = opened(deck_with(parted))
    drawn = book.worksheets[0]._charts[0].series[0]
    assert plotted(book, drawn.val.numRef.f) == (1001, 1002, 1003)
    assert plotted(book, drawn.cat.strRef.f) == ("第1期", "第2期", "第3期")
    assert cells_of(book.worksheets[0], other, 1) == [["甲", 1]]


def test_a_gap_is_drawn_as_a_gap(book):
    chart = book["03 新仓镇升至4.49家／万人，高于全市"]._charts[0]
    assert chart.display_blanks == "gap"


def test_the_notes_say_what_the_numbers_mean_slide_by_slide(deck, book):
    lines = [tuple(cell.value for cell in line) for line in book["说明"].iter_rows()]
    name = book.sheetnames[3]
    assert lines[0] == ("工作表", "项目", "内容")
    assert (name, "口径", "每万名常住人口拥有的登记社会组织数；不含注销") in lines
    assert (name, "SQL", "queries/indicators/org_per_10k.sql") in lines
    assert (name, "数据来源", "来源：社会组织登记台账（演示）") in lines
    assert lines[-1][1:] == ("密级与导出", WATERMARK)


def test_every_printed_sheet_says_whose_it_is(book):
    assert {sheet.oddFooter.left.text for sheet in book} == {WATERMARK}


def test_the_cover_leads_to_every_sheet(deck, book):
    links = [
        cell.hyperlink.location
        for line in book.worksheets[0].iter_rows()
        for cell in line
        if cell.hyperlink
    ]
    assert links == [f"'{name}'!A1" for name in book.sheetnames[: len(deck.slides)]]


def test_notices_stand_in_lines_of_their_own(book):
    sheet = book["11 三件事需要关注"]
    assert sheet.cell(HEAD + 1, 1).value == "◆ 助餐服务人次落后序时12.3个百分点"
    assert sheet.cell(HEAD + 1, 2).value == "目标7.8万人次，已完成5.26万人次，占67.4%"


def test_how_far_it_is_can_be_told(deck):
    told = []
    xlsx(deck, lambda done, of: told.append((done, of)))
    assert told == [(n, 12) for n in range(1, 13)]


def test_a_chart_is_drawn_forward_from_a_table_that_begins_with_the_latest_period():
    chart = long_lines(3)
    backward = dataclasses.replace(chart.table, rows=chart.table.rows[::-1])
    book = opened(deck_with(dataclasses.replace(chart, table=backward)))
    drawn = book.worksheets[0]._charts[0]
    assert plotted(book, drawn.series[0].val.numRef.f) == (1003, 1002, 1001)
    assert drawn.x_axis.scaling.orientation == "maxMin"
    assert drawn.y_axis.crosses == "max"  # so that the axis of values stays on the left
