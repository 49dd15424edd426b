"""The page built in every peer: python -m tests.benchmarks.bench_reference VAR… [--runs 5]

Each VAR holds a built version (BOARD_VAR of `python -m queries build`), say of 10⁵ and of 10⁶
payments. Measured in turn, in fresh browsers: the reference page, the same with an empty
observation table, a page of one control and one line (what Streamlit takes), and the board's own
theme page. A page is ready when its run has ended and the new numbers stand in every panel; both
moments are taken inside the page. Prints a Markdown table and writes reference.json.
"""

import argparse
import shutil
import tempfile
from collections import defaultdict
from contextlib import ExitStack
from pathlib import Path

import duckdb
from playwright.sync_api import sync_playwright

from queries import versions
from queries.places import ROOT
from tests.benchmarks.report import report
from tests.browser.running import SANDBOX, WITHOUT_WEBGL, chromium, running
from tests.browser.visiting import SETTLED

NOTHING = "/?"  # the address of the page without observations
PAGE = ROOT / "tests" / "benchmarks" / "reference_page.py"
PANELS = ".panel, .board, .rank, .picture img"
# Notes when the page is ready for the first time and after every click: the run has ended, every
# panel is there, and none of those that must change says what it said before.
CLOCK = f"""() => {{
    const settled = {SETTLED};
    const isEmpty = document.cookie.includes("nothing");  // then no panel has a number to change
    const panels = () => [...document.querySelectorAll("{PANELS}")];
    let before = "", told = [], began = 0;
    window.ready = [];
    const look = () => {{
        if (began !== null && settled(before) && panels().length
            && panels().every((each, n) => isEmpty || told[n] !== each.outerHTML)) {{
            window.ready.push(performance.now() - began);
            began = null;
        }}
        setTimeout(look, 4);
    }};
    addEventListener("click", event => {{
        if (!event.target.closest("[role=option]")) return;
        before = document.querySelector("[data-page-ready]").dataset.pageReady;
        told = panels().map(each => each.outerHTML);
        began = performance.now();
    }}, true);
    look();
}}"""
# The control of each page, and which options are picked one after the other: on a theme page a
# second township is added to the first.
PLACES, AREAS = ("choice-place", (1, 2, 3, 4)), ("choice-area", (0,))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("var", nargs="+", type=Path, help="folders that hold a built version")
    parser.add_argument("--runs", type=int, default=5, help="fresh browsers for each page")
    asked = parser.parse_args()
    took, facts = defaultdict(list), {}
    with ExitStack() as stack:
        empty = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        emptied(asked.var[0], empty)
        served = [
            (rows_in(var), stack.enter_context(running(var, script=PAGE))) for var in asked.var
        ]
        nothing = stack.enter_context(running(empty, script=PAGE))
        board = stack.enter_context(running(asked.var[0]))
        pages = [(f"reference page, {rows:,} rows", one, "/", PLACES) for rows, one in served]
        pages += [("reference page, no observations", nothing, NOTHING, PLACES)]
        pages += [("one control, one line", served[0][1], "/?floor=1", PLACES)]
        pages += [("theme page, 社会救助", board, "/assistance", AREAS)]
        browser = stack.enter_context(sync_playwright()).chromium
        for run in range(asked.runs + 1):
            for name, *page in pages:
                found = visited(browser, *page)
                if run:  # the first reader of a server waits for what is kept from then on
                    took[f"{name}: ready"].append(found[0])
                    took[f"{name}: filter"] += found[1:]
        facts |= {f"server memory, MB: {name}": server.memory() for name, server, *_ in pages}
    report(Path(__file__).with_name("reference.json"), took, facts)


def rows_in(var: Path) -> int:
    """Return how many payments a version was built of."""
    inputs = versions.current(var).manifest()["inputs"]
    return max(one["loaded"] for one in inputs if "payment" in one["file"])


def emptied(var: Path, into: Path):
    """Copy a version without its observations."""
    live = versions.current(var)
    folder = into / "versions" / live.id
    folder.mkdir(parents=True)
    for name in ("published.duckdb", "records.duckdb", "manifest.json"):
        shutil.copy(live.folder / name, folder / name)
    shutil.copy(var / versions.POINTER, into / versions.POINTER)
    with duckdb.connect(folder / "published.duckdb") as con:
        for table in ("observation", "figure_cell"):
            con.execute(f"delete from {table}")


def visited(browsers, server, path, asked) -> list[float]:
    """Return the seconds to a ready page in a fresh browser, then those of each change."""
    browser = browsers.launch(executable_path=chromium(), args=[*SANDBOX, *WITHOUT_WEBGL])
    page = browser.new_page(viewport={"width": 1440, "height": 900}, locale="zh-CN")
    page.set_default_timeout(60_000)
    page.add_init_script(f"addEventListener('DOMContentLoaded', {CLOCK})")
    if path == NOTHING:
        page.context.add_cookies([{"name": "nothing", "value": "1", "url": server.url}])
    page.goto(server.url + path, wait_until="commit")
    control, options = asked
    for change, picked in enumerate(options):
        page.wait_for_function("number => window.ready?.length === number", arg=change + 1)
        page.wait_for_timeout(1000)
        page.locator(f".st-key-{control} input").first.click()
        option = page.get_by_role("option").nth(picked)
        option.wait_for()
        page.wait_for_timeout(300)
        option.click()
    page.wait_for_function("number => window.ready.length === number", arg=len(options) + 1)
    found = page.evaluate("window.ready")
    browser.close()
    return [milliseconds / 1000 for milliseconds in found]


if __name__ == "__main__":
    main()
