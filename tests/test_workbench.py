"""The workbench as a reader's script runs it: link, run, answer, error, files, what is noted."""

import datetime
import io
import shutil
from decimal import Decimal
from types import SimpleNamespace

import openpyxl
import pandas as pd
import pytest
from streamlit.runtime.media_file_manager import MediaFileManager

from queries import audit, sandbox, store
from queries.examples import examples
from tests.opening import opened, ran, texts
from tests.rows import SHIPPED, tiny_data
from ui import (
    chart_query,
    labels_workbench,
    permits,
    reading,
    sheets,
    wording_workbench,
    workbench,
)
from ui.permits import Reader

COUNT = "select count(*) as 个数 from reference.township"
CSV, XLSX = "查询结果.csv", "查询结果.xlsx"


class Bench:
    """The workbench over the tiny county, for a reader whose role a test decides."""

    def __init__(self, data, patch):
        self.data, self.patch, self.files = data, patch, {}

    def read_by(self, role):
        self.patch.setattr(permits, "reader", lambda: Reader("王芳（wang）", role, "oidc"))

    def open(self, **parameters):
        return opened("workbench", **parameters)

    def run(self, sql, button="workbench-run"):
        page = self.open(sql=sql)
        page.button(key=button).click()
        return ran(page)

    def noted(self):
        return [one for one in audit.entries(self.data) if one["what"] == "queried"]


@pytest.fixture
def bench(tiny, tmp_path, monkeypatch):
    data = tiny_data(tmp_path / "data")
    shutil.copytree(SHIPPED / "geo", data / "geo")
    monkeypatch.setattr(reading, "VAR", tiny.folder.parent.parent)
    monkeypatch.setattr(reading, "DATA", data)
    monkeypatch.setattr(permits, "DATA", data)
    bench = Bench(data, monkeypatch)
    bench.read_by("steward")

    def offered(self, make, mimetype, coordinates, file_name=None, **more):
        bench.files[file_name] = make
        return f"file-{len(bench.files)}"

    monkeypatch.setattr(MediaFileManager, "add_deferred", offered)
    return bench


def test_a_link_shows_its_statement_and_does_not_run_it(bench):
    page = bench.open(sql=COUNT)
    assert page.text_area(key="workbench-sql").value == COUNT
    assert labels_workbench.NOT_RUN_YET in texts(page)
    assert not page.dataframe
    assert bench.noted() == []


def test_a_click_before_the_browser_knows_the_new_address_runs_what_is_written(bench):
    page = ran(bench.open())
    page.text_area(key="workbench-sql").input(COUNT)
    ran(page)  # leaving the editor is a run of its own, and puts the statement into the address
    page.query_params.clear()  # the click on its heels still brings the address of before
    page.button(key="workbench-run").click()
    ran(page)
    assert page.text_area(key="workbench-sql").value == COUNT
    assert page.dataframe[0].value["个数"].tolist() == [9]
    assert "".join(page.query_params["sql"]) == COUNT


def test_a_statement_is_run_shown_and_noted(bench):
    page = bench.run(COUNT)
    assert page.dataframe[0].value["个数"].tolist() == [9]
    assert "共1行" in texts(page)
    (noted,) = bench.noted()
    assert (noted["of"], noted["rows"], noted["who"]) == (COUNT, 1, "王芳（wang）")
    assert noted["version"] == reading.live().id


def test_what_is_typed_goes_into_the_address_and_the_old_answer_says_it_is_old(bench):
    page = bench.run(COUNT)
    page.text_area(key="workbench-sql").set_value(f"{COUNT} where in_scope")
    ran(page)
    assert page.query_params["sql"] == f"{COUNT} where in_scope"
    assert labels_workbench.ANSWER_IS_OLD in texts(page)
    assert len(bench.noted()) == 1


