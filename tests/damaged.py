"""Files that must be caught: clean tables damaged one way each, with line and cause expected."""

import codecs
import io
import itertools
import zipfile

from tests.corpus import Case, chance, csv_bytes, csv_text, tables, xlsx_bytes

LATER = 2  # the line of the first row below a heading on line 1
MISREAD = (
    "不是",
    "不在规定",
    "不认识",
    "必填项为空",
    "没有",
    "小于",
    "大于",
    "不符",
    "不一致",
    "于",
)
WRONG_FILE = "疑似选错了文件"
UNDECODABLE, NUL, QUOTE = "编码", "空字符", "引号"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
FORMS = (
    lambda cells: (csv_bytes(cells), ".csv"),
    lambda cells: (csv_bytes(cells, "gb18030"), ".csv"),
    lambda cells: (xlsx_bytes(cells), ".xlsx"),
    lambda cells: (csv_bytes(cells, "utf-16"), ".csv"),
)

# kind → (causes, {contract: (heading, wrong texts)}): one cell of a few rows is written wrong.
WRONG_CELLS = {
    "impossible date": (
        ("不是有效日期", "不是有效月份"),
        {
            "organizations": ("成立日期", ["2024-02-30", "2023-02-29", "2024-13-01"]),
            "social_workers": ("取证日期", ["2019-06-31", "2019-00-10"]),
            "resident_lounges": ("列入计划日期", ["2021-04-31", "2021-4-0"]),
            "meal_points": ("开业日期", ["2019/11/31", "20191131"]),
            "meal_services": ("月份", ["2019-13", "2019-00"]),
            "assistance_payments": ("发放月份", ["2019年13月", "201900"]),
        },
    ),
    "future date": (
        ("晚于",),
        {
            "organizations": ("成立日期", ["2031-05-06"]),
            "social_workers": ("取证日期", ["2024-03-15"]),
            "resident_lounges": ("列入计划日期", ["2042-01-01"]),
            "meal_points": ("开业日期", ["2024-09-01"]),
            "meal_services": ("月份", ["2091-01"]),
            "assistance_payments": ("发放月份", ["2091-12"]),
        },
    ),
    "export dated in the future": (
        ("晚于",),
        {
            "organizations": ("数据截止日", ["2091-08-31"]),
            "social_workers": ("数据截止日", ["2091-12-31"]),
            "meal_points": ("数据截止日", ["2091-08-31"]),
        },
    ),
    "two-digit year": (
        ("不是有效日期", "不是有效月份", "分不清", "英文月份"),
        {
            "organizations": ("成立日期", ["95-01-04", "95.1.4"]),
            "social_workers": ("取证日期", ["08/9/14"]),
            "resident_lounges": ("列入计划日期", ["20年10月6日"]),
            "meal_points": ("开业日期", ["14-03-30"]),
            "meal_services": ("月份", ["19-01", "Jan-19"]),
            "assistance_payments": ("发放月份", ["19年1月"]),
        },
    ),
    "day before month": (
        ("不是有效日期", "不是有效月份"),
        {
            "organizations": ("成立日期", ["04/01/1995"]),
            "social_workers": ("取证日期", ["14-9-2008"]),
            "resident_lounges": ("列入计划日期", ["6 Oct 2020"]),
            "meal_points": ("开业日期", ["30/03/2014"]),
            "meal_services": ("月份", ["01/2019"]),
            "assistance_payments": ("发放月份", ["1月"]),
        },
    ),
    "not a date": (
        ("不是有效日期", "不是有效月份", "某一天"),
        {
            "organizations": ("成立日期", ["不详"]),
            "social_workers": ("取证日期", ["去年12月"]),
            "resident_lounges": ("列入计划日期", ["待定"]),
            "meal_points": ("开业日期", ["3"]),
            "meal_services": ("月份", ["2019-01-15"]),
            "assistance_payments": ("发放月份", ["2019年一季度"]),
        },
    ),
    "unknown township": (
        ("不认识的镇街道名称",),
        {
            "organizations": ("镇街道", ["西塘镇", "当湖镇"]),
            "social_workers": ("镇街道", ["嘉善县"]),
            "resident_lounges": ("镇街道", ["魏塘街道"]),
            "meal_points": ("镇街道", ["新埭乡"]),
            "meal_services": ("镇街道", ["全市"]),
            "assistance_payments": ("镇街道", ["当湖街到"]),
        },
    ),
    "a code the two lists read differently": (
        ("代码", "不认识的镇街道名称"),
        {
            "organizations": ("镇街道", ["330482002", "330482003钟埭街道"]),
            "social_workers": ("镇街道", ["330482003"]),
            "resident_lounges": ("镇街道", ["曹桥街道（330482002）"]),
            "meal_points": ("镇街道", ["330482003000"]),
            "meal_services": ("镇街道", ["330482002 曹桥街道"]),
            "assistance_payments": ("镇街道", ["330482003 钟埭街道"]),
        },
    ),
    "a code of another township than the name": (
        ("代码", "不认识的镇街道名称"),
        {
            "organizations": ("镇街道", ["330482001 新埭镇"]),
            "meal_services": ("镇街道", ["330482102当湖街道"]),
            "assistance_payments": ("镇街道", ["广陈镇(330482107)", "330483001"]),
        },
    ),
    "unknown word": (
        ("不在规定的选项内",),
        {
            "organizations": ("登记状态", ["正常", "在业"]),
            "social_workers": ("证书等级", ["社工师", "初级"]),
            "resident_lounges": ("建设阶段", ["完工"]),
            "meal_points": ("类型", ["食堂"]),
            "assistance_payments": ("救助项目", ["低保金", "五保"]),
        },
    ),
    "neither yes nor no": (
        ("不是“是”或“否”",),
        {
            "organizations": ("是否社区社会组织", ["不是", "√"]),
            "resident_lounges": ("是否示范型", ["示范型", "2"]),
            "meal_points": ("是否标准化", ["达标", "X"]),
        },
    ),
    "negative number": (
        ("小于", "不是正数"),
        {
            "social_workers": ("继续教育学时2021年", ["-8"]),
            "resident_lounges": ("补助金额", ["-100000", "－5"]),
            "meal_points": ("日供餐能力", ["-17"]),
            "meal_services": ("补贴金额", ["-4059.00"]),
            "assistance_payments": ("发放金额", ["-611.70"]),
        },
    ),
    "letter in a number": (
        ("不是整数", "不是数值"),
        {
            "social_workers": ("出生年份", ["19B3", "l963"]),
            "resident_lounges": ("建筑面积", ["145.B", "l78.1"]),
            "meal_points": ("日供餐能力", ["7O", "2l"]),
            "meal_services": ("用餐人次", ["1O2", "9l0"]),
            "assistance_payments": ("发放金额", ["6l1.70", "5OO"]),
        },
    ),
    "words in a number": (
        ("不是整数", "不是数值", "数字带有单位"),
        {
            "social_workers": ("继续教育学时2022年", ["约30", "10-15"]),
            "resident_lounges": ("建筑面积", ["145.8㎡", "150左右"]),
            "meal_points": ("日供餐能力", ["73份"]),
            "meal_services": ("用餐人次", ["902人次", "九百"]),
            "assistance_payments": ("发放金额", ["￥611.70", "611.70元"]),
        },
    ),
    "half a person": (
        ("不是整数",),
        {
            "meal_points": ("日供餐能力", ["73.5"]),
            "meal_services": ("用餐人数", ["97.5"]),
            "assistance_payments": ("保障人数", ["1.5"]),
        },
    ),
    "number of a kind a spreadsheet has already cut short": (
        ("不是整数", "不是数值", "科学计数法"),
        {
            "meal_services": ("补贴金额", ["1.2E+05"]),
            "assistance_payments": ("发放金额", ["6.12E+02"]),
            "resident_lounges": ("补助金额", ["1E+05"]),
        },
    ),
    "thousands grouped wrong": (
        ("不是整数", "不是数值"),
        {
            "meal_services": ("用餐人次", ["9,02", "1,2345"]),
            "assistance_payments": ("发放金额", ["1.180,00", "11,80.00"]),
            "resident_lounges": ("补助金额", ["10,00,00"]),
        },
    ),
    "out of range": (
        ("小于", "大于"),
        {
            "social_workers": ("出生年份", ["1863", "2063"]),
            "resident_lounges": ("经度", ["12.105246", "30.66947"]),
            "meal_points": ("纬度", ["121.11996", "0"]),
            "meal_services": ("用餐人次", ["90200000"]),
            "assistance_payments": ("保障人数", ["0", "61"]),
        },
    ),
    "error of a spreadsheet": (
        MISREAD,
        {
            "organizations": ("成立日期", ["#VALUE!", "########"]),
            "social_workers": ("镇街道", ["#N/A"]),
            "resident_lounges": ("建筑面积", ["#DIV/0!"]),
            "meal_points": ("类型", ["#REF!"]),
            "meal_services": ("补贴金额", ["#NAME?"]),
            "assistance_payments": ("发放金额", ["#REF!"]),
        },
    ),
    "required cell blank": (
        ("必填项为空",),
        {
            "organizations": ("名称", ["", "  "]),
            "social_workers": ("单位类型", [""]),
            "resident_lounges": ("村社区", ["　"]),
            "meal_points": ("运营主体", ["", " 　 "]),
            "meal_services": ("用餐人次", [""]),
            "assistance_payments": ("家庭编号", [""]),
        },
    ),
    "key blank": (
        ("必填项为空",),
        {
            "organizations": ("统一社会信用代码", [""]),
            "social_workers": ("人员编号", [""]),
            "resident_lounges": ("会客厅编号", ["　"]),
            "meal_points": ("助餐点编号", [""]),
            "meal_services": ("月份", [""]),
            "assistance_payments": ("发放编号", [""]),
        },
    ),
    "wrong credit code": (
        ("校验位",),
        {
            "organizations": ("统一社会信用代码", ["52330482YY51689117", "5233048YY516891162"]),
        },
    ),
    "credit code too short or of other letters": (
        ("信用代码", "校验位"),
        {
            "organizations": ("统一社会信用代码", ["52330482YY5168911", "52330482OY51689116"]),
        },
    ),
    "text decoded wrongly": (
        ("不认识的镇街道名称", "不在规定的选项内", "代码"),
        {
            "organizations": ("服务领域", ["鏁欒偛鍩硅"]),
            "social_workers": ("镇街道", ["褰撴箹琛楅亾"]),
            "meal_services": ("镇街道", ["当湖\ufffd道"]),
            "assistance_payments": ("救助项目", ["\ufffd\ufffd", "??"]),
        },
    ),
    "dates that contradict each other": (
        ("早于", "颠倒", "不一致", "没有开工"),
        {
            "organizations": ("注销日期", ["1990-01-01"]),
            "social_workers": ("层级起始日期", ["1999-01-01"]),
            "resident_lounges": ("建成日期", ["2010-01-01"]),
            "meal_points": ("停业日期", ["2008-05-01"]),
        },
    ),
    "figures that contradict each other": (
        ("多于", "不相符", "不一致", "只填了一项", "没有类别", "18岁"),
        {
            "organizations": ("评定日期", ["2020-05-01"]),
            "social_workers": ("出生年份", ["2009"]),
            "resident_lounges": ("示范年度", ["2022"]),
            "meal_services": ("送餐人次", ["59999"]),
        },
    ),
}
# (contract, heading, heading, causes): two columns whose contents change places.
SWAPPED = (
    ("organizations", "成立日期", "数据截止日", ("晚于数据截止日",)),
    ("organizations", "类别", "党组织", ("不在规定的选项内",)),
    ("organizations", "统一社会信用代码", "名称", ("校验位",)),
    ("social_workers", "证书等级", "单位类型", ("不在规定的选项内",)),
    ("social_workers", "取证日期", "出生年份", ("不是有效日期",)),
    ("social_workers", "取证日期", "数据截止日", ("晚于数据截止日",)),
    ("resident_lounges", "经度", "纬度", ("小于", "大于")),
    ("resident_lounges", "建筑面积", "补助金额", ("小于", "大于")),
    ("meal_points", "类型", "运营主体", ("不在规定的选项内",)),
    ("meal_points", "镇街道", "村社区", ("不认识的镇街道名称",)),
    ("meal_points", "开业日期", "停业日期", ("必填项为空",)),
    ("meal_services", "用餐人次", "用餐人数", ("用餐人数与用餐人次不相符",)),
    ("meal_services", "镇街道", "月份", ("不认识的镇街道名称",)),
    ("assistance_payments", "保障人数", "发放金额", ("不是整数", "大于")),
    ("assistance_payments", "救助项目", "发放状态", ("不在规定的选项内",)),
    ("assistance_payments", "镇街道", "发放月份", ("不认识的镇街道名称",)),
)
# (contract, heading, the same heading in the file, how a number was rewritten, causes)
WRONG_UNITS = (
    ("social_workers", "出生年份", "", lambda year: f"{2024 - float(year):.0f}", ("小于1940",)),
    ("resident_lounges", "建筑面积", "", lambda area: f"{float(area) / 666.67:.2f}", ("小于20",)),
    ("resident_lounges", "建筑面积", "", lambda area: f"{float(area) * 1e4:.0f}", ("大于5000",)),
    ("resident_lounges", "经度", "", lambda degrees: f"{float(degrees) * 60:.2f}", ("大于121",)),
    ("meal_services", "补贴金额", "", lambda yuan: f"{float(yuan) / 1e4:.6f}", ("小数多于两位",)),
    ("assistance_payments", "发放金额", "", lambda yuan: f"{float(yuan) / 1e4:.6f}", ("小数多于",)),
    ("meal_services", "补贴金额", "补贴金额（美元）", str, ("单位",)),
    ("assistance_payments", "发放金额", "发放金额（千美元）", str, ("单位",)),
    (
        "assistance_payments",
        "发放金额",
        "发放金额（分）",
        lambda y: f"{float(y) * 100:.0f}",
        ("单位",),
    ),
    ("meal_services", "补贴金额", "补贴金额（角）", lambda y: f"{float(y) * 10:.0f}", ("单位",)),
    ("assistance_payments", "发放金额", "", lambda yuan: f"{float(yuan) / 1e4:.2f}", ("单位",)),
)


