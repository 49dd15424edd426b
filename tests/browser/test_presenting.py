"""Presenting from the one HTML file in a real browser: keys, townships, dark, walls, type sizes."""

import base64
import functools
import hashlib
import http.server
import threading
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import expect

from tests import slides
from tests.svg_reading import contrast
from tests.test_svg_slide import GEOGRAPHY, drawn_map
from ui.slides import html_deck, labels_slides

AREA = next(iter(GEOGRAPHY.townships))
SMALLEST, READABLE = 24, 4.5
PROJECTOR = {"width": 1920, "height": 1080}
PHONE = {"width": 390, "height": 844}
# Of every line of words shown: its type in pixels of the screen, and whether it lies on it.
TYPE = """() => [...document.querySelectorAll(".slide.shown text")].map((text) => {
    const box = text.getBoundingClientRect();
    return {
        words: text.textContent,
        size: parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a,
        inside: box.left >= -1 && box.top >= -1
            && box.right <= innerWidth + 1 && box.bottom <= innerHeight + 1,
    };
})"""
# Of the words shown: their colour and that of the slide's ground, as the browser paints them.
COLOURS = """() => [...document.querySelectorAll(".slide.shown text")].map((text) => [
    getComputedStyle(text).fill,
    getComputedStyle(text.closest("svg").querySelector("rect")).fill,
])"""


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """Return the address of a deck of five slides; a page of the board leads to it."""
    folder = tmp_path_factory.mktemp("deck")
    shown = (
        slides.slide(headline="月度通报", kind="cover"),
        slides.slide(slides.chart(), slides.map_part(drawn_map()), headline="第二页"),
        slides.slide(slides.cards(5), headline="第三页"),
        slides.slide(slides.table(60), slides.text(), headline="第四页"),
        slides.slide(slides.text(3, 3), headline="第五页"),
    )
    page = html_deck.html(slides.deck(*shown, asides=[AREA]))
    (folder / "deck.html").write_bytes(page)
    (folder / "board.html").write_text("<a href=deck.html>1</a>", encoding="utf-8")
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Quiet, directory=folder)
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@dataclass
class Show:
    """A deck open in a browser."""

    page: object
    complaints: list = field(default_factory=list)

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    @property
    def said(self):
        return self.page.locator(".said").text_content()

    @property
    def at(self):
        return self.page.evaluate("location.hash")

    def number(self):
        return int(self.said.split("页")[0].removeprefix("第"))


@pytest.fixture
def show(browsers, address):
    """Return a function that opens the deck at an address below the server's."""
    opened, contexts = [], []

    def open_deck(path="deck.html", viewport=PROJECTOR, **settings) -> Show:
        context = browsers(False).new_context(viewport=viewport, locale="zh-CN", **settings)
        contexts.append(context)
        page = context.new_page()
        found = Show(page)
        page.on("pageerror", lambda error: found.complaints.append(str(error)))
        page.on(
            "console",
            lambda line: (
                line.type == "error"
                and "favicon" not in line.location.get("url", "")
                and found.complaints.append(line.text)
            ),
        )
        page.goto(address + path)
        opened.append(found)
        return found

    yield open_deck
    for context in contexts:
        context.close()
    assert [one.complaints for one in opened if one.complaints] == []


def test_the_keys_of_a_presenter_lead_through_the_deck(show):
    deck = show()
    assert deck.said == "第1页，共5页：月度通报"
    for key in ("ArrowRight", "ArrowDown", "PageDown", " "):
        before = deck.number()
        deck.press(key)
        assert deck.number() == before + 1
    deck.press("ArrowRight")  # there is nothing behind the last
    assert deck.number() == 5
    for key in ("ArrowLeft", "ArrowUp", "PageUp"):
        before = deck.number()
        deck.press(key)
        assert deck.number() == before - 1
    deck.press("End")
    assert deck.number() == 5
    deck.press("Home")
    assert deck.number() == 1
    assert deck.page.locator(".slide.shown").count() == 1


def test_a_number_is_shown_while_it_is_typed_and_enter_leads_there(show):
    deck = show()
    typed = deck.page.locator(".typed")
    deck.press("4")
    expect(typed).to_have_text("转到第4页，按回车")
    deck.press("Enter")
    assert deck.number() == 4
    expect(typed).to_be_hidden()
    deck.press("2", "Escape", "Enter")
    assert deck.number() == 4
    deck.press("9", "9", "Enter")
    assert deck.number() == 5


def test_a_reload_keeps_the_place_also_inside_a_township(show):
    deck = show()
    deck.press("ArrowRight", "ArrowRight")
    assert deck.at == "#3"
    deck.page.reload()
    assert deck.number() == 3
    inside = show(f"deck.html#2/{AREA}")
    assert inside.said == f"镇街道附页：{AREA}一览"
    inside.page.reload()
    assert inside.said == f"镇街道附页：{AREA}一览"


def test_a_click_on_a_township_opens_its_slide_and_escape_comes_back(show):
    deck = show("deck.html#2")
    shape = deck.page.locator(f".slide.shown [data-area='{AREA}']")
    shape.click()
    assert deck.said == f"镇街道附页：{AREA}一览"
    assert deck.at == f"#2/{AREA}"
    deck.press("Escape")
    assert (deck.number(), deck.at) == (2, "#2")
    shape.click()
    deck.press("ArrowLeft")
    assert deck.number() == 2
    others = deck.page.locator(f".slide.shown [data-area]:not([data-area='{AREA}'])")
    others.first.click(force=True)  # it has no slide of its own
    assert deck.number() == 2


