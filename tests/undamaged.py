"""Files that must be read: clean tables in every shape an office saves them in."""

import codecs
import csv
import datetime

from tests.corpus import Case, chance, csv_bytes, csv_text, tables, xlsx_bytes

FULL_WIDTH = str.maketrans("0123456789.-", "０１２３４５６７８９．－")
EPOCH = datetime.date(1899, 12, 30)
ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "utf-16-le", "utf-16-be")
MARKS = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}
DATES = (
    lambda day: f"{day.year}-{day.month}-{day.day}",
    lambda day: f"{day:%Y/%m/%d}",
    lambda day: f"{day.year}/{day.month}/{day.day}",
    lambda day: f"{day.year}.{day.month}.{day.day}",
    lambda day: f"{day.year}年{day.month}月{day.day}日",
    lambda day: f"{day:%Y%m%d}",
    lambda day: f"{day:%Y-%m-%d} 00:00:00",
    lambda day: f"{day.year}年{day.month}月{day.day}日".translate(FULL_WIDTH),
    lambda day: str((day - EPOCH).days),
)
MONTHS = (
    lambda day: f"{day.year}-{day.month}",
    lambda day: f"{day:%Y/%m}",
    lambda day: f"{day.year}年{day.month}月",
    lambda day: f"{day.year}年{day:%m}月",
    lambda day: f"{day:%Y%m}",
    lambda day: f"{day:%Y.%m}",
    lambda day: f"{day:%Y-%m}-01",
    lambda day: f"{day:%Y-%m}".translate(FULL_WIDTH),
)
TOWNS = {  # names as business systems write them, from the alias table
    "当湖街道": "平湖市当湖街道办事处",
    "钟埭街道": "平湖经济技术开发区",
    "经开区": "钟埭",
    "平湖经开": "平湖经开区",
    "曹桥街道": "曹桥",
    "独山港镇": "独山港区",
    "独山港区": "黄姑镇",
    "新埭镇": "张江长三角科技城平湖园",
    "新仓镇": "平湖市新仓镇人民政府",
    "广陈镇": "农开区",
    "农开区": "广陈",
    "林埭镇": "平湖市林埭镇",
}
# (contract, heading, heading with its unit, how the number is then written)
UNITS = (
    ("resident_lounges", "补助金额", "补助金额（万元）", lambda yuan: f"{float(yuan) / 1e4:g}"),
    ("resident_lounges", "建筑面积", "建筑面积（平方米）", str),
    ("meal_points", "日供餐能力", "日供餐能力(份)", str),
    ("meal_services", "补贴金额", "补贴金额（万元）", lambda yuan: f"{float(yuan) / 1e4:.6f}"),
    ("meal_services", "补贴金额", "补贴金额(元)", str),
    ("meal_services", "用餐人次", "用餐人次（万人次）", lambda times: f"{int(times) / 1e4:.4f}"),
    (
        "assistance_payments",
        "发放金额",
        "发放金额（万元）",
        lambda yuan: f"{float(yuan) / 1e4:.6f}",
    ),
    ("assistance_payments", "发放金额", "金额（千元）", lambda yuan: f"{float(yuan) / 1e3:.5f}"),
)


def cases():
    """Yield every clean file of the corpus: each kind in two extracts of three."""
    makers = (_encodings_and_lines, _headings, _spellings, _numbers, _surroundings, _workbooks)
    for number, table in enumerate(tables().values()):
        every = (case for make in makers for case in make(table))
        yield from (case for place, case in enumerate(every) if (place + number) % 3)
    yield from _units()


def clean(kind, table, content, suffix=".csv"):
    return Case(kind, table.contract, content, len(table.rows), suffix)