def test_a_statement_too_long_for_a_link_stays_in_the_editor_and_says_so(bench):
    page = bench.open()
    sql = COUNT + " -- " + "长" * 1_000
    page.text_area(key="workbench-sql").set_value(sql)
    ran(page)
    assert "sql" not in page.query_params
    assert labels_workbench.TOO_LONG_FOR_LINK in texts(page)
    page.button(key="workbench-run").click()
    ran(page)
    assert page.text_area(key="workbench-sql").value == sql
    assert page.dataframe[0].value["个数"].tolist() == [9]


def test_a_wrong_statement_says_where_and_what_was_meant_and_is_noted(bench):
    page = bench.run("select 镇街道\nfrom observation")
    shown = texts(page)
    assert "第1行第8列：没有叫“镇街道”的列" in shown
    assert "是不是想写：ref_area" in shown
    assert "Traceback" not in shown
    (noted,) = bench.noted()
    assert noted["reason"] == "没有结果：engine"
    assert "rows" not in noted


def test_a_refused_statement_is_noted_too(bench):
    page = bench.run("copy observation to '/tmp/x.csv'")
    assert "只运行SELECT" in texts(page)
    assert bench.noted()[0]["reason"] == "没有结果：not_select"


def test_a_plan_is_shown(bench):
    page = bench.run(COUNT, "workbench-plan")
    assert labels_workbench.EXPLAINED in texts(page)
    assert 'class="plan"' in texts(page)
    assert bench.noted()[0]["reason"] == "执行计划"


def test_what_cannot_be_noted_is_not_shown(bench):
    def full(*_, **__):
        raise OSError("no space left")

    page = bench.open(sql=COUNT)
    bench.patch.setattr(audit, "note", full)
    page.button(key="workbench-run").click()
    page.run()
    assert page.exception
    assert not page.dataframe


def test_an_analyst_sees_rows_but_no_sensitive_ones_and_is_told_why(bench):
    bench.read_by("analyst")
    shown = texts(bench.open())
    assert "records.organizations" in shown
    assert "sensitive.assistance_payments" not in shown
    assert "敏感明细不在此列" in shown
    assert not any("sensitive." in sql and title in shown for title, sql in examples().items())
    page = bench.run("select * from sensitive.assistance_payments")
    assert "没有叫“sensitive”的库" in texts(page)
    assert not page.dataframe


def test_a_steward_sees_that_sensitive_rows_are_not_protected(bench):
    page = bench.run(
        "select programme, count(*) as n from sensitive.assistance_payments group by 1"
    )
    assert labels_workbench.SENSITIVE_ANSWER in texts(page)
    content = bench.files[CSV]().decode("utf-8-sig")
    assert "敏感" in content.splitlines()[-1]
    assert "王芳" in content.splitlines()[-1]


def test_an_answer_is_not_shown_any_longer_to_who_lost_the_right(bench):
    page = bench.run("select count(*) as n from sensitive.assistance_payments")
    assert page.dataframe
    bench.read_by("analyst")
    ran(page)
    assert not page.dataframe
    assert CSV not in {button.proto.label for button in page.get("download_button")}


def test_what_the_page_offers_is_asked_for_again_where_it_is_carried_out(bench):
    bench.read_by("analyst")
    with pytest.raises(permits.NotPermitted):
        reading.query(reading.live(), "select 1", ("sensitive",), False, lambda: None)
    bench.read_by("viewer")
    with pytest.raises(permits.NotPermitted):
        reading.query(reading.live(), "select 1", (), False, lambda: None)


def test_the_history_leads_back_to_what_was_run(bench):
    page = bench.run(COUNT)
    page.text_area(key="workbench-sql").set_value("select 2 as b")
    ran(page)
    page.button(key="workbench-run").click()
    ran(page)
    shown = texts(page)
    assert shown.index("select 2 as b</a>") < shown.index(f"{COUNT}</a>")
    assert "sql=select+2+as+b" in shown


def test_a_version_built_before_says_that_it_cannot_be_asked(bench, tiny, tmp_path):
    var = shutil.copytree(tiny.folder.parent.parent, tmp_path / "var")
    for path in var.glob("versions/*/rows*.duckdb"):
        path.unlink()
    bench.patch.setattr(reading, "VAR", var)
    page = bench.open(sql=COUNT)
    assert "没有供工作台查询的数据文件" in texts(page)
    assert not page.text_area