def cases():
    """Yield every damaged file of the corpus."""
    clean = tables()
    for number, (contract, table) in enumerate(clean.items()):
        yield from _not_tables(contract, table)
        yield from _broken_bytes(contract, table)
        yield from _broken_quotes(contract, table)
        yield from _wrong_headings(contract, table, clean)
        rows = (_broken_lines, _foreign_lines, _repeated_keys)
        yield from itertools.islice(
            (case for make in rows for case in make(contract, table)), number % 2, None, 2
        )
    yield from _broken_workbooks(clean)
    yield from _huge_cells(clean)
    yield from _wrong_cells(clean)
    yield from _wrong_communities(clean)
    yield from _swapped(clean)
    yield from _wrong_units(clean)


def _refused(kind, table, content, *phrases, suffix=".csv", causes=()):
    return Case(kind, table.contract, content, None, suffix=suffix, refusal=phrases, causes=causes)


def _rows(kind, table, content, rows, lines, *causes, suffix=".csv", refusal=()):
    return Case(
        kind, table.contract, content, rows, suffix, refusal, frozenset(lines), tuple(causes)
    )


def _not_tables(contract, table):
    """Yield what is no table, under the name of one; two kinds for each extract."""
    text = csv_text(table.cells())
    zipped = io.BytesIO()
    with zipfile.ZipFile(zipped, "w") as archive:
        archive.writestr(zipfile.ZipInfo("明细.csv"), text)
    page = f"<html><body><table><tr><td>{text[:2000]}</td></tr></table></body></html>"
    kinds = (
        ("empty file", b"", ("空",), ".csv"),
        ("archive renamed", zipped.getvalue(), ("压缩包",), ".csv"),
        ("PDF renamed", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + text.encode(), ("PDF",), ".csv"),
        ("old or locked workbook", OLE + bytes(4096), ("密码", "XLS"), ".xlsx"),
        ("page of the web saved as a table", page.encode(), ("网页",), ".csv"),
        ("picture renamed", b"\x89PNG\r\n\x1a\n" + bytes(200), ("图片",), ".csv"),
        ("archive renamed", b"\x1f\x8b\x08" + bytes(200), ("压缩包",), ".csv"),
        ("empty file", b"\xef\xbb\xbf\r\n \r\n", ("空",), ".csv"),
        ("old or locked workbook", OLE + text.encode("utf-16-le"), ("密码", "XLS"), ".csv"),
        ("page of the web saved as a table", page.encode("gb18030"), ("网页",), ".xlsx"),
        ("archive renamed", zipped.getvalue(), ("压缩包",), ".xlsx"),
        ("PDF renamed", b"%PDF-1.4\n" + bytes(500), ("PDF",), ".xlsx"),
    )
    first = list(tables()).index(contract) * 2
    for kind, content, phrases, suffix in kinds[first : first + 2]:
        yield _refused(kind, table, content, *phrases, suffix=suffix)
    yield _refused("heading alone", table, csv_bytes([table.headings]), "没有数据行")
    yield _refused(
        "heading alone", table, xlsx_bytes([table.headings]), "没有数据行", suffix=".xlsx"
    )


