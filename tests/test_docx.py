"""The bulletin as a Word document: official layout, real headings and fields, the same numbers."""

import dataclasses
import io

import docx as reader
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH as TO
from docx.oxml.ns import qn
from PIL import Image

from tests.decks import WATERMARK, sample_deck, slide
from tests.paper import (
    ON,
    deck_of,
    deck_with,
    long_lines,
    long_table,
    picture,
    tables_of,
    told_on_paper,
)
from ui.slides.docx_bulletin import docx
from ui.slides.slide import Text

MM = 36_000  # in English metric units, what Word counts in
POINT = 12_700


@pytest.fixture(scope="module")
def deck():
    return sample_deck()


@pytest.fixture(scope="module")
def document(deck):
    return opened(deck)


def opened(deck):
    return reader.Document(io.BytesIO(docx(deck, picture=picture, on=ON)))


def texts(document, style):
    return [one.text for one in document.paragraphs if one.style.name == style]


def words_of(table):
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_the_page_is_that_of_an_official_document(document):
    section = document.sections[0]
    page = (section.page_width, section.page_height)
    margins = (
        section.top_margin,
        section.bottom_margin,
        section.left_margin,
        section.right_margin,
    )
    assert [round(side / MM) for side in page] == [210, 297]
    assert [round(side / MM) for side in margins] == [37, 35, 28, 26]


def test_twenty_two_lines_of_twenty_eight_characters_fit_the_page(document):
    body = document.styles["Body Text"]
    spacing = int(body.element.rPr.find(qn("w:spacing")).get(qn("w:val"))) / 20
    line = body.paragraph_format.line_spacing / POINT
    assert body.font.size.pt == 16
    assert 28 <= line <= 30
    assert 224 < 22 * line * 25.4 / 72 <= 225  # mm
    assert 155 < 28 * (16 + spacing) * 25.4 / 72 <= 156


def test_a_paragraph_is_indented_by_two_characters(document):
    indent = document.styles["Body Text"].element.pPr.find(qn("w:ind"))
    assert indent.get(qn("w:firstLineChars")) == "200"


@pytest.mark.parametrize(
    ("style", "family", "points"),
    [
        ("Title", "方正小标宋简体", 22),
        ("Body Text", "仿宋_GB2312", 16),
        ("Heading 1", "黑体", 16),
        ("Heading 2", "楷体_GB2312", 16),
        ("Footer", "宋体", 14),
    ],
)
def test_the_fonts_are_those_of_an_official_document(document, style, family, points):
    fonts = document.styles[style].element.rPr.rFonts
    assert {fonts.get(qn(f"w:{slot}")) for slot in ("ascii", "hAnsi", "eastAsia")} == {family}
    assert not [name for name in fonts.attrib if "Theme" in name]
    assert document.styles[style].font.size.pt == points


def test_a_font_that_is_not_there_has_another_in_its_place(document):
    table = next(r for r in document.part.rels.values() if r.reltype.endswith("/fontTable"))
    told = table.target_part.blob.decode()
    assert '<w:font w:name="方正小标宋简体"><w:altName w:val="宋体"/>' in told
    assert '<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>' in told


def test_the_cover_gives_the_title_and_every_other_slide_a_heading(deck, document):
    cover, *others = deck.slides
    assert texts(document, "Title") == [cover.headline]
    assert texts(document, "Heading 1") == [one.headline for one in others]


def test_headings_are_numbered_by_word_and_not_by_hand(document):
    for level, words in ((1, "%1、"), (2, "（%2）")):
        number = document.styles[f"Heading {level}"].element.pPr.numPr.numId.val
        numbering = document.part.numbering_part.element
        abstract = numbering.num_having_numId(number).abstractNumId.val
        levels = [
            one
            for one in numbering.findall(qn("w:abstractNum"))
            if one.get(qn("w:abstractNumId")) == str(abstract)
        ]
        lines = levels[0].findall(qn("w:lvl"))
        assert lines[level - 1].find(qn("w:lvlText")).get(qn("w:val")) == words
        assert lines[level - 1].find(qn("w:pStyle")).get(qn("w:val")) == f"Heading{level}"


def test_every_paragraph_of_a_slide_is_in_the_text(deck, document):
    found = texts(document, "Body Text")
    assert all(one.paragraph in found for one in deck.slides)


def test_every_table_says_what_the_deck_says_cell_by_cell(deck, document):
    told = tables_of(deck)
    assert len(document.tables) == len(told)
    for table, expected in zip(document.tables, told, strict=True):
        _, *rows = words_of(table)
        assert rows == [told_on_paper(expected, row) for row in expected.rows]


def test_a_protected_cell_says_so_and_holds_no_number(document):
    rows = [row for table in document.tables for row in words_of(table)]
    assert ["曹桥街道", "已保护"] in rows
    assert ["曹桥街道", "已保护", "—"] in rows


def test_captions_are_fields_numbered_in_order(document):
    captions = [one for one in texts(document, "Caption") if one]
    figures = [one.split("　")[0] for one in captions if one.startswith("图")]
    tables = [one.split("　")[0] for one in captions if one.startswith("表")]
    assert figures == [f"图{n}" for n in range(1, 10)]
    assert tables == [f"表{n}" for n in range(1, 14)]
    codes = [code.text.split()[:2] for code in document.element.body.iter(qn("w:instrText"))]
    assert codes.count(["SEQ", "图"]) == 9
    assert codes.count(["SEQ", "表"]) == 13


