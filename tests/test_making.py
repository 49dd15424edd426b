"""Slides of the shipped data: every number is the observation's, what is withheld stays so."""

import re
from dataclasses import replace
from types import SimpleNamespace

import pandas as pd
import pytest

from queries import saved
from queries.briefings import Briefing, Item
from queries.catalogue import load_catalogue
from queries.questions import Measure, Question
from queries.versions import Version
from tests.rows import records
from tests.unlike import unlike
from ui import briefing_update, reading, wording, wording_headlines
from ui.selection import Selection
from ui.slides import making, sources
from ui.slides.slide import Chart, Table
from ui.view import View

CATALOGUE = load_catalogue()
FIGURES = [one.id for one in CATALOGUE.figures.values() if one.kind != "list"]


@pytest.fixture
def view(demo, monkeypatch):
    monkeypatch.setattr(reading, "VAR", demo.folder.parent.parent)
    monkeypatch.setattr(reading, "pinned", lambda id_, unpublished: demo)
    return View(demo, reading.declared(demo), Selection(), "briefing", {}, False, 1440)


def briefing_of(demo: Version, *items: Item, areas=()) -> Briefing:
    return Briefing("0001", "例会", "甲", "2026-11-22", demo.id, "", tuple(areas), items)


def observed(con, indicator):
    """Return {(area's name, period): (value, status)} of the whole of an indicator."""
    found = records(
        con,
        """select coalesce(township.name_zh, county.short_zh) as name, time_period, obs_value,
                  obs_status
           from observation
           left join reference.township using (ref_area)
           left join reference.county on observation.ref_area = county.ref_area
           where indicator = $indicator and category = '_T'""",
        {"indicator": indicator},
    )
    return {
        (row["name"], row["time_period"]): (row["obs_value"], row["obs_status"]) for row in found
    }


@pytest.mark.parametrize("indicator", unlike())
def test_every_number_of_a_slide_is_an_observation_as_it_is_read(view, demo_shelf, indicator):
    slide = making.slide(view, Item("indicator", of=indicator))
    of, known = view.declared.indicators[indicator], observed(demo_shelf, indicator)
    course, beside = slide.parts
    periods = {wording.period_of(period, of): period for _, period in known}
    names = [column.name for column in course.table.columns[1:]]
    seen = 0
    for period, *cells in course.table.rows:
        for name, cell in zip(names, cells, strict=True):
            value, obs_status = known.get((name, periods[period.words]), (None, "O"))
            assert_same(cell, value, obs_status, of)
            seen += cell.value is not None
    shown = view.areas_of(of)["time_period"].iloc[0]
    for row in beside.table.rows:
        value, obs_status = known.get((row[0].words, shown), (None, "O"))
        assert_same(row[1], value, obs_status, of)
        seen += row[1].value is not None
    assert seen


def assert_same(cell, value, obs_status, of):
    if obs_status in ("A", "P") and value is not None:
        assert cell.value == wording.exact(value, of)
        assert cell.words == wording.amount(value, of)
    else:
        assert cell.value is None
        assert not re.search(r"\d", cell.words)


@pytest.mark.parametrize("indicator", unlike())
def test_series_and_table_of_a_chart_say_the_same(view, indicator):
    for part in making.slide(view, Item("indicator", of=indicator)).parts:
        if not hasattr(part, "series"):
            continue
        values = [value for one in part.series for value in one.values if value is not None]
        cells = [
            cell.value for row in part.table.rows for cell in row[1:] if cell.value is not None
        ]
        assert values
        assert set(values) <= set(cells)
        assert all(len(one.values) == len(part.categories) for one in part.series)


@pytest.mark.parametrize("figure", FIGURES)
def test_every_figure_becomes_a_slide_whose_cells_are_its_own(view, demo_shelf, figure):
    slide = making.slide(view, Item("figure", of=figure))
    of = view.declared.figures[figure]
    found = records(
        demo_shelf,
        """select obs_value from figure_cell inner join reference.county using (ref_area)
           where figure = $figure and obs_status in ('A', 'P')""",
        {"figure": figure},
    )
    known = {wording.exact(row["obs_value"], of) for row in found} | {0}
    cells = [cell.value for row in slide.parts[0].table.rows for cell in row[1:]]
    assert any(cells)
    assert {cell for cell in cells if cell is not None} <= known


