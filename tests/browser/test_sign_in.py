"""Signing in with a real OpenID provider: every role, none, an end, a forged cookie, a lure."""

import http.client
import json
import shutil
import time
from contextlib import contextmanager
from datetime import timedelta
from urllib.parse import parse_qs, quote, urlsplit

import oidc_provider_mock
import pytest
from playwright.sync_api import expect

from tests.browser.running import SANDBOX, WITHOUT_WEBGL, chromium, running
from tests.browser.visiting import Visit
from tests.rows import SHIPPED, tiny_data
from ui import labels, wording_access

PEOPLE = {  # account: name, groups
    "li": ("李明", ["board-viewer"]),
    "zhao": ("赵敏", ["staff", "board-analyst", "board-viewer"]),
    "wang": ("王芳", "board-steward"),
    "chen": ("陈静", ["staff", "board-steward-former"]),
}
SECRETS = """
[auth]
redirect_uri = "http://127.0.0.1:{{port}}/oauth2callback"
cookie_secret = "of no worth outside of this very test"
client_id = "board"
client_secret = "board"
server_metadata_url = "{provider}/.well-known/openid-configuration"
"""
COOKIE = "_streamlit_user"
NOWHERE_ELSE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1"
LASTING = 25  # seconds: long enough to arrive, short enough to wait for its end
LURE = "http://evil.example/"
DOOR, TITLE, WHO, MENU = ".door h1", ".head h1", ".who", ".menu a"


@contextmanager
def signing_in(folder, lasting):
    """Give (server, address of the provider to which it sends its readers to sign in)."""
    people = [
        oidc_provider_mock.User(
            sub=account, claims={"name": name, "preferred_username": account, "groups": groups}
        )
        for account, (name, groups) in PEOPLE.items()
    ]
    with oidc_provider_mock.run_server_in_thread(
        user_claims=people, access_token_max_age=lasting
    ) as provider:
        address = f"http://localhost:{provider.server_port}"
        secrets = folder / f"secrets-{provider.server_port}.toml"
        secrets.write_text(SECRETS.format(provider=address), encoding="utf-8")
        options = ("--secrets.files", str(secrets))
        with running(folder / "var", data=folder / "data", options=options) as server:
            yield server, address


@pytest.fixture(scope="module")
def folder(browsers, tiny, tmp_path_factory):
    """Return a folder with the tiny county's data and version, for servers of these tests."""
    folder = tmp_path_factory.mktemp("sign-in")
    shutil.copytree(tiny.folder.parent.parent, folder / "var")
    shutil.copytree(SHIPPED / "geo", tiny_data(folder / "data") / "geo")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AUTHLIB_INSECURE_TRANSPORT", "1")  # the provider has no TLS on this machine
        yield folder


@pytest.fixture(scope="module")
def board(folder):
    with signing_in(folder, timedelta(hours=1)) as board:
        yield board


@pytest.fixture(scope="module")
def window(browsers):
    """A browser that finds nothing outside of this machine: the provider's pages try to."""
    browser = browsers(False).browser_type.launch(
        executable_path=chromium(), args=[*SANDBOX, *WITHOUT_WEBGL, NOWHERE_ELSE]
    )
    yield browser.new_context(viewport={"width": 1440, "height": 900}, locale="zh-CN")
    browser.close()


@pytest.fixture
def reader(window):
    """Return a function starting a tab of somebody nobody knows yet; no page may complain, and
    nothing of the board's may ask anybody but board and provider.
    """
    visits, asked = [], []

    def start(board) -> Visit:
        server, provider = board
        visits.append((Visit(window.new_page(), server), provider))
        page = visits[-1][0].page
        page.on("console", visits[-1][0].note_console)
        page.on("request", lambda request: asked.append((request.frame.url, request.url)))
        return visits[-1][0]

    yield start
    window.clear_cookies()
    for visit, provider in visits:
        visit.page.close()
        ours = (visit.server.url, provider)
        assert [
            one
            for one in asked
            if not one[1].startswith((*ours, "data:", "blob:")) and not one[0].startswith(provider)
        ] == []
        assert [one for one in visit.complaints if visit.server.url in one] == []


