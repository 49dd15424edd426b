"""What holds of every number, date, unit and township, not only of those thought of."""

import calendar
import csv
import datetime
import re
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.rows import SHIPPED, reading

PROFILE = settings(
    max_examples=10,  # each a batch asked of the database at once
    deadline=None,
    derandomize=True,  # a suite that fails today and passes tomorrow is not believed
    suppress_health_check=[HealthCheck.too_slow],
)

FULL_WIDTH = str.maketrans("0123456789.,-/:", "０１２３４５６７８９．，－／：")
PADDING = st.text(" 　\t\u00a0\u200b\ufeff", max_size=3)
CENTS = st.integers(-(10**15), 10**15)
DAYS = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 12, 31))


@pytest.fixture(scope="module")
def read(_desk):
    """Return what a macro makes of each of many cells, in one question."""

    def ask(macro, cells, *more):
        sql = "is_filled(cell)" if macro == "is_filled" else reading(macro, "cell", *more)
        asked = _desk.execute(f"select {sql} from (select unnest(?) as cell)", [list(cells)])
        return [value for (value,) in asked.fetchall()]

    return ask


@st.composite
def written(draw, text):
    """Return a cell as an office may hold it: padded, and perhaps in full width."""
    text = text.translate(FULL_WIDTH) if draw(st.booleans()) else text
    return draw(PADDING) + text + draw(PADDING)


def batch(strategy):
    return st.lists(strategy, min_size=40, max_size=80)


@st.composite
def amounts(draw):
    """Return an exact amount and a cell in which it is written."""
    amount = Decimal(draw(CENTS)) / 100
    grouped = draw(st.sampled_from(["", ","]))
    zeros = "0" * draw(st.integers(0, 3))
    return amount, draw(written(f"{amount:{grouped}.2f}{zeros}"))


@PROFILE
@given(pairs=batch(amounts()))
def test_an_amount_reads_back_however_it_is_written(read, pairs):
    assert read("decimal", [cell for _, cell in pairs]) == [amount for amount, _ in pairs]


@PROFILE
@given(pairs=batch(st.tuples(CENTS, st.integers(1, 9), st.integers(0, 4))))
def test_a_third_decimal_is_never_rounded_away(read, pairs):
    cells = [f"{Decimal(cents) / 100:.2f}{'0' * zeros}{digit}" for cents, digit, zeros in pairs]
    assert read("decimal", cells) == [None] * len(cells)


@st.composite
def integers(draw):
    """Return an integer and a cell in which it is written."""
    number = draw(st.integers(-(2**63), 2**63 - 1))
    grouped, point = draw(st.sampled_from(["", ","])), draw(st.sampled_from(["", ".0", ".00"]))
    return number, draw(written(f"{number:{grouped}d}{point}"))


@PROFILE
@given(pairs=batch(integers()))
def test_an_integer_reads_back_however_it_is_written(read, pairs):
    assert read("integer", [cell for _, cell in pairs]) == [number for number, _ in pairs]


@PROFILE
@given(numbers=batch(st.decimals(-(10**9), 10**9, places=8)))
def test_a_number_is_the_one_python_reads(read, numbers):
    assert read("number", map(str, map(_plain, numbers))) == [float(n) for n in numbers]


@PROFILE
@given(
    numbers=batch(st.decimals(-(10**6), 10**6, places=7)),
    factor=st.sampled_from([1, 100, 1000, 10_000, 100_000_000]),
)
def test_a_headings_unit_multiplies_exactly_or_not_at_all(read, numbers, factor):
    cells = [_plain(number) for number in numbers]
    amounts_, whole = read("decimal_by", cells, factor), read("integer_by", cells, factor)
    for number, amount, integer in zip(numbers, amounts_, whole, strict=True):
        product = number * factor
        assert amount == (product if product * 100 == int(product * 100) else None)
        assert integer == (product if product == int(product) else None)
    assert read("number_by", cells, factor) == [float(n * factor) for n in numbers]


def _plain(number):
    return f"{number:f}"


def spellings(year, month, day):
    """Return the ways in which offices write a date, whether or not the day exists."""
    return [
        f"{year}-{month}-{day}",
        f"{year}-{month:02}-{day:02}",
        f"{year}/{month}/{day}",
        f"{year}/{month:02}/{day:02}",
        f"{year}.{month}.{day}",
        f"{year}年{month}月{day}日",
        f"{year}年{month:02}月{day:02}",
        f"{year}{month:02}{day:02}",
        f"{year}-{month:02}-{day:02} 00:00:00",
        f"{year}-{month:02}-{day:02}T00:00:00.000",
        f"{year}/{month}/{day} 0:00",
    ]


@PROFILE
@given(days=st.lists(DAYS, min_size=1, max_size=6), data=st.data())
def test_a_date_reads_back_in_every_spelling(read, days, data):
    pairs = [
        (day, data.draw(written(text)))
        for day in days
        for text in spellings(day.year, day.month, day.day)
    ]
    assert read("date", [cell for _, cell in pairs]) == [day for day, _ in pairs]


@PROFILE
@given(
    numbers=st.lists(
        st.tuples(st.integers(1900, 2100), st.integers(0, 99), st.integers(0, 99)),
        min_size=1,
        max_size=6,
    )
)
def test_a_day_the_calendar_does_not_have_is_none(read, numbers):
    for year, month, day in numbers:
        exists = 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]
        expected = datetime.date(year, month, day) if exists else None
        cells = spellings(year, month, day)
        assert read("date", cells) == [expected] * len(cells)


