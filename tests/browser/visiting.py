"""A reader's tab: opens addresses, waits for pages to be complete, notes what goes wrong."""

from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import TimeoutError, expect

from tests.browser.running import Server

# A page opened directly asks for these below its own address first; Streamlit then finds the root.
HARMLESS = ("/_stcore/health", "/_stcore/host-config")
# True once a run other than the given one has come to its end and nothing runs any more.
SETTLED = """before => {
    const mark = document.querySelector("[data-page-ready]");
    const app = document.querySelector("[data-test-script-state]");
    return mark && mark.dataset.pageReady !== before
        && app.dataset.testScriptState === "notRunning"
        && !document.querySelector("[data-stale=true], [data-testid=stSkeleton]");
}"""
# Milliseconds until what is waited for is held not to come. Beside other tests, on two cores, a
# page may take long; who waits for a state loses nothing by patience.
PATIENCE = 90_000
expect.set_options(timeout=PATIENCE)
POLLING = 20  # milliseconds; by default it asks once a frame, and frames are rare when drawing
# What there is to know about a page that does not settle.
STATE = """() => JSON.stringify({
    ready: document.querySelector("[data-page-ready]")?.dataset.pageReady,
    script: document.querySelector("[data-test-script-state]")?.dataset.testScriptState,
    stale: document.querySelectorAll("[data-stale=true]").length,
    skeletons: document.querySelectorAll("[data-testid=stSkeleton]").length,
    shown: document.body.innerText.slice(0, 300),
})"""


@dataclass
class Visit:
    """A reader's tab, and what went wrong in it."""

    page: object  # playwright.sync_api.Page
    server: Server
    complaints: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)

    def __post_init__(self):
        self.page.set_default_timeout(PATIENCE)

    def watch(self):
        self.page.on("console", self.note_console)
        self.page.on("pageerror", lambda error: self.complaints.append(f"page error: {error}"))
        self.page.on("request", lambda request: self.note_address(request.url))
        self.page.on("websocket", lambda websocket: self.note_address(websocket.url))

    def note_console(self, message):
        where = message.location.get("url", "")
        if message.type == "error" and not urlsplit(where).path.endswith(HARMLESS):
            self.complaints.append(f"console: {message.text} ({where})")

    def note_address(self, address: str):
        parts = urlsplit(address)
        if (
            parts.scheme not in ("data", "blob")
            and parts.netloc != urlsplit(self.server.url).netloc
        ):
            self.outside.append(address)

    def open(self, path: str = "/"):
        """Open an address as one that was sent by a colleague: a new session."""
        self.page.goto(self.server.url + path, wait_until="commit")
        self.settle()

    @contextmanager
    def rerun(self):
        """Wait, after the action inside, until the page it leads to is complete."""
        before = self.token()
        yield
        self.settle(before)

    def settle(self, before: str = ""):
        try:
            self.page.wait_for_function(SETTLED, arg=before, polling=POLLING)
        except TimeoutError as late:
            state = self.page.evaluate(STATE)
            raise AssertionError(f"{self.page.url} is not complete: {state}") from late
        broken = self.page.locator("[data-testid=stException]").all_inner_texts()
        self.complaints.extend(f"on the page: {text}" for text in broken)

    def token(self) -> str:
        """Return the mark of the run whose page is shown."""
        return self.page.locator("[data-page-ready]").first.get_attribute("data-page-ready")

    @property
    def address(self) -> str:
        """Return path and query of the address shown."""
        return self.page.url.removeprefix(self.server.url)