def test_no_headline_speaks_of_a_value_that_is_not_whole(view, demo_shelf):
    """Over every area: a number said is the one of a complete, shown observation."""
    county = view.declared.county
    for indicator in unlike():
        of = view.declared.indicators[indicator]
        known = observed(demo_shelf, indicator)
        at = view.areas_of(of)["time_period"].iloc[0]
        for area in (county, *view.declared.townships.values()):
            facts = view.read(
                "headline",
                indicator=indicator,
                ref_area=area.ref_area,
                time_period=view.period,
            )
            fact = next(facts.itertuples(), None)
            said = wording_headlines.of_indicator(area.short_zh, fact, of)
            name = area.short_zh if area is county else area.name_zh
            value, obs_status = known.get((name, at), (None, "O"))
            if obs_status == "A" and value is not None:
                assert wording.amount(value, of) in said, (indicator, name)
            else:
                assert "没有可以公布的数" in said, (indicator, name)


def test_a_briefing_of_an_earlier_month_knows_nothing_of_what_came_later(view, demo):
    one = replace(briefing_of(demo, Item("indicator", of="meal_served")), period="2023-05")
    deck = making.deck(making.view_of(view, one), one)
    course = deck.slides[1].parts[0]
    assert course.categories[-1] == "2023年5月"
    assert "2024" not in "".join(cell.words for row in course.table.rows for cell in row)


def test_a_townships_slide_stands_ready_for_each_township(view, demo):
    one = briefing_of(demo, Item("indicator", of="meal_served"))
    deck = making.deck(making.view_of(view, one), one)
    assert set(deck.asides) == set(view.declared.townships)
    aside = next(iter(deck.asides.values()))
    assert [row[0].words for row in aside.parts[0].table.rows] == ["用餐人次"]


def test_an_edited_headline_is_marked_and_the_data_s_own_is_kept(view, demo):
    one = briefing_of(demo, Item("indicator", of="meal_served", headline="助餐要加把劲"))
    slide = making.deck(making.view_of(view, one), one).slides[1]
    assert slide.headline == "助餐要加把劲"
    assert slide.proposed.startswith("2024年8月全市用餐人次5.26万人次")
    assert slide.is_edited
    assert slide.paragraph.startswith(slide.proposed)


def test_every_slide_says_where_its_numbers_come_from(view, demo):
    slide = making.slide(view, Item("indicator", of="meal_served"))
    told = dict(slide.notes)
    assert told["计算SQL"] == "queries/indicators/meal_served.sql"
    assert told["数据版本"] == demo.id
    assert "meal_services.csv" in told["来源"]
    assert told["口径"].startswith("用餐人次：")
    assert slide.as_of == "数据截至2024年8月31日"


def test_an_update_shows_what_would_read_otherwise_and_nothing_else(view, demo):
    one = briefing_of(demo, Item("indicator", of="meal_served"))
    deck = making.deck(making.view_of(view, one), one)
    assert briefing_update.changes(deck, deck) == []
    slide = deck.slides[1]
    course, beside = slide.parts
    row = beside.table.rows[1]
    other = replace(row[1], words="1.24万人次", value=12400)
    table = replace(beside.table, rows=(beside.table.rows[0], (row[0], other, *row[2:])))
    changed = replace(slide, parts=(course, replace(beside, table=table)))
    newer = replace(deck, slides=(deck.slides[0], changed))
    found = briefing_update.changes(deck, newer)
    assert (row[1].words, "1.24万人次") in {(was, becomes) for _, was, becomes in found}


