"""Handing in: a file is checked, shown with what it would change, and only then published."""

import shutil
import time
from types import SimpleNamespace

import openpyxl
import pytest
import xlsxwriter

from queries import inputs, journal, preparing, publishing, store, tickets, versions
from queries.contracts import load_contracts
from queries.preparing import Outdated
from queries.publishing import ConfirmationNeeded
from tests.handing import CORRECTED, HEADING, REFUSED, hand_in, meal_file
from tests.rows import tiny_data


class Office:
    """A data and a var folder of their own, in which the tiny version is live."""

    def __init__(self, data, var):
        self.data, self.var = data, var

    def hand_in(self, *files, **asked):
        return hand_in(self.data, self.var, *files, **asked)

    def publish(self, ticket, reason=""):
        return preparing.publish(self.data, self.var, ticket, "数据员", reason)

    def live(self):
        return versions.current(self.var)

    def value(self, indicator, area, period):
        rows = store.read(self.live(), "trend", indicator=indicator)
        found = rows[(rows["ref_area"] == area) & (rows["time_period"] == period)]
        return found["obs_value"].item()

    def files(self, contract):
        found = inputs.inputs(self.data, load_contracts(self.data / "contracts"))[contract]
        return [one.name for one in found]


@pytest.fixture
def office(checked, tmp_path):
    """An office that finds the version of the correction most tests hand in already built."""
    return Office(tiny_data(tmp_path / "data"), shutil.copytree(checked, tmp_path / "var"))


def test_a_correction_is_shown_first_and_published_with_its_reason(office, tiny):
    ticket = office.hand_in(meal_file(CORRECTED))
    assert ticket.state == "ready"
    assert (ticket.outcome["files"][0]["contract"], ticket.outcome["files"][0]["mode"]) == (
        "meal_services",
        "add",
    )
    assert office.value("meal_served", "330482002", "2024-03") == 1488  # nothing is shown yet

    with pytest.raises(ConfirmationNeeded, match="填写理由"):
        office.publish(ticket)
    assert office.live().id == tiny.id

    entry = office.publish(ticket, "三月报数更正")
    assert (entry["reason"], entry["who"], entry["previous"]) == (
        "三月报数更正",
        "数据员",
        tiny.id,
    )
    assert office.value("meal_served", "330482002", "2024-03") == 1588
    assert office.value("meal_served", "330482", "2024-03") == 4905
    assert office.files("meal_services") == ["meal_services.csv", "meal_services/0001.csv"]

    log = publishing.revision_log(office.data, indicator="meal_served", ref_area="330482002")
    assert log[["time_period", "old_value", "new_value", "reason"]].values.tolist() == [
        ["2024-03", 1488, 1588, "三月报数更正"]
    ]


def test_which_file_of_ours_was_which_of_the_clerks_is_kept(office):
    ticket = office.hand_in(meal_file(CORRECTED))
    office.publish(ticket, "更正")
    kept = journal.entries(office.data, publishing.INTAKES)
    assert [(one["file"], one["name"], one["ticket"]) for one in kept] == [
        ("meal_services/0001.csv", "三月更正.csv", ticket.id)
    ]
    receipts = {one["file"]: one["sha256"] for one in office.live().manifest()["inputs"]}
    assert receipts["meal_services/0001.csv"] == kept[0]["sha256"]


def test_what_is_published_is_what_the_files_in_data_make(office, tmp_path):
    office.publish(office.hand_in(meal_file(CORRECTED)), "更正")
    again = preparing.prepare(office.data, tmp_path / "elsewhere")
    assert (again.id, again.manifest()) == (office.live().id, office.live().manifest())


