"""A presenter's story in a real browser: compose, present by keyboard, data change, files."""

import re
import shutil

import pytest
from playwright.sync_api import expect

from queries import briefings, preparing, versions
from tests.browser import running
from tests.browser.test_presenting import TYPE
from tests.handing import CORRECTED, hand_in, meal_file
from tests.rows import SHIPPED, shipped_data, tiny_data
from ui import labels_briefing as words

SMALLEST = 24  # px at 1920 × 1080
MAGIC = {
    "pptx": b"PK",
    "docx": b"PK",
    "pdf": b"%PDF-",
    "xlsx": b"PK",
    "html": b"<!doctype html>",
    "zip": b"PK",
}
MOMENT = re.compile(r"导出时间：[-\d]+ \d\d:\d\d")
OVERFLOWS = "document.querySelector('[data-testid=stMain]').scrollWidth > window.innerWidth"


def kept(data, *more):
    for part in ("access", "templates", *more):
        shutil.copytree(SHIPPED / part, data / part, dirs_exist_ok=True)
    return data


@pytest.fixture(scope="module")
def office(var, tmp_path_factory):
    """A server over the shipped data, in which briefings of its own are kept."""
    data = kept(shipped_data(tmp_path_factory.mktemp("briefing") / "data"))
    with running.running(var, data=data) as server:
        yield server, data


@pytest.fixture
def county(tiny, tmp_path, browsers):
    """A server over a tiny county, into which other data are loaded during a talk."""
    var = shutil.copytree(tiny.folder.parent.parent, tmp_path / "var")
    data = kept(tiny_data(tmp_path / "data"), "geo")
    with running.running(var, data=data) as server:
        yield server, data, var


def begin(opened, name):
    """Begin a briefing from the first template and return once its first slide is there."""
    opened.open("/briefing")
    opened.page.get_by_label(words.NAME).fill(name)
    opened.page.keyboard.press("Tab")
    press(opened, ".st-key-begin button")
    opened.page.locator(".slide-preview").wait_for()


def press(opened, selector):
    """Click once the page is still: what is drawn anew under the hand does not feel it."""
    opened.settle()
    opened.page.locator(selector).click()


def present(opened):
    opened.settle()
    with opened.page.expect_navigation(url="**/out/**", wait_until="commit"):
        opened.page.locator(".st-key-present button").click()
    opened.page.locator(".slide.shown").wait_for()


def load(data, var):
    """Publish other data, as a clerk does while somebody presents."""
    ticket = hand_in(data, var, meal_file(CORRECTED))
    preparing.publish(data, var, ticket, "数据员", "三月报数更正")


def told(page):
    """Return what the slide says but for the moment at which its deck was made."""
    return MOMENT.sub("", page.locator(".slide.shown").text_content())


def headline(page):
    return page.locator(".slide.shown").get_attribute("aria-label")


def test_a_briefing_is_begun_changed_and_kept(office, visit):
    server, data = office
    opened = visit(server)
    page = opened.page
    begin(opened, "八月例会")
    assert page.locator(".slide-list a").count() == 12
    press(opened, ".slide-list a:nth-child(7)")
    field = page.get_by_label(words.HEADLINE)
    expect(field).to_have_attribute(
        "placeholder", "2024年8月全市用餐人次5.26万人次，低于目标6万人次"
    )
    field.fill("助餐要加把劲")
    page.keyboard.press("Tab")
    expect(page.locator(".slide-current")).to_contain_text("助餐要加把劲")
    expect(page.locator(".slide-current em")).to_have_text(words.EDITED)
    press(opened, ".st-key-slide-up button")
    expect(page.locator(".slide-list a").nth(5)).to_contain_text("助餐要加把劲")
    expect(page.locator(".slide-current i")).to_have_text("6")
    (one,) = [each for each in briefings.briefings(data)[0] if each.name == "八月例会"]
    assert one.items[4].headline == "助餐要加把劲"
    opened.open(f"/briefing?briefing={one.id}&page=6")  # as a colleague opens the link
    expect(page.locator(".slide-current")).to_contain_text("助餐要加把劲")


def test_on_a_phone_the_desk_fits_and_the_slide_comes_first(office, visit):
    server, _ = office
    opened = visit(server, 390, 844)
    begin(opened, "手机上看")
    assert not opened.page.evaluate(OVERFLOWS)
    preview = opened.page.locator(".slide-preview").bounding_box()
    listed = opened.page.locator(".slide-list").bounding_box()
    assert preview["y"] < listed["y"]
    assert preview["width"] > 340


def test_it_is_presented_by_keyboard_and_read_from_the_back_row(office, visit):
    server, _ = office
    opened = visit(server, 1920, 1080)
    begin(opened, "放映")
    page = opened.page
    at_desk = page.url
    present(opened)
    seen = []
    for _ in range(12):
        seen.append(headline(page))
        small = [line for line in page.evaluate(TYPE) if line["size"] < SMALLEST - 0.01]
        assert not small
        assert all(line["inside"] for line in page.evaluate(TYPE))
        page.keyboard.press("ArrowRight")
    assert len(set(seen)) == 12
    page.keyboard.press("Home")
    assert headline(page) == seen[0]
    page.keyboard.press("7")
    page.keyboard.press("Enter")
    assert headline(page) == seen[6]
    page.keyboard.press("End")
    assert headline(page) == seen[11]
    page.keyboard.press("Escape")
    page.wait_for_url(at_desk, wait_until="commit")
    page.locator(".slide-preview").wait_for()


def test_numbers_stay_while_data_are_loaded_and_the_talk_goes_on_without_the_server(
    county, visit, tiny
):
    server, data, var = county
    opened = visit(server)
    page = opened.page
    begin(opened, "会上")
    at_desk = page.url
    present(opened)
    page.keyboard.press("ArrowRight")
    before = told(page)

    load(data, var)
    assert versions.current(var).id != tiny.id
    page.reload()
    page.locator(".slide.shown").wait_for()
    assert told(page) == before

    opened.open(at_desk.removeprefix(server.url))
    page.get_by_text("有更新的数据").wait_for()
    press(opened, ".slide-list a:nth-child(2)")
    page.locator("a.slide-current:nth-child(2)").wait_for()
    press(opened, ".st-key-see-changes button")
    page.get_by_text("更新后有").wait_for()
    present(opened)
    page.keyboard.press("ArrowRight")
    assert told(page) == before

    opened.open(at_desk.removeprefix(server.url))
    press(opened, ".st-key-see-changes button")
    page.get_by_text("更新后有").wait_for()
    press(opened, ".st-key-update-now button")
    page.get_by_text("是最新数据").wait_for()
    assert briefings.briefings(data)[0][0].version == versions.current(var).id
    present(opened)
    server.process.kill()
    server.process.wait()
    page.keyboard.press("End")
    assert headline(page) != before
    page.keyboard.press("2")
    page.keyboard.press("Enter")
    page.locator(".slide.shown").wait_for()
    assert versions.current(var).id[:7] in page.locator(".slide.shown").text_content()


def test_every_file_is_one_click_and_is_what_it_says(office, visit):
    server, _ = office
    opened = visit(server)
    begin(opened, "文件")
    page = opened.page
    for kind, (_, ending) in words.FILES.items():
        opened.settle()
        with page.expect_download() as taken:
            page.locator(f".st-key-take-{kind} button").click()
        assert taken.value.suggested_filename == f"文件.{ending}"
        content = taken.value.path().read_bytes()
        assert content[:20].lower().startswith(MAGIC[kind].lower())
        assert len(content) > 50_000
        page.get_by_text("浏览器正在下载").wait_for()
