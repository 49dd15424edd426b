"""Charts of a deck: native, with a workbook of exactly what the slide shows."""

import io
from dataclasses import replace
from datetime import datetime
from itertools import pairwise

import openpyxl
import pytest
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.dml import MSO_FILL
from pptx.oxml.ns import qn

from tests.decks import sample_deck
from tests.decks_charts import FORMULA, chart, levels_by_sex, measured, rate_lines
from tests.pptx_reading import PART, charts, deck_of, opened, said
from ui import theme
from ui.slides.pptx_chart_look import axis_format
from ui.slides.pptx_deck import pptx
from ui.slides.slide import Chart, Series


@pytest.fixture(scope="module")
def deck():
    return sample_deck()


@pytest.fixture(scope="module")
def slides(deck):
    return list(opened(pptx(deck)).slides)


def sheet(chart):
    book = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    assert len(book.worksheets) == 1
    return book.active


def series_in(chart):
    rows = list(sheet(chart).iter_rows(values_only=True))
    return {name: [row[n] for row in rows[1:]] for n, name in enumerate(rows[0]) if n}


def charted(deck, slides):
    """Return (part, native chart) of every chart of the deck."""
    pairs = []
    for told, drawn in zip(deck.slides, slides, strict=True):
        parts = [part for part in told.parts if isinstance(part, Chart)]
        pairs += zip(parts, charts(drawn), strict=True)
    return pairs


def test_every_chart_is_of_a_native_kind(deck, slides):
    assert [chart.chart_type for _, chart in charted(deck, slides)] == [
        XL_CHART_TYPE.LINE,
        XL_CHART_TYPE.BAR_CLUSTERED,
        XL_CHART_TYPE.BAR_STACKED,
        XL_CHART_TYPE.COLUMN_STACKED_100,
        XL_CHART_TYPE.BAR_CLUSTERED,
        XL_CHART_TYPE.BAR_CLUSTERED,
    ]


def test_the_workbook_behind_a_chart_holds_its_series_and_no_other_number(deck, slides):
    for part, native in charted(deck, slides):
        held = series_in(native)
        if part.target and part.kind == "line":
            assert held.pop("2024年末目标4") == [4] * 12
        signs = {one.name: 1 for one in part.series}
        if part.kind == "pyramid" and len(part.series) == 2:
            signs[part.series[0].name] = -1  # the left side grows to the left
        assert held == {
            one.name: [value and value * signs[one.name] for value in one.values]
            for one in part.series
        }


def test_the_numbers_a_chart_remembers_are_those_of_its_workbook(deck, slides):
    for _, native in charted(deck, slides):
        assert {one.name: list(one.values) for one in native.plots[0].series} == series_in(native)


def test_a_missing_value_is_an_empty_cell_and_a_gap_never_a_zero(slides):
    (native,) = charts(slides[PART["line"]])
    assert series_in(native)["新埭镇"][2:6] == [3.42, None, None, 3.57]
    blanks = native._chartSpace.find(f".//{qn('c:dispBlanksAs')}")
    assert blanks.get("val") == "gap"


def test_gaps_of_lines_are_named_with_their_reasons(slides):
    told = said(slides[PART["line"]])
    assert "空缺为新埭镇2023年12月无数据、新埭镇2024年1月已保护" in told


def test_many_gaps_are_counted():
    lines = rate_lines()
    empty = Series("全市", (None,) * 11 + (3.5,), ("无数据",) * 11 + ("3.50",), theme.INK, "county")
    drawn = opened(pptx(deck_of(replace(lines, series=(empty, *lines.series[1:]))))).slides[0]
    assert "空缺为无数据12处、已保护1处" in said(drawn)


def test_a_bar_without_a_value_says_why_beside_its_name(slides):
    native = charts(slides[PART["bar"]])[0]
    assert list(native.plots[0].categories)[-2:] == ["曹桥街道（已保护）", FORMULA]
    sides = charts(slides[PART["pyramid"]])[1]
    assert list(sides.plots[0].categories)[-1] == "高级社会工作师（男已保护）"


