"""A portal's identity through Debian's nginx, with the very file the project ships for it."""

import gzip
import http.client
import http.server
import json
import os
import shutil
import socket
import ssl
import subprocess
import threading
import time
import zipfile
from contextlib import closing
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

from tests.browser.running import ROOT, SANDBOX, WITHOUT_WEBGL, chromium, running
from tests.browser.visiting import Visit
from tests.rows import SHIPPED, tiny_data
from ui import labels, labels_briefing

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
PROGRAMS = (NGINX, shutil.which("openssl"))
LACKING = "these tests need: apt-get install nginx-light openssl"
NAME = "board.example.local"
HEADERS = {
    "X-Board-Account": "preferred_username",
    "X-Board-Name": "name",
    "X-Board-Groups": "groups",
}
# What the portal knows of the holder of a cookie: account, name, groups.
KNOWN = {"wang": ("wang", "王芳", "staff,board-steward"), "guest": ("guest", "", "")}


class Portal(http.server.BaseHTTPRequestHandler):
    """Tells nginx who holds a cookie, as a portal's own check does."""

    def do_GET(self):
        cookies = dict(
            one.strip().split("=", 1)
            for one in self.headers.get("Cookie", "").split(";")
            if "=" in one
        )
        account, name, groups = KNOWN.get(cookies.get("portal"), ("", "", ""))
        self.send_response(200 if account else 401)
        told = {"Account": account, "Name": name.encode().decode("latin-1"), "Groups": groups}
        for word, value in told.items():
            if value:
                self.send_header(f"X-Portal-{word}", value)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        """Keep quiet."""


class Patient(http.server.ThreadingHTTPServer):
    request_queue_size = 128  # a page asks for many files at once


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@pytest.fixture(scope="module")
def portal():
    server = Patient(("127.0.0.1", 0), Portal)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port
    server.shutdown()


@pytest.fixture(scope="module")
def board(browsers, tiny, tmp_path_factory):
    """A board that takes the identity from these headers, and from nothing else."""
    if None in PROGRAMS and os.environ.get("BROWSER_TESTS_REQUIRED") == "1":
        pytest.fail(LACKING)
    if None in PROGRAMS:
        pytest.skip(LACKING)
    folder = tmp_path_factory.mktemp("portal")
    shutil.copytree(tiny.folder.parent.parent, folder / "var")
    shutil.copytree(SHIPPED / "geo", tiny_data(folder / "data") / "geo")
    options = ("--server.trustedUserHeaders", json.dumps(HEADERS))
    with running(folder / "var", data=folder / "data", options=options) as server:
        yield server


@pytest.fixture(scope="module")
def proxy(board, portal, tmp_path_factory):
    """Return the port at which nginx answers, under the shipped file, for the board's name."""
    folder = tmp_path_factory.mktemp("nginx")
    certify(folder)
    secure, plain = free_port(), free_port()
    text = (ROOT / "docs" / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    for shipped, here in (
        ("listen 443 ssl", f"listen 127.0.0.1:{secure} ssl"),
        ("listen 80;", f"listen 127.0.0.1:{plain};"),
        ("/etc/ssl/board/", f"{folder}/"),
        ("/var/log/nginx/", f"{folder}/"),
        ("http://127.0.0.1:8501", f"http://{urlsplit(board.url).netloc}"),
        ("127.0.0.1:9000", f"127.0.0.1:{portal}"),
    ):
        assert shipped in text
        text = text.replace(shipped, here)
    (folder / "board.conf").write_text(text, encoding="utf-8")
    (folder / "nginx.conf").write_text(
        "daemon off; worker_processes 1; pid nginx.pid; error_log error.log;\n"
        "events {}\nhttp {\ntypes { text/html html; }\n"
        + "".join(
            f"{kind}_temp_path {folder}/{kind};\n"
            for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        )
        + "include board.conf;\n}\n"
    )
    command = [NGINX, "-p", str(folder), "-c", "nginx.conf", "-e", "error.log"]
    as_root = ["-g", "user root;"] if os.geteuid() == 0 else []
    process = subprocess.Popen([*command, *as_root])
    try:
        wait_for(secure, process, folder)
        yield secure, plain
    finally:
        process.terminate()
        process.wait(timeout=10)


def certify(folder):
    """Make a certificate for the board's name that nobody has to trust."""
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"),
            *("-keyout", folder / "board.key", "-out", folder / "board.crt"),
            *("-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}"),
        ],
        check=True,
        capture_output=True,
    )


def wait_for(port, process, folder):
    for _ in range(200):
        with closing(socket.socket()) as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        if process.poll() is not None:
            break
        time.sleep(0.05)
    raise RuntimeError((folder / "error.log").read_text())


def trusting():
    """Return a TLS context that takes any certificate: this one was made a moment ago."""
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context


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