def test_a_table_repeats_its_head_and_breaks_no_row():
    table = opened(deck_with(long_table(80))).tables[0]
    properties = [row._tr.trPr for row in table.rows]
    assert properties[0].find(qn("w:tblHeader")) is not None
    assert all(one.find(qn("w:cantSplit")) is not None for one in properties)
    assert len(table.rows) == 81


def test_no_table_is_wider_than_the_text(document):
    for table in document.tables:
        widths = [int(one.get(qn("w:w"))) for one in table._tbl.tblGrid]
        assert sum(widths) / 1440 * 25.4 <= 156.1


def test_figures_are_pictures_of_200_dots_an_inch_that_say_what_they_show(document):
    shapes = document.inline_shapes
    assert len(shapes) == 9
    for shape in shapes:
        relation = shape._inline.graphic.graphicData.pic.blipFill.blip.embed
        image = Image.open(io.BytesIO(document.part.related_parts[relation].blob))
        assert image.width / (shape.width / 914_400) == pytest.approx(200, abs=1)
        assert image.width / image.height == pytest.approx(960 / 540, rel=0.01)
        assert shape._inline.docPr.get("descr")


def test_notes_below_a_figure_name_source_day_and_version(document):
    notes = [one.text for one in document.paragraphs if one.style.name == "图表注"]
    words = "来源：社会组织登记台账（演示）；数据截至2024年8月31日；版本2024.08-7f3a91c"
    assert words in notes


def test_a_boundary_notice_stands_below_maps_only(document):
    notice = "示意边界，非法定界线，不作划界依据；轮廓依据天地图"
    found = [one.text for one in document.paragraphs].count(notice)
    assert found == 3


def test_a_long_chart_gives_its_latest_thirteen_rows_and_says_so():
    document = opened(deck_with(long_lines(60)))
    rows = words_of(document.tables[0])
    assert rows[1] == ["第48期", "1048"]
    assert rows[-1] == ["第60期", "1060"]
    assert len(rows) == 14
    assert any("仅列最近13行，共60行" in one.text for one in document.paragraphs)


def test_page_numbers_stand_at_the_outer_edge(document):
    section = document.sections[0]
    assert document.settings.odd_and_even_pages_header_footer
    for footer, side in ((section.footer, TO.RIGHT), (section.even_page_footer, TO.LEFT)):
        paragraph = footer.paragraphs[0]
        assert paragraph.alignment == side
        assert paragraph.text == "— 1 —"
        assert "PAGE" in "".join(code.text for code in paragraph._p.iter(qn("w:instrText")))


def test_a_watermark_stands_on_odd_and_even_pages_and_open_data_have_none(document):
    open_data = opened(deck_of(watermark=""))
    for made, words in ((document, f"演示数据　{WATERMARK}"), (open_data, "演示数据")):
        section = made.sections[0]
        assert section.header.paragraphs[0].text == words
        assert section.even_page_header.paragraphs[0].text == words


def test_the_issuing_body_is_centred_over_a_date_four_characters_from_the_edge(document):
    body, day = document.paragraphs[-2:]
    indents = [int(one._p.pPr.find(qn("w:ind")).get(qn("w:rightChars"))) for one in (body, day)]
    # 2024年9月2日 is nine signs, three of them wide: 12 letters; 演示账号 is 8: one character in.
    assert (body.text, day.text) == ("演示账号", "2024年9月2日")
    assert indents == [500, 400]


def test_no_picture_is_drawn_for_a_slide_of_words_and_it_has_its_second_level():
    document = opened(deck_of(slide("一页", (Text("小题", "", ("一段。",)),))))
    assert texts(document, "Heading 2") == ["小题"]
    assert not document.inline_shapes


def test_letters_no_document_can_hold_are_left_out():
    document = opened(deck_of(slide("标\x07题", ())))
    assert texts(document, "Heading 1") == ["标题"]


def test_how_far_it_is_can_be_told(deck):
    told = []
    docx(deck, lambda done, of: told.append((done, of)), picture, ON)
    assert told == [(n, 11) for n in range(1, 12)]


def test_a_table_that_begins_with_the_latest_period_keeps_its_beginning():
    chart = long_lines(60)
    backward = dataclasses.replace(chart.table, rows=chart.table.rows[::-1])
    document = opened(deck_with(dataclasses.replace(chart, table=backward)))
    rows = words_of(document.tables[0])
    assert rows[1] == ["第60期", "1060"]
    assert rows[-1] == ["第48期", "1048"]


def test_what_a_slide_of_words_says_is_said_once():
    words = slide("说明", (Text("", "", ("第一段。\n第二段。",)),), paragraph="第一段。\n第二段。")
    assert texts(opened(deck_of(words)), "Body Text") == ["第一段。", "第二段。"]


def test_a_unit_alone_says_that_it_is_one():
    notes = texts(opened(deck_with(long_lines(3))), "图表注")
    assert notes[0] == "单位：个"