def _broken_bytes(contract, table):
    text, pick = csv_text(table.cells()), chance("bytes", contract)
    half = text.index("\n", len(text) // 2) + 1
    utf8, gb, utf16 = text.encode(), text.encode("gb18030"), text.encode("utf-16-le")
    place = 2 * pick.randrange(len(utf16) // 4, len(utf16) // 3)
    lost = codecs.BOM_UTF16_LE + utf16[:place] + utf16[place + 1 :]
    yield _refused("UTF-16 that lost a byte", table, lost, UNDECODABLE, NUL)
    yield _refused(
        "two encodings in one file",
        table,
        text[:half].encode() + text[half:].encode("gb18030"),
        UNDECODABLE,
    )
    yield _refused(
        "two encodings in one file",
        table,
        text[:half].encode("gb18030") + text[half:].encode(),
        UNDECODABLE,
    )
    hanzi = [place for place in range(len(gb) // 2, len(gb)) if gb[place] > 0x80]
    place = pick.choice(hanzi)
    yield _refused(
        "GB18030 with a stray byte", table, gb[:place] + b"\xff" + gb[place:], UNDECODABLE
    )
    place = pick.choice([place for place in range(len(utf8) // 2, len(utf8)) if utf8[place] > 0xBF])
    yield _refused("UTF-8 that lost a byte", table, utf8[:place] + utf8[place + 1 :], UNDECODABLE)
    yield _refused("a mark of UTF-8 over GB18030", table, codecs.BOM_UTF8 + gb, UNDECODABLE)
    place = pick.randrange(len(utf8) // 2, len(utf8) - 10)
    place = utf8.index(b",", place)
    yield _refused("nulls", table, utf8[:place] + b"\0" + utf8[place:], NUL)
    yield _refused("nulls", table, gb + bytes(512), NUL)
    wrong = utf8.decode("gb18030", "replace").encode()
    yield _refused("text decoded wrongly", table, wrong, "缺少必需的列")


def _broken_quotes(contract, table):
    text, pick = csv_text(table.cells()), chance("quotes", contract)
    lines = text.splitlines(keepends=True)
    at = pick.randrange(5, 50)
    key, rest = lines[at].split(",", 1)
    opened = [*lines[:at], f'"{key},{rest}', *lines[at + 1 :]]
    yield _refused("quote never closed", table, "".join(opened).encode(), QUOTE)
    cut = "".join(lines[:-1]) + f'{key}x,"当湖'
    yield _refused("cut off inside a quoted cell", table, cut.encode(), QUOTE)
    other = at + 3
    key, rest = lines[other].split(",", 1)
    two = [*opened[:other], f'{key[:2]}"{key[2:]},{rest}', *lines[other + 1 :]]
    rows = len(table.rows) - (other - at)  # what stands between the quotes is one row, and refused
    content = "".join(two).encode()
    yield _rows("two stray quotes", table, content, rows, {at + 1}, QUOTE, "列数", refusal=(QUOTE,))


def _wrong_headings(contract, table, clean):
    pick, cells = chance("headings", contract), table.cells()
    required = [heading for heading in table.headings if table.column(heading).required]
    absent = pick.choice(required)
    place = table.place(absent)
    without = [row[:place] + row[place + 1 :] for row in cells]
    yield _refused("required column missing", table, csv_bytes(without), f"缺少必需的列：{absent}")
    renamed = [["栏目" if cell == absent else cell for cell in cells[0]], *cells[1:]]
    yield _refused(
        "heading nobody knows",
        table,
        xlsx_bytes(renamed),
        f"缺少必需的列：{absent}",
        suffix=".xlsx",
    )
    twice = [[*row, row[place]] for row in cells]
    yield _refused("heading twice", table, csv_bytes(twice, "gb18030"), "与另一列指的是同一项")
    alias = next(iter(table.column(required[1]).aliases), table.column(required[1]).name)
    twice = [[alias, *cells[0]], *(["", *row] for row in cells[1:])]
    yield _refused("heading twice", table, csv_bytes(twice), "与另一列指的是同一项")
    others = list(clean)
    other = clean[others[others.index(contract) - 1]]
    yield _refused("another extract's file", table, csv_bytes(other.cells()), "缺少必需的列")
    separated = csv_bytes(cells, delimiter=";|；"["os".find(contract[0])])
    yield _refused("another separator", table, separated, "缺少必需的列")
    group = ["基本情况" if place % 4 == 1 else "" for place in range(len(cells[0]))]
    upper = [
        absent if cell == absent else above for cell, above in zip(cells[0], group, strict=True)
    ]
    lower = ["" if cell == absent else cell for cell in cells[0]]
    yield _refused(
        "heading of two lines",
        table,
        csv_bytes([upper, lower, *cells[1:]]),
        f"缺少必需的列：{absent}",
    )


def _broken_lines(contract, table):
    lines, pick = csv_text(table.cells()).splitlines(keepends=True), chance("lines", contract)
    rows, width = len(table.rows), len(table.headings)
    at = pick.randrange(5, 50)
    line = at + 1

    def with_line(*new):
        return "".join([*lines[:at], *new, *lines[at + 1 :]]).encode()

    row = lines[at].strip()
    yield _rows("extra cell", table, with_line(row + ",备注\n"), rows, {line}, "列数多于表头")
    place = row.index(",", len(row) // 2)
    split = row[:place] + "," + row[place:] + "\n"
    yield _rows("extra comma", table, with_line(split), rows, {line}, "列数多于表头", *MISREAD)
    returned = with_line(row[:place] + "\r" + row[place:] + "\n")
    yield _rows(
        "stray return in a row",
        table,
        returned,
        None,
        {line, line + 1},
        "列数少于表头",
        refusal=("换行", "引号"),
    )
    short = row.rsplit(",", 2)[0] + "\n"
    yield _rows("cells missing", table, with_line(short), rows, {line}, "列数少于表头")
    broken = with_line(row[:place] + "\n", row[place:] + "\n")
    yield _rows("line broken in two", table, broken, rows + 1, {line, line + 1}, "列数少于表头")
    cut = "".join(lines)[: -len(lines[-1]) // 2].encode("gb18030")
    yield _rows("cut off in a row", table, cut, rows, {rows + 1}, "列数少于表头")
    cells = [list(cells) for cells in table.rows]
    shifted = [*cells[at - 1][:1], "", *cells[at - 1][1:-1]]
    content = xlsx_bytes([table.headings, *cells[: at - 1], shifted, *cells[at:]])
    assert len(shifted) == width
    yield _rows("row shifted by a cell", table, content, rows, {line}, *MISREAD, suffix=".xlsx")


def _foreign_lines(contract, table):
    cells, rows, width = table.cells(), len(table.rows), len(table.headings)
    last, pick = rows + LATER, chance("foreign", contract)
    numbers = [cell if _is_number(cell) else "" for cell in table.rows[0]]
    for number, word in enumerate(("合计", "总　计")):
        total = [word, *numbers[1:]] if number else ["", word, *numbers[2:]]
        content, suffix = FORMS[number * 2]([*cells, total])
        yield _rows("line of totals", table, content, rows + 1, {last}, "合计", suffix=suffix)
    note = csv_bytes(cells) + "注：本表数据由各镇街道填报\n".encode()
    yield _rows("note below the table", table, note, rows + 1, {last}, "列数少于表头")
    note = [["填表人：　审核人："] + [""] * (width - 1)]
    content = xlsx_bytes(cells + note)
    yield _rows(
        "note below the table", table, content, rows + 1, {last}, "必填项为空", suffix=".xlsx"
    )
    at = pick.randrange(10, 50)
    again = [*cells[:at], table.headings, *cells[at:]]
    content, suffix = FORMS[pick.randrange(4)](again)
    yield _rows(
        "heading repeated below", table, content, rows + 1, {at + 1}, *MISREAD, suffix=suffix
    )


def _repeated_keys(contract, table):
    cells, rows, pick = table.cells(), len(table.rows), chance("keys", contract)
    again, first = "与前面的一行重复", pick.randrange(1, 40)
    block = cells[first : first + 12]
    lines = range(rows + LATER, rows + LATER + 12)
    for number in range(2):
        content, suffix = FORMS[number * 2](cells + block)
        yield _rows("block of rows twice", table, content, rows + 12, lines, again, suffix=suffix)
    other = {
        "organizations": ("最近活动日期", ""),
        "social_workers": ("性别", "女"),
        "resident_lounges": ("名称", "另一处居民会客厅"),
        "meal_points": ("名称", "另一处助餐点"),
        "meal_services": ("补贴金额", "1.00"),
        "assistance_payments": ("发放金额", "1.00"),
    }[contract]
    altered = table.edited(first - 1, **dict([other])).rows[first - 1]
    content, suffix = FORMS[pick.randrange(4)]([*cells, altered])
    yield _rows(
        "key twice, other contents",
        table,
        content,
        rows + 1,
        {rows + LATER},
        again,
        suffix=suffix,
    )


def _broken_workbooks(clean):
    for number, (contract, table) in enumerate(clean.items()):
        whole = xlsx_bytes(table.cells())
        cut = whole[: len(whole) * (3 + number) // 10]
        yield _refused("workbook cut off", table, cut, "损坏", suffix=".xlsx")
        place = len(whole) // 3
        bad = whole[:place] + bytes(64) + whole[place + 64 :]
        if number % 2:
            yield _refused("workbook overwritten in part", table, bad, "损坏", suffix=".xlsx")
        else:
            yield _refused(
                "several sheets of data",
                table,
                xlsx_bytes(table.cells(), sheets=2),
                "都像是数据",
                suffix=".xlsx",
            )
        if contract in ("organizations", "meal_points"):
            yield _refused("empty file", table, xlsx_bytes([]), "空", suffix=".xlsx")
            yield _refused("archive renamed", table, _document(), "压缩包", suffix=".xlsx")


def _document():
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr(zipfile.ZipInfo("word/document.xml"), "<w:document/>")
    return content.getvalue()


def _huge_cells(clean):
    """Yield a name, and a heading, of ten megabytes."""
    huge = "平湖" * (10 * 1024 * 1024 // 6)
    table = clean["organizations"]
    content = csv_bytes(table.edited(20, 名称=huge).cells())
    rows = len(table.rows)
    yield _rows("cell of 10 MB", table, content, rows, {22}, "超过", refusal=("超过", "过大"))
    table = clean["meal_points"]
    quoted = csv_text(table.cells()).replace("\nZ0001,", f'\nZ0001,"{huge}",', 1).encode()
    yield _rows("cell of 10 MB", table, quoted, rows, {2}, "超过", refusal=("超过", "过大"))
    heading = csv_bytes([[*table.headings, huge], *([*row, ""] for row in table.rows)])
    yield _refused("cell of 10 MB", table, heading, "超过", "过大")


def _wrong_cells(clean):
    """Yield every kind of wrong cell, in two extracts, not always the same ones."""
    number = 0
    for kind, (causes, wrong) in WRONG_CELLS.items():
        chosen = chance(kind).sample(list(wrong), min(2, len(wrong)))
        for contract, (heading, texts) in ((contract, wrong[contract]) for contract in chosen):
            table, pick = clean[contract], chance(kind, contract)
            places = pick.sample(_fit(kind, table, heading), len(texts))
            for place, text in zip(places, texts, strict=True):
                table = table.edited(place, **{heading: text})
            content, suffix = FORMS[number % len(FORMS)](table.cells())
            lines = {place + LATER for place in places}
            yield _rows(kind, table, content, len(table.rows), lines, *causes, suffix=suffix)
            number += 1


def _fit(kind, table, heading):
    """Return the rows in which such a cell is a mistake: a date of grading without a grade is."""
    if kind == "figures that contradict each other" and heading in ("评定日期", "示范年度"):
        return [place for place, row in enumerate(table.rows) if not row[table.place(heading)]]
    return range(1, len(table.rows))


def _wrong_communities(clean):
    for number, contract in enumerate(("organizations", "resident_lounges", "meal_points")):
        table = clean[contract]
        place, town = table.place("村社区"), table.place("镇街道")
        rows = [at for at, row in enumerate(table.rows) if row[place] and row[town] == "当湖街道"]
        other = next(row[place] for row in table.rows if row[place] and row[town] == "新埭镇")
        for text in (other, "不存在的村"):
            at = chance(contract, text).choice(rows)
            content, suffix = FORMS[number](table.edited(at, 村社区=text).cells())
            yield _rows(
                "community of another township",
                table,
                content,
                len(table.rows),
                {at + LATER},
                "该镇街道下没有这个村社区",
                suffix=suffix,
            )


def _swapped(clean):
    for number, (contract, one, other, causes) in enumerate(SWAPPED):
        table = clean[contract]
        left, right = table.place(one), table.place(other)
        swap = {left: right, right: left}
        rows = [[row[swap.get(place, place)] for place in range(len(row))] for row in table.cells()]
        contents = [list(table.headings), *rows[1:]]
        content, suffix = FORMS[number % len(FORMS)](contents)
        yield _refused(
            "contents of two columns swapped",
            table,
            content,
            WRONG_FILE,
            suffix=suffix,
            causes=causes,
        )
        headings = [rows[0], *map(list, table.rows)]
        content, suffix = FORMS[(number + 1) % len(FORMS)](headings)
        if number % 2:
            yield _refused(
                "two headings swapped", table, content, WRONG_FILE, suffix=suffix, causes=causes
            )


def _wrong_units(clean):
    for contract, heading, shown, rewritten, causes in WRONG_UNITS:
        table = clean[contract].mapped([heading], rewritten)
        cells = table.cells()
        cells[0][table.place(heading)] = shown or heading
        refusal = causes if shown else (WRONG_FILE,)
        yield _refused("wrong unit", table, csv_bytes(cells), *refusal, causes=causes)


def _is_number(cell):
    return cell.replace(".", "", 1).isdigit()
