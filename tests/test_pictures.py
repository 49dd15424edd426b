"""Figures of a briefing as PNG and SVG."""

import io
import zipfile

import pytest
from PIL import Image

from tests.decks import WATERMARK, sample_deck, slide
from tests.decks_charts import levels
from tests.paper import deck_of, deck_with, picture
from ui.slides import fonts
from ui.slides.naming import named
from ui.slides.pictures import figures, figures_zip, png, size, width_mm
from ui.slides.slide import Text


def drawn(width, height):
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
        f'<rect width="{width / 2}" height="{height}" fill="#FF0000"/></svg>'
    )


def opened(deck):
    return zipfile.ZipFile(io.BytesIO(figures_zip(deck, picture)))


def image(content):
    return Image.open(io.BytesIO(content)).convert("RGB")


def test_a_picture_has_as_many_dots_as_asked_for_and_its_colours_on_white():
    made = image(png(drawn(300, 200), scale=2))
    assert made.size == (600, 400)
    assert made.getpixel((10, 200)) == (255, 0, 0)
    assert made.getpixel((590, 200)) == (255, 255, 255)


def test_chinese_words_in_a_picture_are_drawn():
    svg = drawn(300, 200)
    blank, written = (
        svg,
        svg.replace("</svg>", '<text x="160" y="90" font-size="40">镇</text></svg>'),
    )
    assert png(blank) != png(written)


def test_the_size_of_a_figure_is_that_of_its_view_or_of_itself():
    assert size('<svg viewBox="0 0 30 20" width="300"/>') == (30, 20)
    assert size('<svg width="30px" height="20.5"/>') == (30, 20.5)


def test_a_figure_is_as_wide_as_paper_lets_it_and_never_too_high():
    assert width_mm(drawn(300, 100)) == 150
    assert width_mm(drawn(100, 100)) == 118


def test_every_figure_is_there_as_png_and_svg_under_its_number_and_name():
    archive = opened(sample_deck())
    names = archive.namelist()
    assert len([name for name in names if name.endswith(".png")]) == 9
    assert len([name for name in names if name.endswith(".svg")]) == 9
    assert {"图1 每万人社会组织：各镇街道.png", "图9 助餐点.svg", "说明.txt"} <= set(names)
    assert len(set(names)) == len(names)


def test_names_are_marked_as_utf8_and_moments_are_fixed():
    entries = opened(deck_with(levels())).infolist()
    assert all(entry.flag_bits & 0x800 for entry in entries)
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}


def test_the_same_deck_gives_the_same_bytes():
    deck = deck_with(levels())
    assert figures_zip(deck, picture) == figures_zip(deck, picture)


def test_a_text_says_what_the_figures_show_and_whose_they_are():
    said = opened(sample_deck()).read("说明.txt").decode("utf-8-sig")
    for words in ("图1 每万人", "来源：社会组织登记台账（演示）", "2024.08-7f3a91c", WATERMARK):
        assert words in said


def test_words_and_tables_are_no_figures():
    assert not list(figures(deck_of(slide("一页", (Text("题", "", ("段",)),)))))


@pytest.mark.parametrize(
    ("words", "longest", "name"),
    [
        ("占比：a/b*c?", 31, "占比：a／b＊c？"),
        ("甲[乙]\\丙'丁", 31, "甲_乙__丙_丁"),
        ("甲\n乙\t丙", 31, "甲 乙 丙"),
        ("一二三四五六", 4, "一二三四"),
        ("一𬭎二", 2, "一"),  # a sign of two letters is never cut in half
        (" .甲. ", 31, "甲"),
    ],
)
def test_a_name_holds_nothing_a_system_refuses(words, longest, name):
    assert named(words, longest) == name


def test_a_machine_without_chinese_fonts_draws_no_empty_boxes(monkeypatch):
    class Bare:
        def families(self):
            return ["DejaVu Sans"]

    monkeypatch.setattr(fonts, "installed", Bare)
    with pytest.raises(fonts.FontMissing):
        png(drawn(30, 20))
