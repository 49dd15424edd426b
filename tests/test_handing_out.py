"""What waits to be fetched: under an address nobody guesses, not for long, not without bounds."""

import re
from dataclasses import replace
from urllib.parse import unquote

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from queries.places import ROOT
from ui import handing_out, labels_briefing, permits, security
from ui.slides import html_deck
from ui.slides.slide import Deck, Slide, Text

PDF = "application/pdf"
PAGES = "default-src 'none'; frame-ancestors 'none'"  # what the guard says of pages
LETTERS = 32  # of 64 signs each: 192 bits


@pytest.fixture(autouse=True)
def empty(monkeypatch):
    """Nobody signs in, only this machine reaches the board, and nothing waits."""
    monkeypatch.setattr(permits, "closed", lambda: "")
    monkeypatch.setattr(permits, "way", lambda: "single")
    monkeypatch.setattr(handing_out, "_WAITING", {})


@pytest.fixture(scope="module")
def client():
    """The addresses behind the server's guard; Streamlit's own runtime is one a process."""
    guard = Middleware(security.Guard, policy=PAGES)
    app = Starlette(routes=handing_out.routes(), middleware=[guard])
    with TestClient(app, base_url="http://localhost") as client:
        yield client


class Clock:
    """The time handing_out reads, moved by the test."""

    def __init__(self, patch):
        self.now = 1_000_000.0
        patch.setattr(handing_out, "time", self)

    def time(self):
        return self.now


@pytest.fixture
def clock(monkeypatch):
    return Clock(monkeypatch)


def test_an_address_is_long_and_never_the_same():
    found = {handing_out.file(b"x", PDF, "a.pdf") for _ in range(200)}
    found |= {handing_out.deck(b"x") for _ in range(200)}
    assert len(found) == 400
    assert all(re.fullmatch(rf"out/[\w-]{{{LETTERS}}}", one) for one in found)
    assert len({one[:10] for one in found}) == 400, "no counter, no clock at its beginning"


def test_a_file_is_given_as_it_was_made_under_its_chinese_name(client):
    address = handing_out.file(b"%PDF-\x00\xff", PDF, "2024年8月 例会；“一”.pdf")
    answer = client.get(f"/{address}")
    assert (answer.status_code, answer.content) == (200, b"%PDF-\x00\xff")
    assert answer.headers["content-type"] == PDF
    told = answer.headers["content-disposition"]
    assert told.startswith("attachment; filename*=UTF-8''")
    assert unquote(told.partition("''")[2]) == "2024年8月 例会；“一”.pdf"
    assert answer.headers["cache-control"] == "no-store"


def test_a_name_cannot_add_a_header_of_its_own(client):
    address = handing_out.file(b"x", PDF, 'a"\r\nset-cookie: b=c; x=".pdf')
    answer = client.get(f"/{address}")
    assert answer.status_code == 200
    assert "set-cookie" not in answer.headers
    assert not {'"', "\r", "\n", " "} & set(
        answer.headers["content-disposition"].partition("''")[2]
    )


def test_a_file_carries_the_policy_of_the_board_and_a_deck_one_of_its_own(client):
    ours = client.get("/healthz").headers["content-security-policy"]
    file = client.get(f"/{handing_out.file(b'<p>', 'text/html', 'a.html')}")
    assert file.headers["content-security-policy"] == ours
    assert "attachment" in file.headers["content-disposition"]
    deck = client.get(f"/{handing_out.deck(b'<p>')}")
    assert "content-disposition" not in deck.headers
    assert deck.headers["content-type"].startswith("text/html")
    policy = dict(
        part.split(" ", 1) for part in deck.headers["content-security-policy"].split("; ")
    )
    script = (ROOT / "ui" / "slides" / "deck.js").read_text(encoding="utf-8")
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == f"'sha256-{security.fingerprint(script)}'"
    assert policy["frame-ancestors"] == "'none'"
    for name in ("x-content-type-options", "referrer-policy", "x-frame-options"):
        assert name in deck.headers
    assert "connect-src" not in policy, "nothing is fetched: default-src holds"


def test_the_script_the_policy_lets_run_is_the_one_in_the_deck_and_the_only_one(sample):
    inside = re.findall(r"<script[^>]*>(.*?)</script>", sample, re.DOTALL)
    assert inside == [html_deck.SCRIPT]
    assert not re.search(r"\son\w+\s*=|javascript:", re.sub(r"(?s)<script.*?</script>", "", sample))


@pytest.fixture
def sample():
    """A deck of one slide, as it is sent."""
    told = Text("", "", paragraphs=("一、补报数据",))
    slide = Slide("text", "社会组织", "下一步", "下一步", (told,), "", "", "", (), "")
    cover = replace(slide, kind="cover", headline="例会", proposed="例会", parts=())
    deck = Deck("例会", "平湖市", "2024年8月", "甲", "0123456789ab", (cover, slide), {})
    return html_deck.html(deck).decode("utf-8")


@pytest.mark.parametrize("path", ["/out/" + "A" * LETTERS, "/out/x"])
def test_an_address_nothing_waits_under_is_gone_and_says_what_to_do(client, path):
    answer = client.get(path)
    assert answer.status_code == 410
    assert f"<p>{labels_briefing.GONE}</p>" in answer.text
    assert "请回到汇报页" in answer.text
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]


def test_a_file_waits_ten_minutes_and_a_deck_twelve_hours(client, clock):
    file = handing_out.file(b"x", PDF, "a.pdf")
    deck = handing_out.deck(b"<p>")
    clock.now += 10 * 60
    assert [client.get(f"/{one}").status_code for one in (file, deck)] == [200, 200]
    clock.now += 1
    assert [client.get(f"/{one}").status_code for one in (file, deck)] == [410, 200]
    clock.now += 12 * 3600 - 10 * 60 - 1
    assert client.get(f"/{deck}").status_code == 200
    clock.now += 1
    assert client.get(f"/{deck}").status_code == 410


def test_what_is_over_is_let_go_of_when_the_next_comes(clock):
    handing_out.file(b"x", PDF, "a.pdf")
    clock.now += 10 * 60 + 1
    newest = handing_out.file(b"y", PDF, "b.pdf")
    assert [f"out/{token}" for token in handing_out._WAITING] == [newest]


def test_beyond_the_bound_the_oldest_goes_first_and_the_newest_always_stays(client, monkeypatch):
    """A bound of ten bytes, files of four: two of them wait, the third pushes the first out."""
    monkeypatch.setattr(handing_out, "MOST", 10)
    addresses = [handing_out.file(b"four", PDF, f"{n}.pdf") for n in range(3)]
    assert [client.get(f"/{one}").status_code for one in addresses] == [410, 200, 200]
    large = handing_out.deck(b"eleven bytes")
    assert client.get(f"/{large}").content == b"eleven bytes"
    assert client.get(f"/{addresses[2]}").status_code == 410


def test_the_bound_is_a_quarter_of_a_gigabyte():
    assert handing_out.MOST == 256 * 1024 * 1024


def test_an_address_is_asked_for_and_not_sent_to(client):
    address = handing_out.file(b"x", PDF, "a.pdf")
    assert client.post(f"/{address}").status_code in (403, 405)
