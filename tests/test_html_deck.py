"""The deck that presents itself: one file, nothing fetched, nothing that acts but its script."""

import re
from html.parser import HTMLParser

import pytest

from tests import slides
from tests.test_svg_slide import GEOGRAPHY, drawn_map
from ui import theme
from ui.slides import html_deck, labels_slides

AREA = next(iter(GEOGRAPHY.townships))
EVIL = '</script><img src=x onerror="1">'
VOID = {"meta", "br"}


class Reader(HTMLParser):
    """What is in a page: tags with attributes, ids, and whether all that opens closes."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.open = [], []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def all(self, attribute):
        return [own[attribute] for _, own in self.tags if attribute in own]


@pytest.fixture(scope="module")
def page():
    shown = (
        slides.slide(headline="月度通报", kind="cover"),
        slides.slide(slides.chart(), slides.map_part(drawn_map())),
        slides.slide(slides.map_part(drawn_map(1)), headline=EVIL),
        slides.slide(slides.cards(5)),
    )
    return html_deck.html(slides.deck(*shown, asides=[AREA])).decode("utf-8")


@pytest.fixture(scope="module")
def read(page):
    return Reader(page)


def test_the_file_asks_nobody_for_anything(page, read):
    assert set(re.findall(r"[a-z]+://[^\"'\s<>)]+", page)) == {"http://www.w3.org/2000/svg"}
    assert not {"link", "img", "iframe", "base", "use", "image"} & {tag for tag, _ in read.tags}
    assert not re.search(r"url\(|@import|\bfetch\(|XMLHttpRequest|WebSocket|import\(", page)


def test_only_the_one_script_acts_and_it_is_the_one_that_is_told(page, read):
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    assert scripts == [html_deck.SCRIPT]
    assert re.findall(r"<style>(.*?)</style>", page, re.DOTALL) == [html_deck.STYLE]
    names = {name for _, own in read.tags for name in own}
    assert not {name for name in names if name.startswith("on")} | (names & {"style"})
    assert "eval(" not in html_deck.SCRIPT
    assert html_deck.SCRIPT.count("\n") <= 150


def test_every_id_is_there_once_and_all_that_opens_closes(read):
    ids = read.all("id")
    assert ids == ["slide-1", "slide-2", "slide-3", "slide-4", f"aside-{AREA}"]
    assert read.open == []


def test_every_slide_is_a_section_that_says_its_number_and_headline(read):
    own = [own for tag, own in read.tags if tag == "section"]
    assert own[0]["aria-label"] == "第1页，共4页：月度通报"
    assert own[2]["aria-label"] == f"第3页，共4页：{EVIL}"
    assert own[4]["aria-label"] == f"镇街道附页：{AREA}一览"
    assert {one["aria-roledescription"] for one in own} == {"幻灯片"}
    assert [one.get("data-aside") for one in own] == [None] * 4 + [AREA]


def test_a_headline_cannot_end_the_script_or_open_a_tag(page):
    assert EVIL not in page


def test_the_live_region_and_every_button_have_words(read):
    assert ("p", {"class": "said", "aria-live": "polite"}) in read.tags
    buttons = [own for tag, own in read.tags if tag == "button"]
    assert [own["aria-label"] for own in buttons] == [one[3] for one in labels_slides.BUTTONS]


def test_the_help_lists_every_key_the_script_knows(page):
    shown = set(re.findall(r"<kbd>(.*?)</kbd>", page))
    assert {"→", "←", "↑", "↓", "PageUp", "PageDown", "空格", "Home", "End", "Esc"} <= shown
    assert {"F", "F5", "B", ".", "P", "D", "?", "数字", "回车"} <= shown


def test_every_colour_of_the_slides_has_its_dark_counterpart(page):
    used = set(re.findall(r'(?:fill|stroke)="(#[0-9A-F]{6})"', page))
    assert used - set(theme.DARK) == set()
    for colour in used:
        for paint in ("fill", "stroke"):
            assert f'.dark [{paint}="{colour}"]{{{paint}:{theme.DARK[colour]}}}' in html_deck.STYLE


def test_every_token_that_is_a_colour_turns_dark():
    tokens = {name for name, value in vars(theme).items() if str(value)[:1] == "#"}
    assert {name for name in tokens if getattr(theme, name) not in theme.DARK} == set()
    steps = {*theme.SEQUENTIAL, *theme.CATEGORICAL}
    assert steps <= set(theme.DARK)
