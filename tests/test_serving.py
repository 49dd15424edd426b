"""What the server answers before Streamlit does: the index page, script bundles, health."""

import asyncio
import gc
import gzip
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.responses import HTMLResponse, PlainTextResponse
from streamlit.runtime.pages_manager import PagesManager

from ui import labels, serving, theme
from ui.index_page import OwnIndexPage, index_page, needed

SHIPPED = (serving.SHIPPED / "index.html").read_text(encoding="utf-8")
SCRIPTS = serving.SHIPPED / "static" / "js"
CONFIG = Path(__file__).parents[1] / ".streamlit" / "config.toml"


def ask(app, path="/", **headers):
    """Return (status, headers, body) of one GET request to an ASGI app."""
    sent = []

    async def receive():
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message):
        sent.append(message)

    raw = [(name.replace("_", "-").encode(), text.encode()) for name, text in headers.items()]
    scope = {"type": "http", "method": "GET", "path": path, "query_string": b"", "headers": raw}
    asyncio.run(app(scope, receive, send))
    start, *parts = sent
    body = b"".join(part.get("body", b"") for part in parts)
    return start["status"], Headers(raw=start["headers"]), body


@pytest.fixture(scope="module")
def page():
    return index_page(SHIPPED, SCRIPTS)


def test_the_index_page_is_chinese_and_carries_our_title(page):
    assert '<html lang="zh-CN">' in page
    assert f"<title>{labels.BOARD}</title>" in page
    assert not re.search(r"<noscript>[^<]*<p>[A-Za-z ]+</p>", page)


def test_the_index_page_does_not_point_to_the_agent_interface(page):
    assert "_stcore/agent" not in page


def test_the_index_page_asks_for_webgl_before_the_app_starts(page):
    assert "document.cookie = `webgl=" in page
    assert page.index("document.cookie") < page.index("<body>")


def test_map_and_trend_are_fetched_ahead(page):
    ahead = re.findall(r'<link rel="modulepreload".*?static/js/([^"]+)"', page)
    ahead += json.loads(re.search(r"const name of (\[.*?\])\) \{\s+await", page)[1])
    assert len(ahead) == len(set(ahead))
    assert all((SCRIPTS / name).exists() for name in ahead)
    elements = {name.split(".")[0] for name in ahead}
    assert {"DeckGlJsonChart", "PlotlyChart"} <= elements


def test_an_index_page_we_do_not_know_is_refused_by_name():
    with pytest.raises(ValueError, match='<html lang="en"> found 0 times'):
        index_page("<html><head></head></html>", SCRIPTS)


def test_needed_scripts_follow_imports_but_not_what_is_known(tmp_path):
    (tmp_path / "Map.1a.js").write_text('import{a}from"./globe.2b.js";import"./core.3c.js";')
    (tmp_path / "globe.2b.js").write_text('import{b as c}from"./sea.4d.js";')
    (tmp_path / "sea.4d.js").write_text("export{}")
    (tmp_path / "core.3c.js").write_text('import"./never.js"')
    assert needed(("Map",), tmp_path, {"core.3c.js"}) == ["Map.1a.js", "globe.2b.js", "sea.4d.js"]


def test_our_index_page_stands_wherever_streamlit_sends_its_own():
    shipped = HTMLResponse("<p>shipped</p>", headers={"etag": "old"})
    app = OwnIndexPage(shipped, shipped="<p>shipped</p>", own="<p>自己的</p>")
    status, headers, body = ask(app, "/indicator")
    assert (status, body.decode()) == (200, "<p>自己的</p>")
    assert headers["content-length"] == str(len(body))
    assert headers["cache-control"] == "no-cache"
    assert "etag" not in headers


@pytest.mark.parametrize(
    "other",
    [
        HTMLResponse("<p>another page</p>"),
        HTMLResponse("<p>shipped</p>", status_code=404),
        PlainTextResponse("<p>shipped</p>"),
    ],
)
def test_other_answers_pass_through(other):
    app = OwnIndexPage(other, shipped="<p>shipped</p>", own="<p>自己的</p>")
    assert ask(app) == (other.status_code, other.headers, other.body)


def test_a_websocket_passes_both_layers():
    seen = []

    async def socket(scope, receive, send):
        seen.append(scope["type"])

    layers = OwnIndexPage(serving.PackedBundles(socket, packed={}), shipped="", own="")
    asyncio.run(layers({"type": "websocket", "path": "/_stcore/stream", "headers": []}, None, None))
    assert seen == ["websocket"]


@pytest.fixture
def shipped(tmp_path, monkeypatch):
    """A folder of bundles in place of Streamlit's."""
    monkeypatch.setattr(serving, "SHIPPED", tmp_path)
    (tmp_path / "static" / "js").mkdir(parents=True)
    (tmp_path / "static" / "js" / "map.1a.js").write_bytes(b"draw();" * 1000)
    (tmp_path / "static" / "js" / "page.2b.js").write_bytes(b"show();" * 1000)
    (tmp_path / "static" / "media").mkdir()
    (tmp_path / "static" / "media" / "font.woff2").write_bytes(b"already small")
    return tmp_path / "static"


@pytest.fixture
def bundles(shipped):
    packed = serving.pack(serving.bundles())
    return serving.PackedBundles(PlainTextResponse("plain"), packed=packed)


