"""The page of free analysis as a reader's script runs it, for every role."""

import csv
import io
import json
import shutil

import duckdb
import openpyxl
import pandas as pd
import pytest

from queries import exploring, saved, versions
from queries.places import ROOT
from queries.questions import Question, question
from tests.opening import opened, texts
from ui import chart_explore, labels, labels_explore, permits, pivot, pivot_html, reading, sheets
from ui.permits import Reader
from ui.wording_numbers import STATUS_WORDS

EXTRACTS = {
    "meal_points": "open",
    "meal_services": "open",
    "organizations": "open",
    "resident_lounges": "open",
    "social_workers": "internal",
    "assistance_payments": "sensitive",
}
MAY_ASK = {
    "viewer": {"open"},
    "analyst": {"open", "internal"},
    "steward": {"open", "internal", "sensitive"},
}


@pytest.fixture
def open_page(demo, monkeypatch, tmp_path):
    """Return a function: role and address in, the page out."""
    monkeypatch.setattr(reading, "VAR", demo.folder.parent.parent)

    def run(role="steward", place="explore", **parameters):
        monkeypatch.setattr(permits, "reader", lambda: Reader("王芳（wang）", role, "oidc"))
        return opened(place, **parameters)

    return run


def values(page, place):
    return next(one for one in page.multiselect if one.key.startswith(f"ask-values-{place}-"))


@pytest.mark.parametrize("dataset", ["", *EXTRACTS])
@pytest.mark.parametrize("role", MAY_ASK)
def test_a_role_asks_what_it_may_and_is_told_why_not_of_the_rest(open_page, dataset, role):
    shown = texts(open_page(role, dataset=dataset))
    may = not dataset or EXTRACTS[dataset] in MAY_ASK[role]
    assert any(f'class="{kind}"' in shown for kind in ("bars", "explored-numbers")) == may
    assert (labels_explore.REFUSED in shown) != may
    if not may:
        assert labels_explore.WHY[EXTRACTS[dataset]] in shown
        assert "<td" not in shown


def test_sensitive_data_freely_asked_say_that_they_are_not_protected(open_page):
    page = open_page("steward", dataset="assistance_payments", by="programme")
    assert labels_explore.UNPROTECTED in [one.value for one in page.warning]


@pytest.mark.parametrize(
    "asked",
    [
        {"by": "ref_area"},
        {"by": "ref_area", "chart": "map"},
        {"by": "ref_area", "measure": "per/population_60", "chart": "map"},
        {"by": "registered_on.year", "where": "registered_on:last:5y"},
        {"by": "registered_on.quarter,field", "where": "registered_on:last:3y", "show": "year"},
        {"by": "field,kind"},
        {"by": "field,kind", "chart": "heat", "show": "row"},
        {"by": "field,kind,grade.band", "measure": "count,distinct:community"},
        {"by": "community", "top": "5", "sort": "down"},
        {"measure": "count,share:is_community=是"},
        {"where": "name:contains:没有这样的名称"},
        {"by": "registered_on", "top": "3"},
    ],
)
def test_every_shape_of_answer_is_drawn(open_page, asked):
    page = open_page(dataset="organizations", **asked)
    shown = texts(page)
    assert labels_explore.REFUSED not in shown
    assert "社会组织登记台账" in shown


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"dataset": "nothing"}, "没有名为“nothing”的数据"),
        ({"dataset": "organizations", "by": "credit_codes"}, "没有“credit_codes”这一列"),
        ({"dataset": "social_workers", "by": "worker"}, "身份编号"),
        ({"dataset": "organizations", "where": "kind:near:1"}, "看不懂"),
        ({"dataset": "organizations", "by": "kind", "cell": "a,b"}, "对不上"),
    ],
)
def test_a_broken_link_says_what_is_wrong_with_it(open_page, told, said):
    assert said in texts(open_page(**told))


def test_the_question_in_the_address_stands_in_the_controls(open_page):
    page = open_page(
        dataset="organizations", by="field,grade.band", where="basis:in:登记;name:contains:协会"
    )
    chosen = {one.key: one.value for one in [*page.selectbox, *page.multiselect]}
    assert chosen["ask-dataset"] == "organizations"
    assert chosen["ask-by"] == ["field", "grade.band"]
    assert chosen["ask-filters"] == ["basis", "name"]
    assert values(page, 0).value == ["登记"]
    assert page.text_input(key="ask-text-1").value == "协会"


def test_a_control_writes_the_changed_question_into_the_address(open_page):
    page = open_page(dataset="organizations", by="field")
    page.multiselect(key="ask-filters").set_value(["basis"]).run()
    values(page, 0).set_value(["登记", "备案"]).run()
    page.multiselect(key="ask-by").set_value(["kind", "ref_area"]).run()
    told = {name: "".join(text) for name, text in page.query_params.items()}
    assert question(told) == question(
        {"dataset": "organizations", "by": "kind,ref_area", "where": "basis:in:登记|备案"}
    )


