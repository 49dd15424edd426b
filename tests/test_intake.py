"""Intake: what a clerk saves is read, or refused with line and reason. Nothing is lost."""

import zipfile
from dataclasses import replace

import pytest

from queries import intake
from queries.contracts import read_contract
from queries.faults import FileRefused
from tests.rows import SHIPPED, records

CONTRACT = """
kind = "extract"
file = "extracts/visits.csv"
name_zh = "走访记录"
name_en = "Visits"
grain = "one row per visit"
schedule = { freq = "M", due_day = 10 }
key = ["visit"]
as_of = "visited_on"
history_from = 2024-01-01
column = [
    { name = "visit", name_zh = "编号", type = "text", required = true, aliases = ["走访编号"] },
    { name = "ref_area", name_zh = "镇街道", type = "township", required = true },
    { name = "visited_on", name_zh = "走访日期", type = "date", required = true },
    { name = "persons", name_zh = "人数", type = "integer", unit = "人", minimum = 1, maximum = 9 },
    { name = "manner", name_zh = "方式", type = "vocabulary", vocabulary = ["上门", "电话"] },
    { name = "note", name_zh = "备注", type = "text" },
]

[[rule]]
name = "home_visits_count"
column = "persons"
expect = "manner <> '上门' or persons is not null"
cause_zh = "上门走访没有人数"
mend_zh = "补填人数"
"""
HEADING = "编号,镇街道,走访日期,人数,方式,备注"
FIRST = "a,当湖街道,2024-01-05,2,上门,甲"
SECOND = "b,钟埭,2024/1/6,,电话,"
THIRD = "c,曹桥街道,20240107,3,,丙"


@pytest.fixture(scope="module")
def contract(tmp_path_factory):
    path = tmp_path_factory.mktemp("contract") / "visits.toml"
    path.write_text(CONTRACT, encoding="utf-8")
    return read_contract(path)


class Desk:
    """Where one file is handed in: its receipt, the rows that go on and the faults found."""

    def __init__(self, con, contract, folder):
        self.con, self.contract, self.folder = con, contract, folder

    def receive(self, content, encoding="utf-8", contract=None):
        path = self.folder / "visits.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
        self.receipt = intake.receive(self.con, contract or self.contract, path, self.folder)
        return self.receipt

    def rows(self, columns="visit, line"):
        parquet = str(self.folder / "visits.parquet")
        return self.con.execute(f"select {columns} from read_parquet('{parquet}')").fetchall()

    def faults(self):
        sql = "select line, column_name, value, cause_zh from quarantine order by line, column_name"
        return self.con.execute(sql).fetchall()


@pytest.fixture
def clerk(desk, contract, tmp_path):
    return Desk(desk, contract, tmp_path)


def lines(*rows, end="\n"):
    return "".join(row + end for row in (HEADING, *rows))


THREE = lines(FIRST, SECOND, THIRD)


