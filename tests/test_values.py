"""How a cell's text becomes a value: what is read, and what is refused rather than guessed."""

import datetime
from decimal import Decimal

import pytest

from queries import database
from tests.rows import reading

REFUSED = None


@pytest.fixture
def value(desk):
    """Return what a macro of queries/values.sql makes of a cell's text."""

    def read(type_, *cells):
        sql = reading(type_, *["?" for _ in cells])
        return desk.execute(f"select {sql}", cells).fetchall()[0][0]

    return read


@pytest.fixture
def said(desk):
    """Return what a macro that is no reader says of a cell once it is clean."""
    return lambda macro, cell: desk.execute(f"select {macro}(clean(?))", [cell]).fetchall()[0][0]


@pytest.mark.parametrize(
    "cell",
    [
        "2024-08-05",
        "2024/8/5",
        "2024.08.05",
        "2024.8.5",
        "20240805",
        "2024年8月5日",
        "2024年08月05日",
        " 2024-08-05 ",
        "　2024-08-05　",
        "２０２４－０８－０５",
        "２０２４年８月５日",
        "２０２４／８／５",
        "２０２４．０８．０５",
        "\t2024-08-05\t",
        "2024-08-05\u00a0",
        "\ufeff2024-08-05",
        "2024-08\u200b-05",
        "2024\x00-08-05",
        "2024-08-05 00:00:00",
        "2024-08-05 00:00:00.0",
        "2024-08-05T00:00:00",
        "2024/8/5 0:00",
        "2024年8月5日 0:00:00",
        "45509",
        "45509.0",
        "４５５０９",
    ],
)
def test_a_date_is_read_in_every_shape_offices_write(value, cell):
    assert value("date", cell) == datetime.date(2024, 8, 5)


def test_the_29th_of_february_is_a_date_in_leap_years_only(value):
    assert value("date", "2024-02-29") == datetime.date(2024, 2, 29)
    assert value("date", "2023-02-29") is REFUSED


# A spreadsheet's day 1 is 1900-01-01, and it counts a 29 February 1900 that never was: from March
# 1900 on, day n is 1899-12-30 plus n.
# 1950-01-01: 50 · 365 + 12 leap days (1904 … 1948) + 2 = 18264.
# 2023-12-31: 124 · 365 + 30 leap days (1904 … 2020) + 1 = 45291.
# 2024-08-05: 31 + 29 + 31 + 30 + 31 + 30 + 31 + 5 = 218 days later, 45509.
# 2099-12-31: 200 · 365 + 49 leap days (1904 … 2096) + 1 = 73050.
@pytest.mark.parametrize(
    ("serial", "day"),
    [
        ("18264", datetime.date(1950, 1, 1)),
        ("45291", datetime.date(2023, 12, 31)),
        ("45509", datetime.date(2024, 8, 5)),
        ("73050", datetime.date(2099, 12, 31)),
        ("18263", REFUSED),
        ("73051", REFUSED),
        ("45509.25", REFUSED),
        ("-45509", REFUSED),
        ("45,509", REFUSED),
    ],
)
def test_a_spreadsheets_count_of_days_is_a_date_within_living_memory(value, serial, day):
    assert value("date", serial) == day


@pytest.mark.parametrize("cell", ["1900-01-01", "2100-12-31", "19000101", "2100/12/31"])
def test_the_years_1900_to_2100_are_read(value, cell):
    assert value("date", cell) is not REFUSED


@pytest.mark.parametrize("cell", ["1899-12-31", "2101-01-01", "0024-08-05", "18991231", "21010101"])
def test_a_year_outside_1900_to_2100_is_a_slip_of_the_hand(value, cell):
    assert value("date", cell) is REFUSED


@pytest.mark.parametrize(
    "cell",
    [
        "2024-02-30",
        "20240230",
        "2024-13-01",
        "2024-00-10",
        "24-08-05",
        "05/08/2024",
        "2024-08",
        "2024-08-05 10:30",
        "2024-08-05 00:00:01",
        "2024-08-050:00",
        "2024-08/05",
        "2024年8-5日",
        "2024-08-05-",
        "2024-8-5月",
        "Aug-24",
        "epoch",
        "infinity",
        "45509.5",
        "八月五日",
        "无",
    ],
)
def test_a_day_that_does_not_exist_or_could_be_another_is_no_date(value, cell):
    assert value("date", cell) is REFUSED


