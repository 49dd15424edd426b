"""What every answer carries, and which requests get no answer but a sentence."""

import asyncio
import re

import pytest
import streamlit as st
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.testclient import TestClient
from streamlit import config

from queries.places import ROOT
from tests.test_serving import ask
from ui import permits, security, serving, wording_access
from ui.index_page import index_page

POLICY = {
    part.split()[0]: part.split()[1:]
    for part in security.content_policy(
        index_page(
            (serving.SHIPPED / "index.html").read_text(encoding="utf-8"),
            serving.SHIPPED / "static" / "js",
        )
    ).split("; ")
}


@pytest.fixture(autouse=True)
def single(monkeypatch):
    """Nobody signs in, and only this machine reaches the board."""
    monkeypatch.setattr(permits, "closed", lambda: "")
    monkeypatch.setattr(permits, "way", lambda: "single")


def guarded(answer=None):
    return security.Guard(answer or PlainTextResponse("ok"), policy="default-src 'none'")


def test_the_policy_names_no_origin_but_the_servers_own():
    words = [word for words in POLICY.values() for word in words]
    assert not [word for word in words if re.search(r"//|\*|\.|^https?:|^wss?:", word)]
    assert POLICY["default-src"] == POLICY["base-uri"] == POLICY["frame-ancestors"] == ["'none'"]
    assert POLICY["connect-src"] == ["'self'"]
    assert {"'unsafe-inline'", "'unsafe-eval'"}.isdisjoint(POLICY["script-src"])


def test_the_policy_lets_just_the_scripts_run_that_stand_in_our_page():
    page = "<script>one()</script><p><script type=module src=x></script><script>two\n()</script>"
    policy = security.content_policy(page)
    assert policy.count("sha256-") == 2
    # printf 'one()' | openssl dgst -sha256 -binary | base64
    assert "'sha256-HR7iaask9daLMRRskMI++QeJtjWDOjyPA6lGzYGzKW4='" in policy


@pytest.mark.parametrize("status", [200, 301, 404, 500])
def test_every_answer_carries_the_headers(status):
    _, headers, _ = ask(guarded(HTMLResponse("x", status_code=status)), host="localhost")
    assert headers["content-security-policy"] == "default-src 'none'"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["x-frame-options"] == "DENY"
    assert "camera=()" in headers["permissions-policy"]
    assert headers["cache-control"] == "no-store"


def test_what_says_itself_how_long_it_may_be_kept_is_left_alone():
    answer = PlainTextResponse("x", headers={"cache-control": "immutable"})
    assert ask(guarded(answer), host="localhost")[1]["cache-control"] == "immutable"


@pytest.mark.parametrize(
    "path",
    [
        "/_stcore/metrics",
        "/_stcore/agent/mcp",
        "/page/_stcore/agent",
        "/_stcore/script-health-check",
    ],
)
def test_what_nobody_needs_is_not_there(path):
    assert ask(guarded(), path, host="localhost")[0] == 404


@pytest.mark.parametrize("host", ["localhost", "localhost:8501", "127.0.0.1:8501", "[::1]:8501"])
def test_a_browser_on_this_machine_is_answered(host):
    assert ask(guarded(), host=host)[0] == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"host": "board.example.local"},
        {"host": "evil.example:8501"},  # a page elsewhere whose name was made to lead here
        {"host": "localhost", "x_forwarded_for": "10.0.0.7"},
        {"host": "localhost", "forwarded": "for=10.0.0.7"},
        {"host": "localhost", "x_real_ip": "10.0.0.7"},
    ],
)
def test_what_was_sent_on_from_elsewhere_is_not_the_local_user(headers):
    status, _, body = ask(guarded(), **headers)
    assert status == 503
    assert wording_access.PROXIED in body.decode()


@pytest.mark.parametrize("how", ["single", "header"])
def test_a_connection_from_outside_is_refused_whatever_the_options_say(monkeypatch, how):
    monkeypatch.setattr(permits, "way", lambda: how)
    scope = {"type": "http", "path": "/", "headers": [], "server": ("192.168.1.5", 8501)}
    assert "192.168.1.5" in security.refusal(scope)
    assert security.refusal(scope | {"server": ("127.0.0.1", 8501)}) == ""
    monkeypatch.setattr(permits, "way", lambda: "oidc")
    assert security.refusal(scope) == ""


def test_when_the_settings_are_wrong_every_answer_says_how_to_mend_them(monkeypatch):
    monkeypatch.setattr(permits, "closed", lambda: "请改正<权限表>")
    for path in ("/", "/static/js/index.js", "/healthz", "/media/x"):
        status, headers, body = ask(guarded(), path, host="localhost")
        assert (status, headers["content-security-policy"]) == (503, "default-src 'none'")
        assert "请改正&lt;权限表&gt;" in body.decode()
    sent = []

    async def send(message):
        sent.append(message)

    asyncio.run(guarded()({"type": "websocket", "path": "/", "headers": []}, None, send))
    assert sent == [{"type": "websocket.close", "code": 1008}]


@pytest.fixture(scope="module")
def client():
    """The whole server as it is run, without a network or what it gets ready for later."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(serving, "prepare_more", lambda packed: None)
        app = st.App(ROOT / "dashboard.py", **serving.options())
        with TestClient(app, base_url="http://localhost") as client:
            yield client


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/indicator",
        "/healthz",
        "/_stcore/health",
        "/_stcore/host-config",
        "/media/none.csv",
        "/static/js/none.js",
        "/favicon.png",
        "/auth/login",
        "/oauth2callback",
        "/component/x",
    ],
)
def test_the_whole_server_signs_each_of_its_answers(client, path):
    answer = client.get(path, follow_redirects=False)
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize(
    "path",
    [
        "/dashboard.py",
        "/data/access/sign_in.toml",
        "/data/extracts/organizations.csv",
        "/.streamlit/config.toml",
        "/.streamlit/secrets.toml",
        "/app/static/",
        "/static/",
        "/static/js/",
        "/media/",
        "/%2e%2e/dashboard.py",
        "/static/..%2f..%2f..%2fdashboard.py",
        "/../../etc/passwd",
        "//etc/passwd",
    ],
)
def test_no_file_of_the_project_and_no_list_of_files_is_served(client, path):
    body = client.get(path).text
    assert "st.App" not in body
    assert "[server]" not in body
    assert "root:" not in body
    assert "board-steward" not in body
    assert "统一社会信用代码" not in body
    assert "Index of" not in body
    assert ".js</a>" not in body


def test_another_site_may_neither_read_nor_send(client):
    answer = client.get("/_stcore/health", headers={"Origin": "http://evil.example"})
    assert "access-control-allow-origin" not in answer.headers
    sent = client.put("/_stcore/upload_file/x/y", files={"file": b"x"})
    assert sent.status_code == 403


def test_protection_against_other_sites_is_on_and_said_so():
    told = (ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8")
    assert "enableCORS = true" in told
    assert "enableXsrfProtection = true" in told
    assert config.get_option("server.enableStaticServing") is False
    assert config.get_option("server.enableAgentApi") is False
