"""Tables fitted to a page of paper."""

from tests.decks_tables import heat_table, long_table
from ui.slides.grids import PAGE_MM, grids
from ui.slides.slide import Cell, Column, Table


def wide(columns):
    """Return a table of a name and so many columns of numbers of five digits."""
    named = tuple(Column(f"列{n}", "个", 0) for n in range(columns))
    row = (Cell("甲"), *(Cell(f"{10_000 + n}", 10_000 + n) for n in range(columns)))
    return Table("宽表", "个", (Column("名称"), *named), (row,))


def test_a_table_is_no_wider_than_the_text():
    for table in (heat_table(), long_table(), wide(3), wide(12)):
        for grid in grids(table):
            assert sum(grid.widths) <= PAGE_MM + 0.01


def test_a_table_too_wide_for_any_type_comes_in_pieces_that_repeat_the_names():
    pieces = grids(wide(40))
    assert len(pieces) > 1
    assert {grid.heads[0] for grid in pieces} == {"名称"}
    assert [words for grid in pieces for words in grid.rows[0][1:]] == [
        f"{10_000 + n}" for n in range(40)
    ]


def test_more_columns_are_set_in_smaller_type():
    assert grids(wide(2))[0].size > grids(wide(15))[0].size


def test_a_unit_is_named_once():
    said, unsaid = (
        grids(Table("表", measure, (Column("名称"), Column("数", "家", 0)), ()))[0].heads
        for measure in ("家，2024年8月", "2024年8月")
    )
    assert said == ("名称", "数")
    assert unsaid == ("名称", "数（家）")


def test_a_month_at_the_head_of_a_narrow_column_breaks_after_its_year():
    assert grids(heat_table())[0].heads[1] == "23年\n9月"


def test_numbers_stand_right_and_names_left():
    assert grids(wide(2))[0].aligned == ("left", "right", "right")


def test_a_number_leaves_its_unit_to_the_head_and_a_word_keeps_it():
    columns = (Column("名称"), Column("数", "人次", 0))
    row = (Cell("3人次"), Cell("5.26万人次", 52_600))
    assert grids(Table("表", "", columns, (row,)))[0].rows == (("3人次", "5.26万"),)


def test_a_column_without_a_word_is_left_out():
    columns = (Column("名称"), Column("位次"), Column("数", "家", 0))
    rows = tuple((Cell(name), Cell(""), Cell("3", 3)) for name in "甲乙")
    assert grids(Table("表", "家", columns, rows))[0].heads == ("名称", "数")
