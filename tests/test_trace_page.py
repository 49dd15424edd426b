"""The page behind every number: what it shows of each kind, and that every number leads to it."""

import re
from html import unescape
from urllib.parse import parse_qs

import pytest

from queries.catalogue import load_catalogue
from queries.places import ROOT
from tests.opening import opened, texts
from tests.unlike import unlike
from ui import labels, links, permits, reading, tracing, wording_trace
from ui.selection import Selection, from_parameters

CATALOGUE = load_catalogue()
XINCANG = "330482103"  # one of its months nobody reported
LINK = re.compile(r'<a class="within (\S+)" href="trace\?([^"]*)" target="_self">(.*?)</a>')
COUNTED = re.compile("逐行重算一致|没有符合条件的行，得")


@pytest.fixture
def open_page(demo, monkeypatch):
    """Return a function that runs the page at an address and gives back the AppTest."""
    monkeypatch.setattr(reading, "VAR", demo.folder.parent.parent)

    def run(place="trace", **parameters):
        return opened(place, **parameters)

    return run


def records(page):
    """Return the table of records, as lists of cells, heads first."""
    table = re.search(r'<div class="records">(.*)</div>', texts(page))
    if table is None:
        return []
    return [
        [unescape(cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)]
        for row in re.findall(r"<tr>(.*?)</tr>", table[1])
    ]


def traces(page):
    """Return (class, parameters, words) of every link to a trace."""
    return [
        (kind, {name: values[0] for name, values in parse_qs(unescape(query)).items()}, words)
        for kind, query, words in LINK.findall(texts(page))
    ]


@pytest.mark.parametrize("indicator", unlike(each_extract=True))
def test_an_indicator_is_traced_to_its_rows(open_page, demo, indicator):
    declared = CATALOGUE.indicators[indicator]
    page = open_page(indicator=indicator)
    shown = unescape(texts(page))
    manifest = demo.manifest()
    assert f"<h1>{declared.name_zh}</h1>" in shown
    assert declared.definition_zh in shown
    assert declared.sql in shown
    assert declared.file in shown
    assert declared.rows.strip() in shown
    assert manifest["version"] in shown
    assert manifest["content"] in shown
    hashes = {one["contract"]: one["sha256"] for one in manifest["inputs"]}
    assert all(hashes[contract] in shown for contract in declared.extracts)
    assert COUNTED.search(shown) or labels.PROTECTED_ROWS in shown


@pytest.mark.parametrize("figure", CATALOGUE.figures)
def test_every_figure_is_traced_to_its_rows(open_page, figure):
    declared = CATALOGUE.figures[figure]
    page = open_page(figure=figure)
    shown = unescape(texts(page))
    assert f"<h1>{declared.name_zh}</h1>" in shown
    assert declared.sql in shown
    if labels.PROTECTED_ROWS not in shown:
        assert re.search("这张图由[0-9,]+行得出", shown)
        assert len(records(page)) > 1


def test_a_township_s_rate_shows_both_its_sides_and_the_rows_of_the_upper(open_page):
    page = open_page(indicator="organization_community_per_10000", area="330482003")
    assert "分子12，分母43,000，按每万计" in re.sub("<.*?>", "", texts(page))
    assert "分子12由12行得出，逐行重算一致" in texts(page)
    heads, *rows = records(page)
    assert heads[0] == "行号"
    assert len(rows) == 12
    assert {row[heads.index("镇街道")] for row in rows} == {"曹桥街道"}
    assert {row[heads.index("是否社区社会组织")] for row in rows} == {"是"}


def test_a_line_number_is_where_the_record_stands_in_its_file(open_page, demo):
    heads, *rows = records(open_page(indicator="organization_community_3a", area="330482003"))
    lines = (ROOT / "data/extracts/organizations.csv").read_text("utf-8").splitlines()
    assert rows
    for row in rows:
        assert row[heads.index("统一社会信用代码")] in lines[int(row[0].replace(",", "")) - 1]


