"""Every page, and every indicator on the pages that show any, run as a reader's script runs."""

import json
import re

import pytest

from queries.catalogue import load_catalogue
from tests.opening import opened, texts
from tests.unlike import unlike
from ui import chart_trend, chrome, labels, reading, wording
from ui.selection import Selection
from ui.view import View

CATALOGUE, UNLIKE = load_catalogue(), unlike()
THEMES = sorted({indicator.theme for indicator in CATALOGUE.indicators.values()})
LISTED = (*labels.PAGES, *labels.GROUPED, *labels.PAGES_ASIDE)
# A question whose answer is a map: the organizations of each township.
FREE_MAP = {"dataset": "organizations", "by": "ref_area", "chart": "map"}
OWN = list(dict.fromkeys(place for place, *_ in LISTED))


@pytest.fixture
def open_page(demo, monkeypatch):
    """Return a function that runs the page at an address and gives back the AppTest."""
    monkeypatch.setattr(reading, "VAR", demo.folder.parent.parent)

    def run(place="", **parameters):
        return opened(place, **parameters)

    return run


def pictures(page):
    """Return what the page's charts and maps are called to those who cannot see them."""
    return re.findall(r'<div class="picture"><img [^>]*alt="([^"]+)"', texts(page))


@pytest.mark.parametrize("place", [*OWN, *THEMES])
def test_every_page_runs_and_says_that_its_data_are_synthetic(open_page, place):
    shown = texts(open_page(place))
    assert labels.DEMO in shown
    assert "data-page-ready" in shown


@pytest.mark.parametrize("indicator", UNLIKE)
def test_an_indicator_has_its_page_with_map_trend_definition_and_sql(open_page, indicator):
    page = open_page("indicator", indicator=indicator)
    declared = CATALOGUE.indicators[indicator]
    shown = texts(page)
    assert declared.name_zh in shown
    assert declared.file in shown
    funnels = int("漏斗图" in shown)
    assert len(pictures(page)) == 2 + funnels, "no map or no trend"


def test_an_indicator_has_its_page_in_a_month_before_its_data_begin(open_page):
    first = open_page("indicator", indicator="assistance_recipient", period="2015-01")
    assert "data-page-ready" in texts(first)


@pytest.fixture(scope="module")
def view(demo):
    """What a page looks at: the newest month of the demo board."""
    declared = reading.declared(demo)
    return View(demo, declared, Selection(), "indicator", {}, False, 1440)


@pytest.mark.parametrize("indicator", [one for one in CATALOGUE.indicators if one not in UNLIKE])
def test_what_the_page_shows_of_every_other_indicator_can_be_made(view, indicator):
    """Pages draw alike what is declared alike: of these, the parts that differ with the data."""
    declared = view.declared.indicators[indicator]
    rows, areas = view.trend_of(declared), view.areas_of(declared)
    events = view.read("events", theme=declared.theme, indicator=indicator)
    drawn = chart_trend.trend_figure(rows, declared, [], events, height=380, compact=False)
    assert drawn.data, "no trend"
    assert set(areas["ref_area"]) >= set(view.declared.townships), "no map"
    assert wording.title_trend(rows, declared, [])
    assert wording.title_areas(areas, declared)
    assert wording.summary_trend(rows, declared, [])
    shown = chrome.provenance(declared, view.read("extracts"), view.version.id)
    assert CATALOGUE.indicators[indicator].file in shown


@pytest.mark.parametrize("indicator", UNLIKE)
def test_an_indicator_is_shown_on_the_page_of_its_theme_when_chosen(open_page, indicator):
    declared = CATALOGUE.indicators[indicator]
    page = open_page(declared.theme, indicator=indicator, area="330482102")
    assert page.selectbox(key="swap-indicator").value == indicator
    assert declared.name_zh in texts(page)


@pytest.mark.parametrize(
    "indicator", [one for one in UNLIKE if CATALOGUE.indicators[one].standardised]
)
def test_every_standardised_indicator_can_colour_the_map_of_the_overview(open_page, indicator):
    page = open_page("", indicator=indicator)
    assert page.selectbox(key="swap-indicator").value == indicator


def test_every_township_has_its_profile(open_page, demo):
    for code, township in reading.declared(demo).townships.items():
        assert f"<h1>{township.name_zh}</h1>" in texts(open_page("township", area=code))


def test_a_link_opens_what_it_says(open_page):
    page = open_page("indicator", indicator="meal_served", area="330482106", period="2024-07")
    assert page.selectbox(key="choice-indicator").value == "meal_served"
    assert page.multiselect(key="choice-area").value == ["330482106"]
    assert page.selectbox(key="choice-period").value == "2024-07"
    # 广陈镇 served 4761 meals in July 2024, counted by hand in the extract
    assert "4761" in texts(page)


def test_a_link_to_what_no_longer_exists_says_so_and_shows_the_default(open_page):
    page = open_page("indicator", indicator="no_such", area="999", period="1999-01")
    assert "no_such" in page.warning[0].value
    assert "999" in page.warning[0].value
    assert page.selectbox(key="choice-period").value == "2024-08"


def test_a_link_pinned_to_an_unknown_version_says_so(open_page):
    assert "abc123" in open_page(version="abc123").warning[0].value


def test_a_township_on_the_map_is_a_link_that_chooses_it_and_then_lets_go_of_it(open_page):
    shown = texts(open_page("assistance", period="2024-07"))
    assert 'href="assistance?period=2024-07&amp;area=330482106" aria-label="广陈镇' in shown
    chosen = texts(open_page("assistance", period="2024-07", area="330482106"))
    assert 'href="assistance?period=2024-07" aria-label="广陈镇' in chosen
    assert 'aria-label="乍浦镇' not in shown, "it is out of scope"


def test_without_webgl_a_free_map_is_drawn_as_polygons(open_page, monkeypatch):
    monkeypatch.setattr(
        type(__import__("streamlit").context), "cookies", property(lambda _: {"webgl": "0"})
    )
    page = open_page("explore", **FREE_MAP)
    assert not page.get("deck_gl_json_chart")
    assert page.get("plotly_chart")


def test_the_map_asks_no_outside_host_for_a_basemap(open_page):
    """pydeck's mark for "no style given" must reach the browser; None would load a street map."""
    deck = open_page("explore", **FREE_MAP).get("deck_gl_json_chart")[0]
    assert json.loads(deck.proto.json)["mapStyle"] == "__MAP_STYLE__"


def test_the_catalogue_finds_by_several_words(open_page):
    page = open_page("catalogue")
    page.text_input[0].set_value("会客厅 覆盖率").run()
    shown = texts(page)
    assert "resident_lounge_coverage.sql" in shown
    assert "meal_served.sql" not in shown


def test_the_data_page_shows_why_rows_were_refused(open_page):
    shown = texts(open_page("data"))
    assert "校验位不符" in shown
    assert "2024-02-30" in shown


def test_a_page_of_a_theme_lets_the_reader_swap_the_indicator_on_its_map(open_page):
    page = open_page("organizations", period="2024-07")
    page.selectbox(key="swap-indicator").set_value("organization_filed").run()
    assert page.query_params["indicator"] == "organization_filed"
    assert page.query_params["period"] == "2024-07"


@pytest.mark.parametrize("theme", THEMES)
def test_no_figure_of_a_theme_is_left_out_or_shown_twice(open_page, theme):
    shown = texts(open_page(theme))
    for figure in CATALOGUE.figures.values():
        if figure.theme == theme:
            assert shown.count(f"<h2>{figure.name_zh}") == 1
