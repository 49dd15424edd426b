"""Every cell of the table of permissions: pages, files and actions, role by role."""

import ast
import csv
import shutil
from types import SimpleNamespace

import pytest

from queries import briefings, preparing, publishing, tickets, versions
from queries.briefings import Briefing, Item
from queries.places import ROOT
from tests.opening import menus, opened, texts
from tests.rows import SHIPPED, tiny_data
from tests.test_handing_in import CORRECTED, meal_file
from ui import (
    briefing_files,
    briefing_keeping,
    downloads,
    handing_in,
    handing_out,
    labels,
    labels_briefing,
    labels_explore,
    labels_matching,
    labels_reach,
    labels_register,
    labels_workbench,
    links,
    permits,
    reading,
    saved_views,
    shelf,
    wording_access,
)
from ui.permits import NotPermitted, Reader

ROLES = ("viewer", "analyst", "steward")
with open(SHIPPED / "access" / "matrix.csv", encoding="utf-8") as file:
    ROWS = list(csv.DictReader(file))
SHIPPED_CELLS = {(row["kind"], row["item"], role): row[role] for row in ROWS for role in ROLES}
OTHERWISE = {cell: {"是": "否", "否": "是"}[answer] for cell, answer in SHIPPED_CELLS.items()}
ALL_PAGES = {cell: "是" if cell[0] == "page" else answer for cell, answer in SHIPPED_CELLS.items()}
THEME = "meal_services"
PLACES = {row["item"]: row["item"] for row in ROWS} | {"overview": "", "theme": THEME}
OWN_WORDS = {  # what only the page itself says
    "overview": "平湖市民政工作总览",
    "theme": 'class="card"',
    "indicator": 'class="provenance"',
    "township": labels.PROFILE,
    "compare": labels.COMPARE_NOTE,
    "catalogue": labels.CATALOGUE_NOTE,
    "methods": labels.METHODS_NOTE,
    "data": "同样的文件总是得到同样的版本与校验",
    "trace": labels.FILES_NOTE,
    "quality": "数据到齐没有，哪些地方需要核对",
    "intake": labels.INTAKE_NOTE,
    "versions": labels.VERSIONS_NOTE,
    "workbench": labels_workbench.WORKBENCH_NOTE,
    "explore": labels_explore.EXPLORE_NOTE,
    "briefing": labels_briefing.NOTE,
    "goals": labels_register.GOALS_NOTE,
    "benchmarks": labels_register.BENCHMARKS_NOTE,
    "systems": labels_register.SYSTEMS_NOTE,
    "matching": labels_matching.NOTE,
    "reach": labels_reach.NOTE,
}
# Which page offers a file, and how the key of its button begins.
OFFERED = {
    "refused_rows": ("data", "marked-"),
    "handed_in_refused": ("intake", "marked-"),
    "changes": ("intake", "changes-"),
    "revision_log": ("versions", "revision_log"),
    "compared": ("compare", "compared"),
    "one_page": ("township", "one-page"),
    "revisions_of_one": ("trace", "revisions_of_one"),
    "query_result": ("workbench", "query-"),
    "explored": ("explore", "explored-"),
    "explored_rows": ("explore", "rows-"),
    "briefing": ("briefing", "take-"),
    "draft": ("overview", "draft-"),
    "suggested": ("matching", "suggested-"),
    "sited": ("reach", "sited-"),
}
ASKED = {  # what an address must say for a file to be offered
    "trace": {"indicator": "meal_served", "area": "330482002", "at": "2024-03"},
    "workbench": {"sql": "select 1 as a"},
    "explore": {"dataset": "meal_points", "by": "ref_area", "cell": "*"},
    "briefing": {"briefing": "0001"},
}
OWNER, SOMEBODY_ELSE = "王芳（wang）", "李四（li）"
CELL = {"ref_area": "330482002", "time_period": "2024-03", "category": "_T"}


def cells(kind):
    return [
        pytest.param(item, role, answer == "是", id=f"{item}-{role}")
        for (of, item, role), answer in SHIPPED_CELLS.items()
        if of == kind
    ]