def test_a_township_can_be_opened_from_the_keyboard_and_keeps_the_focus(show):
    deck = show("deck.html#2")
    focus = "document.activeElement.dataset.area"
    deck.page.locator(f".slide.shown [data-area='{AREA}']").focus()
    deck.press("Enter")
    assert deck.said == f"镇街道附页：{AREA}一览"
    deck.press("Escape")
    assert (deck.number(), deck.page.evaluate(focus)) == (2, AREA)


def test_escape_leads_back_to_the_board_it_was_opened_from(show):
    deck = show("board.html")
    deck.page.locator("a").click()
    deck.page.locator(".slide.shown").wait_for()
    deck.press("ArrowRight", "ArrowRight", "Escape")
    deck.page.wait_for_url("**/board.html", wait_until="commit")


def test_f_and_the_key_of_a_remote_open_the_full_screen(show):
    deck = show()
    full = "() => Boolean(document.fullscreenElement)"
    deck.press("f")
    deck.page.wait_for_function(full)
    deck.press("f")
    deck.page.wait_for_function("() => !document.fullscreenElement")
    deck.press("F5")
    deck.page.wait_for_function(full)


def test_the_screen_goes_black_and_any_key_brings_the_same_slide_back(show):
    deck = show("deck.html#3")
    blank = deck.page.locator(".blank")
    for key in ("b", "."):
        deck.press(key)
        expect(blank).to_be_visible()
        deck.press("ArrowRight")
        expect(blank).to_be_hidden()
        assert deck.number() == 3


def test_a_wall_screen_turns_its_pages_and_begins_again_until_it_is_paused(show):
    deck = show("deck.html?seconds=2#5")
    deck.page.clock.install()
    deck.page.reload()
    deck.press("p")
    play = deck.page.locator(".play")
    expect(play).to_have_text("自动播放，每2秒一页（P暂停）")
    deck.page.clock.run_for(2100)
    assert deck.number() == 1
    deck.page.clock.run_for(2000)
    assert deck.number() == 2
    deck.press("p")
    expect(play).to_have_text(labels_slides.PAUSED)
    deck.page.clock.run_for(9000)
    assert deck.number() == 2


def test_fifteen_seconds_are_the_pace_where_the_address_says_none(show):
    deck = show("deck.html?play")
    expect(deck.page.locator(".play")).to_have_text("自动播放，每15秒一页（P暂停）")


@pytest.mark.parametrize("number", range(1, 6))
def test_no_type_on_a_projector_is_under_24_pixels_and_none_is_cut_off(show, number):
    deck = show(f"deck.html#{number}")
    found = deck.page.evaluate(TYPE)
    assert found
    assert [one for one in found if one["size"] < SMALLEST - 0.01] == []
    assert [one["words"] for one in found if not one["inside"]] == []


def test_a_dark_hall_keeps_words_readable_and_starts_in_light(show):
    deck = show("deck.html#4", color_scheme="dark")
    grounds = []
    for _ in range(2):
        colours = [tuple(map(_hex, pair)) for pair in deck.page.evaluate(COLOURS)]
        assert min(contrast(*pair) for pair in set(colours)) >= READABLE
        grounds.append(colours[0][1])
        deck.press("d")
    assert contrast(grounds[0], "#ffffff") < 1.1
    assert contrast(grounds[1], "#000000") < 1.2


def _hex(told):
    parts = [int(one) for one in told.removeprefix("rgb(").removesuffix(")").split(", ")]
    return "#" + "".join(f"{one:02x}" for one in parts)


def test_a_phone_shows_the_whole_slide_and_a_finger_turns_it(show):
    deck = show("deck.html#2", viewport=PHONE, has_touch=True)
    assert all(one["inside"] for one in deck.page.evaluate(TYPE))
    assert deck.page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    swipe = """([from, to]) => {
        const touch = (x) => new Touch({identifier: 1, target: document.body, clientX: x, clientY: 400});
        const tell = (kind, x, more) => document.body.dispatchEvent(new TouchEvent(kind, {
            bubbles: true, changedTouches: [touch(x)], ...more}));
        tell("touchstart", from, {touches: [touch(from)]});
        tell("touchend", to, {touches: []});
    }"""  # noqa: E501
    deck.page.evaluate(swipe, [300, 100])
    assert deck.number() == 3
    deck.page.evaluate(swipe, [100, 300])
    assert deck.number() == 2


def test_the_help_opens_closes_and_buttons_do_what_their_keys_do(show):
    deck = show()
    help_ = deck.page.locator(".help")
    deck.press("?")
    expect(help_).to_be_visible()
    deck.press("Escape")
    expect(help_).to_be_hidden()
    deck.page.mouse.move(300, 300)
    deck.page.get_by_role("button", name="下一页").click()
    assert deck.number() == 2
    deck.page.keyboard.press("Enter")  # the button keeps the focus
    assert deck.number() == 3


def test_whoever_wants_less_motion_sees_none(show):
    deck = show(reduced_motion="reduce")
    style = "getComputedStyle(document.querySelector('.slide.shown')).transitionDuration"
    assert deck.page.evaluate(style) == "0s"


def test_a_strict_policy_lets_the_deck_work(show, address):
    def told(text):
        digest = hashlib.sha256(text.encode("utf-8")).digest()
        return f"'sha256-{base64.b64encode(digest).decode()}'"

    deck = show()
    policy = f"default-src 'none'; script-src {told(html_deck.SCRIPT)}; style-src "
    policy += told(html_deck.STYLE)

    def answer(route):
        got = route.fetch()
        route.fulfill(response=got, headers={**got.headers, "content-security-policy": policy})

    deck.page.route("**/deck.html", answer)
    deck.page.goto(address + "deck.html")
    deck.press("ArrowRight")
    assert deck.number() == 2
    assert deck.page.evaluate("getComputedStyle(document.body).overflow") == "hidden"
