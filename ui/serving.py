"""Serving: what the server does before and around Streamlit, as the options of st.App."""

import gc
import gzip
import importlib
import logging
import re
import threading
import uuid
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit
from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from streamlit.runtime.pages_manager import PagesManager

from ui import handing_out, labels, reading, security
from ui.index_page import OwnIndexPage, index_page

LOGGER = logging.getLogger(__name__)

SHIPPED = Path(streamlit.__file__).parent / "static"
MEDIA_TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}

# Imported before the first reader comes, who would otherwise wait for them; and afterwards, what
# only some need: the search, and what writes the files a briefing becomes.
HEAVY = ("pandas", "pyarrow", "plotly.graph_objects", "pydeck", "duckdb", "shapely.geometry")
NEEDED_LATER = ("pypinyin", "pptx", "docx", "typst", "xlsxwriter")
ASKED_FIRST = re.compile(r'"\./(static/[^"]+)"')  # by the index page itself


def options() -> dict:
    """Return what st.App takes besides the script."""
    # Streamlit would run the files of a folder named pages/ by themselves, without dashboard.py,
    # until the first st.navigation of the process: too late for a link opened after a restart.
    PagesManager.uses_pages_directory = False
    shipped = (SHIPPED / "index.html").read_text(encoding="utf-8")
    own = index_page(shipped, SHIPPED / "static" / "js")
    packed, first = {}, [SHIPPED.joinpath(name) for name in ASKED_FIRST.findall(own)]
    return {
        "lifespan": lambda app: prepared(packed, first),
        "middleware": [
            Middleware(security.Guard, policy=security.content_policy(own)),
            Middleware(OwnIndexPage, shipped=shipped, own=own),
            Middleware(PackedBundles, packed=packed),
        ],
        "routes": [Route("/healthz", healthy), *handing_out.routes()],
        "on_script_error": say_sorry,
    }


@asynccontextmanager
async def prepared(packed: dict[str, Response], first: list[Path]):
    """Import what is heavy and compress the first bundles, side by side, before any reader."""
    with ThreadPoolExecutor(max_workers=1) as pool:
        packing = pool.submit(pack, first)
        for name in HEAVY:
            importlib.import_module(name)
        packed.update(packing.result())
    threading.Thread(target=prepare_more, args=(packed,), daemon=True).start()
    yield {}


def prepare_more(packed: dict[str, Response]):
    """Get ready what the first page can do without, while it is asked for."""
    live = reading.live()
    if live is not None:
        reading.declared(live)
        reading.boundaries(live)
    packed.update(pack([path for path in bundles() if address(path) not in packed]))
    for name in NEEDED_LATER:
        importlib.import_module(name)
    gc.collect()
    gc.freeze()  # hundreds of thousands of objects that stay for good are not looked at any more


def say_sorry(problem: Exception) -> bool:
    """Tell the reader in a sentence, with an id; what happened stands in the log under that id."""
    id_ = uuid.uuid4().hex[:8]
    LOGGER.error("error %s", id_, exc_info=problem)
    streamlit.error(labels.broken(id_))
    return True  # else Streamlit shows its own words, in English


async def healthy(request) -> Response:
    return PlainTextResponse("ok")


def bundles() -> list[Path]:
    """Return every text bundle Streamlit ships."""
    files = (SHIPPED / "static").rglob("*")
    return [path for path in files if path.suffix in MEDIA_TYPES]


def pack(files: list[Path]) -> dict[str, Response]:
    """Return {address: compressed answer} for the text bundles among the files."""
    return {address(path): packed_file(path) for path in files if path.suffix in MEDIA_TYPES}


def address(path: Path) -> str:
    return f"/{path.relative_to(SHIPPED).as_posix()}"


def packed_file(path: Path) -> Response:
    headers = {
        "content-encoding": "gzip",
        "vary": "accept-encoding",
        "cache-control": "public, immutable, max-age=31536000",  # the name holds a hash
    }
    body = gzip.compress(path.read_bytes(), compresslevel=6, mtime=0)
    return Response(body, headers=headers, media_type=MEDIA_TYPES[path.suffix])


class PackedBundles:
    """Sends script bundles compressed; Streamlit sends them plain, megabytes of them."""

    def __init__(self, app, packed: dict[str, Response]):
        self.app = app
        self.packed = packed

    async def __call__(self, scope, receive, send):
        answer = self.app
        if scope["type"] == "http" and "gzip" in Headers(scope=scope).get("accept-encoding", ""):
            answer = self.packed.get(scope["path"], self.app)
        await answer(scope, receive, send)