def test_a_category_is_traced_by_itself(open_page):
    page = open_page(indicator="organization_by_kind", category="基金会")
    heads, *rows = records(page)
    assert {row[heads.index("类别")] for row in rows} == {"基金会"}
    assert page.selectbox(key="choice-category").value == "基金会"
    assert page.selectbox(key="choice-category").options[0] == labels.ALL_CATEGORIES


def test_a_running_sum_has_the_rows_of_its_year_so_far(open_page):
    page = open_page(indicator="meal_served_ytd", area="330482106", at="2024-03")
    heads, *rows = records(page)
    assert {row[heads.index("月份")] for row in rows} == {"2024-01", "2024-02", "2024-03"}


def test_a_yearly_number_is_traced_for_its_year(open_page):
    page = open_page(indicator="social_worker_new", area="330482106", at="2022")
    heads, *rows = records(page)
    assert rows
    assert {row[heads.index("取证日期")][:4] for row in rows} == {"2022"}


def test_a_number_nobody_reported_says_so(open_page):
    page = open_page(indicator="assistance_recipient", area=XINCANG, at="2021-11")
    assert "没有报送，没有行计入" in texts(page)
    assert records(page) == []


def test_a_running_sum_without_its_last_month_still_shows_the_months_before(open_page):
    page = open_page(indicator="assistance_amount_ytd", area=XINCANG, at="2021-11")
    assert "本期没有报送；此前各期计入1,619行" in texts(page)


def test_rows_of_persons_come_without_what_tells_who_they_are(open_page):
    page = open_page(indicator="assistance_recipient", area="330482106")
    heads, *rows = records(page)
    assert rows
    assert not {"发放编号", "人员编号", "家庭编号"} & set(heads)
    assert "人员编号" not in records(open_page(indicator="social_worker_certified"))[0]


def test_rows_are_kept_back_from_a_reader_who_may_not_see_them(open_page, monkeypatch):
    monkeypatch.setattr(permits, "may_see_records", lambda disclosure: disclosure != "sensitive")
    page = open_page(indicator="assistance_recipient")
    assert labels.RECORDS_KEPT_BACK in texts(page)
    assert records(page) == []
    assert records(open_page(indicator="organization_registered"))


def test_of_a_protected_number_not_even_the_count_of_its_rows_is_shown(open_page, monkeypatch):
    monkeypatch.setattr(tracing.Number, "is_protected", True)
    page = open_page(indicator="assistance_recipient")
    assert labels.PROTECTED_ROWS in texts(page)
    assert "逐行重算" not in texts(page)
    assert not re.search(r'<td class="number">1,496</td>', texts(page))
    assert records(page) == []


def test_rows_come_fifty_to_a_page_and_the_page_is_in_the_address(open_page):
    page = open_page(indicator="organization_registered")
    assert len(records(page)) == 51
    second = open_page(indicator="organization_registered", page="2")
    assert "第51—100行，共592行" in texts(second)
    assert int(records(second)[1][0]) > int(records(page)[50][0])
    last = open_page(indicator="organization_registered", page="99")
    assert "第551—592行，共592行" in texts(last)


def test_another_number_begins_on_its_own_first_page(open_page):
    page = open_page(indicator="organization_by_kind", category="社会团体", at="2024-06", page="2")
    page.selectbox(key="choice-place").set_value("330482001").run()
    assert page.query_params["at"] == "2024-06"
    assert "page" not in page.query_params
    page.selectbox(key="choice-indicator").set_value("meal_served").run()
    assert not {"at", "category", "page"} & set(page.query_params)
    assert page.query_params["area"] == "330482001"


def test_an_address_nobody_could_have_made_shows_the_default(open_page):
    page = open_page(indicator="organization_by_kind", category="无", at="1999-01", page="x")
    assert page.selectbox(key="choice-at").value == "2024-08"
    assert page.selectbox(key="choice-category").value == "_T"


