"""Maps, tables, cards and words of a deck."""

import re
from itertools import product

import pytest
from pptx.enum.dml import MSO_FILL
from pptx.enum.shapes import MSO_SHAPE_TYPE

from tests.decks import sample_deck
from tests.decks_charts import RATES
from tests.decks_tables import LONG_NAME, cards, notices
from tests.pptx_reading import PART, deck_of, opened, said
from ui import theme
from ui.slides.box import Box
from ui.slides.pptx_deck import pptx
from ui.slides.pptx_map import laid_with_legend
from ui.slides.slide import Cards, Text


@pytest.fixture(scope="module")
def deck():
    return sample_deck()


@pytest.fixture(scope="module")
def slides(deck):
    return list(opened(pptx(deck)).slides)


def areas_of(drawn):
    """Return {name: shape} of the townships of a slide's first map."""
    group = next(s for s in drawn.shapes if s.shape_type == MSO_SHAPE_TYPE.GROUP)
    named = [s for s in group.shapes if s.name.split(" ")[0].endswith(("镇", "街道"))]
    return {s.name: s for s in named if s.shape_type == MSO_SHAPE_TYPE.FREEFORM}


def test_a_map_says_that_its_borders_are_schematic(slides):
    told = [n for n, drawn in enumerate(slides) if "非法定界线" in said(drawn)]
    assert told == [PART["stacked"], PART["maps"]]


def test_tables_are_native_and_a_protected_value_is_a_word(slides):
    (table,) = [shape.table for shape in slides[PART["heat"]].shapes if shape.has_table]
    assert len(table.rows) == 9
    assert len(table.columns) == 13
    assert table.cell(8, 5).text_frame.text == "已保护"
    assert str(table.cell(8, 5).fill.fore_color.rgb) == theme.PROTECTED[1:]
    assert str(table.cell(1, 1).fill.fore_color.rgb) == theme.SEQUENTIAL[0][1:]


def test_rows_that_do_not_fit_are_counted(slides):
    drawn = slides[PART["long"]]
    (frame,) = [shape for shape in drawn.shapes if shape.has_table]
    shown = len(frame.table.rows) - 1
    assert 5 < shown < 40
    assert f"其余{40 - shown}行见附表" in said(drawn)
    assert frame.table.cell(1, 0).text_frame.text == LONG_NAME


def test_cards_say_number_unit_verdict_and_date(slides):
    told = said(slides[PART["cards"]])
    for words in ("3.50家／万人", "● 正常", "2024年末目标4", "2024年8月31日", "已保护"):
        assert words in told


def test_more_cards_than_a_row_holds_stay_clear_of_one_another():
    many = Cards("", "", cards().cards * 2, cards().table)
    drawn = opened(pptx(deck_of(many))).slides[0]
    names = {card.name for card in many.cards}
    boxes = [s for s in drawn.shapes if s.name in names]
    assert len(boxes) == 8
    for one, other in product(boxes, boxes):
        apart = (
            one is other
            or one.left + one.width <= other.left
            or other.left + other.width <= one.left
            or one.top + one.height <= other.top
            or other.top + other.height <= one.top
        )
        assert apart


def test_a_text_too_long_for_its_slide_is_whole_in_the_notes():
    long = Text("", "", (), notices().notices * 12)
    drawn = opened(pptx(deck_of(long))).slides[0]
    (rest,) = re.findall("其余([0-9]+)条见备注", said(drawn))
    assert 0 < int(rest) < 36
    assert drawn.notes_slide.notes_text_frame.text.count("新埭镇覆盖率81.8%，末位") == 12


def test_every_township_is_a_freeform_filled_with_the_colour_of_its_class(deck, slides):
    drawing = deck.slides[PART["stacked"]].parts[1].drawing
    shapes = areas_of(slides[PART["stacked"]])
    assert len(shapes) == 9
    for name, value in RATES.items():
        fill = shapes[f"{name} {value:.2f}家／万人"].fill
        assert fill.type == MSO_FILL.SOLID
        assert f"#{fill.fore_color.rgb}" == drawing.scale.colour(value)


def test_townships_without_a_value_have_a_pattern_and_say_why(slides):
    shapes = areas_of(slides[PART["stacked"]])
    protected, outside = shapes["曹桥街道 已保护"], shapes["乍浦镇 不在统计口径"]
    assert protected.fill.type == outside.fill.type == MSO_FILL.PATTERNED
    assert protected.fill.pattern != outside.fill.pattern
    alt = outside._element.xpath(".//p:cNvPr")[0].get("descr")
    assert alt == "乍浦镇 不在统计口径 嘉兴港区管理，不在统计口径"


@pytest.mark.parametrize("width", [440, 300, 240])
def test_a_value_without_room_on_the_map_stands_in_its_legend(width):
    part = sample_deck().slides[PART["stacked"]].parts[1]
    keys, _, laid = laid_with_legend(part, Box(0, 0, width, 320))
    legend = {key.words for key in keys}
    for name, value in RATES.items():
        on_map = [word for word in laid.words if word.line.text == f"{value:.2f}"]
        assert (len(on_map) == 1) != (f"{name} {value:.2f}" in legend), name


def test_the_legend_gives_limits_and_counts(deck, slides):
    scale = deck.slides[PART["stacked"]].parts[1].drawing.scale
    told = said(slides[PART["stacked"]])
    for label, count in zip(scale.labels, scale.counts, strict=True):
        assert f"{label}（{count}个）" in told
    assert "本月有服务（2个）" in said(slides[PART["maps"]])