def _encodings_and_lines(table):
    cells, text = table.cells(), csv_text(table.cells())
    for encoding in ENCODINGS:
        content = MARKS.get(encoding, b"") + text.encode(encoding)
        yield clean(f"in {encoding}", table, content)
    yield clean("UTF-16 without its mark", table, text.encode("utf-16-le"))
    yield clean("lines end \\r\\n", table, csv_bytes(cells, end="\r\n"))
    yield clean("lines end \\r", table, csv_bytes(cells, "gb18030", end="\r"))
    yield clean("no last line end", table, text.removesuffix("\n").encode())
    yield clean("everything quoted", table, csv_bytes(cells, quoting=csv.QUOTE_ALL))
    yield clean("tabs between cells", table, csv_bytes(cells, "utf-16", delimiter="\t"))
    yield clean("commas at the end of rows", table, text.replace("\n", ",\n").encode())
    mixed = text.replace("\n", "\r\n", 20)
    yield clean("lines end in two ways", table, mixed.encode())
    first = text.index("\n") + 1
    blank = text[:first] + "\n" + text[first:].replace("\n", "\n\n", 3) + "\n\n"
    yield clean("blank lines", table, blank.encode())


def _headings(table):
    cells, pick = table.cells(), chance("clean", table.contract)
    columns = [table.column(heading) for heading in table.headings]
    for number in range(2):
        other = [(*column.aliases, column.name_zh)[:2][-1 * number] for column in columns]
        yield clean("headings by their aliases", table, csv_bytes([other, *cells[1:]]))
    english = [[column.name for column in columns], *cells[1:]]
    yield clean("headings in English", table, csv_bytes(english))
    spaced = [[f" {heading[0]} {heading[1:]}　" for heading in cells[0]], *cells[1:]]
    yield clean("headings with spaces", table, csv_bytes(spaced))
    told = [[*cells[0], "备注"], *([*row, "第一行\n第二行"] for row in cells[1:])]
    told = (
        csv_text(told)
        .replace('行"\n', '行"\r\n')
        .encode("gb18030" if len(columns) % 2 else "utf-8")
    )
    yield clean("line breaks inside cells, as Excel writes them", table, told)
    order = pick.sample(range(len(columns)), len(columns))
    shuffled = [[row[place] for place in order] for row in cells]
    yield clean("columns in another order", table, csv_bytes(shuffled))
    more = [["序号", *cells[0], "经办人"]]
    more += [[number, *row, "甲"] for number, row in enumerate(cells[1:], start=1)]
    yield clean("surplus columns", table, csv_bytes(more, "gb18030"))


def _spellings(table):
    for number, spelt in enumerate(DATES):
        dates = table.of_types("date")
        if dates:
            changed = table.mapped(dates, lambda cell, spelt=spelt: spelt(_day(cell)))
            yield clean(f"dates spelt in way {number + 1}", table, csv_bytes(changed.cells()))
    for number, spelt in enumerate(MONTHS):
        months = table.of_types("month")
        if months:
            changed = table.mapped(months, lambda cell, spelt=spelt: spelt(_day(cell)))
            yield clean(f"months spelt in way {number + 1}", table, csv_bytes(changed.cells()))
    towns = table.mapped(table.of_types("township"), lambda cell: TOWNS[cell])
    yield clean("townships by their aliases", table, csv_bytes(towns.cells()))
    coded = table.mapped(table.of_types("boolean"), {"是": "1", "否": "0"}.get)
    if coded != table:
        yield clean("yes and no as 1 and 0", table, csv_bytes(coded.cells()))
    codes = table.of_types("credit_code")
    if codes:
        yield clean(
            "codes in small letters", table, csv_bytes(table.mapped(codes, str.lower).cells())
        )


def _numbers(table):
    every, numbers = table.headings, table.of_types("integer", "decimal", "number")
    years = [heading for heading in numbers if "年" in heading and "学时" not in heading]
    full = table.mapped([*numbers, *table.of_types("date")], lambda c: c.translate(FULL_WIDTH))
    yield clean("full-width digits", table, csv_bytes(full.cells()))
    grouped = table.mapped([one for one in numbers if one not in years], _grouped)
    if grouped != table:
        yield clean("thousands separators", table, csv_bytes(grouped.cells()))
        tabs = csv_bytes(grouped.cells(), "utf-16", delimiter="\t")
        yield clean("thousands separators between tabs", table, tabs)
    for kind, spaced in (
        ("spaces after cells", lambda cell: cell + "  "),
        ("ideographic spaces around cells", lambda cell: f"　{cell}　"),
        ("unbreakable spaces after cells", lambda cell: cell + "\xa0"),
    ):
        yield clean(kind, table, csv_bytes(table.mapped(every, spaced).cells()))


