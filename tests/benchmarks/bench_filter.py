"""How long a reader waits for a changed filter of the free analysis over observations.

python -m tests.benchmarks.bench_filter [--changes 30]

Both moments are taken inside the page: the click, and the answer's heading saying something new.
"""

import argparse
import statistics
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from queries.build import build
from tests.browser import running
from tests.browser.visiting import Visit
from tests.rows import shipped_data
from ui import wording_explore

ADDRESS = (
    "/explore?dataset=observation&by=ref_area,period&measure=only:obs_value&chart=table"
    "&where=indicator:in:meal_served;period:last:1m;area_level:in:镇街道;freq:in:月;category:in:_T"
)
SPANS = ("3m", "1m", "6m", "12m")
WATCH = """() => {
    const heading = () => document.querySelector(".section .subtitle")?.innerText;
    let clicked = 0, last = heading();
    window.took = [];
    document.addEventListener("click", () => { clicked = performance.now(); }, true);
    new MutationObserver(() => {
        const now = heading();
        if (now && now !== last) {
            last = now;
            window.took.push(performance.now() - clicked);
        }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
}"""


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--changes", type=int, default=30)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        data, var = shipped_data(Path(folder, "data")), Path(folder, "var")
        build(data, var)
        browser = playwright.chromium.launch(
            executable_path=running.chromium(), args=[*running.SANDBOX, *running.WITHOUT_WEBGL]
        )
        with running.running(var) as server:
            took = sorted(changes(browser, server, options.changes))
    late = took[int(len(took) * 0.95)]
    print(
        f"{len(took)} changes: median {statistics.median(took):.0f} ms, 95 % within {late:.0f} ms"
    )


def changes(browser, server, number):
    page = browser.new_page(viewport={"width": 1440, "height": 1000}, locale="zh-CN")
    reader = Visit(page, server)
    reader.open(ADDRESS)
    page.evaluate(WATCH)
    for n in range(number):
        with reader.rerun():
            page.locator("[class*=st-key-ask-span-1] button").first.click()
            words = wording_explore.SPANS[SPANS[n % len(SPANS)]]
            page.get_by_role("option", name=words, exact=True).click()
    return page.evaluate("window.took")


if __name__ == "__main__":
    main()
