"""The bulletin as PDF: words that can be searched, embedded fonts, the deck's numbers."""

import io
import re

import pypdf
import pytest

from tests.decks import WATERMARK, sample_deck, slide
from tests.paper import (
    IN_PICTURE,
    ON,
    deck_of,
    deck_with,
    long_table,
    picture,
    squeezed,
    tables_of,
    told_on_paper,
)
from ui.slides import fonts
from ui.slides.fonts import FontMissing
from ui.slides.pdf_bulletin import pdf

MARKUP = '#emph[强调] *粗* $x$ \\ <标> @引 #read("main.typ")'
MM = 72 / 25.4


@pytest.fixture(scope="module")
def deck():
    return sample_deck()


@pytest.fixture(scope="module")
def document(deck):
    return opened(deck)


@pytest.fixture(scope="module")
def text(document):
    return text_of(document)


def opened(deck):
    return pypdf.PdfReader(io.BytesIO(pdf(deck, picture=picture, on=ON)))


def text_of(document):
    return squeezed("".join(page.extract_text() for page in document.pages))


def outline(document):
    """Return the bookmarks, the number of each cut off."""
    return [entry.title.split("、", 1)[1].strip() for entry in document.outline]


def font_files(document):
    """Return {font: whether its file is inside} of every page."""
    found = {}
    for page in document.pages:
        for font in page["/Resources"].get("/Font", {}).values():
            font = font.get_object()
            inner = font["/DescendantFonts"][0].get_object()
            files = {"/FontFile", "/FontFile2", "/FontFile3"} & set(inner["/FontDescriptor"])
            found[font["/BaseFont"]] = bool(files)
    return found


def test_every_headline_and_paragraph_can_be_found(deck, text):
    for one in deck.slides:
        assert squeezed(one.headline) in text
    for one in deck.slides:
        assert squeezed(one.paragraph) in text


def test_the_outline_is_the_headlines_in_their_order(deck, document):
    assert outline(document) == [one.headline for one in deck.slides[1:]]


def test_it_has_several_a4_pages(document):
    assert len(document.pages) > 10
    for page in document.pages:
        assert round(page.mediabox.width / MM) == 210
        assert round(page.mediabox.height / MM) == 297


def test_every_table_says_what_the_deck_says_row_by_row(deck, text):
    rows = [told_on_paper(table, row) for table in tables_of(deck) for row in table.rows]
    assert len(rows) > 100
    for row in rows:
        assert squeezed("".join(row)) in text


def test_a_protected_cell_says_so_and_holds_no_number(text):
    assert "曹桥街道已保护—" in text


def test_every_font_is_embedded(document):
    found = font_files(document)
    assert found
    assert all(found.values())


def test_words_in_a_figure_are_words(text):
    assert text.count(IN_PICTURE) == 9


def test_a_long_table_repeats_its_head_on_every_page():
    pages = [page.extract_text() for page in opened(deck_with(long_table(80))).pages]
    holding = [page for page in pages if re.search(r"第\d+行", page)]
    assert len(holding) >= 3
    assert all("名称列" in page and "数值列" in page for page in holding)


def test_captions_are_numbered_in_order(text):
    places = [text.index(f"图{n}{part}") for n, part in ((1, "每万人"), (2, "六个"), (9, "助餐点"))]
    assert places == sorted(places)
    assert "表13助餐点明细" in text
    assert "表14" not in text


def test_more_than_six_slides_have_a_table_of_contents_on_page_two(document):
    second = document.pages[1].extract_text()
    assert "目录" in second
    assert squeezed("四项重点工作三项符合序时") in squeezed(second)


def test_six_slides_have_none():
    document = opened(deck_of(*(slide(f"第{n}页的标题") for n in range(6))))
    assert "目录" not in text_of(document)
    assert len(document.outline) == 6


def test_nothing_in_the_words_is_taken_for_markup():
    document = opened(deck_of(slide(MARKUP, (), paragraph=MARKUP)))
    assert text_of(document).count(squeezed(MARKUP)) == 2


def test_it_says_whose_it_is(deck, document, text):
    about = document.metadata
    assert about.title == "平湖市民政工作月度汇报"
    assert about.author == "演示账号"
    assert "2024年8月" in about["/Keywords"]
    assert text.count(squeezed(WATERMARK)) == len(document.pages)
    assert text.endswith("演示账号2024年9月2日—" + f"{len(document.pages)}—")


def test_it_is_archived_and_tagged_for_reading_aloud(document):
    assert document.trailer["/Root"]["/MarkInfo"]["/Marked"]
    told = document.trailer["/Root"]["/Metadata"].get_object().get_data()
    assert b"<pdfaid:part>2<" in told
    assert b"<pdfaid:conformance>A<" in told


def test_open_data_bear_no_watermark():
    assert "导出人" not in text_of(opened(deck_of(slide("一页"), watermark="")))


def test_a_machine_without_chinese_fonts_is_told_how_to_mend_it(monkeypatch):
    class Bare:
        def families(self):
            return ["DejaVu Sans", "Libertinus Serif"]

    monkeypatch.setattr(fonts, "installed", Bare)
    with pytest.raises(FontMissing, match=r"没有中文字体.*安装"):
        pdf(deck_of(slide("一页")))


def test_any_chinese_font_will_do(monkeypatch):
    class Plain:
        def families(self):
            return ["DejaVu Sans", "SimSun"]

    monkeypatch.setattr(fonts, "installed", Plain)
    assert (fonts.heading(), fonts.body()) == ("SimSun", "SimSun")


def test_how_far_it_is_can_be_told(deck):
    told = []
    pdf(deck, lambda done, of: told.append((done, of)), picture, ON)
    assert told == [(n, 12) for n in range(1, 13)]