def test_a_reader_who_closes_the_page_leaves_no_query_behind_and_it_is_noted(bench):
    def gone(*_, **__):
        raise KeyboardInterrupt  # as Streamlit ends a script: no Exception

    bench.patch.setattr(sandbox, "run", gone)
    page = SimpleNamespace(version=reading.live(), chosen=None)
    bench.patch.setattr(workbench.workbench_run, "_beat", lambda *_: None)
    with pytest.raises(KeyboardInterrupt):
        workbench.workbench_run.run(page, workbench.Asked(COUNT, run=True))
    assert bench.noted()[0]["reason"] == "没有运行完"


# Labels


def test_every_table_and_column_that_can_be_asked_has_a_chinese_name(tiny, tiny_shelf):
    shown = store.read(tiny, "workbench_columns")
    rows = store.read(tiny, "workbench_rows")
    for one in (shown, rows):
        assert not one[~one["table_zh"].str.contains("[一-鿿]")]["table_name"].tolist()
        # names that are the same in any language
        nameless = one[~one["column_zh"].str.contains("[一-鿿]")]
        assert set(nameless["column_zh"]) <= {"SQL", "SHA-256"}
    stored = tiny_shelf.execute(
        "select count(*) from duckdb_columns() where schema_name in ('main', 'reference')"
        " and database_name = current_database()"
    ).fetchall()[0][0]
    assert len(shown) == stored > 250


def test_labels_are_those_of_tables_that_are_there(tiny, tiny_shelf):
    shown = store.read(tiny, "workbench_columns")
    columns = set(zip(shown["table_name"], shown["column_name"], strict=True))
    labelled = tiny_shelf.execute("select table_name, column_name from reference.column_label")
    for table, column in labelled.fetchall():
        if table == "*":
            assert column in set(shown["column_name"]), column
        else:
            assert (table, column) in columns
    tables = tiny_shelf.execute("select table_name from reference.table_label").fetchall()
    assert {table for (table,) in tables} <= set(shown["table_name"])


def test_rows_are_described_column_by_column_as_they_lie_in_their_files(tiny):
    described = store.read(tiny, "workbench_rows")
    for source in ("records", "sensitive"):
        own = described[described["source"] == source]
        for table in own["table_name"].unique():
            found = sandbox.run(tiny, f"from {table} limit 1", (source,)).rows.columns
            assert set(found) == set(own[own["table_name"] == table]["column_name"])


# Files

ROWS = pd.DataFrame(
    {
        "名称": pd.Series(["=1+1", "甲", None], dtype=object),
        "金额": [Decimal("1234.50"), None, Decimal("-3")],
        "日期": [datetime.date(2024, 2, 29), None, datetime.date(2024, 3, 1)],
        "时刻": pd.to_datetime(["2024-02-29T08:30", None, "2024-03-01T00:00"]),
        "个数": pd.Series([1, None, 1 << 60], dtype="Int64"),
        "表": [["甲", 1], {"a": "乙"}, None],
        "是否": [True, False, None],
    }
)


def test_a_csv_opens_right_and_nothing_in_it_acts():
    content = sheets.csv(wording_workbench.flat(ROWS), {}, "=水印")
    assert content.startswith("\ufeff".encode())
    lines = content.decode("utf-8-sig").splitlines()
    assert lines[0] == "名称,金额,日期,时刻,个数,表,是否"
    assert lines[1].startswith("'=1+1,1234.50,2024-02-29,2024-02-29 08:30:00,1,")
    assert lines[-1] == "'=水印"


