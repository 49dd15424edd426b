"""Take the pictures of README and manual: python -m tests.browser.pictures"""

from pathlib import Path

from playwright.sync_api import sync_playwright

from queries.places import VAR
from tests.browser import running
from tests.browser.visiting import Visit

FOLDER = running.ROOT / "docs" / "pictures"
PICTURES = {  # name: address, width, height
    "overview": ("/", 1440, 1180),
    "overview-phone": ("/", 390, 844),
    "theme": ("/resident_lounges", 1440, 1500),
    "indicator": (
        "/indicator?indicator=organization_community_per_10000&area=330482003",
        1440,
        1500,
    ),
    "township": ("/township?area=330482102", 1440, 1100),
    "catalogue": ("/catalogue", 1440, 800),
    "data": ("/data", 1440, 1000),
}


def main():
    running.build(VAR)
    FOLDER.mkdir(exist_ok=True)
    with running.running(VAR) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=running.chromium(), args=[*running.SANDBOX, *running.WITH_WEBGL]
        )
        for name, (address, width, height) in PICTURES.items():
            page = browser.new_context(viewport={"width": width, "height": height}).new_page()
            Visit(page, server).open(address)
            page.wait_for_timeout(3000)  # map and chart paint after the page is complete
            page.screenshot(path=Path(FOLDER / f"{name}.png"))


if __name__ == "__main__":
    main()