class Board:
    """A board of its own over the tiny county, whose reader and permissions a test decides."""

    def __init__(self, data, var, patch):
        self.data, self.var, self.patch = data, var, patch

    def read_by(self, role, table=SHIPPED_CELLS):
        """Let somebody of this role read from now on, under this table."""
        folder = self.data / "access"
        with (folder / "matrix.csv").open("w", encoding="utf-8", newline="") as out:
            writer = csv.writer(out)
            writer.writerow(["kind", "item", "name_zh", *ROLES])
            for row in ROWS:
                of = row["kind"], row["item"]
                writer.writerow([*of, row["name_zh"], *(table[*of, one] for one in ROLES)])
        self.patch.setattr(permits, "reader", lambda: Reader(OWNER, role, "oidc"))

    def page(self, item, **parameters):
        return opened(PLACES[item], **parameters)


@pytest.fixture(scope="module")
def corrected(tiny, tmp_path_factory):
    """A county whose clerk published one correction and checked another, each with a fault."""
    folder = tmp_path_factory.mktemp("access")
    var = shutil.copytree(tiny.folder.parent.parent, folder / "var")
    data = tiny_data(folder / "data")
    shutil.copytree(SHIPPED / "geo", data / "geo")
    wrong = CORRECTED.replace("钟埭街道", "西塘镇")
    first = tickets.open_ticket(data, [meal_file(CORRECTED, wrong)], "数据员")
    preparing.work(data, var, first)
    preparing.publish(data, var, tickets.read_ticket(data, first.id), "数据员", "更正")
    second = tickets.open_ticket(data, [meal_file(CORRECTED.replace("1588", "1600"), wrong)], "甲")
    preparing.work(data, var, second)
    live, items = versions.current(var).id, (Item("indicator", of="meal_served"),)
    for owner in (OWNER, SOMEBODY_ELSE):
        briefings.add(data, Briefing("", "例会", owner, "", live, "2024-03", (), items))
    return data, var


@pytest.fixture
def board(corrected, monkeypatch):
    data, var = corrected
    monkeypatch.setattr(reading, "VAR", var)
    monkeypatch.setattr(reading, "DATA", data)
    monkeypatch.setattr(permits, "DATA", data)
    return Board(data, var, monkeypatch)


def buttons(page):
    """Return the keys of the page's buttons, those for files too."""
    parts = [*page.button, *page.get("download_button")]
    return " ".join(part.proto.id for part in parts)


def walk_page(board, item, role, table):
    board.read_by(role, table)
    allowed = {
        one
        for (kind, one, who), answer in table.items()
        if (kind, who, answer) == ("page", role, "是")
    }
    page = board.page(item)
    shown = texts(page)
    assert (OWN_WORDS[item] in shown) == (item in allowed)
    assert ('class="refused"' in shown) == (item not in allowed)
    if item not in allowed:
        assert f"“{wording_access.ROLE[role]}”" in shown
        assert "<table" not in shown
        assert "<h2>" not in shown
        parts = ("download_button", "selectbox", "deck_gl_json_chart", "plotly_chart")
        assert [part for part in parts if page.get(part)] == []
        assert [button.label for button in page.button] == [wording_access.SIGN_OUT]
    linked = {links.item(link.proto.page.strip("/")) for link in page.get("page_link")}
    linked |= {links.item(address.removeprefix("./")) for address in menus(page).values()}
    assert linked <= allowed, "a link leads to a page that refuses"
    assert 'href="trace?' not in shown or "trace" in allowed


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("item", OWN_WORDS)
def test_a_page_shows_itself_or_refuses_as_the_table_says(board, item, role):
    walk_page(board, item, role, SHIPPED_CELLS)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("item", OWN_WORDS)
def test_a_page_follows_a_table_that_says_the_opposite(board, item, role):
    walk_page(board, item, role, OTHERWISE)


