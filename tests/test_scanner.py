"""No file the board makes or sends tells who somebody is; and the scanner that says so can see."""

import contextlib
import io
import json
import logging
import random
import re
import shutil
import zipfile
from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from streamlit.runtime.media_file_manager import MediaFileManager

from queries import journal, sandbox, templates, tickets, versions
from queries.__main__ import main
from queries.briefings import Briefing
from queries.storing import ROWS
from tests import scanner
from tests.canaries import card_number, identity_number, mobile_number, planted_data
from tests.opening import page_at
from tests.rows import SHIPPED
from ui import briefing_files, labels, permits, reading, theme
from ui.chart_parts import Drawing
from ui.permits import Reader
from ui.selection import Selection
from ui.slides import making
from ui.slides.slide import Cell, Chart, Column, Deck, Series, Slide, Table, Text
from ui.view import View

PLACES = list(
    dict.fromkeys(place for place, *_ in (*labels.PAGES, *labels.GROUPED, *labels.PAGES_ASIDE))
)

STEWARD = Reader("某某", "steward", "oidc")


# The scanner sees


chances = st.integers(0, 10**9).map(random.Random)
FULL_WIDTH = str.maketrans("0123456789X", "０１２３４５６７８９Ｘ")
WRITTEN = {
    "in Chinese": lambda number: f"联系人{number}，已核对",
    "in a CSV": lambda number: f"甲,{number},2024-08-31\n",
    "in JSON": lambda number: json.dumps({"备注": f"号码{number}号", "n": 1}),
    "in full-width JSON": lambda number: json.dumps({"备注": number.translate(FULL_WIDTH)}),
    "in full-width digits": lambda number: f"号码：{number.translate(FULL_WIDTH)}。",
    "by fours": lambda number: f"号码 {' '.join(re.findall('.{1,4}', number))}，",
    "by fours with dashes": lambda number: f"（{'-'.join(re.findall('.{1,4}', number))}）",
    "in HTML": lambda number: f"<td>{number[:5]}<wbr>{number[5:]}</td><td>&#49;</td>",
    "in entities": lambda number: "".join(f"&#{ord(digit)};" for digit in number),
    "after letters": lambda number: f"tel{number}",
}
MAKERS = {"identity": identity_number, "mobile": mobile_number, "card": card_number}


@pytest.mark.parametrize("way", WRITTEN)
@pytest.mark.parametrize("kind", MAKERS)
@settings(max_examples=60, deadline=None)
@given(chance=chances)
def test_a_number_is_found_however_it_is_written(kind, way, chance):
    number = MAKERS[kind](chance)
    found = scanner.in_text(WRITTEN[way](number))
    assert (kind, number) in {(hit.kind, hit.found) for hit in found}


@settings(max_examples=300, deadline=None)
@given(chance=chances, off=st.integers(1, 10))
def test_an_identity_number_with_another_check_digit_is_none(chance, off):
    number = identity_number(chance)
    other = scanner.CHECK[(scanner.CHECK.index(number[17]) + off) % 11]
    assert not {hit for hit in scanner.in_text(number[:17] + other) if hit.kind == "identity"}


@settings(max_examples=300, deadline=None)
@given(number=st.from_regex(r"[1-9][0-9]{17}", fullmatch=True))
def test_eighteen_digits_are_no_identity_number_by_chance(number):
    weighed = sum(int(digit) * 2 ** (17 - place) for place, digit in enumerate(number)) % 11
    born = pd.to_datetime(number[6:14], format="%Y%m%d", errors="coerce")
    if weighed != 1 or pd.isna(born):
        assert not scanner.is_identity(number)


@settings(max_examples=200, deadline=None)
@given(chance=chances)
def test_a_card_with_another_last_digit_is_none(chance):
    number = card_number(chance)
    assert not scanner.is_card(number[:-1] + str((int(number[-1]) + 1) % 10))


@pytest.mark.parametrize(
    ("kind", "number"),
    [
        ("identity", "11010519491231002X"),  # the examples of GB 11643-1999
        ("identity", "440524188001010014"),
        ("card", "4111111111111111"),  # what card networks publish for tests
        ("card", "5555555555554444"),
        ("card", "378282246310005"),
        ("card", "6200000000000005"),
    ],
)
def test_published_examples_are_found(kind, number):
    assert (kind, number) in {(hit.kind, hit.found) for hit in scanner.in_text(f"甲{number}乙")}


@pytest.mark.parametrize(
    "text",
    [
        "110105199902310020",  # 31 February
        "138000000001",  # twelve digits
        "2380000000",
        "30.13800000000",  # decimals of a longitude
        "a3f1380000000013800000000b2c4d5e" * 2,  # a hash
        "4111111111111112",
        "2019 2020 2021 2022",
        "52330482MJ00000019",
    ],
)
def test_what_looks_like_a_number_of_somebody_and_is_none(text):
    assert scanner.in_text(text) == set()