def sign_in(visit, account):
    """Press the button, say at the provider who one is, come back."""
    visit.page.locator(".st-key-sign-in button").click()
    visit.page.get_by_role("button", name=account, exact=True).click()
    visit.page.wait_for_url(f"{visit.server.url}/**")
    visit.settle()


def noted(folder, name):
    """Return what the audit log says somebody did, oldest first."""
    log = folder / "data" / "journal" / "audit.jsonl"
    lines = map(json.loads, log.read_text(encoding="utf-8").splitlines())
    return [line["what"] for line in lines if line["who"].startswith(name)]


def cookies(visit):
    return {each["name"]: each for each in visit.page.context.cookies(visit.server.url)}


@pytest.mark.parametrize(
    ("account", "who", "closed"),
    [
        ("li", "李明 · 浏览", ["quality", "intake", "versions"]),
        ("zhao", "赵敏 · 分析", ["intake", "versions"]),
        ("wang", "王芳 · 数据员", []),
    ],
)
def test_each_role_comes_back_to_where_it_was_and_finds_its_own_pages(
    board, reader, account, who, closed
):
    visit = reader(board)
    visit.open("/data?compare=county")
    expect(visit.page.locator(DOOR)).to_have_text("请先登录")
    assert visit.page.locator(".st-key-topbar, .head, .table").count() == 0
    sign_in(visit, account)
    assert visit.address == "/data?compare=county"
    expect(visit.page.locator(WHO)).to_have_text(who)
    shown = visit.page.locator(".subnav a").all_inner_texts()
    titles = [title for place, _, title in labels.GROUPS["data"] if place not in closed]
    assert shown == (titles if len(titles) > 1 else [])


def test_a_page_that_a_role_may_not_have_refuses_by_its_direct_address(board, reader, folder):
    visit = reader(board)
    visit.open(f"/intake?next={quote(LURE)}&redirect_uri={quote(LURE)}")
    with visit.page.expect_request("**/oauth2/authorize**") as sent:
        sign_in(visit, "li")
    told = parse_qs(urlsplit(sent.value.url).query)
    assert told["redirect_uri"] == [f"{visit.server.url}/oauth2callback"]
    assert LURE not in sent.value.url
    assert visit.page.url.startswith(f"{visit.server.url}/intake?")
    expect(visit.page.locator(".refused b")).to_contain_text("要有“数据员”的角色")
    assert visit.page.locator("[data-testid=stFileUploader], .subnav").count() == 0
    assert noted(folder, "李明")[-2:] == ["signed in", "refused"]
    with visit.rerun():
        visit.page.get_by_role("link", name=wording_access.BACK).click()
    assert visit.address == "/"
    assert visit.page.locator(".card").count() > 0


def test_somebody_without_a_role_is_told_whom_to_ask_and_sees_nothing(board, reader):
    visit = reader(board)
    visit.open("/")
    sign_in(visit, "chen")
    expect(visit.page.locator(".door p")).to_contain_text("陈静（chen）已经登录")
    expect(visit.page.locator(".door p")).to_contain_text("信息中心的看板管理员")
    assert visit.page.locator(".st-key-topbar, .card, .head").count() == 0
    assert visit.page.get_by_role("button", name=wording_access.SIGN_OUT).is_visible()


def test_who_signs_out_is_out_here_and_asked_at_the_provider(board, reader, folder):
    visit = reader(board)
    visit.open("/catalogue")
    sign_in(visit, "wang")
    visit.page.locator(".st-key-sign-out button").click()
    visit.page.get_by_role("button", name="End session").click()
    visit.page.wait_for_url(f"{visit.server.url}/**")
    visit.settle()
    assert COOKIE not in cookies(visit)
    expect(visit.page.locator(DOOR)).to_have_text("请先登录")
    assert noted(folder, "王芳")[-2:] == ["signed in", "signed out"]