def test_a_bundle_is_sent_compressed_and_kept_for_good(bundles):
    status, headers, body = ask(
        bundles, "/static/js/map.1a.js", accept_encoding="gzip, deflate, br"
    )
    assert (status, gzip.decompress(body)) == (200, b"draw();" * 1000)
    assert headers["content-encoding"] == "gzip"
    assert headers["content-type"].startswith("text/javascript")
    assert headers["content-length"] == str(len(body))
    assert headers["vary"] == "accept-encoding"
    assert "immutable" in headers["cache-control"]


def test_a_bundle_is_compressed_once_not_per_request(bundles, monkeypatch):
    monkeypatch.setattr(gzip, "compress", None)
    first, second = (ask(bundles, "/static/js/map.1a.js", accept_encoding="gzip") for _ in "12")
    assert first == second


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        ("/static/js/map.1a.js", {}),
        ("/static/js/map.1a.js", {"accept_encoding": "identity"}),
        ("/static/js/gone.9z.js", {"accept_encoding": "gzip"}),
        ("/static/media/font.woff2", {"accept_encoding": "gzip"}),
    ],
)
def test_what_is_not_packed_is_left_to_streamlit(bundles, path, headers):
    assert ask(bundles, path, **headers)[2] == b"plain"


@pytest.fixture
def imported(monkeypatch):
    """The names of what is imported, in place of the imports."""
    names = []
    monkeypatch.setattr(serving.importlib, "import_module", names.append)
    return names


def test_what_the_first_page_needs_is_ready_before_the_server_answers(
    shipped, imported, monkeypatch
):
    monkeypatch.setattr(serving, "prepare_more", lambda packed: None)
    packed = {}

    async def start():
        async with serving.prepared(packed, [shipped / "js" / "page.2b.js", shipped / "a.png"]):
            return set(packed), list(imported)

    assert asyncio.run(start()) == ({"/static/js/page.2b.js"}, list(serving.HEAVY))


def test_the_rest_is_made_ready_afterwards_and_nothing_twice(shipped, imported, monkeypatch, tiny):
    opened = []
    monkeypatch.setattr(serving.reading, "live", lambda: tiny)
    monkeypatch.setattr(serving.reading, "declared", opened.append)
    monkeypatch.setattr(serving.reading, "boundaries", opened.append)
    packed = {"/static/js/page.2b.js": "packed already"}
    serving.prepare_more(packed)
    gc.unfreeze()
    assert set(packed) == {"/static/js/page.2b.js", "/static/js/map.1a.js"}
    assert packed["/static/js/page.2b.js"] == "packed already"
    assert (imported, opened) == (list(serving.NEEDED_LATER), [tiny, tiny])


def test_before_the_first_build_there_is_nothing_to_open(shipped, imported, monkeypatch):
    monkeypatch.setattr(serving.reading, "live", lambda: None)
    serving.prepare_more({})
    gc.unfreeze()
    assert imported == list(serving.NEEDED_LATER)


def test_the_index_page_asks_for_bundles_that_are_compressed_first(page):
    first = [serving.SHIPPED / name for name in serving.ASKED_FIRST.findall(page)]
    assert all(path.exists() for path in first)
    drawn = {path.name.split(".")[0] for path in first}
    assert {"index", "Html", "Selectbox"} <= drawn
    assert len(serving.pack(first)) < len(serving.bundles()) / 2


def test_opening_the_board_does_not_import_what_only_few_need():
    code = "import sys; import ui.frame; print([n for n in sys.argv[1:] if n in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code, *serving.NEEDED_LATER, "queries.build", "highspy"],
        cwd=CONFIG.parents[1],
        capture_output=True,
        check=True,
        text=True,
    )
    assert done.stdout.strip() == "[]"


def test_the_health_check_answers():
    assert ask(Starlette(routes=serving.options()["routes"]), "/healthz")[2] == b"ok"


def test_streamlit_is_told_that_the_folder_pages_is_not_its_to_run(monkeypatch):
    monkeypatch.setattr(PagesManager, "uses_pages_directory", None)
    serving.options()
    assert PagesManager.uses_pages_directory is False


def test_the_configuration_keeps_to_itself_and_to_the_theme():
    config = tomllib.loads(CONFIG.read_text(encoding="utf-8"))
    assert config["server"]["address"] == "127.0.0.1"
    assert config["browser"]["gatherUsageStats"] is False
    assert config["client"]["showErrorDetails"] == "none"
    look = config["theme"]
    assert (look["primaryColor"], look["textColor"]) == (theme.ACCENT, theme.INK)
    assert tuple(look["chartCategoricalColors"]) == theme.CATEGORICAL
    assert len(look["chartSequentialColors"]) == len(look["chartDivergingColors"]) == 10


def test_an_error_is_told_in_chinese_with_an_id_and_the_log_has_the_rest(monkeypatch, caplog):
    said = []
    monkeypatch.setattr(serving.streamlit, "error", said.append)
    assert serving.say_sorry(ValueError("row 7 of a table")) is True
    id_ = re.search(r"编号([0-9a-f]{8})", said[0])[1]
    assert "row 7" not in said[0]
    assert id_ in caplog.text
    assert "row 7 of a table" in caplog.text