@pytest.mark.parametrize(
    "cell",
    [
        "2024-08",
        "2024-8",
        "2024/8",
        "2024.8",
        "2024.08",
        "202408",
        "2024年8月",
        "２０２４年０８月",
        "2024年8",
        "　2024-08 ",
        "2024-08-01",
        "2024/8/1 0:00",
        "2024年8月1日",
        "20240801",
        "45505",  # four days before the 45509 of 5 August
    ],
)
def test_a_month_is_its_first_day(value, cell):
    assert value("month", cell) == datetime.date(2024, 8, 1)


@pytest.mark.parametrize("cell", ["2024-13", "202400", "2024", "8月", "Aug-24"])
def test_what_is_no_month_is_refused(value, cell):
    assert value("month", cell) is REFUSED


@pytest.mark.parametrize("cell", ["2024-08-05", "2024-08-31", "20240802", "45509", "2024-08-32"])
def test_a_day_within_a_month_is_no_month(value, cell):
    assert value("month", cell) is REFUSED


def test_a_month_that_may_be_january_or_a_mangled_october_is_refused(value):
    assert value("month", "2024.1") is REFUSED
    assert value("month", "2024.10") == datetime.date(2024, 10, 1)
    assert value("month", "2024.01") == datetime.date(2024, 1, 1)


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("0", 0),
        ("12", 12),
        ("-3", -3),
        ("1,234", 1234),
        ("1,234,567", 1234567),
        ("１２３", 123),
        ("１，２３４", 1234),
        ("5.0", 5),
        ("007", 7),
        (" 8 ", 8),
        ("－３", -3),
        ("−3", -3),
        ("5.00", 5),
        ("'-5", -5),
        ("9223372036854775807", 9223372036854775807),
    ],
)
def test_an_integer_is_read_with_thousands_and_full_width_digits(value, cell, number):
    assert value("integer", cell) == number


@pytest.mark.parametrize(
    "cell",
    [
        "5.5",
        "1,23",
        "12,34",
        "1,2345",
        ",123",
        "12人",
        "1e3",
        "1.2E+05",
        "0x1F",
        "1_000",
        "--",
        "十二",
        "(12)",
        "（12）",
        "+12",
        "0,123",
        "1234,567",
        "1，23",
        "12 34",
        "1.2.3",
        "-",
        "5.",
        ".0",
        "٣",
    ],
)
def test_what_is_no_integer_is_refused_not_rounded(value, cell):
    assert value("integer", cell) is REFUSED


def test_an_integer_too_large_to_be_one_is_refused(value):
    assert value("integer", "9223372036854775808") is REFUSED


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("611.70", "611.70"),
        ("0", "0.00"),
        ("-20.5", "-20.50"),
        ("1,234,567.89", "1234567.89"),
        ("１，２３４．５", "1234.50"),
        ("12.3400", "12.34"),
        ("12.000", "12.00"),
        ("0.10", "0.10"),
        ("'-730.00", "-730.00"),
    ],
)
def test_an_amount_keeps_its_cents_exactly(value, cell, number):
    assert value("decimal", cell) == Decimal(number)


@pytest.mark.parametrize("cell", ["12.345", "12.3450", "0.001", "-0.005", "1,234.567"])
def test_an_amount_is_never_rounded_to_the_cent(value, cell):
    assert value("decimal", cell) is REFUSED


@pytest.mark.parametrize("cell", ["12345678901234567", "-99999999999999999.99"])
def test_an_amount_too_large_to_be_kept_exactly_is_refused(value, cell):
    assert value("decimal", cell) is REFUSED


@pytest.mark.parametrize(
    ("cell", "factor", "amount", "count"),
    [
        ("1.23456", 10_000, "12345.60", REFUSED),
        ("1.2345", 10_000, "12345.00", 12345),
        ("0.000001", 10_000, "0.01", REFUSED),
        ("0.0000001", 10_000, REFUSED, REFUSED),
        ("1,234.5", 10_000, "12345000.00", 12_345_000),
        ("－２", 1_000, "-2000.00", -2000),
        ("3", 1, "3.00", 3),
        ("2.5", 100_000_000, "250000000.00", 250_000_000),
        ("1.00000000001", 10_000, REFUSED, REFUSED),
        ("9999999999999999", 100_000_000, REFUSED, REFUSED),
        ("2.5万", 10_000, REFUSED, REFUSED),
        ("", 10_000, REFUSED, REFUSED),
    ],
)
def test_a_unit_in_the_heading_multiplies_exactly_or_refuses(value, cell, factor, amount, count):
    assert value("decimal_by", cell, factor) == (amount and Decimal(amount))
    assert value("integer_by", cell, factor) == count