@pytest.mark.parametrize(
    ("encoding", "read_as"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("gb18030", "gb18030"),
        ("gbk", "gb18030"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
    ],
)
def test_the_encodings_offices_save_in_are_read_alike(clerk, encoding, read_as):
    receipt = clerk.receive(THREE, encoding)
    assert (receipt.rows, receipt.loaded, receipt.refused) == (3, 3, 0)
    assert receipt.encoding == read_as
    assert [name for _, name in clerk.rows("visit, note")] == ["甲", None, "丙"]


def test_a_character_only_gb18030_knows_survives(clerk):
    clerk.receive(lines("a,当湖街道,2024-01-05,2,上门,𠮷㙍"), "gb18030")
    assert clerk.rows("note") == [("𠮷㙍",)]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("last", [True, False])
def test_either_line_end_is_read_with_or_without_the_last(clerk, end, last):
    text = lines(FIRST, SECOND, end=end)
    clerk.receive(text if last else text.removesuffix(end))
    assert clerk.rows() == [("a", 2), ("b", 3)]


def test_values_are_typed_and_carry_the_file_and_line_they_came_from(clerk):
    clerk.receive(THREE)
    wanted = "ref_area, cast(visited_on as varchar), persons, file, line"
    assert clerk.rows(wanted) == [
        ("330482001", "2024-01-05", 2, "visits.csv", 2),
        ("330482002", "2024-01-06", None, "visits.csv", 3),
        ("330482003", "2024-01-07", 3, "visits.csv", 4),
    ]


def test_columns_are_found_by_any_of_their_headings_in_any_order(clerk):
    clerk.receive("走访日期, 镇街道 ,走访编号,persons\n2024-01-05,当湖,a,2\n")
    assert clerk.rows("visit, ref_area, persons, manner") == [("a", "330482001", 2, None)]


def test_a_column_nobody_asked_for_is_named_and_left_out(clerk):
    receipt = clerk.receive(f"{HEADING},电话,经办人\n{FIRST},1,2\n")
    assert receipt.surplus == ("电话", "经办人")
    assert receipt.loaded == 1


def test_a_missing_required_column_refuses_the_file(clerk):
    with pytest.raises(FileRefused, match="缺少必需的列：镇街道、走访日期"):
        clerk.receive("编号,人数\na,2\n")


def test_two_headings_for_one_column_refuse_the_file(clerk):
    with pytest.raises(FileRefused, match="表头“走访编号”与另一列指的是同一项"):
        clerk.receive(f"{HEADING},走访编号\n{FIRST},a\n")


def test_titles_above_the_heading_are_skipped_and_keep_the_line_numbers(clerk):
    clerk.receive(f'走访情况表,,,,,\n"单位：平湖市\n（盖章）",,,,,\n\n{THREE}')
    assert clerk.rows() == [("a", 6), ("b", 7), ("c", 8)]


def test_a_file_parted_by_tabs_is_read_like_one_parted_by_commas(clerk):
    receipt = clerk.receive(THREE.replace(",", "\t"), "utf-16")
    assert (receipt.loaded, clerk.rows()) == (3, [("a", 2), ("b", 3), ("c", 4)])


def test_a_row_of_totals_is_no_data_and_says_so(clerk):
    receipt = clerk.receive(lines(FIRST, SECOND, THIRD, "合计,,,5,,"))
    assert (receipt.loaded, receipt.refused) == (3, 1)
    assert clerk.faults() == [(5, None, None, "合计行，不是一条数据")]


def test_blanks_of_merged_cells_repeat_what_stands_above(clerk):
    receipt = clerk.receive(
        lines(
            "a,当湖街道,2024-01-05,2,上门,",
            "b,,2024-01-06,2,上门,",
            "c,,2024-01-07,2,上门,",
            "d,曹桥街道,2024-01-08,2,上门,",
            "e,,2024-01-09,2,上门,",
        )
    )
    areas = [area for (area,) in clerk.rows("ref_area")]
    assert areas == ["330482001"] * 3 + ["330482003"] * 2
    assert receipt.notes == ("“镇街道”列的3个空格按合并单元格向下填充",)


def test_a_cell_left_empty_is_not_taken_for_a_merged_one(clerk):
    empty = "c,,2024-01-07,2,上门,"
    receipt = clerk.receive(lines(FIRST, FIRST.replace("a,", "x,", 1), empty, SECOND, THIRD))
    assert (receipt.refused, receipt.notes) == (1, ())
    assert clerk.faults() == [(4, "ref_area", None, "必填项为空")]


def test_blank_lines_before_the_heading_keep_the_line_numbers(clerk):
    clerk.receive(f"\n\n{THREE}")
    assert clerk.rows() == [("a", 4), ("b", 5), ("c", 6)]


def test_blank_lines_between_and_after_keep_the_line_numbers(clerk):
    receipt = clerk.receive(lines(FIRST, "", SECOND, "", "", THIRD, "", ""))
    assert clerk.rows() == [("a", 2), ("b", 4), ("c", 7)]
    assert receipt.rows == 3


def test_rows_without_a_single_cell_filled_are_no_rows(clerk):
    receipt = clerk.receive(lines(FIRST, ",,,,,", SECOND, ",,,,,", ",,,,,"))
    assert (receipt.rows, receipt.loaded, receipt.refused) == (2, 2, 0)
    assert clerk.rows() == [("a", 2), ("b", 4)]


def test_a_file_of_empty_rows_alone_has_no_rows(clerk):
    with pytest.raises(FileRefused, match="没有数据行"):
        clerk.receive(lines(",,,,,", ",,,,,"))


def test_a_line_of_spaces_is_refused_by_its_number_and_costs_no_other(clerk):
    receipt = clerk.receive(lines(FIRST, "   ", 'b,钟埭,2024/1/6,,电话,"乙"', ""))
    assert clerk.rows() == [("a", 2), ("b", 4)]
    assert (receipt.rows, clerk.faults()) == (3, [(3, None, None, "列数少于表头")])


def test_a_heading_over_two_lines_keeps_the_line_numbers(clerk):
    receipt = clerk.receive(THREE.replace("备注", '"备注\n（可空）"'))
    assert clerk.rows("note, line") == [("甲", 3), (None, 4), ("丙", 5)]
    assert receipt.surplus == ()


def test_a_quoted_cell_over_several_lines_keeps_the_line_numbers(clerk):
    told = 'a,当湖街道,2024-01-05,2,上门,"第一行\n第二行，""引号""\n\n第四行"'
    receipt = clerk.receive(lines(told, SECOND, THIRD))
    assert receipt.rows == 3
    assert clerk.rows() == [("a", 2), ("b", 6), ("c", 7)]
    assert clerk.rows("note")[0] == ('第一行\n第二行，"引号"\n\n第四行',)


def test_a_line_with_too_many_or_too_few_cells_is_refused_by_its_number(clerk):
    receipt = clerk.receive(lines(FIRST, "x,当湖,2024-01-01,1,上门,备,注", SECOND, "y,当湖", THIRD))
    assert (receipt.rows, receipt.loaded, receipt.refused) == (5, 3, 2)
    assert clerk.rows() == [("a", 2), ("b", 4), ("c", 6)]
    assert clerk.faults() == [
        (3, None, None, "列数多于表头"),
        (5, None, None, "列数少于表头"),
    ]


def test_malformed_blank_and_continued_lines_together_keep_every_number(clerk):
    receipt = clerk.receive(
        lines(
            'a,当湖街道,2024-01-05,2,上门,"甲\n乙"',  # lines 2 and 3
            "",  # 4
            "x,当湖",  # 5
            SECOND,  # 6
            'd,当湖,2024-02-30,1,电话,"又\n一\n行"',  # 7 to 9
            "y,1,2,3,4,5,6,7",  # 10
            "",  # 11
            THIRD,  # 12
        )
    )
    assert (receipt.rows, receipt.loaded, receipt.refused) == (6, 3, 3)
    assert clerk.rows() == [("a", 2), ("b", 6), ("c", 12)]
    assert [fault[0] for fault in clerk.faults()] == [5, 7, 10]


@pytest.mark.parametrize(
    ("row", "column", "value", "cause"),
    [
        (",当湖街道,2024-01-05,2,上门,", "visit", None, "必填项为空"),
        ("x,　,2024-01-05,2,上门,", "ref_area", "　", "必填项为空"),
        ("x,西塘镇,2024-01-05,2,上门,", "ref_area", "西塘镇", "不认识的镇街道名称"),
        ("x,当湖,2024-02-30,2,上门,", "visited_on", "2024-02-30", "不是有效日期"),
        ("x,当湖,2024-01-05,两人,电话,", "persons", "两人", "不是整数"),
        ("x,当湖,2024-01-05,0,上门,", "persons", "0", "小于1人"),
        ("x,当湖,2024-01-05,10,上门,", "persons", "10", "大于9人"),
        ("x,当湖,2024-01-05,2,微信,", "manner", "微信", "不在规定的选项内"),
        ("x,当湖,2024-01-05,,上门,", "persons", None, "上门走访没有人数"),
    ],
)
def test_a_row_with_a_fault_is_refused_with_its_line_column_value_and_cause(
    clerk, row, column, value, cause
):
    receipt = clerk.receive(lines(FIRST, SECOND, row))
    assert (receipt.loaded, receipt.refused) == (2, 1)
    assert clerk.faults() == [(4, column, value, cause)]
    assert [name for name, _ in clerk.rows()] == ["a", "b"]


def test_every_fault_says_how_to_mend_it(clerk):
    clerk.receive(lines(FIRST, SECOND, "x,西塘镇,昨天,两人,微信,"))
    mends = records(clerk.con, "select column_name, mend_zh from quarantine order by column_name")
    assert [row["column_name"] for row in mends] == ["manner", "persons", "ref_area", "visited_on"]
    assert mends[0]["mend_zh"] == "改为以下之一：上门、电话"
    assert all(row["mend_zh"] for row in mends)


def test_a_row_with_two_faults_is_one_refused_row(clerk):
    receipt = clerk.receive(lines(FIRST, SECOND, "x,西塘镇,昨天,2,上门,"))
    assert (receipt.rows, receipt.loaded, receipt.refused) == (3, 2, 1)
    assert len(clerk.faults()) == 2


def test_an_empty_optional_cell_is_unknown_and_no_fault(clerk):
    clerk.receive(lines("a,当湖,2024-01-05,,,"))
    assert clerk.rows("persons, manner, note") == [(None, None, None)]


def test_of_two_rows_with_one_key_the_first_is_kept(clerk):
    again = "a,钟埭街道,2024-03-01,5,上门,后来的"
    receipt = clerk.receive(lines(FIRST, SECOND, again, THIRD))
    assert (receipt.rows, receipt.loaded, receipt.refused) == (4, 3, 1)
    assert clerk.rows("visit, note") == [("a", "甲"), ("b", None), ("c", "丙")]
    assert clerk.faults() == [(4, "visit", None, "与前面的一行重复")]


def test_a_refused_row_does_not_hold_its_key(clerk):
    clerk.receive(lines("a,当湖街道,2024-02-30,2,上门,错", FIRST, SECOND))
    assert clerk.rows() == [("a", 3), ("b", 4)]


def test_a_key_of_two_columns_repeats_only_when_both_do(clerk, contract):
    both = replace(contract, key=("visit", "visited_on"))
    other_day, same_day = FIRST.replace("01-05", "01-06"), FIRST.replace("甲", "再")
    receipt = clerk.receive(lines(FIRST, other_day, same_day), contract=both)
    assert receipt.loaded == 2
    assert clerk.rows() == [("a", 2), ("a", 3)]


def test_a_file_of_mostly_refused_rows_is_the_wrong_file(clerk):
    bad = "x,西塘镇,2024-01-05,2,上门,"
    with pytest.raises(FileRefused, match="3行中有2行不合格，疑似选错了文件"):
        clerk.receive(lines(FIRST, bad, bad))


def test_half_refused_is_not_yet_the_wrong_file(clerk):
    receipt = clerk.receive(lines(FIRST, "x,西塘镇,2024-01-05,2,上门,"))
    assert (receipt.loaded, receipt.refused) == (1, 1)


def test_an_unbalanced_quote_refuses_the_file_and_names_the_line(clerk):
    with pytest.raises(FileRefused, match="第4行的引号没有配对"):
        clerk.receive(lines(FIRST, SECOND, 'c,曹桥街道,2024-01-07,3,上门,"丙', FIRST))


def test_two_stray_quotes_never_swallow_the_rows_between_them(clerk):
    stray = 'x,当湖,2024-01-05,2,上门,1号"楼'
    try:
        receipt = clerk.receive(lines(FIRST, stray, SECOND, stray.replace("x", "y"), THIRD))
    except FileRefused:
        return
    assert receipt.rows == 5
    assert {"a", "b", "c"} <= {name for name, _ in clerk.rows()}


@pytest.mark.parametrize("content", [b"", b"\n\n\n", b"\xef\xbb\xbf", b" , ,\n"])
def test_an_empty_file_is_refused(clerk, content):
    with pytest.raises(FileRefused, match="文件是空的"):
        clerk.receive(content)


@pytest.mark.parametrize("content", [HEADING, HEADING + "\n", HEADING + "\n\n\n"])
def test_a_file_of_a_heading_alone_is_refused(clerk, content):
    with pytest.raises(FileRefused, match="没有数据行"):
        clerk.receive(content)


@pytest.mark.parametrize(
    "content",
    [
        THREE.encode("utf-16") + b"\x00",
        THREE.encode("utf-8")[:-4] + b"\xff\xff\n",
        b"\xef\xbb\xbf" + THREE.encode("gb18030"),
        THREE.encode("gb18030") + "甲".encode("gb18030")[:1],
    ],
    ids=[
        "half a unit of UTF-16",
        "stray bytes",
        "a mark of UTF-8 over GB18030",
        "half a character at the end",
    ],
)
def test_bytes_in_no_known_encoding_refuse_the_file_and_say_how_to_save_it(clerk, content):
    with pytest.raises(FileRefused, match=r"编码.*CSV UTF-8"):
        clerk.receive(content)


def test_a_workbook_renamed_csv_is_refused(clerk, tmp_path):
    with zipfile.ZipFile(tmp_path / "book.xlsx", "w") as book:
        book.writestr("xl/worksheets/sheet1.xml", THREE * 50)
    with pytest.raises(FileRefused):
        clerk.receive((tmp_path / "book.xlsx").read_bytes())


def test_another_separator_refuses_the_file(clerk):
    with pytest.raises(FileRefused, match="缺少必需的列"):
        clerk.receive(THREE.replace(",", ";"))


def test_a_file_that_is_not_there_is_refused_by_name(clerk, tmp_path):
    with pytest.raises(FileRefused, match=r"找不到文件gone\.csv.*extracts/visits\.csv"):
        intake.receive(clerk.con, clerk.contract, tmp_path / "gone.csv", tmp_path)


def test_a_cell_cannot_smuggle_sql(clerk):
    cell = "'); drop table quarantine; --"
    clerk.receive(lines(f"a,当湖,2024-01-05,2,上门,{cell}"))
    assert clerk.rows("note") == [(cell,)]
    assert clerk.faults() == []


def test_a_formula_stays_text(clerk):
    clerk.receive(lines("a,当湖,2024-01-05,2,上门,=1+1"))
    assert clerk.rows("note") == [("=1+1",)]


def test_each_of_many_rows_keeps_its_own_line(clerk):
    rows = [f"v{number},当湖街道,2024-01-05,2,上门," for number in range(9_000)]
    rows[6_000] = "v6000,当湖街道,2024-01-05,2"
    receipt = clerk.receive(lines(*rows))
    assert (receipt.rows, receipt.refused) == (9_000, 1)
    assert clerk.faults() == [(6_002, None, None, "列数少于表头")]
    assert all(line == int(visit[1:]) + 2 for visit, line in clerk.rows())


def test_every_row_of_the_shipped_extracts_is_accounted_for(demo_shelf, contracts):
    receipts = records(demo_shelf, "select * from receipt")
    assert len(receipts) == len(contracts)
    assert all(row["rows"] == row["loaded"] + row["refused"] for row in receipts)
    refused = dict(
        demo_shelf.execute(
            "select contract, count(distinct line) from refusal group by all"
        ).fetchall()
    )
    assert {row["contract"]: row["refused"] for row in receipts if row["refused"]} == refused


def test_a_shipped_payment_stands_on_the_line_it_names(demo, demo_shelf):
    shipped = (demo.folder / "staging" / "assistance_payments.parquet").as_posix()
    staged = demo_shelf.execute(f"select payment, line from read_parquet('{shipped}')").fetchall()
    text = (SHIPPED / "extracts" / "assistance_payments.csv").read_text(encoding="utf-8-sig")
    written = text.split("\n")
    assert len(staged) > 90_000
    assert all(written[line - 1].startswith(f"{payment},") for payment, line in staged)


def test_what_is_published_never_holds_a_sensitive_value(demo_shelf, demo_records):
    sensitive = [
        row
        for row in records(demo_shelf, "select * from refusal")
        if row["contract"] == "assistance_payments"
    ]
    assert sensitive
    assert all(row["value"] is None for row in sensitive)
    assert any(row["masked"] for row in sensitive)
    values = demo_records.execute(
        "select count(value) from quarantine where contract = 'assistance_payments'"
    ).fetchall()[0][0]
    assert values == sum(row["masked"] for row in sensitive)


def test_what_an_open_extract_got_wrong_is_published_as_it_was_written(demo_shelf):
    shown = records(
        demo_shelf, "select value, masked from refusal where contract = 'organizations'"
    )
    assert any(row["value"] for row in shown)
    assert not any(row["masked"] for row in shown)


def test_what_is_published_has_no_column_of_a_person(demo_shelf, contracts):
    personal = {"person", "household", "payment", "worker", "birth_year", "sex"}
    columns = demo_shelf.execute("select distinct column_name from duckdb_columns()").fetchall()
    assert not personal & {name for (name,) in columns}
    assert personal <= {
        column.name for contract in contracts.values() for column in contract.columns
    }
