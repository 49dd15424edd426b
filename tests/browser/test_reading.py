"""What a reader does: open any page at any width, choose, follow links, go back, click the map."""

import re

import pytest

from queries.catalogue import load_catalogue
from ui import labels, reading
from ui.map_frame import fit
from ui.map_panel import extent

THEMES = sorted({one.theme for one in load_catalogue().indicators.values()})
PAGES = [place for place, *_ in (*labels.PAGES, *labels.PAGES_ASIDE)]
PAGES += ["catalogue", "goals", "benchmarks", "systems", "matching"]
WIDTHS = {"desktop": (1440, 900), "phone": (390, 844)}
# A phone is where a page grows too wide: there every theme is opened.
PLACES = [(place, "phone") for place in (*PAGES, *THEMES)]
PLACES += [(place, "desktop") for place in (*PAGES, *THEMES[::4])]
XINDAI, GUANGCHEN = "330482102", "330482106"


@pytest.mark.parametrize(("place", "width"), PLACES)
def test_every_page_opens_whole_and_complains_of_nothing(page_at, place, width):
    visit = page_at(f"/{place}", *WIDTHS[width], webgl=place == "")
    assert visit.page.evaluate("document.documentElement.lang") == "zh-CN"
    assert visit.page.locator(".demo").is_visible()
    assert visit.page.locator("h1").count() == 1
    overflow = "document.querySelector('[data-testid=stMain]').scrollWidth > window.innerWidth"
    assert not visit.page.evaluate(overflow), "the page is wider than the screen"


def test_the_choice_follows_from_page_to_page_and_back(page_at):
    visit = page_at(f"/organizations?area={XINDAI}")
    for place in ("township", "assistance"):
        with visit.rerun():
            visit.page.locator(f".st-key-menu-{place} a").click()
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
        visit.page.locator("[class*=st-key-card-overview] a").first.click()
    assert visit.address.startswith("/indicator?indicator=")
    assert visit.page.evaluate("window.sameApp === true")


@pytest.mark.parametrize("webgl", [True, False], ids=["deck", "polygons"])
def test_a_click_on_a_township_chooses_it_everywhere(page_at, demo, webgl):
    visit = page_at("/", webgl=webgl)
    if webgl:
        visit.page.wait_for_selector("[data-testid=stDeckGlJsonChart] canvas")
    else:
        visit.page.wait_for_selector(".js-plotly-plot .plotly")
        assert visit.page.locator("[data-testid=stDeckGlJsonChart]").count() == 0
    x, y = place_on_screen(visit, demo, webgl)
    rest_on(visit, x, y, ".deck-tooltip" if webgl else ".hoverlayer", "广陈镇")
    with visit.rerun():
        click_until(visit, x, y, f"/?area={GUANGCHEN}")
    assert visit.address == f"/?area={GUANGCHEN}"
    chosen = visit.page.locator(".st-key-choice-area").inner_text()
    assert "广陈镇" in chosen
    assert visit.page.locator(".rank-chosen").inner_text().startswith("广陈镇")


def click_until(visit, x, y, address):
    """Click there until the address says so: a map that is just painting does not notice."""
    for _ in range(4):
        visit.page.mouse.click(x, y)
        for _ in range(60):
            if visit.address == address:
                return
            visit.page.wait_for_timeout(250)


def rest_on(visit, x, y, hint, words):
    """Rest the mouse there until the map, which paints after the page is complete, names it."""
    for step in range(120):
        visit.page.mouse.move(x + step % 2, y)
        visit.page.wait_for_timeout(250)
        if any(words in text for text in visit.page.locator(hint).all_text_contents()):
            return
    raise AssertionError(f"no {hint} says {words}")


def place_on_screen(visit, demo, webgl):
    """Return where on the screen the township's label stands."""
    geography, _ = reading.boundaries(demo)
    frame = fit(geography.outline, *extent(1440, "wide"))
    label = geography.townships[GUANGCHEN].label
    x, y = frame.project(label).coords[0]
    which = "[data-testid=stDeckGlJsonChart]" if webgl else "[data-testid=stPlotlyChart]"
    box = visit.page.locator(which).first.bounding_box()
    return box["x"] + box["width"] / 2 + x - frame.width / 2, (
        box["y"] + box["height"] / 2 + y - frame.height / 2
    )


def test_the_map_is_painted(page_at):
    """A blank canvas is the failure nobody reports: count its colours."""
    visit = page_at("/", webgl=True)
    chart = visit.page.locator("[data-testid=stDeckGlJsonChart]").first
    for _ in range(120):  # it paints after the page is complete
        picture = chart.screenshot()
        if len(set(picture)) > 200 and len(picture) > 20_000:
            return
        visit.page.wait_for_timeout(250)
    raise AssertionError(f"the map is blank: {len(set(picture))} of {len(picture)} bytes")


def test_every_control_is_reached_by_the_keyboard(page_at):
    visit = page_at("/")
    visit.page.keyboard.press("Tab")
    reached = []
    for _ in range(40):
        visit.page.keyboard.press("Tab")
        reached.append(
            visit.page.evaluate(
                "document.activeElement.closest('[class*=st-key-]')?.className || ''"
            )
        )
    seen = set(re.findall(r"st-key-([\w-]+)", " ".join(reached)))
    wanted = {"menu-township", "choice-period", "choice-area", "choice-compare"}
    assert wanted <= seen
    assert any(key.startswith("card-overview-") for key in seen)