def test_a_number_in_the_headings_unit_is_the_nearest_there_is(value):
    assert value("number_by", "1.1", 10_000) == 11_000.0
    assert value("number_by", "1.1千", 1_000) is REFUSED


@pytest.mark.parametrize("cell", ["1,23", "1.2.3", "￥100", "100元", "1 000", "1e3", "nan", "inf"])
def test_what_is_no_amount_is_refused(value, cell):
    assert value("decimal", cell) is REFUSED


def test_a_coordinate_is_read_in_full(value):
    assert value("number", "121.01029") == 121.01029
    assert value("number", "121°") is REFUSED


@pytest.mark.parametrize(
    ("cell", "truth"),
    [
        ("是", True),
        ("有", True),
        ("1", True),
        ("TRUE", True),
        ("Ｙ", True),
        ("否", False),
        ("无", False),
        ("0", False),
        ("no", False),
    ],
)
def test_yes_and_no_are_read_in_the_words_systems_export(value, cell, truth):
    assert value("boolean", cell) is truth


@pytest.mark.parametrize("cell", ["可能", "√", "2", ""])
def test_anything_else_is_neither_yes_nor_no(value, cell):
    assert value("boolean", cell) is REFUSED


@pytest.mark.parametrize("cell", ["", " ", "　", " 　 ", None])
@pytest.mark.parametrize("macro", ["text", "integer", "decimal", "date", "month", "credit_code"])
def test_a_cell_of_spaces_is_empty(value, macro, cell):
    assert value(macro, cell) is None


def test_text_keeps_its_inner_space_and_its_full_width_letters(value):
    assert value("text", "　平湖 Ａ 站　") == "平湖 Ａ 站"


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("'=1+1", "=1+1"),
        ("'+86", "+86"),
        ("'-5", "-5"),
        ("'@甲", "@甲"),
        ("　'=1", "=1"),
        ("'); drop table", "'); drop table"),
        ("''=1", "''=1"),
        ("甲'=乙", "甲'=乙"),
        ("平\u200b湖\ufeff", "平湖"),
        ("平\x00湖", "平湖"),
        ("平\u00a0湖\u00a0", "平 湖"),
        ("\t甲\r\n乙\t", "甲\r\n乙"),
        ("\u200b　\x00", None),
    ],
)
def test_text_loses_what_does_not_print_and_our_own_apostrophe_before_a_formula(value, cell, text):
    assert value("text", cell) == text


def test_a_word_of_a_vocabulary_is_read_in_full_width_too(value):
    assert value("vocabulary", "３Ａ ") == "3A"
    assert value("vocabulary", "社会团体　") == "社会团体"


def test_every_word_of_the_contracts_is_written_as_it_is_read(value, contracts):
    words = {
        word for one in contracts.values() for column in one.columns for word in column.vocabulary
    }
    assert len(words) > 50
    assert {word for word in words if value("vocabulary", word) != word} == set()


# GB 32100: the characters 0-9 A-H J-N P-R T-U W-Y are worth 0…30, the first 17 are weighted by
# 3^(i-1) mod 31 = 1 3 9 27 19 26 16 17 20 29 25 13 8 24 10 30 28, and the 18th is 31 less the
# remainder of the sum by 31 (31 itself being 0).
#
# 52330482MJ0000001?   5·1 + 2·3 + 3·9 + 3·27 + 0·19 + 4·26 + 8·16 + 2·17 + M 21·20 + J 18·29 + 1·28
#                    = 5 + 6 + 27 + 81 + 0 + 104 + 128 + 34 + 420 + 522 + 28 = 1355 = 43·31 + 22
#                      31 − 22 = 9                                            → 52330482MJ00000019
# 51330482MJ0000002?   5 + 1·3 + 27 + 81 + 0 + 104 + 128 + 34 + 420 + 522 + 2·28 = 1380 = 44·31 + 16
#                      31 − 16 = 15, the letter F                             → 51330482MJ0000002F
# 00000000000000031?   3·30 + 1·28 = 118 = 3·31 + 25;  31 − 25 = 6            → 000000000000000316
# 00000000000000001?   1·28; 31 − 28 = 3                                       → 000000000000000013
# 0010…0 (a 1 third)   9; 31 − 9 = 22, the letter N                            → 00100000000000000N
# all zeros            0; 31 − 0 = 31, which counts as 0                       → 000000000000000000
@pytest.mark.parametrize(
    "code",
    [
        "52330482MJ00000019",
        "51330482MJ0000002F",
        "000000000000000316",
        "000000000000000013",
        "00100000000000000N",
        "000000000000000000",
    ],
)
def test_a_credit_code_with_its_check_digit_is_accepted(value, code):
    assert value("credit_code", code) == code


