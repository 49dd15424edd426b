"""What the server adds to Streamlit, seen from a browser."""

import csv

import pytest
from playwright.sync_api import expect

from tests.browser.running import ROOT, running
from tests.browser.visiting import Visit
from ui import labels

with open(ROOT / "data" / "reference" / "theme.csv", encoding="utf-8") as file:
    GROUPS = {row["theme"]: row["group_zh"] for row in csv.DictReader(file)}
# Every page, and two themes, whose page is one file: the first of its group, and another.
ADDRESSES = {place: title for place, _, title in labels.PAGES}
ADDRESSES |= {place: GROUPS[place] for place in ("assistance", "community_projects")}
FREE_MAP = "/explore?dataset=organizations&by=ref_area&chart=map"


@pytest.mark.parametrize("place", ADDRESSES)
def test_a_link_to_any_page_opens_in_its_frame_on_a_fresh_server(fresh_server, visit, place):
    reader = visit(fresh_server)
    reader.open(f"/{place}?compare=county")
    assert reader.address == f"/{place}?compare=county"
    expect(reader.page.get_by_text(labels.DEMO, exact=True)).to_be_visible()
    expect(reader.page.locator(".menu [aria-current]")).to_have_text(ADDRESSES[place])


def test_the_page_is_chinese_before_and_after_the_app_starts(page_at):
    page = page_at().page
    assert page.evaluate("document.documentElement.lang") == "zh-CN"
    assert labels.BOARD in page.title()
    shipped = page.request.get(page.url)
    assert labels.BOARD in shipped.text()
    assert "etag" not in shipped.headers


def bytes_taken(page, name=""):
    """Return what each script or other part cost, in the order of asking; 0 came from the cache."""
    parts = "performance.getEntriesByType('resource').map(part => [part.name, part.transferSize])"
    return [size for address, size in page.evaluate(parts) if name in address]


def wait_for_part(page, name):
    asked = "performance.getEntriesByType('resource').some(part => part.name.includes(name))"
    page.wait_for_function(f"name => {asked}", arg=name)


def test_a_first_visit_takes_few_megabytes_with_all_that_is_fetched_ahead(page_at):
    page = page_at().page
    wait_for_part(page, "PlotlyChart")
    wait_for_part(page, "DeckGlJsonChart")
    assert 2_000_000 < sum(bytes_taken(page)) < 5_000_000  # Streamlit sends 12 MB, uncompressed


def test_what_draws_free_charts_is_fetched_while_the_reader_looks_at_the_overview(page_at):
    reader = page_at()
    wait_for_part(reader.page, "PlotlyChart")
    for name in (ADDRESSES["explore"], labels.COMPARING):
        with reader.rerun():
            reader.page.get_by_role("link", name=name, exact=True).first.click()
    reader.page.locator(".js-plotly-plot").first.wait_for()
    ahead, when_drawn = bytes_taken(reader.page, "PlotlyChart")
    assert (ahead > 1_000_000, when_drawn) == (True, 0)


@pytest.mark.parametrize("webgl", [True, False], ids=["by the processor", "not at all"])
def test_a_browser_that_cannot_draw_maps_quickly_says_so(browsers, server, webgl):
    page = browsers(webgl).new_context().new_page()
    page.goto(server.url, wait_until="commit")
    page.wait_for_function("() => document.cookie.includes('webgl=')")
    cookies = {each["name"]: each["value"] for each in page.context.cookies()}
    page.context.close()
    assert cookies["webgl"] == "0"


def test_the_script_learns_how_wide_the_screen_is(page_at):
    answers = {each["name"]: each["value"] for each in page_at(width=390).page.context.cookies()}
    assert answers["screen"] == "390"


def test_without_webgl_the_map_of_a_free_answer_is_drawn_by_plotly(page_at):
    page = page_at(FREE_MAP, webgl=False).page
    page.locator(".js-plotly-plot .main-svg").first.wait_for()
    assert page.locator("[data-testid=stDeckGlJsonChart]").count() == 0


def test_with_webgl_the_map_of_a_free_answer_is_drawn_by_deck(page_at):
    page = page_at(FREE_MAP, webgl=True).page
    page.locator("[data-testid=stDeckGlJsonChart] canvas").first.wait_for()


def test_the_first_start_builds_a_version_while_the_reader_watches(visit, tmp_path):
    with running(tmp_path) as server:
        reader = visit(server)
        reader.page.goto(server.url, wait_until="commit")
        reader.page.get_by_text(labels.FIRST_BUILD).wait_for()
        reader.page.get_by_role("progressbar").first.wait_for()
        reader.page.set_default_timeout(120_000)  # a whole build, beside whatever else is tested
        reader.settle()
        assert reader.page.locator(".card").count() > 0


def test_back_and_forward_undo_and_redo_one_step_each(page_at):
    reader = page_at("/?compare=county")
    steps = [reader.address]
    for name in (GROUPS["assistance"], labels.PAGES[1][2]):
        with reader.rerun():
            reader.page.locator(".menu").get_by_role("link", name=name).click()
        steps.append(reader.address)
    assert [step.split("?")[0] for step in steps] == ["/", "/assistance", "/township"]
    assert all("compare=county" in step for step in steps)
    for step in (steps[1], steps[0]):
        with reader.rerun():
            reader.page.go_back()
        assert reader.address == step
    with reader.rerun():
        reader.page.go_forward()
    assert reader.address == steps[1]
    expect(reader.page.locator(".menu [aria-current]")).to_have_text(GROUPS["assistance"])


def test_a_reload_shows_the_same(page_at):
    reader: Visit = page_at("/assistance?compare=county")
    with reader.rerun():
        reader.page.reload(wait_until="commit")
    assert reader.address == "/assistance?compare=county"


def test_maps_and_charts_are_drawn_under_the_policy_of_the_server(page_at):
    for path, drawn in (
        ("/", ".picture img"),
        (FREE_MAP, "[data-testid=stDeckGlJsonChart] canvas"),
        ("/compare", ".js-plotly-plot .main-svg"),
    ):
        reader = page_at(path, webgl=True)
        answer = reader.page.request.get(reader.page.url)
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        reader.page.locator(drawn).first.wait_for()
        reader.page.wait_for_timeout(1500)  # the map compiles its own part after the page is there
        assert reader.complaints == []


def test_a_script_that_was_smuggled_into_the_page_does_not_run(page_at):
    reader = page_at("/catalogue")
    # the browser complains of the image when it has failed to load
    with reader.page.expect_console_message(lambda message: "event handler" in message.text):
        reader.page.evaluate(
            """() => {
                const script = document.createElement("script");
                script.textContent = "window.smuggled = true";
                document.body.append(script);
                const image = "<img src=x onerror='smuggled = true'>";
                document.body.insertAdjacentHTML("beforeend", image);
                return fetch("http://127.0.0.1:9/").catch(() => {});
            }"""
        )
    assert reader.page.evaluate("window.smuggled") is None
    said = " ".join(reader.complaints)
    assert "Content Security Policy" in said
    assert "connect-src" in said
    reader.complaints.clear()
