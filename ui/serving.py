"""Serving: what the server does before and around Streamlit, as the options of st.App."""

import gc
import gzip
import importlib
import logging
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

from ui import handing_out, labels, security
from ui.index_page import OwnIndexPage, index_page

LOGGER = logging.getLogger(__name__)

SHIPPED = Path(streamlit.__file__).parent / "static"
MEDIA_TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}

# Imported before the first reader comes, who would otherwise wait for them.
HEAVY = ("pandas", "pyarrow", "plotly.graph_objects", "pydeck", "duckdb", "shapely.geometry")
HEAVY += ("pptx", "docx", "typst", "xlsxwriter")  # of the files a briefing becomes


def options() -> dict:
    """Return what st.App takes besides the script."""
    # Streamlit would run the files of a folder named pages/ by themselves, without dashboard.py,
    # until the first st.navigation of the process: too late for a link opened after a restart.
    PagesManager.uses_pages_directory = False
    shipped = (SHIPPED / "index.html").read_text(encoding="utf-8")
    own = index_page(shipped, SHIPPED / "static" / "js")
    packed = {}
    return {
        "lifespan": lambda app: prepared(packed),
        "middleware": [
            Middleware(security.Guard, policy=security.content_policy(own)),
            Middleware(OwnIndexPage, shipped=shipped, own=own),
            Middleware(PackedBundles, packed=packed),
        ],
        "routes": [Route("/healthz", healthy), *handing_out.routes()],
        "on_script_error": say_sorry,
    }


@asynccontextmanager
async def prepared(packed: dict[str, Response]):
    """Import what is heavy and compress the bundles, side by side, before the first reader."""
    with ThreadPoolExecutor(max_workers=1) as pool:
        packing = pool.submit(pack, SHIPPED / "static")
        for name in HEAVY:
            importlib.import_module(name)
        packed.update(packing.result())
    gc.collect()
    gc.freeze()  # a million objects that stay for good need not be looked at again and again
    yield {}


def say_sorry(problem: Exception) -> bool:
    """Tell the reader in a sentence, with an id; what happened stands in the log under that id."""
    id_ = uuid.uuid4().hex[:8]
    LOGGER.error("error %s", id_, exc_info=problem)
    streamlit.error(labels.broken(id_))
    return True  # else Streamlit shows its own words, in English


async def healthy(request) -> Response:
    return PlainTextResponse("ok")


def pack(folder: Path) -> dict[str, Response]:
    """Return {path in the address: compressed answer} for every text bundle below the folder."""
    files = [path for path in folder.rglob("*") if path.suffix in MEDIA_TYPES]
    return {f"/static/{path.relative_to(folder).as_posix()}": packed_file(path) for path in files}


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