def test_a_credit_code_in_small_or_full_width_letters_is_the_same_code(value):
    assert value("credit_code", "51330482mj0000002f") == "51330482MJ0000002F"
    assert value("credit_code", "５１３３０４８２ＭＪ００００００２Ｆ") == "51330482MJ0000002F"


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("52330482MJ00000018", "another check digit"),
        ("52330482MJ00000010", "another check digit"),
        ("52330842MJ00000019", "two digits swapped"),
        ("52330482MJ00000109", "two digits swapped"),
        ("52330482JM00000019", "two letters swapped"),
        ("52330482MJ0000019", "17 characters"),
        ("52330482MJ000000019", "19 characters"),
        ("52330482MI00000019", "no I in a code"),
        ("52330482MO00000019", "no O in a code"),
        ("52330482MJ0000001Z", "no Z in a code"),
        ("52330482-MJ0000001", "a hyphen"),
    ],
)
def test_a_credit_code_that_fails_its_check_is_refused(value, code, why):
    assert value("credit_code", code) is REFUSED, why


@pytest.mark.parametrize(
    ("name", "ref_area"),
    [
        ("钟埭街道", "330482002"),
        ("钟埭", "330482002"),
        ("经开区", "330482002"),
        ("平湖市钟埭街道办事处", "330482002"),
        ("经开区（钟埭街道）", "330482002"),
        ("　曹桥街道 ", "330482003"),
        ("乍浦镇", "330482101"),
    ],
)
def test_a_township_is_known_by_name_through_its_aliases(value, name, ref_area):
    assert value("township", name) == ref_area


@pytest.mark.parametrize("name", ["西塘镇", "平湖市", "当湖镇", "", "街道", "当湖 街道", "330482"])
def test_a_township_is_never_known_by_a_name_not_listed(value, name):
    assert value("township", name) is REFUSED


@pytest.mark.parametrize(
    ("name", "ref_area"),
    [
        ("黄姑镇", "330482108"),
        ("全塘镇(旧)", "330482108"),
        ("独山港区", "330482108"),
        ("平湖农业经济开发区（广陈镇）", "330482106"),
        ("张江长三角科技城平湖园", "330482102"),
        ("嘉兴港区", "330482101"),
        ("平湖经济技术开发区管委会", "330482002"),
    ],
)
def test_parks_and_old_towns_are_known_by_the_township_they_lie_in(value, name, ref_area):
    assert value("township", name) == ref_area


@pytest.fixture
def with_aliases(desk):
    """Add aliases to the table for one test: (alias, ref_area) pairs."""

    def add(*pairs):
        insert = "insert into reference.township_alias (alias, ref_area) values (?, ?)"
        desk.executemany(insert, pairs)
        desk.execute(database.script("place_names"))

    desk.execute("begin")
    yield add
    desk.execute("rollback")


def test_an_alias_may_stand_in_the_table_in_either_width(value, with_aliases):
    with_aliases(("东片（城东）", "330482001"))
    assert value("township", "东片(城东)") == value("township", "东片（城东）") == "330482001"


def test_two_aliases_that_read_alike_decide_only_where_they_agree(value, with_aliases):
    with_aliases(
        ("A片", "330482001"), ("Ａ片", "330482002"), ("B片", "330482003"), ("Ｂ片", "330482003")
    )
    assert value("township", "A片") is REFUSED
    assert value("township", "B片") == "330482003"


@pytest.mark.parametrize(
    "cell",
    [
        "330482001",
        "330482001000",
        "３３０４８２００１",
        "330482001.0",
        "330482001 当湖街道",
        "330482001当湖",
        "330482001-平湖市当湖街道",
        "当湖街道（330482001）",
        "当湖街道(330482001000)",
        "（330482001）当湖街道",
    ],
)
def test_a_code_both_lists_read_alike_is_its_township(value, cell):
    assert value("township", cell) == "330482001"


# The statistics bureau's list has 002 钟埭 and 003 曹桥, the ministry's the other way round.
NEITHER = "无法判断是哪个镇街道"
FIRST_AND_SECOND = "代码330482002在统计用区划代码中是钟埭街道，在民政区划代码中是曹桥街道，"
SECOND_AND_FIRST = "代码330482003在统计用区划代码中是曹桥街道，在民政区划代码中是钟埭街道，"
ONE = "代码330482001在统计用区划代码中是当湖街道，在民政区划代码中是当湖街道，"


