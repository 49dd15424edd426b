"""The index page: Streamlit's own, in Chinese, fetching ahead what the reader soon needs."""

import json
import re
from html import escape
from pathlib import Path

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse

from ui import labels

WITHOUT_SCRIPT = "请在浏览器中启用 JavaScript 后重新打开本页。"

# Names of Streamlit's script bundles: on every page; and those of charts that are operated (the
# free analysis, comparing), megabytes that no first page should wait for.
DRAWN_FIRST = ("Html", "PageLink", "Selectbox", "Multiselect")
OPERATED = ("webgl", "PlotlyChart", "DeckGlJsonChart")
IMPORTED = re.compile(r"""(?:from|import)\s*["'`]\./([\w.-]+\.js)["'`]""")

# deck.gl needs WebGL 2 and stays blank without it; drawn by the processor, as on virtual desktops,
# it costs seconds where polygons cost a fraction. The answer travels as a cookie, so that the
# script knows it in its first run; it is asked once per browser session, being slow to ask. So does
# the width: a map is drawn in pixels and cannot be squeezed afterwards.
PROBE = """<script>
      if (!/(^|; )webgl=/.test(document.cookie)) {
        const context = document.createElement("canvas").getContext("webgl2");
        const names = context?.getExtension("WEBGL_debug_renderer_info");
        const card = names ? context.getParameter(names.UNMASKED_RENDERER_WEBGL) : "";
        const drawn = /swiftshader|llvmpipe|softpipe|software|basic render/i.test(card);
        document.cookie = `webgl=${context && !drawn ? 1 : 0}; path=/; SameSite=Lax`;
        context?.getExtension("WEBGL_lose_context")?.loseContext();
      }
      document.cookie = `screen=${innerWidth}; path=/; SameSite=Lax`;
    </script>"""
# Not <link rel="prefetch">: Chromium asks for those without accepting compression. One after the
# other, so that a reader who is quick finds a free connection; what fails is loaded when needed.
FETCH_AHEAD = """<script>
      addEventListener("load", () => setTimeout(async () => {
        for (const name of NAMES) {
          await fetch(`./static/js/${name}`, {priority: "low"}).then(it => it.blob(), () => {});
        }
      }, 3000));
    </script>"""
# A link inside HTML would load the whole app anew, which takes seconds. Streamlit goes where the
# address says when the reader goes back, so it is told the same here; where that is not understood
# the link still is a link.
OWN_LINKS = """<script>
      // The menu stands outside the part of a page that was changed by itself.
      addEventListener("pointerdown", carry, true);
      addEventListener("click", carry, true);
      function carry(event) {
        const link = event.target.closest?.(".menu a, .subnav a");
        const choice = document.querySelector("[data-carried]")?.dataset.carried;
        if (link && choice !== undefined) link.search = choice;
      }
      addEventListener("click", event => {
        const link = event.target.closest?.("a.within");
        if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        history.pushState(null, "", link.href);
        dispatchEvent(new PopStateEvent("popstate"));
        if (!link.classList.contains("place")) {  // a map stays where it was clicked
          document.querySelector("[data-testid=stMain]")?.scrollTo(0, 0);
        }
      });
    </script>"""
# Whoever signed in is led back to "/", by design: no address of ours goes through other hands. The
# tab itself remembers where the button was pressed; the browser keeps that within this server.
RETURN = """<script>
      {
        const left = sessionStorage.getItem("left-at");
        sessionStorage.removeItem("left-at");
        if (left && location.pathname.endsWith("/") && !location.search) {
          history.replaceState(null, "", left);
        }
        addEventListener("click", event => {
          if (event.target.closest?.(".st-key-sign-in button")) {
            sessionStorage.setItem("left-at", location.pathname + location.search);
          }
        });
      }
    </script>"""

# A file that was made while its page was shown is fetched, and a deck opened, as soon as the page
# names it: nobody clicks twice.
FETCH_MADE = """<script>
      new MutationObserver(() => {
        for (const link of document.querySelectorAll("a.made:not([data-fetched])")) {
          link.dataset.fetched = "1";
          link.click();
        }
      }).observe(document, {childList: true, subtree: true});
    </script>"""

