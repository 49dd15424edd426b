"""A deck: titles, foot, notes, fonts, places; and the template of a bureau."""

import io
import re
import zipfile
from dataclasses import replace

import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from tests.decks import WATERMARK, sample_deck
from tests.decks_charts import rate_bar
from tests.pptx_reading import PART, deck_of, opened, rendered_parts, said, shapes_in
from ui import theme
from ui.slides.pptx_deck import TemplateRefused, pptx


@pytest.fixture(scope="module")
def deck():
    return sample_deck()


@pytest.fixture(scope="module")
def written(deck):
    return pptx(deck)


@pytest.fixture(scope="module")
def slides(written):
    return list(opened(written).slides)


def test_a_deck_has_a_slide_for_each_of_its_own_in_16_to_9(deck, written):
    drawn = opened(written)
    assert len(drawn.slides) == 12
    assert (drawn.slide_width, drawn.slide_height) == (Pt(960), Pt(540))


def test_headlines_stand_in_title_placeholders(deck, slides):
    assert [one.shapes.title.text_frame.text for one in slides] == [
        one.headline for one in deck.slides
    ]


def test_every_slide_says_what_it_is_made_of_and_that_it_is_a_demonstration(slides):
    for drawn in slides:
        assert "演示数据" in said(drawn)
        assert "版本2024.08-7f3a91c" in said(drawn)
        assert "来源：社会组织登记台账（演示），数据截至2024年8月31日" in said(drawn)
        assert WATERMARK in said(drawn)


def test_open_data_have_no_watermark():
    drawn = opened(pptx(replace(deck_of(rate_bar()), watermark=""))).slides[0]
    assert not [shape for shape in drawn.shapes if shape.name == "密级与导出"]


def test_slides_number_themselves(slides):
    fields = [drawn.shapes._spTree.findall(f".//{qn('a:fld')}") for drawn in slides]
    assert [[field.get("type") for field in one] for one in fields] == [["slidenum"]] * 12


def test_no_shape_brings_the_shadow_of_a_theme(slides):
    for drawn in slides:
        assert not list(drawn.shapes._spTree.iter(qn("p:style")))


def test_notes_tell_where_a_number_comes_from(deck, slides):
    for told, drawn in zip(deck.slides, slides, strict=True):
        lines = drawn.notes_slide.notes_text_frame.text.split("\n")
        assert "口径：每万名常住人口拥有的登记社会组织数；不含注销" in lines
        assert "来源：社会组织登记台账（演示），2024年9月2日报送" in lines
        assert "SQL：queries/indicators/org_per_10k.sql" in lines
        assert "版本：2024.08-7f3a91c" in lines
        assert "数据截至：2024年8月31日" in lines
        assert told.paragraph in lines


def test_notes_tell_of_a_headline_its_presenter_changed_and_of_no_other(slides):
    notes = [drawn.notes_slide.notes_text_frame.text.split("\n") for drawn in slides]
    told = {n: line for n, lines in enumerate(notes) for line in lines if "标题" in line}
    assert told == {PART["stacked"]: "标题由汇报人改过；数据给出的标题是：建成113个，覆盖率97.4%"}


def test_charts_maps_and_tables_are_described_for_those_who_hear_a_deck(deck, slides):
    kinds = (MSO_SHAPE_TYPE.CHART, MSO_SHAPE_TYPE.TABLE, MSO_SHAPE_TYPE.GROUP)
    told = [
        shape._element.xpath(".//p:cNvPr")[0].get("descr")
        for drawn in slides
        for shape in drawn.shapes
        if shape.shape_type in kinds
    ]
    assert len(told) == 12
    assert told[0] == "每万人社会组织：各镇街道（家／万人，2023年9月—2024年8月）"


def test_every_run_names_our_font_for_both_scripts(written):
    parts = rendered_parts(written, "ppt/slides/") | rendered_parts(written, "ppt/notesSlides/")
    parts |= rendered_parts(written, "ppt/charts/")
    looks = [
        look
        for xml in parts.values()
        for look in re.findall(r"<a:(?:rPr|defRPr)\b.*?(?:/>|</a:(?:rPr|defRPr)>)", xml, re.DOTALL)
    ]
    assert len(looks) > 500
    for xml in parts.values():
        assert "<a:r><a:t>" not in xml  # no run without a look
        assert xml.count("<a:ea ") == xml.count("<a:latin ")
        assert set(re.findall('<a:(?:ea|latin) typeface="([^"]*)"', xml)) == {"微软雅黑"}
    for xml in parts.values():
        for name in ("rPr", "defRPr"):
            assert not re.findall(rf"<a:{name}\b[^>]*/>", xml)  # an empty one names no font


def test_no_text_is_smaller_than_12_points(written):
    parts = rendered_parts(written, "ppt/slides/") | rendered_parts(written, "ppt/charts/")
    sizes = {int(size) for xml in parts.values() for size in re.findall(r'\bsz="(\d+)"', xml)}
    assert min(sizes) >= 1200


