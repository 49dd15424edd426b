"""How long a reader waits: python -m tests.benchmarks.bench_pages [--runs 15]

Measures in a real browser against a real server, prints a Markdown table and writes pages.json
beside this file. A page counts as complete when its run has ended, every chart and map in it is
drawn, and nothing stale is left. Times are seconds.
"""

import argparse
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.benchmarks.report import report, timed
from tests.browser.running import (
    SANDBOX,
    WITH_WEBGL,
    build,
    chromium,
    running,
)
from tests.browser.visiting import POLLING, SETTLED, Visit

MENU = ".menu"
COMPLETE = f"""before => {{
    const settled = {SETTLED};
    const has = (each, drawn) => each.querySelector(drawn) !== null;
    const all = (test, drawn) =>
        [...document.querySelectorAll(`[data-testid=${{test}}]`)].every(each => has(each, drawn));
    return settled(before) && all("stPlotlyChart", ".main-svg")
        && all("stDeckGlJsonChart", "canvas");
}}"""
# Where a filter is changed: address, the control's key.
FILTERS = (
    ("/", "choice-period"),
    ("/assistance", "choice-period"),
    ("/indicator", "choice-period"),
)
READERS = 10


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15, help="how often each step is measured")
    runs = parser.parse_args().runs
    took, facts = defaultdict(list), {}
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        var = Path(folder)
        timed(took, "build of the shipped extracts", lambda: build(var))
        start = time.perf_counter()
        with running(var) as server:
            took["server start to first answer"].append(time.perf_counter() - start)
            facts["server memory before the first reader, MB"] = server.memory()
            browser = playwright.chromium.launch(
                executable_path=chromium(), args=[*SANDBOX, *WITH_WEBGL]
            )
            outside = measure(Bench(browser, server, took), runs, facts)
            browser.close()
    facts["requests outside the host"] = len(outside)
    report(Path(__file__).with_name("pages.json"), took, facts)


def measure(bench, runs: int, facts: dict) -> list[str]:
    """Take every measurement; return the requests that left the host."""
    bench.first_view("first view of the first reader")
    facts["server memory after the first reader, MB"] = bench.server.memory()
    for run in range(runs):
        reader = bench.first_view("first view, empty browser cache")
        if run == 0:
            facts["first view, requests"] = len(bench.sizes)
            facts["first view, MB sent"] = round(sum(bench.sizes) / 1e6, 1)
        bench.walk(reader, run)
        reader.page.context.close()
    for path, key in FILTERS:
        bench.filter_changes(path, key, runs)
    for _ in range(READERS):
        bench.first_view("first view while others read")
    facts[f"server memory with {READERS} readers more, MB"] = bench.server.memory()
    return bench.outside


class Bench:
    """One server, one browser, and what every step took."""

    def __init__(self, browser, server, took):
        self.browser, self.server, self.took = browser, server, took
        self.outside, self.sizes = [], []

    def new_reader(self) -> Visit:
        context = self.browser.new_context(viewport={"width": 1440, "height": 900}, locale="zh-CN")
        reader = Visit(context.new_page(), self.server, outside=self.outside)
        reader.watch()
        self.sizes = []
        reader.page.on("requestfinished", self.note_size)
        return reader

    def note_size(self, request):
        self.sizes.append(max(request.sizes()["responseBodySize"], 0))

    def first_view(self, name: str) -> Visit:
        """Open the overview with nothing in the browser's cache; the reader stays on it."""
        reader = self.new_reader()
        start = time.perf_counter()
        reader.page.goto(self.server.url, wait_until="commit")
        reader.page.locator(".card").first.wait_for()
        self.took[f"{name}: cards"].append(time.perf_counter() - start)
        reader.page.wait_for_function(COMPLETE, arg="", polling=POLLING)
        self.took[f"{name}: complete"].append(time.perf_counter() - start)
        reader.page.wait_for_timeout(2000)  # he looks at it; the next pages' scripts arrive
        return reader

    def walk(self, reader: Visit, run: int):
        """Visit every page twice, each walk beginning with another one."""
        names = reader.page.locator(f"{MENU} a").all_inner_texts()
        home, others = names[0], names[1:]
        order = others[run % len(others) :] + others[: run % len(others)] + [home]
        for visit, name in [("first", name) for name in order] + [("again", n) for n in order]:
            link = reader.page.locator(MENU).get_by_role("link", name=name, exact=True)
            took = self.step(reader, link.click)
            self.took[f"page, {visit}: {name}"].append(took)
            if visit == "first" and name == order[0]:
                self.took["page: the first after the overview"].append(took)
            self.took[f"page, {visit}: all"].append(took)

    def filter_changes(self, path: str, key: str, runs: int):
        """Pick one option after another in a control and wait for every panel."""
        reader = self.new_reader()
        reader.page.goto(self.server.url + path, wait_until="commit")
        reader.page.wait_for_function(COMPLETE, arg="", polling=POLLING)
        for run in range(runs):
            reader.page.locator(f".st-key-{key} input").first.click()
            option = reader.page.get_by_role("option").nth(1 + run % 2)
            option.wait_for()
            took = self.step(reader, option.click)
            self.took[f"filter change, {path} {key}"].append(took)
            self.took["filter change: all"].append(took)
        reader.page.context.close()

    def step(self, reader: Visit, act) -> float:
        """Return the seconds from an act to the complete page that answers it."""
        before = reader.token()
        start = time.perf_counter()
        act()
        reader.page.wait_for_function(COMPLETE, arg=before, polling=POLLING)
        return time.perf_counter() - start


if __name__ == "__main__":
    main()