@pytest.mark.parametrize(("item", "role", "is_allowed"), cells("export"))
def test_a_file_is_offered_and_made_as_the_table_says(board, item, role, is_allowed):
    board.read_by(role, ALL_PAGES)
    place, key = OFFERED[item]
    page = board.page(place, **ASKED.get(place, {}))
    if place == "workbench":
        page.button(key="workbench-run").click().run()
    if item == "draft":
        page.session_state["draft"] = True  # the fold is opened
        page.run()
    assert (key in buttons(page)) == is_allowed


@pytest.mark.parametrize(("item", "role", "is_allowed"), cells("export"))
def test_a_file_offered_before_is_not_made_for_who_may_no_longer_have_it(
    board, item, role, is_allowed
):
    offered = []
    board.patch.setattr(
        downloads.st, "download_button", lambda _, make, *more, **__: offered.append(make)
    )
    board.read_by(role)
    downloads.offer(item, "下载", lambda _: b"content", "file.csv", "key", "v", "open")
    assert [make() for make in offered] == [b"content"] * is_allowed
    board.read_by(role, OTHERWISE)
    for make in offered:
        with pytest.raises(NotPermitted):
            make()


def test_a_file_offered_before_is_not_made_after_the_sign_in_has_run_out(board):
    board.read_by("steward")
    offered = []
    board.patch.setattr(
        downloads.st, "download_button", lambda _, make, *more, **__: offered.append(make)
    )
    ends = Reader("王芳（wang）", "steward", "oidc", until=permits.time.time() + 60)
    board.patch.setattr(permits, "reader", lambda: ends)
    downloads.offer("revision_log", "下载", lambda _: b"content", "file.csv", "key", "v", "open")
    board.patch.setattr(permits.time, "time", lambda: ends.until)
    with pytest.raises(NotPermitted):
        offered[0]()


def acts(board, done):
    """Return {action: the functions that carry it out}; what they would do is noted in `done`."""

    def instead(module, name):
        def noted(*_, **__):
            done.append(name)
            return {"open_ticket": ticket, "add": own}.get(name)

        board.patch.setattr(module, name, noted)

    ticket = SimpleNamespace(files=())
    own, others = briefings.briefing(board.data, "0001"), briefings.briefing(board.data, "0002")

    for name in ("open_ticket", "start"):
        instead(tickets, name)
    for name in ("publish", "withdraw"):
        instead(preparing, name)
    instead(publishing, "go_back")
    instead(reading.finding_states, "say")
    instead(reading.exploring, "count")
    for name in ("save", "pin"):
        instead(saved_views.saved, name)
    for name in ("add", "change", "remove"):
        instead(briefing_keeping.briefings, name)
    for name in ("found", "page"):
        instead(reading.records, name)
    instead(reading.sandbox, "run")
    live = versions.current(board.var)
    view = SimpleNamespace(version=live, chosen=SimpleNamespace(version=""))
    one = SimpleNamespace(name="x", overview=False)
    plan = SimpleNamespace(question=None, dataset=SimpleNamespace(disclosure="sensitive"))
    return {
        "see_records": [
            lambda: reading.record_page(live, "meal_served", 1, 0, **CELL),
            lambda: reading.finding_records(live, "x", 1),
            lambda: reading.query(live, "select 1", ("records",), False, None),
        ],
        "say_of_finding": [lambda: reading.say_of_finding(live, {}, "fixed", "", "")],
        "hand_in": [lambda: handing_in.hand_in([], ()), lambda: handing_in.begin_again(ticket)],
        "publish": [lambda: handing_in.publish(ticket, ""), lambda: handing_in.withdraw(ticket)],
        "go_back": [lambda: shelf.go_back("x")],
        "explore_sensitive": [
            lambda: reading.rows_asked(live, plan),
            lambda: reading.query(live, "select 1", ("sensitive",), False, None),
        ],
        "save_view": [lambda: saved_views.save(view, plan, "x")],
        "pin_view": [lambda: saved_views.pin(view, one)],
        "compose_briefing": [
            lambda: briefing_keeping.add(view, own),
            lambda: briefing_keeping.change(view, own, own),
            lambda: briefing_keeping.remove(view, own),
        ],
        "edit_briefings": [
            lambda: briefing_keeping.change(view, others, others),
            lambda: briefing_keeping.remove(view, others),
        ],
    }