def test_the_first_category_is_on_top(slides):
    for n, kind in ((0, "bar"), (0, "stacked"), (0, "pyramid"), (1, "pyramid")):
        assert charts(slides[PART[kind]])[n].category_axis.reverse_order


def test_what_looks_like_a_formula_stays_text_in_a_workbook(slides):
    cell = sheet(charts(slides[PART["bar"]])[0])["A10"]
    assert (cell.value, cell.data_type) == (FORMULA, "s")


def test_the_subject_is_loudest_and_painted_last(slides):
    native = charts(slides[PART["line"]])[0].plots[0].series
    looks = {s.name: (str(s.format.line.color.rgb), s.format.line.width.pt) for s in native}
    assert looks["新仓镇"] == (theme.ACCENT[1:], 3.4)
    assert looks["全市"] == (theme.INK[1:], 2.2)
    assert looks["广陈镇"] == (theme.QUIET_LINE[1:], 1.6)
    assert [s.name for s in native][-3:] == ["全市", "新仓镇", "2024年末目标4"]


def test_every_line_is_named_at_its_last_value_and_no_two_names_touch(slides):
    (native,) = charts(slides[PART["line"]])
    frame = next(s for s in slides[PART["line"]].shapes if s.has_chart)
    levels = []
    axis = native.value_axis
    low, high = axis.minimum_scale, axis.maximum_scale
    plot = native._chartSpace.find(f".//{qn('c:plotArea')}/{qn('c:layout')}")
    share = float(plot.find(f".//{qn('c:h')}").get("val"))
    for one in list(native.plots[0].series)[:-1]:
        (label,) = one._element.findall(f".//{qn('c:dLbl')}")
        assert label.find(qn("c:idx")).get("val") == "11"
        assert label.find(qn("c:showSerName")).get("val") == "1"
        moved = label.find(f".//{qn('c:y')}")
        shift = 0 if moved is None else float(moved.get("val"))
        level = (high - one.values[11]) / (high - low) * share + shift
        levels.append(level * frame.height.pt)
    ordered = sorted(levels)
    assert min(b - a for a, b in pairwise(ordered)) >= 16.9


def test_more_lines_than_can_be_named_have_a_legend():
    lines = rate_lines()
    more = tuple(replace(lines.series[2], name=f"第{n}镇") for n in range(10))
    (native,) = charts(opened(pptx(deck_of(replace(lines, series=more)))).slides[0])
    assert native.has_legend
    (named,) = charts(opened(pptx(deck_of(lines))).slides[0])
    assert not named.has_legend


def test_the_target_is_a_dashed_line_in_the_colour_of_attention(slides):
    target = list(charts(slides[PART["line"]])[0].plots[0].series)[-1]
    assert str(target.format.line.color.rgb) == theme.ATTENTION[1:]
    assert target.format.line.dash_style is not None


def test_what_is_only_planned_is_hatched(slides):
    fills = [s.format.fill.type for s in charts(slides[PART["stacked"]])[0].plots[0].series]
    assert fills == [MSO_FILL.SOLID, MSO_FILL.SOLID, MSO_FILL.PATTERNED]


def test_a_part_too_narrow_for_its_number_is_named_behind_the_bar(slides):
    planned = list(charts(slides[PART["stacked"]])[0].plots[0].series)[2]
    label = next(
        one
        for one in planned._element.findall(f".//{qn('c:dLbl')}")
        if one.find(qn("c:idx")).get("val") == "2"
    )
    assert "".join(text.text for text in label.iter(qn("a:t"))) == "拟建5"
    assert float(label.find(f".//{qn('c:x')}").get("val")) > 0