def test_going_back_shows_the_earlier_numbers_and_is_recorded(office, tiny):
    office.publish(office.hand_in(meal_file(CORRECTED)), "更正")
    publishing.go_back(office.data, office.var, tiny.id, "局长")
    assert office.live().id == tiny.id
    assert office.value("meal_served", "330482002", "2024-03") == 1488
    assert office.files("meal_services") == ["meal_services.csv"]
    assert preparing.prepare(office.data, office.var).id == tiny.id  # the next build starts there
    log = publishing.revision_log(office.data, indicator="meal_served", ref_area="330482002")
    assert log[["number", "who", "old_value", "new_value"]].values.tolist() == [
        [2, "局长", 1588, 1488],
        [1, "数据员", 1488, 1588],
    ]


def test_going_forward_again_brings_the_files_back(office, tiny):
    office.publish(office.hand_in(meal_file(CORRECTED)), "更正")
    later = office.live().id
    publishing.go_back(office.data, office.var, tiny.id, "局长")
    publishing.go_back(office.data, office.var, later, "局长")
    assert office.files("meal_services") == ["meal_services.csv", "meal_services/0001.csv"]
    assert preparing.prepare(office.data, office.var).id == later
    shown = publishing.published_versions(office.data, office.var)
    assert {version.id for version, _ in shown} == {tiny.id, later}


def test_a_change_within_tolerance_needs_no_reason(office):
    small = CORRECTED.replace("1588", "1489")  # 1 of 1488 is under two in a hundred
    ticket = office.hand_in(meal_file(small))
    assert ticket.outcome["changed"] > 0
    beyond = ticket.outcome["beyond"]
    assert beyond == 0
    office.publish(ticket)
    assert office.value("meal_served", "330482002", "2024-03") == 1489


def test_a_file_refused_whole_leaves_everything_as_it_was(office, tiny):
    before = sorted(path.name for path in (office.data / "extracts").rglob("*"))
    ticket = office.hand_in(("三月.csv", b"\xe7\xbc\x96\xe5\x8f\xb7,x\n1,2\n"))
    assert ticket.state == "refused"
    assert "认不出这是哪一类数据" in ticket.outcome["files"][0]["why"]
    assert office.live().id == tiny.id
    assert sorted(path.name for path in (office.data / "extracts").rglob("*")) == before
    with pytest.raises(Outdated):
        office.publish(ticket)


def test_mostly_refused_rows_come_back_marked_though_the_file_is_refused(office):
    ticket = office.hand_in(meal_file(REFUSED))
    assert ticket.state == "refused"
    assert "疑似选错了文件" in ticket.outcome["why"]
    marked = openpyxl.load_workbook(ticket.folder / ticket.outcome["files"][0]["marked"])
    assert [cell.value for cell in marked.active[2]][-5:-1] == [
        "2",
        "镇街道",
        "不认识的镇街道名称",
        "填写镇街道全称，或在别名表中补上该名称",
    ]


def test_refused_rows_come_back_as_they_stood_and_can_be_mended_and_handed_in_again(office):
    wrong = "=1+1,西塘镇,2024-03,100,10,0,200.00\n"
    ticket = office.hand_in(meal_file(CORRECTED, wrong))
    one = ticket.outcome["files"][0]
    assert (one["rows"], one["loaded"], one["refused"]) == (2, 1, 1)
    office.publish(ticket, "更正")

    book = openpyxl.load_workbook(ticket.folder / one["marked"])
    sheet = book.active
    assert [cell.value for cell in sheet[1]][:7] == HEADING.strip().split(",")
    assert [cell.value for cell in sheet[2]][:7] == wrong.strip().split(",")
    assert {cell.data_type for cell in sheet[2]} <= {"s", "n"}  # a formula would be "f"
    assert sheet["A2"].value == "=1+1"

    sheet["A2"], sheet["B2"] = "P06", "曹桥街道"
    mended = office.data / "mended.xlsx"
    book.save(mended)
    again = office.hand_in(("退回.xlsx", mended))
    assert again.outcome["files"][0]["mode"] == "add"
    assert again.outcome["files"][0]["loaded"] == 1
    office.publish(again, "补报")
    # 曹桥's only point had 372 in March; the mended row is its correction
    assert office.value("meal_served", "330482003", "2024-03") == 100