def test_every_shape_lies_within_its_slide(written):
    drawn = opened(written)
    for one in drawn.slides:
        for shape in shapes_in(one.shapes):
            assert shape.left >= 0, shape.name
            assert shape.top >= 0, shape.name
            assert shape.left + shape.width <= drawn.slide_width + 1, shape.name
            assert shape.top + shape.height <= drawn.slide_height + 1, shape.name


def test_the_theme_is_ours_so_that_what_is_added_keeps_our_colours(written):
    (theme_xml,) = [
        xml for name, xml in rendered_parts(written, "ppt/theme/").items() if "theme1" in name
    ]
    for n, code in enumerate(theme.CATEGORICAL[:6], start=1):
        assert f'<a:accent{n}><a:srgbClr val="{code[1:]}"/>' in theme_xml
    assert theme_xml.count('<a:ea typeface="微软雅黑"/>') == 2


def test_the_file_says_whose_it_is_and_the_same_deck_gives_the_same_bytes(deck, written):
    properties = opened(written).core_properties
    assert (properties.title, properties.author) == ("民政月度汇报（2024年8月）", "演示账号")
    assert properties.comments == f"{WATERMARK}；版本2024.08-7f3a91c"
    assert pptx(deck) == written


def test_progress_is_told():
    heard = []
    pptx(
        replace(sample_deck(), slides=sample_deck().slides[:3]),
        told=lambda *step: heard.append(step),
    )
    assert heard == [(1, 3), (2, 3), (3, 3)]


@pytest.fixture(scope="module")
def short(deck):
    """Return the deck's cover and its slide with a chart and a table."""
    return replace(deck, slides=(deck.slides[PART["cover"]], deck.slides[PART["bar"]]))


@pytest.fixture
def template(tmp_path):
    """Return a 4:3 template of a bureau, with two old slides, and the names of its layouts."""

    def made(cover="封面", page="仅标题"):
        file = Presentation()
        for layout in file.slide_layouts:
            layout._element.cSld.set("name", f"版式 {layout.name}")
        for at, name in ((0, cover), (5, page)):
            file.slide_layouts[at]._element.cSld.set("name", name)
        for words in ("旧的一页", "旧的二页"):
            old = file.slides.add_slide(file.slide_layouts[5])
            old.shapes.title.text_frame.text = words
            old.notes_slide.notes_text_frame.text = "旧备注"
        path = tmp_path / "briefing.pptx"
        file.save(path)
        return path

    return made


@pytest.mark.parametrize(
    ("cover", "page"), [("封面", "仅标题"), ("标题幻灯片", "仅标题"), ("Title Slide", "Title Only")]
)
def test_a_template_gives_its_layouts_by_name(short, template, cover, page):
    drawn = opened(pptx(short, template(cover, page)))
    assert [one.slide_layout.name for one in drawn.slides] == [cover, page]
    assert drawn.slide_width == Inches(10)
    titles = [one.shapes.title for one in drawn.slides]
    assert [title.text_frame.text for title in titles] == [one.headline for one in short.slides]
    assert titles[1].top == drawn.slides[1].slide_layout.placeholders[0].top


def test_in_a_template_too_every_shape_lies_within_the_slide(deck, template):
    drawn = opened(pptx(deck, template()))
    for one in drawn.slides:
        for shape in shapes_in(one.shapes):
            assert shape.left >= 0
            assert shape.left + shape.width <= drawn.slide_width + 1, shape.name
            assert shape.top + shape.height <= drawn.slide_height + 1, shape.name


def test_nothing_of_a_templates_old_slides_is_left(short, template):
    with zipfile.ZipFile(io.BytesIO(pptx(short, template()))) as package:
        names = package.namelist()
        content = "".join(package.read(n).decode("utf-8") for n in names if n.endswith(".xml"))
    assert len([n for n in names if re.fullmatch(r"ppt/slides/slide\d+\.xml", n)]) == 2
    assert len([n for n in names if re.fullmatch(r"ppt/notesSlides/\w+\.xml", n)]) == 2
    assert "旧" not in content
    assert not [n for n in names if "thumbnail" in n]


def test_a_template_without_our_layouts_is_refused_and_says_which_it_needs(short, template):
    with pytest.raises(TemplateRefused) as refused:
        pptx(short, template(page="正文"))
    assert str(refused.value) == (
        "模板“briefing.pptx”不能使用：缺少名为“仅标题”或“Title Only”的版式，"
        "且该版式须有标题占位符。请在幻灯片母版中补上后重试。"
    )


def test_a_file_that_is_no_presentation_is_refused(short, tmp_path):
    path = tmp_path / "briefing.pptx"
    path.write_bytes(b"PK not a presentation")
    with pytest.raises(TemplateRefused, match="不是能打开的PPTX文件"):
        pptx(short, path)


def test_a_template_that_is_not_there_is_none(tmp_path):
    assert pptx(deck_of(rate_bar()), tmp_path / "none.pptx") == pptx(deck_of(rate_bar()))