@pytest.mark.parametrize(("item", "role", "is_allowed"), cells("action"))
def test_an_action_is_carried_out_or_raises_as_the_table_says(board, item, role, is_allowed):
    done = []
    board.read_by(role)
    for act in acts(board, done)[item]:
        done.clear()
        if is_allowed:
            act()
        else:
            with pytest.raises(NotPermitted):
                act()
        assert bool(done) == is_allowed


@pytest.mark.parametrize("role", ROLES)
def test_an_action_is_offered_as_the_table_says(board, role):
    board.read_by(role, ALL_PAGES)

    def says(item):
        return SHIPPED_CELLS["action", item, role] == "是"

    intake, kept = board.page("intake"), buttons(board.page("versions"))
    keys = buttons(intake)
    assert bool(intake.get("file_uploader")) == says("hand_in")
    assert ("publish-" in keys, "withdraw-" in keys) == (says("publish"), says("publish"))
    assert ("use-" in kept) == says("go_back")

    trace = board.page("trace", indicator="meal_served", area=CELL["ref_area"], at="2024-03")
    assert ('class="records"' in texts(trace)) == says("see_records")
    assert (labels.RECORDS_KEPT_BACK in texts(trace)) != says("see_records")

    live = versions.current(board.var)
    board.patch.setattr(permits, "require", lambda *_: None)
    of_rows = next(
        one
        for one in reading.findings(live, with_sensitive=False).to_dict("records")
        if one["rows"] and reading.finding_records(live, one["finding"], 1)
    )
    bench = texts(board.page("workbench"))
    assert ("records.organizations" in bench) == says("see_records")
    assert ("sensitive.assistance_payments" in bench) == says("explore_sensitive")

    quality = board.page("quality", finding=of_rows["finding"])
    assert ('class="records"' in texts(quality)) == says("see_records")
    assert (labels.NOTE in [one.label for one in quality.text_input]) == says("say_of_finding")


@pytest.mark.parametrize("role", ROLES)
def test_composing_is_offered_as_the_table_says_and_presenting_to_every_reader(board, role):
    board.read_by(role)
    composes = SHIPPED_CELLS["action", "compose_briefing", role] == "是"
    edits = SHIPPED_CELLS["action", "edit_briefings", role] == "是"
    assert ("begin" in buttons(board.page("briefing"))) == composes
    for number, may_change in (("0001", composes), ("0002", edits)):
        keys = buttons(board.page("briefing", briefing=number, page="2"))
        assert "present" in keys
        assert ("copy-briefing" in keys) == composes
        for key in ("slide-drop", "add-it", "keep-settings", "remove-briefing"):
            assert (key in keys) == may_change, (number, key)


def leaving(board, done):
    """Return {what: the function that makes it} of all a briefing leaves the board as."""
    kinds = briefing_files.WRITERS
    board.patch.setattr(briefing_files, "WRITERS", dict.fromkeys(kinds, lambda *_: b"content"))
    board.patch.setattr(briefing_files, "marked", lambda view, deck: deck)
    board.patch.setattr(briefing_files.svg_slide, "picture_svg", lambda *_: "<svg/>")
    board.patch.setattr(briefing_files.pictures, "png", lambda drawn: b"content")
    board.patch.setattr(briefing_files.html_deck, "html", lambda deck: b"content")
    for name in ("file", "deck"):
        board.patch.setattr(handing_out, name, lambda *told: done.append(told) or "out/x")
    view, deck = SimpleNamespace(), SimpleNamespace(version="v")
    one, part = SimpleNamespace(name="例会"), SimpleNamespace(title="图")
    made = {
        kind: lambda kind=kind: briefing_files._take(view, one, deck, kind)
        for kind in labels_briefing.FILES
    }
    made |= {
        ending: lambda ending=ending: briefing_files._hand_picture(
            view, one, deck, None, part, ending
        )
        for ending in ("png", "svg")
    }
    return made | {"deck": lambda: briefing_files._present(view, one, deck)}


