"""A portal's identity through Debian's nginx, with the very file the project ships for it."""

import gzip
import http.client
import http.server
import json
import shutil
import socket
import ssl
import zipfile
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

from tests.browser import fronting
from tests.browser.fronting import NAME, trusting
from tests.browser.running import SANDBOX, WITHOUT_WEBGL, chromium, running
from tests.browser.visiting import Visit
from tests.rows import SHIPPED, tiny_data
from ui import labels, labels_briefing


@pytest.fixture(scope="module")
def board(browsers, with_nginx, tiny, tmp_path_factory):
    """A board that takes the identity from these headers, and from nothing else."""
    folder = tmp_path_factory.mktemp("portal")
    shutil.copytree(tiny.folder.parent.parent, folder / "var")
    shutil.copytree(SHIPPED / "geo", tiny_data(folder / "data") / "geo")
    options = ("--server.trustedUserHeaders", json.dumps(fronting.HEADERS))
    with running(folder / "var", data=folder / "data", options=options) as server:
        yield server


@pytest.fixture(scope="module")
def proxy(board, portal, tmp_path_factory):
    """Return the port at which nginx answers, under the shipped file, for the board's name."""
    folder = tmp_path_factory.mktemp("nginx")
    with fronting.fronting(folder, [urlsplit(board.url).netloc], portal) as ports:
        yield ports


def ask(port, path, name=NAME, **headers):
    """Return (status, headers, body) of one request over TLS, under the board's name."""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as plain:
        connection = http.client.HTTPConnection(name, port)
        connection.sock = trusting().wrap_socket(plain, server_hostname=name)
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read()


@pytest.fixture
def visit(browsers, proxy, board):
    """Return a function opening a page through nginx with a portal's cookie."""
    secure, _ = proxy
    url = f"https://{NAME}:{secure}"
    browser = browsers(False).browser_type.launch(
        executable_path=chromium(),
        args=[*SANDBOX, *WITHOUT_WEBGL, f"--host-resolver-rules=MAP {NAME} 127.0.0.1"],
    )

    def open_page(path, cookie) -> Visit:
        context = browser.new_context(ignore_https_errors=True, locale="zh-CN")
        context.add_cookies([{"name": "portal", "value": cookie, "url": url}])
        visit = Visit(context.new_page(), type(board)(url, board.process, board.log))
        visit.watch()
        visit.open(path)
        assert (visit.complaints, visit.outside) == ([], [])
        return visit

    yield open_page
    browser.close()


def test_the_portals_identity_arrives_and_decides_what_is_shown(visit):
    reader = visit("/versions", "wang")
    expect(reader.page.locator(".who")).to_have_text("王芳 · 数据员")
    assert reader.page.locator(".version-line").count() > 0
    assert reader.page.locator(".st-key-sign-out").count() == 0  # that is the portal's to do
    cookies = {one["name"]: one for one in reader.page.context.cookies()}
    assert cookies["_streamlit_xsrf"]["secure"] is True


def told(port, origin, headers, tls=None):
    """Return all the words a board sends to a client that writes its own headers."""
    plain = socket.create_connection(("127.0.0.1", port), timeout=20)
    address = f"{'wss' if tls else 'ws'}://{urlsplit(origin).netloc}/_stcore/stream"
    words = b""
    with connect(
        address,
        sock=plain,
        ssl=tls,
        origin=origin,
        additional_headers=headers,
        subprotocols=["streamlit"],
        max_size=None,
    ) as stream:
        asked = BackMsg(rerun_script=ClientState(page_name="versions"))
        stream.send(asked.SerializeToString())
        while True:
            message = stream.recv(timeout=30)
            words += message
            if ForwardMsg.FromString(message).HasField("script_finished"):
                return words.decode("utf-8", "ignore")


FORGED = {"X-Board-Account": "boss", "X-Board-Name": "boss", "X-Board-Groups": "board-steward"}


def test_headers_that_a_client_forges_are_stripped(proxy, board):
    # Straight to the board's port they would make anybody a steward: why nobody may reach it.
    believed = told(urlsplit(board.url).port, board.url, FORGED)
    assert "boss · 数据员" in believed
    assert labels.VERSIONS_NOTE in believed

    secure, _ = proxy
    sent = [*FORGED.items(), ("x-board-groups", "board-steward"), ("Cookie", "portal=guest")]
    answered = told(secure, f"https://{NAME}:{secure}", sent, trusting())
    assert "这个账号还没有看板的权限" in answered
    assert "guest已经登录" in answered
    assert "boss" not in answered
    assert labels.VERSIONS_NOTE not in answered


def test_somebody_the_portal_does_not_know_is_sent_there(proxy):
    secure, _ = proxy
    status, headers, _ = ask(secure, "/versions", **{"X-Board-Account": "wang"})
    assert (status, headers["Location"]) == (302, "https://portal.example.local/")


def test_without_the_portals_headers_the_board_itself_shows_nobody_anything(board, browsers):
    context = browsers(False).new_context(locale="zh-CN")
    reader = Visit(context.new_page(), board)
    reader.open("/versions")
    expect(reader.page.locator(".door h1")).to_have_text("请从单位门户进入")
    assert reader.page.locator(".st-key-sign-in, .version-line").count() == 0
    context.close()


def test_what_the_board_sends_plain_is_compressed_and_keeps_its_headers(proxy):
    secure, _ = proxy
    _, headers, body = ask(secure, "/", Cookie="portal=wang", **{"Accept-Encoding": "gzip"})
    assert headers["Content-Encoding"] == "gzip"
    assert "<html" in gzip.decompress(body).decode()
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Server"] == "nginx"


def test_a_file_made_on_a_page_comes_through_whole_and_to_nobody_the_portal_does_not_know(
    visit, proxy
):
    reader = visit("/briefing", "wang")
    with reader.rerun():
        reader.page.get_by_role("button", name=labels_briefing.START, exact=True).click()
    label, _ = labels_briefing.FILES["pptx"]
    with reader.page.expect_download() as fetched:
        reader.page.get_by_role("button", name=label, exact=True).click()
    with zipfile.ZipFile(fetched.value.path()) as deck:
        assert deck.testzip() is None
        assert "ppt/presentation.xml" in deck.namelist()
    secure, _ = proxy
    status, headers, _ = ask(secure, urlsplit(fetched.value.url).path)
    assert (status, headers["Location"]) == (302, "https://portal.example.local/")


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/agent/mcp", "/_stcore/agent"])
def test_what_no_browser_needs_is_kept_out_by_nginx_itself(proxy, path):
    secure, _ = proxy
    status, headers, body = ask(secure, path, Cookie="portal=wang")
    assert (status, b"nginx" in body) == (404, True)
    assert headers["Content-Security-Policy"] is None  # the board was not asked


def test_without_tls_or_under_another_name_nothing_is_served(proxy):
    secure, plain = proxy
    connection = http.client.HTTPConnection("127.0.0.1", plain, timeout=20)
    connection.request("GET", "/data?x=1", headers={"Host": "evil.example"})
    answer = connection.getresponse()
    assert (answer.status, answer.headers["Location"]) == (301, f"https://{NAME}/data?x=1")
    with pytest.raises(ssl.SSLError):
        ask(secure, "/", name="evil.example")