def _surroundings(table):
    cells, width = table.cells(), len(table.headings)
    title = [["平湖市民政局报表", *[""] * (width - 1)], ["填报单位：社会事务科"]]
    yield clean("title above the heading", table, csv_bytes(title + cells))
    remark = [["", "（演示数据，2024年8月）"], []]
    yield clean("title above the heading", table, csv_bytes(title + remark + cells, "gb18030"))
    padded = [[*row, "", ""] for row in cells]
    yield clean("empty columns at the end", table, csv_bytes(padded))
    empty = [[""] * width] * 3
    yield clean("empty rows below, as Excel leaves them", table, csv_bytes(cells + empty))
    quoted = csv_bytes(cells + empty, end="\r\n", quoting=csv.QUOTE_ALL)
    yield clean("empty rows below, quoted", table, quoted)


def _workbooks(table):
    cells, width = table.cells(), len(table.headings)
    yield clean("workbook of texts", table, xlsx_bytes(cells), ".xlsx")
    kinds = [table.column(heading).type for heading in table.headings]
    typed = [cells[0]] + [
        [_typed(cell, kind) for cell, kind in zip(row, kinds, strict=True)] for row in cells[1:]
    ]
    yield clean("workbook of numbers and dates", table, xlsx_bytes(typed), ".xlsx")
    titled = [["平湖市民政局报表", *[""] * (width - 1)], [""] * width, *typed]
    content = xlsx_bytes(titled, merges=[(0, 0, 0, width - 1)])
    yield clean("workbook with a merged title", table, content, ".xlsx")
    town = table.place("镇街道")
    ordered = sorted(cells[1:], key=lambda row: row[town])
    content = xlsx_bytes([cells[0], *ordered], merges=_merges(ordered, town))
    yield clean("workbook with merged townships", table, content, ".xlsx")
    tall = [[""] * width, *cells]
    tall[0] = list(cells[0])
    tall[1] = [""] * width
    merges = [(0, place, 1, place) for place in range(width)]
    yield clean(
        "workbook with a heading of two rows", table, xlsx_bytes(tall, merges=merges), ".xlsx"
    )
    content = xlsx_bytes(cells, before="本表每月10日前报送")
    yield clean("workbook with a sheet of remarks", table, content, ".xlsx")
    below = [*cells, *[[""] * width] * 2]
    yield clean("workbook under another name", table, xlsx_bytes(below), ".csv")


def _units():
    every = tables()
    for contract, heading, shown, rewritten in UNITS:
        table = every[contract]
        cells = table.mapped([heading], rewritten).cells()
        cells[0][table.place(heading)] = shown
        yield clean("unit in the heading", table, csv_bytes(cells))
    table = every["meal_services"]
    cells = table.mapped(["补贴金额"], lambda yuan: f"{float(yuan) / 1e4:.6f}").cells()
    yield clean("unit above the table", table, csv_bytes([["单位：万元"], *cells]))


def _merges(rows, column):
    """Return the runs of one value in a column of rows below a heading, as merged ranges."""
    merges, first = [], 0
    for place in range(1, len(rows) + 1):
        if place == len(rows) or rows[place][column] != rows[first][column]:
            if place - first > 1:
                merges.append((first + 1, column, place, column))
            first = place
    return merges


def _typed(cell, kind):
    if kind in ("date", "month") and cell:
        return _day(cell)
    if kind == "boolean" and cell:
        return cell == "是"
    if kind in ("integer", "decimal", "number") and cell:
        return float(cell)
    return cell


def _day(cell):
    return datetime.date(*map(int, cell.split("-")), *[1][: 2 - cell.count("-")])


def _grouped(cell):
    whole, point, cents = cell.partition(".")
    return f"{int(whole):,}{point}{cents}"