def test_a_filter_keeps_its_values_when_another_changes_their_counts(open_page):
    """Streamlit knows a choice by its label, and the counts stand in it."""
    asked = {"dataset": "organizations", "by": "field", "where": "basis:in:登记;kind:in"}
    page = open_page(**asked)
    for kind in (["社会团体"], ["社会团体", "基金会"], ["基金会"]):
        values(page, 1).set_value(kind).run()
        told = {name: "".join(text) for name, text in page.query_params.items()}
        assert told["where"] == f"basis:in:登记;kind:in:{'|'.join(kind)}"
        assert values(page, 0).value == ["登记"]


def test_rows_behind_a_cell_open_for_those_who_may_see_rows(open_page):
    told = {"dataset": "meal_points", "by": "ref_area,kind", "cell": "330482001,中心食堂"}
    assert open_page("analyst", **told).dataframe[0].value.shape[0] == 4
    viewer = open_page("viewer", **told)
    assert not viewer.dataframe
    assert labels_explore.NO_ROWS_FOR_YOU in texts(viewer)


def test_numbers_lead_to_rows_only_for_those_who_may_see_rows(open_page):
    told = {"dataset": "meal_points", "by": "ref_area"}
    assert "cell=330482001" in texts(open_page("analyst", **told))
    assert "cell=" not in texts(open_page("viewer", **told))


def test_what_the_board_withholds_is_withheld_in_free_analysis_too(open_page, demo, demo_shelf):
    withheld = demo_shelf.execute(
        "select indicator, ref_area from observation where obs_status = 'Q' "
        "and category = '_T' and time_period = '2024-08' limit 1"
    ).fetchone()
    assert withheld, "the demo withholds nothing"
    where = f"indicator:in:{withheld[0]};period:last:1m;freq:in:月;category:in:_T"
    page = open_page(
        "viewer", dataset="observation", by="ref_area", measure="only:obs_value", where=where
    )
    assert STATUS_WORDS["Q"] in texts(page)
    dataset = exploring.known(demo)["observation"]
    asked = exploring.plan(
        dataset,
        question({"by": "ref_area", "measure": "only:obs_value", "where": where, "dataset": "o"}),
    )
    cells = exploring.answer(demo, asked).cells
    row = cells[cells["d1"] == withheld[1]].iloc[0]
    assert row["status"] == "Q"
    assert row[["b1", "m1", "s1"]].isna().all()


def laid_out(demo, **told):
    asked = question(told)
    plan = exploring.plan(exploring.known(demo)[asked.dataset], asked)
    return pivot.pivot(exploring.answer(demo, plan))


def test_the_workbook_is_the_table_of_the_screen(demo):
    table = laid_out(demo, dataset="organizations", by="field,kind", measure="count")
    about = sheets.About("一句话", "口径", "v1", "2024年8月31日")
    book = openpyxl.load_workbook(io.BytesIO(sheets.workbook(table.frame(), about.notes, "水印")))
    sheet = book["数据"]
    heading, *rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert heading[:2] == ["服务领域", "社会团体·记录数（条）"]
    shown = [[*line.words, *(cell.number for cell in line.cells)] for line in table.lines]
    assert rows == shown
    assert all(isinstance(value, int | float) for row in rows for value in row[1:])
    assert sheet.freeze_panes == "A2"
    notes = "\n".join(str(row[1].value) for row in book["说明"].iter_rows())
    for words in ("一句话", "口径", "v1", "2024年8月31日", labels.DEMO_NOTE, "水印", "已保护"):
        assert words in notes


ACTING = ["=1+1", "+1", "-1", "@a", "\t=1", '=HYPERLINK("http://x")']


def test_text_that_looks_like_a_formula_is_text_in_every_file():
    rows = pd.DataFrame({"名称": ACTING})
    lines = list(csv.reader(io.StringIO(sheets.csv(rows, {}, "").decode("utf-8-sig"))))
    assert lines[1:] == [[f"'{text}"] for text in ACTING]
    book = openpyxl.load_workbook(io.BytesIO(sheets.workbook(rows, {}, "")))
    cells = [cell for (cell,) in book["数据"].iter_rows(min_row=2)]
    assert [(cell.data_type, cell.value, cell.hyperlink) for cell in cells] == [
        ("s", text, None) for text in ACTING
    ]