def test_a_cookie_that_was_tampered_with_signs_nobody_in(board, reader):
    visit = reader(board)
    visit.open("/catalogue")
    sign_in(visit, "wang")
    cookie = cookies(visit)[COOKIE]
    assert (cookie["httpOnly"], cookie["sameSite"]) == (True, "Lax")
    value = cookie["value"]
    for forged in (
        value[:40] + other(value[40]) + value[41:],
        value[:-2] + other(value[-2]) + value[-1],
        value.rpartition(".")[0],
    ):
        visit.page.context.add_cookies([cookie | {"value": forged}])
        visit.open("/catalogue")
        expect(visit.page.locator(DOOR)).to_have_text("请先登录")
    visit.page.context.add_cookies([cookie])
    visit.open("/catalogue")
    expect(visit.page.locator(WHO)).to_be_visible()  # the same cookie, untouched, does


def other(letter):
    return "A" if letter != "A" else "B"


def test_when_the_sign_in_has_run_out_it_is_asked_for_again_at_the_same_page(folder, reader):
    with signing_in(folder, timedelta(seconds=LASTING)) as board:
        visit = reader(board)
        visit.open("/catalogue?compare=county")
        sign_in(visit, "wang")
        ends = time.monotonic() + LASTING
        expect(visit.page.locator(TITLE)).to_have_text("指标目录")
        filtering = reader(board)  # another tab, whose filters run a part of the page alone
        filtering.open("/assistance")
        visit.page.wait_for_timeout(max(0, ends - time.monotonic()) * 1000)
        filtering.page.locator(".st-key-choice-period input").click()
        filtering.page.get_by_role("option").nth(1).click()
        expect(filtering.page.locator(DOOR)).to_have_text("登录已到时限")
        with visit.rerun():
            visit.page.get_by_role("link", name="数据", exact=True).click()
        expect(visit.page.locator(DOOR)).to_have_text("登录已到时限")
        assert visit.page.locator(".table").count() == 0
        visit.page.reload(wait_until="commit")  # the cookie outlives the sign-in; it opens nothing
        visit.settle()
        expect(visit.page.locator(DOOR)).to_have_text("登录已到时限")
        sign_in(visit, "wang")
        assert visit.address == "/data?compare=county"
        expect(visit.page.locator(TITLE)).to_have_text("数据文件")


def asked(server, path, **headers):
    """Return (status, Location) of one request, followed nowhere."""
    connection = http.client.HTTPConnection(urlsplit(server.url).netloc, timeout=10)
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    connection.close()
    return answer.status, answer.getheader("location", "")


def test_no_parameter_path_or_header_leads_away_to_another_host(board):
    server, _ = board
    names = ("next", "redirect_uri", "redirect", "return_to", "returnTo", "url", "continue")
    lures = "&".join(f"{name}={quote(LURE)}" for name in names)
    paths = [
        f"/{place}?{lures}{more}"
        for place in ("", "auth/login", "auth/logout", "oauth2callback", "intake")
        for more in ("", "&provider=default", "&code=x&state=y", "&error=x")
    ]
    paths += ["//evil.example/", "//evil.example/..", "/%2F%2Fevil.example/", "/\\evil.example/"]
    paths += ["/%5Cevil.example/", "/.//evil.example/", "/http://evil.example/"]
    for path in paths:
        for headers in ({}, {"Referer": LURE}, {"X-Forwarded-Host": "evil.example"}):
            status, location = asked(server, path, **headers)
            away = urlsplit(location)
            assert away.netloc in ("", urlsplit(server.url).netloc), (path, location)
            assert not away.path.startswith(("//", "/\\", "\\")), (path, location)
            assert status in (200, 301, 302, 400, 404), (path, status)