def test_what_belongs_to_one_number_is_left_behind_by_every_other_link():
    chosen = from_parameters(
        {"area": "330482001", "at": "2023", "category": "低保", "page": "3", "figure": "mix"}
    )
    assert chosen == Selection(
        area=("330482001",), at="2023", category="低保", page=3, figure="mix"
    )
    assert links.carried(chosen) == {"area": "330482001"}
    assert links.carried(chosen, at="2022") == {"area": "330482001", "at": "2022"}


# Every number leads here


@pytest.mark.parametrize(
    ("place", "parameters"),
    [
        ("", {"period": "2024-06"}),
        ("indicator", {"indicator": "meal_delivered_share", "area": "330482106"}),
        ("indicator", {"indicator": "social_worker_by_level", "period": "2024-02"}),
        ("township", {"area": "330482107"}),
        ("social_workers", {"area": "330482003", "period": "2024-03"}),
        ("quality", {}),
    ],
)
def test_a_number_s_link_leads_to_that_very_number(open_page, place, parameters):
    numbers = [
        (query, words)
        for kind, query, words in traces(open_page(place, **parameters))
        if kind == "traced" and re.match(r"[\d.]+", words)
    ]
    assert len(numbers) >= 8
    for query, words in numbers[:: max(1, len(numbers) // 8)]:
        digits = re.match(r"[−\d.]+", words)[0]
        assert f'<div class="card-number">{digits}' in texts(open_page("trace", **query)), query


@pytest.mark.parametrize(
    ("place", "panels"),
    [("", 2), ("indicator", 4), ("organizations", 4), ("resident_lounges", 6), ("assistance", 4)],
)
def test_every_panel_has_at_its_foot_the_way_to_its_numbers(open_page, place, panels):
    """Map, ranking; trend; every figure; on an indicator's page its definition."""
    feet = [query for kind, query, _ in traces(open_page(place)) if kind == "trace-link"]
    cards = 1 if place == "indicator" else 0
    assert len(feet) == panels + cards
    for query in feet:
        page = open_page("trace", **query)
        assert len(records(page)) > 1 or labels.PROTECTED_ROWS in texts(page)


def test_the_table_behind_a_chart_leads_to_every_period(open_page):
    page = open_page("indicator", indicator="meal_served", area="330482106")
    page.session_state["table-trend-indicator"] = True
    page.run()
    assert {query["at"] for kind, query, _ in traces(page) if "at" in query} >= {
        "2019-01",
        "2022-04",
        "2024-08",
    }


def test_a_township_outside_the_statistics_has_no_number_to_trace(open_page):
    page = open_page("indicator", indicator="organization_registered")
    page.session_state["table-indicator"] = True
    page.run()
    assert "乍浦镇" in texts(page)
    assert not [query for _, query, _ in traces(page) if query.get("area") == "330482101"]


# The words


class Row:
    def __init__(self, numerator, denominator=None):
        self.numerator, self.denominator = numerator, denominator


class OfPersons:
    unit_zh, per = "人", 1


@pytest.mark.parametrize(
    ("row", "again", "rows", "words"),
    [
        (Row(1462.0), 1462, 1496, "1,462人由1,496行得出，逐行重算一致"),
        (Row(12.0, 43000.0), 12, 12, "分子12由12行得出，逐行重算一致"),
        (Row(0.0), None, 0, "没有符合条件的行，得0人"),
        (Row(None), None, 0, "没有报送，没有行计入"),
        (Row(None), 3.0, 7, "本期没有报送；此前各期计入7行"),
        (Row(12338637.2), 12338637.2, 12136, "12,338,637.2人由12,136行得出，逐行重算一致"),
        (Row(-4.0), -4, 30, "−4人由30行得出，逐行重算一致"),
        (Row(5.0), 4, 4, "▲ 4行逐行重算得4，与5人不一致，请告诉管理员"),
        (Row(5.0), None, 0, "▲ 0行逐行重算得0，与5人不一致，请告诉管理员"),
        (Row(0.1), 0.11, 2, "▲ 2行逐行重算得0.11，与0.1人不一致，请告诉管理员"),
    ],
)
def test_the_second_count_in_words(row, again, rows, words):
    assert wording_trace.recounted(row, again, rows, OfPersons) == words