# The clipboard of the browser is there for secure addresses only; an intranet's plain ones have the
# older way. Copied are the words, without the links of their numbers.
COPY = """<script>
      addEventListener("click", async event => {
        const button = event.target.closest?.("button[data-copies]");
        const words = button && document.querySelector(button.dataset.copies)?.innerText;
        if (!words) return;
        const before = button.textContent;
        try {
          await navigator.clipboard.writeText(words);
        } catch {
          const held = document.body.appendChild(document.createElement("textarea"));
          held.value = words;
          held.select();
          document.execCommand("copy");
          held.remove();
        }
        button.textContent = "COPIED";
        setTimeout(() => { button.textContent = before; }, 2000);
      });
    </script>"""


def index_page(shipped: str, scripts: Path) -> str:
    """Return the shipped page with our changes; one that finds no place in it is an error."""
    page = shipped
    for pattern, replacement in changes(shipped, scripts):
        page, found = re.subn(pattern, lambda _, new=replacement: new, page, flags=re.DOTALL)
        if found != 1:
            raise ValueError(f"index.html of this Streamlit: {pattern} found {found} times")
    return page


def changes(shipped: str, scripts: Path) -> list[tuple[str, str]]:
    """Return (what, by what it is replaced) for every change to the shipped page."""
    known = set(re.findall(r'static/js/([^"]+)', shipped))
    first = needed(DRAWN_FIRST, scripts, known)
    later = json.dumps(needed(OPERATED, scripts, known.union(first)))
    ahead = [
        *(f'<link rel="modulepreload" crossorigin href="./static/js/{name}">' for name in first),
        RETURN,
        PROBE,
        OWN_LINKS,
        FETCH_MADE,
        COPY.replace("COPIED", labels.COPIED),
        FETCH_AHEAD.replace("NAMES", later),
    ]
    return [
        (r'<html lang="en">', '<html lang="zh-CN">'),
        (r"<title>.*?</title>", f"<title>{escape(labels.BOARD)}</title>"),
        (r'<link rel="service-desc"[^>]*>\s*', ""),  # the agent interface is off
        (r'<link\s+rel="preload"[^>]*as="font"[^>]*>\s*', ""),  # a font the theme does not use
        (r"<noscript>.*?</noscript>", f"<noscript><p>{WITHOUT_SCRIPT}</p></noscript>"),
        (r"</head>", "\n    ".join(ahead) + "\n  </head>"),
    ]


def needed(elements: tuple[str, ...], scripts: Path, known: set[str]) -> list[str]:
    """Return the script files these elements load, and what those import, beyond the known."""
    waiting = [path.name for name in elements for path in scripts.glob(f"{name}.*.js")]
    found = []
    while waiting:
        name = waiting.pop(0)
        if name not in known and name not in found:
            found.append(name)
            waiting += IMPORTED.findall((scripts / name).read_text(encoding="utf-8"))
    return found


def plain(scope):
    """Return the request as if it took no compression: a packed page is not known by its length."""
    kept = [pair for pair in scope["headers"] if pair[0] != b"accept-encoding"]
    wants_page = b"text/html" in dict(scope["headers"]).get(b"accept", b"")
    return {**scope, "headers": kept} if wants_page else scope


class OwnIndexPage:
    """Answers with our index page wherever Streamlit answers with the one it ships."""

    def __init__(self, app, shipped: str, own: str):
        self.app = app
        self.length = str(len(shipped.encode()))
        # Without an etag: after an upgrade a browser must not keep a page of the old bundles.
        self.own = HTMLResponse(own, headers={"cache-control": "no-cache"})

    async def __call__(self, scope, receive, send):
        answered = False

        async def send_own(message):
            nonlocal answered
            if self.is_shipped(message):
                answered = True
                await self.own(scope, receive, send)
            elif not answered:
                await send(message)

        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        await self.app(plain(scope), receive, send_own)

    def is_shipped(self, message) -> bool:
        """Tell whether an answer begins that is the shipped page: HTML of exactly its length."""
        if message["type"] != "http.response.start" or message["status"] != 200:
            return False
        headers = Headers(raw=message["headers"])
        is_html = headers.get("content-type", "").startswith("text/html")
        return is_html and headers.get("content-length") == self.length
