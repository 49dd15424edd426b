"""What a reader does: open any page at any width, choose, follow links, go back, click the map."""

import re

import pytest

from queries.catalogue import load_catalogue
from ui import labels, reading
from ui.map_frame import fit

THEMES = sorted({one.theme for one in load_catalogue().indicators.values()})
PAGES = [place for place, *_ in (*labels.PAGES, *labels.PAGES_ASIDE)]
PAGES += ["catalogue", "methods", "goals", "benchmarks", "systems", "matching", "reach"]
WIDTHS = {"desktop": (1440, 900), "phone": (390, 844)}
# A phone is where a page grows too wide: there every theme is opened.
PLACES = [(place, "phone") for place in (*PAGES, *THEMES)]
PLACES += [(place, "desktop") for place in (*PAGES, *THEMES[::4])]
CONTROLS = ("period", "area", "compare")
# What the part of the page that has the focus is called.
PARTS = "[class*=st-key-choice], .menu, .board, .picture"
AROUND = f"[...(document.activeElement.closest('{PARTS}')?.classList || [])]"
XINDAI, GUANGCHEN = "330482102", "330482106"


@pytest.mark.parametrize(("place", "width"), PLACES)
def test_every_page_opens_whole_and_complains_of_nothing(page_at, place, width):
    visit = page_at(f"/{place}", *WIDTHS[width], webgl=False)
    assert visit.page.evaluate("document.documentElement.lang") == "zh-CN"
    assert visit.page.locator(".demo").is_visible()
    assert visit.page.locator("h1").count() == 1
    overflow = "document.querySelector('[data-testid=stMain]').scrollWidth > window.innerWidth"
    assert not visit.page.evaluate(overflow), "the page is wider than the screen"


def test_the_choice_follows_from_page_to_page_and_back(page_at):
    visit = page_at(f"/organizations?area={XINDAI}")
    for place in ("township", "assistance"):
        with visit.rerun():
            visit.page.locator(f".menu a[href^={place}]").click()
        assert visit.address == f"/{place}?area={XINDAI}"
    with visit.rerun():
        visit.page.go_back()
    assert visit.address == f"/township?area={XINDAI}"
    assert visit.page.locator("h1").inner_text() == "新埭镇"
    with visit.rerun():
        visit.page.go_forward()
    assert visit.address == f"/assistance?area={XINDAI}"


def test_a_picked_month_is_undone_by_going_back(page_at):
    visit = page_at("/")
    visit.page.locator(".st-key-choice-period input").click()
    with visit.rerun():
        visit.page.get_by_role("option", name="2024年7月").click()
    assert visit.address == "/?period=2024-07"
    with visit.rerun():
        visit.page.go_back()
    assert visit.address == "/"
    assert "2024年8月" in visit.page.locator(".facts").inner_text()


def test_a_number_leads_to_its_rows_and_back_without_loading_the_app_again(page_at):
    visit = page_at(f"/indicator?indicator=organization_filed&area={XINDAI}&period=2024-07")
    visit.page.evaluate("window.sameApp = true")
    with visit.rerun():
        visit.page.locator("a.traced", has_text=re.compile(r"^\d+$")).first.click()
    assert visit.address.startswith("/trace?indicator=organization_filed&period=2024-07")
    assert visit.page.locator(".records td").count() > 0
    with visit.rerun():
        visit.page.go_back()
    assert visit.address == f"/indicator?indicator=organization_filed&area={XINDAI}&period=2024-07"
    assert visit.page.evaluate("window.sameApp === true")


def test_a_card_leads_to_its_indicator_without_loading_the_app_again(page_at):
    visit = page_at("/")
    visit.page.evaluate("window.sameApp = true")
    with visit.rerun():
        visit.page.locator(".board a").first.click()
    assert visit.address.startswith("/indicator?indicator=")
    assert visit.page.evaluate("window.sameApp === true")


def test_a_click_on_a_township_chooses_it_everywhere(page_at, demo):
    visit = page_at("/")
    x, y = place_on_screen(visit, demo)
    visit.page.mouse.move(x, y)
    told = visit.page.locator(".told:visible")
    assert told.inner_text().startswith("广陈镇\n")
    with visit.rerun():
        visit.page.mouse.click(x, y)
    assert visit.address == f"/?area={GUANGCHEN}"
    chosen = visit.page.locator(".st-key-choice-area").inner_text()
    assert "广陈镇" in chosen
    assert visit.page.locator(".rank-chosen").inner_text().startswith("广陈镇")
    with visit.rerun():
        visit.page.mouse.click(*place_on_screen(visit, demo))
    assert visit.address == "/"


def test_a_township_is_chosen_with_the_keyboard(page_at):
    visit = page_at("/")
    place = visit.page.get_by_role("link", name=re.compile("^广陈镇"))
    place.focus()
    with visit.rerun():
        visit.page.keyboard.press("Enter")
    assert visit.address == f"/?area={GUANGCHEN}"


def test_a_line_tells_the_values_of_a_month_under_the_mouse(page_at):
    visit = page_at("/indicator?indicator=meal_served")
    month = visit.page.locator(".tip-line").last
    told = "element => getComputedStyle(element, '::after').content"
    assert month.evaluate(told) == "none"
    month.hover()
    assert month.evaluate(told).startswith('"2024年8月')


def test_the_menu_carries_a_filter_that_changed_a_part_of_the_page(page_at):
    visit = page_at("/assistance")
    visit.page.evaluate("window.sameApp = true")
    visit.page.locator(".st-key-choice-period input").click()
    with visit.rerun():
        visit.page.get_by_role("option", name="2024年7月").click()
    with visit.rerun():
        visit.page.locator(".menu a[href^=township]").click()
    assert visit.address == "/township?period=2024-07"
    assert visit.page.evaluate("window.sameApp === true")


def place_on_screen(visit, demo):
    """Return where on the screen the township's label stands."""
    geography, _ = reading.boundaries(demo)
    picture = visit.page.locator(".picture img").first
    picture.scroll_into_view_if_needed()
    box = picture.bounding_box()
    frame = fit(geography.outline, round(box["width"]), round(box["height"]))
    x, y = frame.project(geography.townships[GUANGCHEN].label).coords[0]
    return box["x"] + x, box["y"] + y


@pytest.mark.parametrize("webgl", [True, False], ids=["deck", "polygons"])
def test_a_free_answer_on_a_map_is_painted(page_at, webgl):
    """A blank canvas is the failure nobody reports: count its colours."""
    visit = page_at("/explore?dataset=organizations&by=ref_area&chart=map", webgl=webgl)
    which = "[data-testid=stDeckGlJsonChart]" if webgl else "[data-testid=stPlotlyChart]"
    chart = visit.page.locator(which).first
    for _ in range(120):  # it paints after the page is complete
        picture = chart.screenshot()
        if len(set(picture)) > 200 and len(picture) > 20_000:
            return
        visit.page.wait_for_timeout(250)
    raise AssertionError(f"the map is blank: {len(set(picture))} of {len(picture)} bytes")


def test_every_control_is_reached_by_the_keyboard(page_at):
    visit = page_at("/")
    visit.page.keyboard.press("Tab")
    reached = set()
    for _ in range(60):
        visit.page.keyboard.press("Tab")
        reached |= set(visit.page.evaluate(AROUND))
    wanted = {"menu", "board", "picture", *(f"st-key-choice-{one}" for one in CONTROLS)}
    assert wanted <= reached
