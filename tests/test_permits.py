"""Who somebody is by what vouches for them, and when the board opens for nobody."""

import os
import time

import pytest
from streamlit import config

from queries import access
from queries.access import AccessError
from tests.rows import SHIPPED
from ui import permits, wording_access

HEADING = "kind,item,name_zh,viewer,analyst,steward\n"
SIGN_IN = (
    'claim = "groups"\naccount = "uid"\nname = "name"\nask = "甲"\n[roles]\nboard-a = "viewer"\n'
)
SECRET = "a secret of forty characters or even more"


@pytest.fixture
def settings(tmp_path):
    """Return a function that writes one of the two files and gives the data folder."""
    (tmp_path / "access").mkdir()

    def write(name, text, encoding="utf-8"):
        (tmp_path / "access" / name).write_text(text, encoding=encoding)
        return tmp_path

    return write


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("kind,item,viewer\n", "表头是“kind，item，viewer”"),
        (HEADING.replace("steward", "boss"), "表头是"),
        (HEADING + "page,data,数据,是,是\n", "第2行缺少或多出一格"),
        (HEADING + "page,data,,是,是,是\n", "第2行缺少或多出一格"),
        (HEADING + "page,data,数据,是,是,yes\n", "第2行的“yes”看不懂"),
        (HEADING + "window,data,数据,是,是,是\n", "第2行的“window”不是种类"),
        (HEADING + "page,data,数据,是,是,是\n" * 2, "第3行的page、data重复"),
        ("", "表头是"),
    ],
)
def test_a_table_that_cannot_be_followed_names_its_file_the_place_and_how_to_mend(
    settings, text, said
):
    with pytest.raises(AccessError, match=said) as problem:
        access.matrix(settings("matrix.csv", text))
    assert "access/matrix.csv" in str(problem.value)
    assert "请" in str(problem.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (SIGN_IN.replace('"viewer"', '"boss"'), "不认识角色“boss”"),
        (SIGN_IN.replace('claim = "groups"\n', ""), "没有写明claim"),
        (SIGN_IN.replace("[roles]", "[role]"), "不认识“role”"),
        (SIGN_IN.partition("[roles]")[0], "没有\\[roles\\]"),
        (SIGN_IN.replace('"groups"', "groups"), "格式不对"),
    ],
)
def test_a_mapping_that_cannot_be_followed_names_its_file_and_how_to_mend(settings, text, said):
    with pytest.raises(AccessError, match=said) as problem:
        access.sign_in(settings("sign_in.toml", text))
    assert "access/sign_in.toml" in str(problem.value)


def test_a_missing_file_or_one_in_another_encoding_is_told_and_opens_nothing(settings):
    with pytest.raises(AccessError, match="没有这个文件"):
        access.matrix(settings("sign_in.toml", SIGN_IN))
    with pytest.raises(AccessError, match="不是UTF-8编码"):
        access.matrix(settings("matrix.csv", HEADING + "page,data,数据,是,是,是\n", "gb18030"))


def test_a_change_takes_effect_at_once(settings):
    data = settings("matrix.csv", HEADING + "page,data,数据,是,是,是\n")
    assert access.matrix(data).allows("page", "data", "viewer")
    settings("matrix.csv", HEADING + "page,data,数据,否,是,是\n")
    os.utime(data / "access" / "matrix.csv", ns=(1, 1))  # however coarse the clock of the disk
    assert not access.matrix(data).allows("page", "data", "viewer")


def test_what_the_table_does_not_list_nobody_may(settings):
    matrix = access.matrix(settings("matrix.csv", HEADING + "page,data,数据,是,是,是\n"))
    assert not matrix.allows("page", "sql", "steward")
    assert not matrix.allows("export", "data", "steward")
    assert not matrix.allows("page", "data", "")


def test_the_highest_role_wins_and_no_known_value_gives_none():
    shipped = access.sign_in(SHIPPED)
    assert shipped.role(["board-viewer", "board-steward", "board-analyst"]) == "steward"
    assert shipped.role(["staff"]) == ""
    assert shipped.role([]) == ""


class Streamlit:
    """What permits asks of Streamlit: secrets, options, and what is known of a user."""

    def __init__(self, patch):
        self.patch = patch
        self.options = {
            "server.address": "127.0.0.1",
            "server.trustedUserHeaders": {},
            "secrets.files": ["/nowhere/secrets.toml"],
        }
        patch.setattr(config, "get_option", lambda name: self.options[name])
        self.secrets({})

    def secrets(self, auth):
        secrets = type("Secrets", (), {"load_if_toml_exists": lambda _: bool(auth)})()
        secrets.get = {"auth": auth}.get
        self.patch.setattr(permits.st, "secrets", secrets)

    def user(self, **claims):
        self.patch.setattr(permits.st, "user", type("User", (), {"to_dict": lambda _: claims})())