def test_a_workbook_has_typed_cells_a_frozen_heading_and_says_what_it_is():
    content = sheets.workbook(
        wording_workbench.flat(ROWS), {"SQL": "=select 1", "数据版本": "abc"}, "水印"
    )
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet, notes = book.worksheets
    assert sheet.freeze_panes == "A2"
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0] == tuple(ROWS.columns)
    assert rows[1][:5] == (
        "=1+1",
        1234.5,
        datetime.datetime(2024, 2, 29),
        datetime.datetime(2024, 2, 29, 8, 30),
        1,
    )
    assert rows[1][5:] == ('["甲", 1]', True)
    assert rows[2] == ("甲", None, None, None, None, '{"a": "乙"}', False)
    assert rows[3][4] == str(1 << 60)  # a spreadsheet would round it
    assert sheet["A2"].data_type == "s"
    assert sheet["B2"].data_type == "n"
    told = dict(notes.iter_rows(values_only=True))
    assert told == {"SQL": "=select 1", "数据版本": "abc", "密级与导出": "水印"}
    assert notes["B1"].data_type == "s"


def test_files_say_the_same_as_the_screen(bench):
    page = bench.run(
        "select name_zh as 镇街道, area_km2 as 面积 from reference.township order by 1"
    )
    shown = page.dataframe[0].value
    book = openpyxl.load_workbook(io.BytesIO(bench.files[XLSX]()))
    heads, *rows = book.worksheets[0].iter_rows(values_only=True)
    assert list(heads) == list(shown.columns)
    assert rows == [tuple(row) for row in shown.itertuples(index=False)]
    told = dict(book.worksheets[1].iter_rows(values_only=True))
    assert told["SQL"].startswith("select name_zh")
    assert told["数据版本"] == reading.live().id
    assert "共9行" in told["行数"]
    assert "王芳" in told["密级与导出"]
    taken = [one["of"] for one in audit.entries(bench.data) if one["what"] == "exported"]
    assert taken == [XLSX]


# Charts


def shape(types, **columns):
    rows = pd.DataFrame(columns)
    found = chart_query.shape(rows, dict(zip(columns, types, strict=True)))
    return rows, found


@pytest.mark.parametrize(
    ("types", "columns", "kind"),
    [
        (("VARCHAR", "DOUBLE"), {"t": ["2024-01", "2024-02"], "n": [1.0, 2.0]}, "line"),
        (("VARCHAR", "DOUBLE"), {"t": ["2023", "2024"], "n": [1.0, 2.0]}, "line"),
        (("BIGINT", "DOUBLE"), {"t": [2023, 2024], "n": [1.0, 2.0]}, "line"),
        (("VARCHAR", "BIGINT"), {"t": ["甲", "乙"], "n": [3, 1]}, "bar"),
        (("VARCHAR", "VARCHAR"), {"t": ["甲", "乙"], "n": ["丙", "丁"]}, None),
        (("VARCHAR", "BIGINT"), {"t": ["甲", "甲"], "n": [3, 1]}, None),
        (("VARCHAR", "BIGINT"), {"t": ["甲"], "n": [3]}, None),
        (("VARCHAR", "BIGINT"), {"t": [str(i) + "号" for i in range(40)], "n": [1] * 40}, None),
    ],
)
def test_the_chart_follows_from_the_shape_of_the_answer(types, columns, kind):
    rows, found = shape(types, **columns)
    assert (found.kind if found else None) == kind
    if found:
        figure = chart_query.draw(rows, found)
        along = "x" if kind == "line" else "y"
        values = "y" if kind == "line" else "x"
        assert list(figure.data[0][values]) == columns["n"]
        assert list(figure.data[0][along]) == [0, 1]


def test_lines_are_parted_by_words_and_a_period_without_a_value_has_no_point():
    rows, found = shape(
        ("VARCHAR", "VARCHAR", "DOUBLE"),
        t=["2024-01", "2024-02", "2024-01", "2024-02"],
        w=["甲", "甲", "乙", "乙"],
        n=[1.0, 2.0, 3.0, None],
    )
    assert found == chart_query.Shape("line", "t", "n", "w")
    figure = chart_query.draw(rows, found)
    assert [list(trace.y) for trace in figure.data] == [[1.0, 2.0], [3.0]]
    assert {"甲", "乙"} <= {note.text.split("</span> ")[-1] for note in figure.layout.annotations}