@pytest.mark.parametrize(
    ("cell", "cause"),
    [
        ("330482002", FIRST_AND_SECOND + NEITHER),
        ("330482003000", SECOND_AND_FIRST + NEITHER),
        ("曹桥街道（330482002）", FIRST_AND_SECOND + "与名称“曹桥街道”不符或无法判断"),
        ("330482003钟埭", SECOND_AND_FIRST + "与名称“钟埭”不符或无法判断"),
        ("330482001 曹桥街道", ONE + "与名称“曹桥街道”不符或无法判断"),
        ("330482001 西塘镇", ONE + "与名称“西塘镇”不符或无法判断"),
        ("330482104", "代码330482104在统计用区划代码中没有，在民政区划代码中没有，" + NEITHER),
        (
            "330482001001",  # a village's code
            "代码330482001001在统计用区划代码中没有，在民政区划代码中没有，" + NEITHER,
        ),
    ],
)
def test_a_code_that_decides_nothing_is_refused_with_both_readings(value, said, cell, cause):
    assert value("township", cell) is REFUSED
    assert said("township_cause", cell) == cause


@pytest.mark.parametrize(
    "cell", ["当湖街道", "330482001 当湖街道", "330482001", "西塘镇", "", None]
)
def test_where_no_code_is_the_trouble_nothing_is_said_of_codes(said, cell):
    assert said("township_cause", cell) is None


@pytest.mark.parametrize(
    ("code", "township", "kept"),
    [
        ("330482001", "当湖街道", True),
        ("330482001000", "当湖", True),
        ("330482108000.0", "独山港区", True),
        ("330482002", "钟埭街道", True),
        ("330482003", "钟埭街道", False),
        ("330482002", "曹桥街道", False),
        ("330482001", "乍浦镇", False),
        ("无", "当湖街道", False),
        ("330482001", "西塘镇", True),  # the name is at fault: nothing is known against the code
        ("", "当湖街道", False),
    ],
)
def test_a_code_beside_a_name_must_be_the_names_in_our_list(value, code, township, kept):
    assert value("township_code", code, township) == (code if kept else REFUSED)


def test_of_a_code_that_contradicts_the_name_both_readings_are_told(said):
    told = FIRST_AND_SECOND + "与镇街道名称不符或无法判断"
    assert said("township_code_cause", "330482002") == told
    assert said("township_code_cause", "无") == "“无”不是区划代码"


def test_a_code_alone_is_read_where_the_lists_agree(value):
    assert value("township", "330482108") == "330482108"
    assert value("township", "330482108000.0") == "330482108"
    assert value("township", "330482003") is REFUSED


@pytest.mark.parametrize(
    ("macro", "cell", "cause"),
    [
        ("integer_cause", "12人", "数字带有单位"),
        ("integer_cause", "1,234 元", "数字带有单位"),
        ("integer_cause", "￥100", "数字带有单位"),
        ("integer_cause", "1.2E+05", "是科学计数法，表格软件已丢掉后面的数字"),
        ("integer_cause", "两人", None),
        ("integer_cause", "5.5", None),
        ("decimal_cause", "12.345", "小数多于两位"),
        ("decimal_cause", "12.3450", "小数多于两位"),
        ("decimal_cause", "3.5万元", "数字带有单位"),
        ("decimal_cause", "无", None),
        ("month_cause", "2024-08-05", "是某一天，不是月份"),
        ("month_cause", "2024.1", "可能是1月，也可能是10月"),
        ("month_cause", "Aug-24", "表格软件改成了英文月份，分不清年和日"),
        ("month_cause", "2024-13", None),
    ],
)
def test_where_more_can_be_said_than_that_a_cell_is_not_read_it_is(said, macro, cell, cause):
    assert said(macro, cell) == cause


def test_a_community_is_known_within_its_township(value):
    assert value("community", "水洞埭社区", "当湖街道") == "330482001001"
    assert value("community", "水洞埭社区", "当湖") == "330482001001"
    assert value("community", "水洞埭社区", "钟埭街道") is REFUSED
    assert value("community", "水洞埭", "当湖街道") is REFUSED
    assert value("community", "水洞埭社区", "不认识") is REFUSED
    assert value("community", "水洞埭社区\t", "330482001当湖街道") == "330482001001"