@pytest.fixture
def streamlit(monkeypatch):
    monkeypatch.setattr(permits, "DATA", SHIPPED)
    return Streamlit(monkeypatch)


def soon():
    return time.time() + 600


def test_without_a_sign_in_the_reader_is_whoever_sits_here(streamlit):
    reader = permits.reader()
    assert (reader.role, reader.how, permits.closed()) == ("steward", "single", "")


@pytest.mark.parametrize("address", ["0.0.0.0", "192.168.1.5", "", "::", "board.example.local"])
@pytest.mark.parametrize("headers", [{}, {"X-Board-Account": "preferred_username"}])
def test_open_to_others_without_a_sign_in_of_its_own_it_opens_for_nobody(
    streamlit, address, headers
):
    streamlit.options |= {"server.address": address, "server.trustedUserHeaders": headers}
    assert "127.0.0.1" in permits.closed()


@pytest.mark.parametrize("address", ["127.0.0.1", "127.0.0.53", "localhost", "::1"])
def test_only_this_machine_reaches_these(streamlit, address):
    streamlit.options["server.address"] = address
    assert permits.closed() == ""


def test_with_a_provider_any_address_will_do_but_no_short_secret(streamlit):
    streamlit.options["server.address"] = "0.0.0.0"
    streamlit.secrets({"cookie_secret": SECRET})
    assert (permits.way(), permits.closed()) == ("oidc", "")
    streamlit.secrets({"cookie_secret": "xxx"})
    assert "cookie_secret" in permits.closed()


def test_secrets_that_cannot_be_read_open_for_nobody(streamlit, tmp_path):
    path = tmp_path / "secrets.toml"
    path.write_text('[auth]\ncookie_secret = "', encoding="utf-8")
    streamlit.options["secrets.files"] = [str(path)]
    assert permits.closed() == wording_access.UNREADABLE


def test_two_ways_at_once_open_for_nobody(streamlit):
    streamlit.secrets({"cookie_secret": SECRET})
    streamlit.options["server.trustedUserHeaders"] = {"X-Board-Account": "preferred_username"}
    assert permits.closed() == wording_access.TWO_WAYS


@pytest.mark.parametrize(
    ("groups", "role"),
    [
        (["staff", "board-analyst"], "analyst"),
        ("board-steward", "steward"),
        ("board-steward,board-viewer", ""),  # one value of that very name, and nobody gave it
        (["board-steward "], ""),
        (None, ""),
        ({"board-steward": True}, ""),
    ],
)
def test_the_role_follows_from_the_claim(streamlit, groups, role):
    streamlit.secrets({"cookie_secret": SECRET})
    streamlit.user(
        is_logged_in=True,
        sub="7",
        preferred_username="wang",
        name="王芳",
        groups=groups,
        exp=soon(),
    )
    reader = permits.reader()
    assert (reader.name, reader.called, reader.role) == ("王芳（wang）", "王芳", role)


@pytest.mark.parametrize(
    "claims",
    [
        {},
        {"is_logged_in": False, "sub": "7", "groups": "board-steward", "exp": 4e9},
        {"is_logged_in": True, "groups": "board-steward", "exp": 4e9},
        {"is_logged_in": True, "sub": "7", "groups": "board-steward", "exp": 1e9},
        {"is_logged_in": True, "sub": "7", "groups": "board-steward"},
    ],
    ids=["nobody", "signed out", "without an account", "expired", "without an end"],
)
def test_nobody_may_anything_without_a_sign_in_that_still_holds(streamlit, claims):
    streamlit.secrets({"cookie_secret": SECRET})
    streamlit.user(**claims)
    assert not permits.may("page", "overview")
    with pytest.raises(permits.NotPermitted):
        permits.require("action", "publish")


@pytest.fixture
def portal(streamlit):
    streamlit.options["server.trustedUserHeaders"] = {
        "X-Board-Account": "preferred_username",
        "X-Board-Name": "name",
        "X-Board-Groups": "groups",
    }
    return streamlit


def test_a_portals_headers_say_who_reads_in_the_letters_they_came_in(portal):
    name = "王芳".encode().decode("latin-1")  # what Starlette makes of UTF-8 in a header
    portal.user(preferred_username="wang", name=name, groups="staff, board-analyst")
    reader = permits.reader()
    assert (reader.name, reader.role, reader.how) == ("王芳（wang）", "analyst", "header")
    assert not reader.is_expired


@pytest.mark.parametrize("account", [None, "", "  "])
def test_without_the_portals_header_nobody_reads(portal, account):
    portal.user(preferred_username=account, name=None, groups="board-steward")
    reader = permits.reader()
    assert (reader.name, reader.role) == ("", "")


def test_headers_are_nothing_where_nobody_configured_them(streamlit):
    streamlit.secrets({"cookie_secret": SECRET})
    streamlit.user(preferred_username="wang", groups="board-steward", exp=soon())
    assert permits.reader().role == ""
