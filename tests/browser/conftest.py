"""A real browser on a real server, for what AppTest cannot see.

Everything here lives as long as this folder's tests: Playwright keeps an event loop running, in
which no other test could start its own.
"""

import os

import pytest

from tests.browser import fronting, running
from tests.browser.visiting import Visit


@pytest.fixture(scope="package")
def browsers():
    """Return a function giving a browser with or without WebGL, each started once."""
    lacking = running.lacking()
    if lacking and os.environ.get("BROWSER_TESTS_REQUIRED") == "1":
        pytest.fail(lacking)
    if lacking:
        pytest.skip(lacking)
    from playwright.sync_api import sync_playwright

    started = {}
    with sync_playwright() as playwright:

        def browser(webgl: bool):
            if webgl not in started:
                drawing = running.WITH_WEBGL if webgl else running.WITHOUT_WEBGL
                started[webgl] = playwright.chromium.launch(
                    executable_path=running.chromium(), args=[*running.SANDBOX, *drawing]
                )
            return started[webgl]

        yield browser
        for each in started.values():
            each.close()


@pytest.fixture(scope="package")
def with_nginx():
    """Only where nginx is, and openssl to certify it."""
    if None in fronting.PROGRAMS and os.environ.get("BROWSER_TESTS_REQUIRED") == "1":
        pytest.fail(fronting.LACKING)
    if None in fronting.PROGRAMS:
        pytest.skip(fronting.LACKING)


@pytest.fixture(scope="package")
def portal():
    with fronting.portal() as port:
        yield port


@pytest.fixture(scope="package")
def var(browsers, demo):
    """Return the var folder that holds the version built from the shipped data."""
    return demo.folder.parent.parent


@pytest.fixture(scope="package")
def server(var):
    with running.running(var) as server:
        yield server


@pytest.fixture
def fresh_server(var):
    """Return a server that no reader has visited."""
    with running.running(var) as server:
        yield server


@pytest.fixture
def visit(browsers):
    """Return a function starting a Visit; in the end none of them may have complained."""
    contexts, visits = [], []

    def start(server, width=1440, height=900, webgl=False) -> Visit:
        context = browsers(webgl).new_context(
            viewport={"width": width, "height": height}, locale="zh-CN"
        )
        if webgl:  # a build server's is drawn by the processor, which the page itself declines
            context.add_cookies([{"name": "webgl", "value": "1", "url": server.url}])
        contexts.append(context)
        visits.append(Visit(context.new_page(), server))
        visits[-1].watch()
        return visits[-1]

    yield start
    for context in contexts:
        context.close()
    assert [each.complaints for each in visits if each.complaints] == []
    assert [each.outside for each in visits if each.outside] == []


@pytest.fixture
def page_at(visit, server):
    """Return a function opening an address of the shared server and giving the settled Visit."""

    def open_page(path="/", width=1440, height=900, webgl=False) -> Visit:
        opened = visit(server, width, height, webgl)
        opened.open(path)
        return opened

    return open_page
