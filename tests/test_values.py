"""How a cell's text becomes a value: what is read, and what is refused rather than guessed."""

import datetime
from decimal import Decimal

import pytest

REFUSED = None


@pytest.fixture
def value(desk):
    """Return what a macro of queries/values.sql makes of a cell's text."""

    def read(macro, *cells):
        marks = ", ".join("?" for _ in cells)
        return desk.execute(f"select read_{macro}({marks})", cells).fetchall()[0][0]

    return read


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
    ],
)
def test_a_date_is_read_in_every_shape_offices_write(value, cell):
    assert value("date", cell) == datetime.date(2024, 8, 5)


def test_the_29th_of_february_is_a_date_in_leap_years_only(value):
    assert value("date", "2024-02-29") == datetime.date(2024, 2, 29)
    assert value("date", "2023-02-29") is REFUSED


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
        "45509.5",
        "八月五日",
        "无",
    ],
)
def test_a_day_that_does_not_exist_or_could_be_another_is_no_date(value, cell):
    assert value("date", cell) is REFUSED


@pytest.mark.parametrize(
    "cell", ["2024-08", "2024/8", "2024.8", "202408", "2024年8月", "２０２４年０８月", "2024年8"]
)
def test_a_month_is_its_first_day(value, cell):
    assert value("month", cell) == datetime.date(2024, 8, 1)


@pytest.mark.parametrize("cell", ["2024-13", "202400", "2024", "2024-08-05", "8月"])
def test_what_is_no_month_is_refused(value, cell):
    assert value("month", cell) is REFUSED


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
    ],
)
def test_an_integer_is_read_with_thousands_and_full_width_digits(value, cell, number):
    assert value("integer", cell) == number


@pytest.mark.parametrize(
    "cell", ["5.5", "1,23", "12,34", "1,2345", ",123", "12人", "1e3", "0x1F", "1_000", "--", "十二"]
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
    ],
)
def test_an_amount_keeps_its_cents_exactly(value, cell, number):
    assert value("decimal", cell) == Decimal(number)


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


@pytest.mark.parametrize("name", ["330482002", "330482003", "西塘镇", "平湖市", ""])
def test_a_township_is_never_known_by_a_code_or_a_name_not_listed(value, name):
    assert value("township", name) is REFUSED


def test_a_community_is_known_within_its_township(value):
    assert value("community", "水洞埭社区", "当湖街道") == "330482001001"
    assert value("community", "水洞埭社区", "当湖") == "330482001001"
    assert value("community", "水洞埭社区", "钟埭街道") is REFUSED
    assert value("community", "水洞埭", "当湖街道") is REFUSED
    assert value("community", "水洞埭社区", "不认识") is REFUSED