def test_a_credit_code_without_letters_is_no_identity_number_of_this_county():
    """Its 7th digit on: the last two of 330482, then six of the body: years 8200 to 8299."""
    chance = random.Random(1)
    for _ in range(20_000):
        code = f"5{chance.randint(1, 3)}330482{chance.randint(0, 10**10 - 1):010}"
        assert scanner.in_text(code) == set(), code


def test_archives_are_opened_however_deep_and_their_properties_read():
    inner, outer = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("docProps/core.xml", "<dc:creator>鲜麤麤</dc:creator>")
        book.writestr("xl/sharedStrings.xml", "<r><t>1380</t></r><r><t>0000000</t></r>")
    with zipfile.ZipFile(outer, "w", zipfile.ZIP_DEFLATED) as deck:
        deck.writestr("ppt/embeddings/book.xlsx", inner.getvalue())
        deck.writestr("ppt/13900000000.xml", "")
    hits = scanner.in_bytes(outer.getvalue(), {"鲜麤麤"}, "a.pptx")
    assert {(hit.kind, hit.found) for hit in hits} == {
        ("canary", "鲜麤麤"),
        ("mobile", "13800000000"),
        ("mobile", "13900000000"),
    }
    assert {hit.where for hit in hits} >= {"a.pptx!ppt/embeddings/book.xlsx!docProps/core.xml"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_file_is_read_in_the_encodings_clerks_save(encoding):
    content = "姓名,电话\n鲜麤麤,13800000000\n".encode(encoding)
    assert len(scanner.in_bytes(content, {"鲜麤麤"})) == 2


TOLD = {"canary": "鲜麤麤", "identity": "11010519491231002X", "mobile": "13800000000"}
TOLD |= {"card": "4111111111111111"}


def telling(words):
    """Return a deck that says these words in its paragraphs, in a table and beneath."""
    table = Table("名单", "", (Column("项目"), Column("内容")), ((Cell("一"), Cell(words)),))
    text = Text("", "", paragraphs=(f"联系人{words}",))
    notes = (("口径", f"见{words}"),)
    made = Slide("text", "专题", "下一步", "下一步", (text,), "", "", "", notes, words)
    other = replace(made, headline="名单", proposed="名单", parts=(table,))
    cover = replace(made, kind="cover", headline="例会", proposed="例会", parts=())
    return Deck("例会", "平湖市", "2024年8月", words, "0123456789ab", (cover, made, other), {})


def drawing(words):
    """Return the deck with a picture that says the words."""
    names = ("一月", "二月")
    columns = (Column("统计期"), Column(words, "人", 0))
    rows = tuple((Cell(name), Cell("1", 1)) for name in names)
    series = (Series(words, (1, 1), ("1", "1"), theme.ACCENT, "subject"),)
    drawing = Drawing(318, left=60, bottom=30)
    drawing.xaxis |= {"range": [0, 1], "tickvals": [0, 1], "ticktext": list(names)}
    drawing.yaxis |= {"range": [0, 2], "tickvals": [0, 2], "ticktext": ["0", "2"]}
    line = {"color": theme.ACCENT, "width": 2}
    drawing.draw("scatter", x=[0, 1], y=[1, 1], mode="lines", line=line, hovertext=list(names))
    drawing.write_unit(words, 10)
    figure = drawing.figure()
    table = Table(words, "", columns, rows)
    told = Chart("line", words, "人", "统计期", names, series, "人", 0, figure, table)
    deck = telling(words)
    return replace(deck, slides=(*deck.slides, replace(deck.slides[1], parts=(told,))))


@pytest.mark.parametrize("kind", briefing_files.WRITERS)
def test_what_a_briefing_tells_of_somebody_is_found_in_each_of_its_files(kind):
    deck = drawing("，".join(TOLD.values()))
    content = briefing_files.WRITERS[kind](deck, lambda done, of: None)
    assert told(scanner.in_bytes(content, {TOLD["canary"]}, kind)) >= set(TOLD.items())


# What the demo board makes


def told(hits):
    return {(hit.kind, hit.found) for hit in hits}


def served(version):
    """Return the hits in what everyone is served of a version."""
    var = version.folder.parent.parent
    kept = [version.published, version.folder / "manifest.json", var / versions.POINTER]
    return lambda canaries: {hit for path in kept for hit in scanner.in_file(path, canaries)}


def test_the_shipped_data_and_all_that_is_built_of_them_name_nobody(demo):
    for folder in ("extracts", "reference"):
        assert scanner.in_folder(SHIPPED / folder) == set()
    assert scanner.in_folder(demo.folder) == set()
    assert served(demo)(()) == set()


@pytest.mark.parametrize("place", PLACES)
def test_no_page_over_the_shipped_data_names_anybody(demo, monkeypatch, place):
    monkeypatch.setattr(reading, "VAR", demo.folder.parent.parent)
    monkeypatch.setattr(permits, "reader", lambda: Reader("某某", "viewer", "oidc"))
    assert scanner.in_text(shown(place)) == set()


# Canaries


class Planted:
    """A board whose extracts name canaries wherever a clerk could; published over a clean one."""

    def __init__(self, tiny, folder):
        self.data, self.canaries, self.dropped = planted_data(folder / "data")
        shutil.copytree(SHIPPED / "geo", self.data / "geo")
        self.var = shutil.copytree(tiny.folder.parent.parent, folder / "var")
        said = io.StringIO()
        handler = logging.StreamHandler(said)
        logging.getLogger().addHandler(handler)
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            office = ["--data", str(self.data), "--var", str(self.var)]
            code = main([*office, "build", "--reason", "更正"])
        logging.getLogger().removeHandler(handler)
        assert code == 0, said.getvalue()
        self.log, self.version = said.getvalue(), versions.current(self.var)
        self.words = self.canaries.words | self.dropped.words

    def scanned(self, look, *what):
        return told(look(*what, self.words)) & (self.canaries.all | self.dropped.all)


@pytest.fixture(scope="module")
def planted(tiny, tmp_path_factory):
    return Planted(tiny, tmp_path_factory.mktemp("planted"))


@pytest.fixture
def board(planted, monkeypatch):
    """The planted board as a viewer reads it; what is offered for download is caught."""
    planted.files = []
    monkeypatch.setattr(reading, "VAR", planted.var)
    monkeypatch.setattr(reading, "DATA", planted.data)
    monkeypatch.setattr(permits, "reader", lambda: Reader("某某", "viewer", "oidc"))

    def offered(self, make, mimetype, coordinates, file_name=None, **more):
        planted.files.append((file_name, make))
        return f"file-{len(planted.files)}"

    monkeypatch.setattr(MediaFileManager, "add_deferred", offered)
    return planted


def shown(place, **parameters):
    """Return all that a page sends to the browser, as text."""
    page = page_at(place, **parameters)
    page.run()
    for fold in page.get("expander"):  # what opens only when asked to, its key behind its id
        if key := re.sub(r"\A\$\$ID-[0-9a-f]*-|\ANone\Z", "", fold.proto.id):
            page.session_state[key] = True
    page.run()
    assert not page.exception, page.exception[0].message
    everything = "\n".join(sent(page._tree))
    assert labels.DEMO in everything
    return everything


def sent(node):
    """Yield what a node and all below it hold, in the form in which it is sent."""
    proto = getattr(node, "proto", None)
    if proto is not None:
        yield str(proto.SerializeToString().decode("utf-8", "ignore"))
    for child in getattr(node, "children", {}).values():
        yield from sent(child)


def test_every_canary_is_caught_in_the_extracts(planted):
    found = planted.scanned(scanner.in_folder, planted.data / "extracts")
    assert found == planted.canaries.all | planted.dropped.all
    assert len(found) > 200


def test_every_canary_a_version_keeps_is_caught_in_its_records(planted):
    assert planted.scanned(scanner.in_folder, planted.version.folder) >= planted.canaries.all


def test_canaries_are_in_rows_that_were_taken_and_in_rows_that_were_not(planted):
    receipts = {one["contract"]: one for one in planted.version.manifest()["inputs"]}
    for contract in ("assistance_payments", "social_workers"):
        assert receipts[contract]["loaded"] >= 8
        assert receipts[contract]["refused"] >= 30
    staged = planted.scanned(scanner.in_folder, planted.version.folder / "staging")
    assert {"canary", "card"} <= {kind for kind, _ in staged}


def test_no_canary_is_in_what_everyone_is_served(planted):
    assert planted.scanned(served(planted.version)) == set()
    raw = planted.version.published.read_bytes()
    assert not [word for _, word in planted.canaries.all if word.encode() in raw]


def test_no_canary_is_in_the_rows_analysts_query(planted):
    """Not even of stewards: what tells who a row is about is in neither file."""
    for file in ROWS.values():
        path = planted.version.folder / file
        assert planted.scanned(scanner.in_file, path) == set()
        raw = path.read_bytes()
        assert not [word for _, word in planted.canaries.all if word.encode() in raw]
    staged = planted.scanned(scanner.in_folder, planted.version.folder / "staging")
    assert staged, "the same rows with the columns left out here do name canaries"


def test_no_canary_is_in_any_row_a_query_reaches(planted):
    """A steward asks for all rows of persons."""
    for sql in ("from records.social_workers", "from sensitive.assistance_payments"):
        found = sandbox.run(planted.version, sql, tuple(ROWS)).rows
        assert len(found) >= 8
        assert planted.scanned(scanner.in_text, found.to_csv()) == set()


def test_no_canary_is_in_the_journal_or_in_what_the_command_says(planted):
    assert planted.scanned(scanner.in_folder, journal.folder(planted.data)) == set()
    assert planted.scanned(scanner.in_text, planted.log) == set()
    assert "退回" in planted.log


@pytest.mark.parametrize("place", PLACES)
def test_no_canary_is_on_a_page(board, place):
    assert board.scanned(scanner.in_text, shown(place)) == set()


def test_no_canary_is_on_the_pages_behind_numbers_of_persons(board):
    for indicator in ("assistance_recipient", "social_worker_certified"):
        page = shown("trace", indicator=indicator, area="330482001")
        assert board.scanned(scanner.in_text, page) == set()


def test_no_canary_is_on_an_opened_finding(board):
    found = reading.findings(board.version, with_sensitive=True)
    of_persons = found[(found["rows"] > 0) & (found["extract"] == "assistance_payments")]
    assert len(of_persons)
    for case in of_persons["finding"]:
        assert board.scanned(scanner.in_text, shown("quality", finding=case)) == set()


def test_no_canary_is_in_the_log_of_revisions(board, monkeypatch):
    monkeypatch.setattr(permits, "reader", lambda: STEWARD)
    shown("versions")
    name, make = board.files[-1]
    content = make()
    assert name == "修订记录.csv"
    assert len(content.splitlines()) >= 4  # heading, what the extracts change, the watermark
    assert board.scanned(scanner.in_bytes, content) == set()


def test_no_canary_is_in_any_file_of_a_briefing_of_persons(board):
    """The template of a theme over the extract of persons; every file it becomes."""
    view = View(
        board.version, reading.declared(board.version), Selection(), "briefing", {}, False, 1440
    )
    template = next(one for one in templates.templates(SHIPPED)[0] if one.asks == "theme")
    items = templates.expanded(
        template,
        theme="assistance",
        board=lambda name: list(view.read("board_indicators", board=name)["indicator"]),
        figures=lambda theme: [
            one.id for one in view.declared.figures.values() if one.theme == theme
        ],
    )
    one = Briefing("0001", "例会", "某某", "", board.version.id, "", (), items)
    deck = briefing_files.marked(view, making.deck(making.view_of(view, one), one))
    for kind, write in briefing_files.WRITERS.items():
        content = write(deck, lambda done, of: None)
        assert board.scanned(scanner.in_bytes, content) == set(), kind
        assert told(scanner.in_bytes(content)) == set(), kind


def test_refused_rows_that_a_steward_takes_along_are_seen_to_name_canaries(board, monkeypatch):
    """The control: through the same pages and the same scanner, where they must be found."""
    monkeypatch.setattr(permits, "reader", lambda: STEWARD)
    shown("data")
    workbooks = [make() for name, make in board.files if name.endswith("退回.xlsx")]
    found = set.union(*(board.scanned(scanner.in_bytes, one) for one in workbooks))
    assert {kind for kind, _ in found} == {"canary", "identity", "mobile", "card"}
    assert len(found) > 150


def test_a_page_that_does_name_a_canary_is_caught(board, monkeypatch):
    """The control for the pages: what a clerk called a file is shown to who handed it in."""
    monkeypatch.setattr(permits, "reader", lambda: STEWARD)
    name = min(board.canaries.words)
    for _ in range(2):  # all but the newest are listed by their names
        tickets.open_ticket(board.data, [(f"{name}，13800000000.csv", b"x")], "数据员")
    found = told(scanner.in_text(shown("intake"), board.words))
    assert found == {("canary", name), ("mobile", "13800000000")}
    shutil.rmtree(board.data / "inbox")


def test_what_a_file_of_persons_was_called_is_not_shown_to_who_may_not_see_records(
    board, monkeypatch
):
    """The name a clerk gave a file may name somebody."""
    sums = {one["contract"]: one["sha256"] for one in board.version.manifest()["inputs"]}
    name = min(board.canaries.words)
    monkeypatch.setattr(reading, "handed_in_names", lambda: {sums["assistance_payments"]: name})
    monkeypatch.setattr(permits, "may_see_records", lambda disclosure: disclosure != "sensitive")
    for place, asked in (("data", {}), ("trace", {"indicator": "assistance_recipient"})):
        assert board.scanned(scanner.in_text, shown(place, **asked)) == set()
    monkeypatch.setattr(permits, "may_see_records", lambda disclosure: True)
    assert board.scanned(scanner.in_text, shown("data")) == {("canary", name)}
