"""What adds up to what among the cells of a sensitive extract: a few cells, listed by hand."""

import pytest

from queries import database

COUNTY, DANG, ZHONG = "330482", "330482001", "330482002"
MONTHS = """
create table reference.month as
select
    cast(day as date) as month_start,
    last_day(day) as month_end,
    strftime(day, '%Y-%m') as time_period,
    year(day) as year,
    month(day) as month
from generate_series(date '2024-01-01', date '2024-06-01', interval 1 month) as calendar (day)
"""
PARENTS = [
    ("aid", "项目=甲", "项目=甲乙", False),
    ("aid", "项目=乙", "项目=甲乙", False),
    ("aid", "项目", "_T", True),
    ("aid", "状态", None, False),
    ("aid", "变色", None, False),
    ("aid", "前=红×后=绿", "变色=好转", False),
    ("aid", "前", None, False),
]


@pytest.fixture(scope="module")
def bench():
    with database.connect() as con:
        con.execute("create schema reference")
        con.execute(MONTHS)
        con.execute(f"create table period as {database.script('period')}")
        con.execute("create table reference.county as select ? as ref_area", [COUNTY])
        con.execute(
            "create table reference.category_parent "
            "(extract varchar, category varchar, parent varchar, overlapping boolean)"
        )
        con.executemany("insert into reference.category_parent values (?, ?, ?, ?)", PARENTS)
        con.execute(
            "create table protected_value (point bigint, extract varchar, span varchar, "
            "cell_category varchar, cell_series varchar, ref_area varchar, time_period varchar)"
        )
        yield con


@pytest.fixture
def sums(bench):
    """Return a function: cells in, {(total, its parts, whether they overlap)} out; a cell is what
    sets it apart from the county's total of January 2024, a monthly flow."""
    usual = {
        "extract": "aid",
        "span": "flow",
        "cell_category": "_T",
        "cell_series": "_T",
        "ref_area": COUNTY,
        "time_period": "2024-01",
    }

    def of(**cells):
        bench.execute("delete from protected_value")
        names = list(cells)
        for point, cell in enumerate(cells.values()):
            row = [point, *(usual | cell).values()]
            bench.execute("insert into protected_value values (?, ?, ?, ?, ?, ?, ?)", row)
        found = {}
        for relation, point, sign, overlapping in bench.execute(
            database.script("protected_relation")
        ).fetchall():
            total, parts, _ = found.setdefault(relation, [[], set(), overlapping])
            total.append(names[point]) if sign < 0 else parts.add(names[point])
        assert all(len(total) == 1 for total, _, _ in found.values())
        return {(total[0], frozenset(parts), loose) for total, parts, loose in found.values()}

    return of


def sum_of(total, *parts, overlapping=False):
    return total, frozenset(parts), overlapping


def test_the_county_is_the_sum_of_its_townships(sums):
    found = sums(all={}, dang={"ref_area": DANG}, zhong={"ref_area": ZHONG})
    assert found == {sum_of("all", "dang", "zhong")}


def test_a_total_is_the_sum_of_what_is_directly_below_it_and_at_the_very_bottom(sums):
    found = sums(
        all={},
        both={"cell_category": "项目=甲乙"},
        one={"cell_category": "项目=甲"},
        two={"cell_category": "项目=乙"},
        three={"cell_category": "项目=丙"},
    )
    assert found == {
        sum_of("all", "both", "three", overlapping=True),
        sum_of("all", "one", "two", "three", overlapping=True),
        sum_of("both", "one", "two"),
    }


def test_a_category_declared_to_be_part_of_nothing_is_in_no_sum(sums):
    assert sums(all={}, returned={"cell_category": "状态=退回"}) == set()


def test_two_breakdowns_of_one_total_are_two_sums(sums):
    found = sums(
        all={},
        boys={"cell_category": "性别=男"},
        girls={"cell_category": "性别=女"},
        young={"cell_category": "年龄=幼"},
    )
    assert found == {sum_of("all", "boys", "girls"), sum_of("all", "young")}


def test_a_cross_table_adds_up_along_both_its_sides(sums):
    found = sums(
        row={"cell_category": "类型=子"},
        column={"cell_series": "颜色=红"},
        cell={"cell_category": "类型=子", "cell_series": "颜色=红"},
    )
    assert found == {sum_of("row", "cell"), sum_of("column", "cell")}


def test_a_cell_of_a_cross_table_is_part_of_what_is_declared_for_it_alone(sums):
    found = sums(
        better={"cell_category": "变色=好转"},
        leap={"cell_category": "前=红", "cell_series": "后=绿"},
        other={"cell_category": "前=红", "cell_series": "后=红"},
    )
    assert found == {sum_of("better", "leap")}


def test_a_running_sum_is_the_sum_of_its_months(sums):
    found = sums(
        january={},
        february={"time_period": "2024-02"},
        till_january={"span": "so far"},
        till_february={"span": "so far", "time_period": "2024-02"},
    )
    assert found == {
        sum_of("till_january", "january"),
        sum_of("till_february", "january", "february"),
    }


def test_a_quarter_is_the_sum_of_its_months_and_a_year_of_both(sums):
    found = sums(
        march={"time_period": "2024-03"},
        april={"time_period": "2024-04"},
        first={"time_period": "2024-Q1"},
        year={"time_period": "2024"},
    )
    assert found == {
        sum_of("first", "march"),
        sum_of("year", "march", "april"),
        sum_of("year", "first"),
    }


def test_a_stock_at_the_end_of_a_quarter_is_that_of_its_last_month(sums):
    found = sums(
        february={"span": "stock", "time_period": "2024-02"},
        march={"span": "stock", "time_period": "2024-03"},
        first={"span": "stock", "time_period": "2024-Q1"},
    )
    assert found == {sum_of("first", "march")}


def test_cells_of_different_extracts_have_nothing_to_do_with_each_other(sums):
    assert sums(all={}, dang={"ref_area": DANG, "extract": "other"}) == set()
