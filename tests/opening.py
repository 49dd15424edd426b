"""A page of the board run as a reader's script runs it, without a browser."""

import re
from functools import cache

from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from queries.places import ROOT

# Before a page runs, every installed package is searched for components, which takes as long as the
# page does. What is installed stays the same.
manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)


def page_at(place: str, **parameters) -> AppTest:
    """Return the page at an address, not run yet."""
    page = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    page._page_hash = calc_hash(place)  # what the browser sends for an address
    for name, value in parameters.items():
        page.query_params[name] = value
    return page


def ran(page: AppTest) -> AppTest:
    """Run a page, see that nothing went wrong, and return it."""
    page.run()
    assert not page.exception, page.exception[0].message
    return page


def opened(place: str, **parameters) -> AppTest:
    return ran(page_at(place, **parameters))


def menus(page: AppTest) -> dict[str, str]:
    """Return {title: address} of what the menu and the bar below it lead to."""
    bars = re.findall(r'<nav class="(?:menu|subnav)".*?</nav>', texts(page))
    found = [re.findall(r'href="([^"?]*)[^>]*>([^<]*)</a>', bar) for bar in bars]
    return {title: address for bar in found for address, title in bar}


def texts(page: AppTest) -> str:
    """Return all the HTML a page shows."""
    return " ".join(element.proto.body for element in page.get("html"))