def test_returns_that_came_in_many_files_are_one_source():
    files = pd.DataFrame(
        {
            "contract": ["meals"] * 5 + ["people"],
            "kind": ["extract"] * 5 + ["reference"],
            "name_zh": ["月报"] * 5 + ["人口"],
            "file": [f"{n}.csv" for n in range(1, 6)] + ["people.csv"],
            "loaded": [10] * 5 + [8],
            "refused": [1, 0, 0, 0, 0, 0],
            "as_of": pd.to_datetime(["2024-08-31"] * 5 + [None]),
        }
    )
    asked = SimpleNamespace(
        name_zh="人次", definition_zh="数。", caveats_zh="", extracts="meals,people", file="a.sql"
    )
    known = SimpleNamespace(read=lambda cut: files, version=SimpleNamespace(id="abc"))
    found = sources.of(known, [asked])
    assert found.source == "来源：月报（演示）"
    assert dict(found.notes)["来源"] == "月报（演示）1.csv、2.csv、3.csv等5个文件，50行，退回1行"
    assert found.as_of == "数据截至2024年8月31日"


@pytest.mark.parametrize(
    ("by", "kind"), [(("ref_area",), Chart), (("ref_area", "kind"), Table), ((), Table)]
)
def test_a_saved_view_is_bars_or_a_table_and_counts_what_the_records_count(
    view, demo_shelf, monkeypatch, tmp_path, by, kind
):
    monkeypatch.setattr(reading, "DATA", tmp_path)
    question = Question("organizations", by, (Measure("count"),))
    one = saved.save(tmp_path, "各镇街道机构", "甲", question)
    slide = making.slide(view, Item("view", of=one.id))
    (part,) = slide.parts
    assert isinstance(part, kind)
    ((counted,),) = demo_shelf.execute(
        "select sum(loaded) from receipt where contract = 'organizations'"
    ).fetchall()
    last = part.table.rows[-1]
    assert last[-1].value == counted
    if kind is Chart:
        assert sum(part.series[0].values) == counted
        assert "最多" in slide.headline


def test_a_saved_view_of_data_that_are_not_open_never_enters_a_briefing(
    view, monkeypatch, tmp_path
):
    monkeypatch.setattr(reading, "DATA", tmp_path)
    one = saved.save(
        tmp_path, "救助", "甲", Question("assistance_payments", (), (Measure("count"),))
    )
    assert "不是公开数据" in said(making.slide(view, Item("view", of=one.id)))
    assert "已被删去" in said(making.slide(view, Item("view", of="0099")))


def said(slide):
    assert slide.headline == "这一页显示不出来"
    return slide.parts[0].paragraphs[0]


@pytest.mark.parametrize("kind", ["indicator", "map", "trend", "figure"])
def test_a_slide_of_what_its_version_does_not_know_says_so(view, kind):
    assert "“nothing”在这份汇报固定的版本里不存在" in said(
        making.slide(view, Item(kind, of="nothing"))
    )


def test_a_list_of_one_township_lists_nothing_of_another(view):
    whole = making.slide(view, Item("figure", of="resident_lounge_missing"))
    townships = [row[0].words for row in whole.parts[0].table.rows]
    code, name = next(
        (code, one.name_zh)
        for code, one in view.declared.townships.items()
        if one.name_zh in townships
    )
    own = making.slide(view, Item("figure", of="resident_lounge_missing", area=code))
    assert [row[0].words for row in own.parts[0].table.rows] == [name] * townships.count(name)


def test_every_row_of_a_list_that_would_change_is_shown(view, demo):
    one = briefing_of(demo, Item("figure", of="resident_lounge_missing"))
    deck = making.deck(making.view_of(view, one), one)
    (part,) = deck.slides[1].parts
    first = part.table.rows[0]
    doubled = replace(part, rows=(first, (first[0], replace(first[1], words="甲村"), *first[2:])))
    changed = replace(deck, slides=(deck.slides[0], replace(deck.slides[1], parts=(doubled,))))
    other = replace(doubled, rows=((first[0], replace(first[1], words="乙村"), *first[2:]),) * 2)
    later = replace(deck, slides=(deck.slides[0], replace(deck.slides[1], parts=(other,))))
    found = briefing_update.changes(changed, later)
    assert [(was, becomes) for _, was, becomes in found] == [
        (first[1].words, "乙村"),
        ("甲村", "乙村"),
    ]