def test_parquet_keeps_numbers_and_says_what_it_is():
    import pyarrow.parquet as pq

    rows = pd.DataFrame({"镇": ["甲", "乙"], "数": [1.5, None]})
    table = pq.read_table(io.BytesIO(sheets.parquet(rows, {"内容": "题"}, "水印")))
    assert table.to_pandas().equals(rows)
    assert table.schema.metadata["内容".encode()] == "题".encode()
    assert table.schema.metadata["密级与导出".encode()] == "水印".encode()


def test_a_question_without_dimensions_is_a_number_writ_large(demo):
    html = pivot_html.numbers(laid_out(demo, dataset="organizations"), lambda codes: "")
    assert "1,073" in html


def test_more_lines_than_a_screen_takes_are_in_the_file_alone(demo, monkeypatch):
    monkeypatch.setattr(pivot_html, "MOST_LINES", 3)
    table = laid_out(demo, dataset="organizations", by="field")
    html = pivot_html.table(table, lambda codes: "")
    assert html.count("<tr") == 1 + 3
    assert "合计" in html
    assert len(table.frame()) == 9


def test_words_of_the_data_never_become_markup(demo):
    table = laid_out(demo, dataset="organizations", by="field")
    line = table.lines[0]
    evil = pivot.Line(("<script>alert(1)</script>",), "row", line.cells)
    broken = pivot.Pivot(table.names, "", table.columns, [evil])
    for draw in (pivot_html.table, pivot_html.bars):
        assert "<script" not in draw(broken, lambda codes: "")


def test_charts_follow_from_the_shape_of_the_answer(demo):
    def kinds(**told):
        asked = question({"dataset": "meal_services", **told})
        plan = exploring.plan(exploring.known(demo)["meal_services"], asked)
        return chart_explore.suited(exploring.answer(demo, plan))

    assert kinds() == ["numbers"]
    assert kinds(by="month")[0] == "line"
    assert kinds(by="ref_area") == ["bar", "map", "table"]
    assert kinds(by="ref_area,month")[0] == "line"
    assert kinds(by="ref_area,meals.band")[0] == "stacked"
    assert kinds(by="ref_area,meals.band", measure="mean:meals") == ["heat", "table"]
    assert kinds(by="ref_area,meals.band,month") == ["table"]


def test_a_view_is_saved_under_the_readers_name_and_opened_by_a_link(
    open_page, monkeypatch, tmp_path
):
    data = tmp_path / "data"
    for part in ("access", "geo"):
        shutil.copytree(ROOT / "data" / part, data / part)
    monkeypatch.setattr(reading, "DATA", data)
    page = open_page("analyst", dataset="organizations", by="field")
    page.text_input(key="view-name").set_value("按领域")
    page.button(key="keep").click().run()
    (kept,), wrong = saved.views(data)
    assert not wrong
    assert (kept.name, kept.owner) == ("按领域", "王芳（wang）")
    assert question(kept.question) == Question("organizations", ("field",))
    assert "按领域" in [link.proto.label for link in page.get("page_link")]
    assert "pin-" not in " ".join(one.key or "" for one in page.button)
    steward = open_page("steward", dataset="organizations", by="field")
    steward.button(key=f"pin-{kept.id}").click().run()
    assert saved.views(data)[0][0].overview
    assert "按领域" in texts(open_page("viewer", place=""))
    again = open_page("analyst", dataset="organizations", by="field")
    again.text_input(key="view-name").set_value("按领域")
    again.button(key="keep").click().run()
    assert "已有叫“按领域”的视图" in again.warning[0].value


def test_a_viewer_is_offered_nothing_to_save(open_page):
    page = open_page("viewer", dataset="organizations", by="field")
    assert "view-name" not in [one.key for one in page.text_input]


def test_the_line_chart_has_every_period_and_zero_where_nothing_was(demo):
    told = {"dataset": "organizations", "by": "registered_on.year,kind"}
    asked = question(told | {"where": "registered_on:last:3y"})
    plan = exploring.plan(exploring.known(demo)["organizations"], asked)
    drawn = json.loads(chart_explore.line(exploring.answer(demo, plan), False).to_json())
    lines = {trace["name"]: trace["y"] for trace in drawn["data"] if trace.get("name")}
    assert all(len(values) == 3 for values in lines.values())
    assert 0 in lines["基金会"]


def test_a_version_from_before_says_so_instead_of_failing(open_page, demo, tmp_path, monkeypatch):
    early = shutil.copytree(demo.folder, tmp_path / "versions" / "0123456789ab")
    with duckdb.connect(str(early / "published.duckdb")) as con:
        con.execute("alter table contract_column drop column band_zh")
    versions.switch(tmp_path, early.name)
    monkeypatch.setattr(reading, "VAR", tmp_path)
    assert labels_explore.OLD_VERSION in texts(open_page())