@pytest.mark.parametrize("what", [*labels_briefing.FILES, "png", "svg", "deck"])
@pytest.mark.parametrize("role", ROLES)
def test_a_briefing_leaves_the_board_only_for_who_may_at_that_moment(board, role, what):
    """Whatever was offered before: the table is asked again when the file is made."""
    done = []
    make = leaving(board, done)[what]
    board.read_by(role)
    make()
    assert len(done) == 1
    board.read_by(role, OTHERWISE)
    with pytest.raises(NotPermitted):
        make()
    assert len(done) == 1


def test_every_way_of_presenting_and_every_file_is_noted_with_who_took_it(board):
    done, of = [], {}
    board.read_by("viewer")
    board.patch.setattr(
        briefing_files.noting,
        "note",
        lambda what, name, version, **_: of.setdefault(what, []).append((name, version)),
    )
    for make in leaving(board, done).values():
        make()
    files = [f"例会.{ending}" for _, ending in labels_briefing.FILES.values()]
    files += ["例会_图.png", "例会_图.svg"]
    assert of == {"exported": [(name, "v") for name in files], "presented": [("例会", "v")]}


def test_what_of_a_briefing_cannot_be_noted_is_not_handed_out(board):
    def full(*told, **more):
        raise OSError("no space left")

    done = []
    board.read_by("steward")
    board.patch.setattr(briefing_files.noting, "note", full)
    for make in leaving(board, done).values():
        with pytest.raises(OSError, match="no space"):
            make()
    assert done == []


def test_what_stood_in_a_refused_cell_is_seen_with_records_only(board):
    for role in ROLES:
        board.read_by(role)
        shown = "西塘镇" in texts(board.page("data"))
        assert shown == (SHIPPED_CELLS["action", "see_records", role] == "是")


def test_every_page_is_a_row_of_the_table_and_every_row_a_page():
    places = links.places([THEME])
    rows = {row["item"] for row in ROWS if row["kind"] == "page"}
    assert {links.item(place) for place in places} == rows == set(OWN_WORDS)


def test_the_table_is_no_part_of_a_version(tiny):
    files = [one["file"] for one in tiny.manifest()["inputs"]]
    assert files
    assert not [file for file in files if "access" in file or "matrix" in file]


def calls(*names):
    """Return (file, call) of every call of these in ui/ and pages/, as it is written there."""
    return [
        (path.name, node)
        for folder in ("ui", "pages")
        for path in sorted((ROOT / folder).glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(names)
    ]


def is_export(call):
    return ast.unparse(call.args[0]) == "'export'"


def test_every_file_offered_is_a_row_of_the_table_and_every_row_is_offered():
    assert {file for file, _ in calls("st.download_button")} == {"downloads.py"}
    given = [call.args[0] for _, call in calls("downloads.offer")]
    given += [call.args[2] for _, call in calls("revised.log")]
    given += [call.args[1] for _, call in calls("_whole")]
    given += [call.args[1] for _, call in calls("permits.require") if is_export(call)]
    named = {one.value for one in given if isinstance(one, ast.Constant)}
    assert named == {row["item"] for row in ROWS if row["kind"] == "export"}


def test_every_action_asked_for_is_a_row_of_the_table_and_every_row_is_asked_for():
    asked = [
        call.args[1].value
        for _, call in calls("permits.require", "permits.may")
        if ast.unparse(call.args[0]) == "'action'"
    ]
    asked += permits.ASK_NEEDS.values()
    assert set(asked) == {row["item"] for row in ROWS if row["kind"] == "action"}


def test_a_version_nobody_published_opens_for_those_who_publish_alone(tiny, tmp_path, monkeypatch):
    var = shutil.copytree(tiny.folder.parent.parent, tmp_path / "var")
    shutil.copytree(tiny.folder, var / "versions" / "0123456789ab")
    monkeypatch.setattr(reading, "VAR", var)
    monkeypatch.setattr(reading, "DATA", tmp_path)
    assert reading.pinned("0123456789ab", unpublished=False) is None
    assert reading.pinned("0123456789ab", unpublished=True).id == "0123456789ab"
    assert reading.pinned(tiny.id, unpublished=False).id == tiny.id