def test_a_snapshot_replaces_what_was_there_and_nothing_is_lost(office):
    before = (office.data / "extracts" / "meal_points.csv").read_bytes()
    rows = [line.split(",") for line in before.decode().splitlines()]
    path = office.data / "points.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows[:-1]):  # P09 of 独山港镇 is no longer listed
            sheet.write_row(number, 0, row)
    ticket = office.hand_in(("助餐点.xlsx", path))
    assert ticket.outcome["files"][0]["mode"] == "replace"
    office.publish(ticket, "P09撤点")
    assert office.files("meal_points") == ["meal_points.xlsx"]
    kept = list((office.data / "extracts" / "earlier" / "meal_points").iterdir())
    assert [one.read_bytes() for one in kept] == [before]
    assert office.value("meal_point_open", "330482108", "2024-03") == 0


def test_two_tickets_prepared_side_by_side_cannot_both_go_in_unseen(office):
    first = office.hand_in(meal_file(CORRECTED))
    second = office.hand_in(meal_file(CORRECTED.replace("1588", "1600")))
    office.publish(first, "更正")
    with pytest.raises(Outdated, match="重新检查"):
        office.publish(second, "又更正")
    preparing.work(office.data, office.var, second)
    second = tickets.read_ticket(office.data, second.id)
    office.publish(second, "又更正")
    assert office.value("meal_served", "330482002", "2024-03") == 1600


def test_a_withdrawn_ticket_leaves_no_version_behind(office):
    ticket = office.hand_in(meal_file(CORRECTED))
    there = {version.id for version in versions.all_versions(office.var)}
    preparing.withdraw(office.var, ticket)
    left = {version.id for version in versions.all_versions(office.var)}
    assert there - left == {ticket.outcome["version"]}
    assert office.live().id in left
    assert tickets.read_ticket(office.data, ticket.id).state == "withdrawn"
    assert (ticket.folder / "0001.csv").exists()


def test_a_name_is_never_a_path(office):
    name, content = meal_file(CORRECTED)
    ticket = tickets.open_ticket(office.data, [("../../../" + name, content)], "x")
    assert [path.name for path in ticket.folder.iterdir() if path.suffix == ".csv"] == ["0001.csv"]
    assert ticket.files[0].name == name
    assert tickets.read_ticket(office.data, "../inbox/" + ticket.id) is None


def test_tickets_of_one_second_are_listed_in_the_order_they_came_in(tmp_path):
    came = [tickets.open_ticket(tmp_path, [meal_file(CORRECTED)], "x").id for _ in range(9)]
    assert [one.id for one in tickets.all_tickets(tmp_path)] == came[::-1]


def test_readers_come_before_what_is_handed_in(tmp_path, monkeypatch):
    asked = []

    def started(command, **_):
        asked.append(command)
        return SimpleNamespace(pid=0)

    monkeypatch.setattr(tickets.subprocess, "Popen", started)
    ticket = tickets.open_ticket(tmp_path, [meal_file(CORRECTED)], "x")
    tickets.start(tmp_path, tmp_path / "var", ticket)
    assert asked[0][:3] == ["nice", "-n", "10"]


def test_the_work_goes_on_in_a_process_of_its_own(tiny, tmp_path):
    """In an office in which nothing was ever handed in: the version is built there."""
    var = shutil.copytree(tiny.folder.parent.parent, tmp_path / "var")
    office = Office(tiny_data(tmp_path / "data"), var)
    ticket = tickets.open_ticket(office.data, [meal_file(CORRECTED)], "数据员")
    tickets.start(office.data, office.var, ticket)
    assert tickets.read_ticket(office.data, ticket.id).state == "working"
    until = time.monotonic() + 240  # a whole build, beside whatever else is tested
    while tickets.read_ticket(office.data, ticket.id).state == "working":
        assert time.monotonic() < until
        time.sleep(0.2)
    assert tickets.read_ticket(office.data, ticket.id).state == "ready"
