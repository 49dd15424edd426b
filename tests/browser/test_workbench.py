"""The workbench in a browser, and the board beside it while somebody tries to bring it down."""

import re
import shutil
import time
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests import escapes
from tests.browser import running
from tests.rows import SHIPPED, shipped_data
from tests.test_sandbox import children

COUNT = "select count(*) as 个数 from reference.township"
MONTHS = """select time_period, obs_value
from observation
where indicator = 'meal_served' and ref_area = '330482' and category = '_T'"""
BOMB = escapes.BOMBS["a function that does not stop"]
HANDFUL = (
    "read_text of a password file",
    "attach another file",
    "duckdb_settings",
    "two statements",
    "sensitive rows by the file",
)
SLACK = 5  # seconds a page may take longer on a busy machine; a bomb runs for thirty


@pytest.fixture(scope="module")
def office(var, tmp_path_factory):
    """A server over the shipped data whose audit log is its own."""
    data = shipped_data(tmp_path_factory.mktemp("office") / "data")
    shutil.copytree(SHIPPED / "access", data / "access")
    with running.running(var, data=data) as server:
        yield server


@pytest.fixture
def at_bench(visit, office):
    def open_page(sql, width=1440, height=900):
        opened = visit(office, width, height)
        opened.open(f"/workbench?sql={quote(sql)}")
        return opened

    return open_page


def run(at, button="run"):
    with at.rerun():
        at.page.locator(f".st-key-workbench-{button} button").click()


def says(at, words):
    """Wait for the words: a click beside a changed field is two runs, and the first has the old."""
    expect(at.page.locator(".st-key-workbench-answer")).to_contain_text(words)


def shown(at):
    return at.page.locator(".st-key-workbench-answer").inner_text()


@pytest.mark.parametrize("width", [1440, 390])
def test_a_link_opens_ready_and_is_run_by_hand(at_bench, width):
    at = at_bench(MONTHS, width)
    assert at.page.locator("textarea").input_value() == MONTHS
    assert at.page.locator("[data-testid=stDataFrame]").count() == 0
    run(at)
    says(at, "共68行")  # from January 2019 to August 2024
    assert at.page.locator("[data-testid=stDataFrame]").count() == 1
    at.page.wait_for_selector(".js-plotly-plot .plotly")
    overflow = "document.querySelector('[data-testid=stMain]').scrollWidth > window.innerWidth"
    assert not at.page.evaluate(overflow)


def test_what_is_typed_is_run_at_once_and_stands_in_the_address(at_bench):
    at = at_bench("")
    at.page.locator("textarea").fill(COUNT)
    run(at)
    at.page.wait_for_function("location.search.includes('sql=')")
    says(at, "共1行")
    with at.rerun():
        at.page.get_by_role("tab", name="记录").click()
        at.page.locator(".statement a", has_text=re.compile("^select count")).click()
    assert at.page.locator("textarea").input_value() == COUNT


def test_a_wrong_statement_shows_the_place_and_a_hint(at_bench):
    at = at_bench("select 镇街道\nfrom observation")
    run(at)
    words = shown(at)
    assert "第1行第8列：没有叫“镇街道”的列" in words
    assert "是不是想写：ref_area" in words


def test_an_answer_has_no_way_out_but_the_buttons_that_are_noted(at_bench):
    at = at_bench(COUNT)
    run(at)
    at.page.locator("[data-testid=stDataFrame]").hover()
    assert not at.page.locator("[data-testid=stElementToolbar]").first.is_visible()
    with at.page.expect_download() as taken:
        at.page.get_by_role("button", name="下载CSV").click()
    content = taken.value.path().read_bytes().decode("utf-8-sig")
    assert content.splitlines()[:2] == ["个数", "9"]


def overview(visit, office):
    """Open the overview as a colleague does; return the seconds until it is complete."""
    began = time.monotonic()
    visit(office).open("/")
    return time.monotonic() - began


def begin(at):
    """Run a statement that does not end by itself; return once its process is there."""
    at.page.locator(".st-key-workbench-run button").click()
    at.page.wait_for_selector(".st-key-workbench-cancel button")
    wait(lambda: children(at.server.process.pid))


def wait(until, patience=15):
    end = time.monotonic() + patience
    while not until() and time.monotonic() < end:
        time.sleep(0.1)
    assert until()


def test_while_a_bomb_runs_the_board_answers_and_it_can_be_stopped(at_bench, visit, office):
    overview(visit, office)
    usual = max(overview(visit, office) for _ in range(2))
    at = at_bench(BOMB)
    begin(at)
    took = overview(visit, office)
    assert children(office.process.pid), "it was over before the page was there"
    assert took < usual * 2 + SLACK
    with at.rerun():
        at.page.locator(".st-key-workbench-cancel button").click()
    wait(lambda: not children(office.process.pid))
    at.page.locator("textarea").fill(COUNT)
    run(at)
    says(at, "共1行")


def test_a_page_that_is_closed_takes_its_query_with_it(at_bench, office):
    at = at_bench(BOMB)
    begin(at)
    at.page.close()
    wait(lambda: not children(office.process.pid))


@pytest.mark.parametrize("name", HANDFUL)
def test_after_an_attempt_to_get_out_the_board_answers_as_before(at_bench, visit, office, name):
    places = {"secret": "/etc/passwd", "folder": "/", "new": "/tmp/new"}
    usual = overview(visit, office)
    at = at_bench(escapes.ATTEMPTS[name].format(**places))
    run(at)
    says(at, "▲")
    assert "root:" not in shown(at)
    assert overview(visit, office) < usual * 2 + SLACK