def test_back_to_back_no_sign_is_seen():
    (native,) = charts(opened(pptx(deck_of(levels_by_sex()))).slides[0])
    formats = {f.get("formatCode") for f in native._chartSpace.iter(qn("c:numFmt"))}
    assert "0;0" in formats


@pytest.mark.parametrize(
    ("value", "words", "unit", "is_native"),
    [(97.4, "97.4%", "%", True), (100, "100%", "%", True), (52631, "5.26万", "人次", False)],
)
def test_a_label_says_a_number_as_the_pages_do(value, words, unit, is_native):
    one = Series("数值", (value,), (words,), theme.ACCENT, "subject")
    part = chart("bar", "图", "", "镇街道", ["甲镇"], [one], measured(unit, 0), None)
    (native,) = charts(opened(pptx(deck_of(part))).slides[0])
    (label,) = native._chartSpace.findall(f".//{qn('c:dLbl')}")
    assert [text.text for text in label.iter(qn("a:t"))] == ([] if is_native else [words])


def test_a_chart_without_any_value_says_so_instead():
    one = Series("人数", (None,), ("已保护",), theme.ACCENT)
    part = chart("bar", "图", "", "镇街道", ["甲镇"], [one], measured("人", 0), None)
    drawn = opened(pptx(deck_of(part))).slides[0]
    assert not charts(drawn)
    assert "已保护" in said(drawn)


@pytest.mark.parametrize(
    ("marks", "unit", "decimals", "form"),
    [
        ([0, 20_000, 40_000], "人次", 0, '[=0]0;0\\.0,"万"'),  # 2.0万
        ([0, 2500, 5000, 10_000], "人次", 0, "0"),  # 0.25万 has a decimal too many
        ([0, 2e8, 4e8], "元", 0, '[=0]0;0\\.00,,"亿"'),
        ([2, 2.5, 3], "家／万人", 1, "0.0"),
        ([0, 50, 100], "%", 1, '[=100]0"%";[=0]0"%";0.0"%"'),
    ],
)
def test_an_axis_is_written_in_units_that_hold_each_of_its_marks(marks, unit, decimals, form):
    assert axis_format(marks, unit, decimals) == form


@pytest.mark.parametrize(
    ("periods", "every"),
    [(12, "2"), (13, "2"), (6, "1")],  # 10.9 names of 60 + 12 points have room on 788 points
)
def test_as_many_periods_are_named_as_have_room_the_last_if_it_can_be(periods, every):
    one = Series(
        "全市", tuple(range(periods)), tuple(map(str, range(periods))), theme.INK, "county"
    )
    names = ["第五统计期"] * periods
    part = chart("line", "图", "", "统计期", names, [one], measured("人", 0), None)
    (native,) = charts(opened(pptx(deck_of(part))).slides[0])
    skips = native._chartSpace.find(f".//{qn('c:tickLblSkip')}")
    assert skips.get("val") == every


def test_months_are_an_axis_of_dates_that_every_program_thins_out(slides):
    (native,) = charts(slides[PART["line"]])
    axis = native._chartSpace.find(f".//{qn('c:dateAx')}")
    names = ("baseTimeUnit", "majorUnit", "majorTimeUnit")
    assert [axis.find(qn(f"c:{name}")).get("val") for name in names] == ["months", "2", "months"]
    first = sheet(native)["A2"]
    assert (first.value, first.number_format) == (datetime(2023, 9, 1), 'yyyy"年"m"月"')


def test_no_line_leads_from_a_year_s_end_to_the_next_year_s_beginning():
    (slide,) = opened(pptx(deck_of(replace(rate_lines(), restarts=(2,))))).slides
    (chart,) = charts(slide)
    points = {
        point.find(qn("c:idx")).get("val"): point.find(f".//{qn('a:ln')}/{qn('a:noFill')}")
        for point in chart.plots[0].series[0]._element.findall(qn("c:dPt"))
    }
    assert points["2"] is not None