def test_a_spreadsheets_count_of_days_agrees_with_the_calendar(read):
    first, epoch = datetime.date(1950, 1, 1), datetime.date(1899, 12, 30)
    last = datetime.date(2099, 12, 31)
    serials = range(10_000, 100_000)
    days = [epoch + datetime.timedelta(days=serial) for serial in serials]
    expected = [day if first <= day <= last else None for day in days]
    assert read("date", [str(serial) for serial in serials]) == expected
    assert read("date", [f"{serial}.0" for serial in serials]) == expected


@PROFILE
@given(months=st.lists(DAYS, min_size=1, max_size=6), data=st.data())
def test_a_month_reads_back_in_every_spelling_and_a_day_only_as_its_first(read, months, data):
    for month in (day.replace(day=1) for day in months):
        year, number = month.year, month.month
        texts = [
            f"{year}-{number}",
            f"{year}-{number:02}",
            f"{year}/{number}",
            f"{year}年{number}月",
        ]
        texts += [f"{year}{number:02}", f"{year}.{number:02}", *spellings(year, number, 1)]
        cells = [data.draw(written(text)) for text in texts]
        assert read("month", cells) == [month] * len(cells)
        later = spellings(year, number, data.draw(st.integers(2, 28)))
        assert read("month", later) == [None] * len(later)


# The grammar once more, written for Python: what a cell may look like once space is gone and
# full-width characters are half-width.
NUMBER = re.compile(r"-?(\d+|[1-9]\d{0,2}(,\d{3})+)(\.\d+)?", re.ASCII)
DATE = re.compile(
    r"(19\d\d|20\d\d|2100)"
    r"((-\d\d?-\d\d?|/\d\d?/\d\d?|\.\d\d?\.\d\d?|年\d\d?月\d\d?日?)"
    r"([ T]0?0:00(:00(\.0+)?)?)?|\d{4})"
    r"|\d{5}(\.0+)?",
    re.ASCII,
)
DROPPED = re.compile("[\x00\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
FOLDED = str.maketrans("　\u00a0０１２３４５６７８９．，：－−／（）", "  0123456789.,:--/()")
GARBAGE = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
NEARLY = st.text("0123456789０９.,，．-−年月日/ 　eE+'￥元：:T\t\x00\u200b", max_size=14)


def folded(cell):
    text = DROPPED.sub("", cell).translate(FOLDED).strip(" \t\r\n")
    return text[1:] if re.match("'[-=+@]", text) else text


@PROFILE
@given(cells=batch(GARBAGE | NEARLY))
def test_no_text_is_an_error_and_none_outside_the_grammar_has_a_value(read, cells):
    numbers = read("integer", cells), read("decimal", cells), read("number", cells)
    for cell, *values, date in zip(cells, *numbers, read("date", cells), strict=True):
        assert values == [None] * 3 or NUMBER.fullmatch(folded(cell)), (cell, values)
        assert date is None or DATE.fullmatch(folded(cell)), (cell, date)
    read("month", cells), read("boolean", cells), read("vocabulary", cells)


@PROFILE
@given(cells=batch(GARBAGE | st.text("0123456789ABCDMYJ", min_size=18, max_size=18)))
def test_a_credit_code_has_18_characters_and_one_check_character_in_31(read, cells):
    found = [code for code in read("credit_code", cells) if code]
    assert all(re.fullmatch("[0-9A-HJ-NPQRTUWXY]{18}", code) for code in found)
    for code in found:
        twins = [code[:17] + check for check in "0123456789ABCDEFGHJKLMNPQRTUWXY"]
        assert [twin for twin in read("credit_code", twins) if twin] == [code]


@PROFILE
@given(cells=batch(NEARLY))
def test_a_number_inside_the_grammar_always_has_a_value(read, cells):
    for cell, value in zip(cells, read("number", cells), strict=True):
        assert (value is not None) == bool(NUMBER.fullmatch(folded(cell))), (cell, value)


@PROFILE
@given(cells=batch(GARBAGE | NEARLY))
def test_a_cell_is_filled_exactly_when_it_has_text_and_reading_twice_changes_nothing(read, cells):
    texts = read("text", cells)
    assert read("is_filled", cells) == [text is not None for text in texts]
    assert read("text", [text or "" for text in texts]) == texts
    assert all(text is None or text == text.strip(" \t\r\n\u3000\u00a0") for text in texts)


@pytest.fixture(scope="module")
def aliases():
    with (SHIPPED / "reference" / "township_alias.csv").open(encoding="utf-8") as file:
        return {row["alias"]: row["ref_area"] for row in csv.DictReader(file)}


@PROFILE
@given(data=st.data())
def test_an_alias_reads_to_its_township_in_any_padding_and_either_bracket(read, aliases, data):
    wide = str.maketrans("()", "（）")
    cells = [
        data.draw(PADDING) + data.draw(st.sampled_from([alias, alias.translate(wide)]))
        for alias in aliases
    ]
    assert read("township", cells) == list(aliases.values())


@PROFILE
@given(cells=batch(GARBAGE | st.text("当湖钟埭曹桥新镇街道0123348", max_size=12)))
def test_a_text_that_is_no_alias_is_no_township(read, aliases, cells):
    for cell, area in zip(cells, read("township", cells), strict=True):
        assert area == aliases.get(folded(cell))
