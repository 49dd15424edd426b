"""What readers take, open and decide is noted with who they are; what they take says so too."""

import io
import shutil
import zipfile
from types import SimpleNamespace

import openpyxl
import pandas as pd
import pytest
from streamlit.runtime.media_file_manager import MediaFileManager

from queries import audit, decode, examining, headings, marking, verifying
from queries.__main__ import main
from tests.handing import CORRECTED, HEADING, REFUSED, hand_in, meal_file
from tests.opening import opened, ran
from tests.rows import FIXTURE, SHIPPED, tiny_data
from ui import downloads, labels, permits, reading
from ui.permits import Reader

READER = Reader("张三", "steward", "oidc")
REFUSED_PAYMENT = "X1,R001,H001,低保,不存在镇,2024-01,1,900.00,已发放\n"


class Board:
    """A board of its own over the tiny county, read by somebody who signed in."""

    def __init__(self, data, var, files, desks):
        self.data, self.var, self.files, self.desks = data, var, files, desks

    def page(self, place, **parameters):
        return opened(place, **parameters)

    def hand_in(self, *files):
        return hand_in(self.data, self.var, *files)

    def handed_in(self, what):
        """Put in place what was handed in once for all tests, checked and not yet published."""
        shutil.copytree(self.desks / what, self.data.parent, dirs_exist_ok=True)

    def noted(self, *names):
        """Return some of what is noted, but for the reader's coming."""
        entries = [one for one in audit.entries(self.data) if one["what"] != "signed in"]
        return [tuple(one.get(name) for name in names) for one in entries]


@pytest.fixture(scope="module")
def desks(checked, tmp_path_factory):
    """A folder with a board for each thing handed in: to check a file takes a whole build."""
    folder = tmp_path_factory.mktemp("desks")
    less = payments(FIXTURE)[1].decode().replace("3,2400.00", "3,1500.00", 1)
    handed_in = {
        "meals": meal_file(CORRECTED),
        "a meal refused": meal_file(CORRECTED, REFUSED),
        "a payment refused": payments(FIXTURE),
        "a payment changed": ("发放.csv", less.removesuffix(REFUSED_PAYMENT).encode()),
    }
    for what, file in handed_in.items():
        data = tiny_data(folder / what / "data")
        var = shutil.copytree(checked, folder / what / "var")
        hand_in(data, var, file)
    return folder


@pytest.fixture
def board(checked, desks, tmp_path, monkeypatch):
    data, files = tiny_data(tmp_path / "data"), []
    shutil.copytree(SHIPPED / "geo", data / "geo")
    var = shutil.copytree(checked, tmp_path / "var")
    monkeypatch.setattr(reading, "VAR", var)
    monkeypatch.setattr(reading, "DATA", data)
    monkeypatch.setattr(permits, "reader", lambda: READER)

    def offered(self, make, mimetype, coordinates, file_name=None, **more):
        files.append((file_name, make))
        return f"file-{len(files)}"

    monkeypatch.setattr(MediaFileManager, "add_deferred", offered)
    return Board(data, var, files, desks)


def button(page, words):
    return next(one for one in page.button if one.label == words)


def payments(data):
    """Return the payments of the tiny county with one row that is refused."""
    whole = (data / "extracts" / "assistance_payments.csv").read_text("utf-8")
    return ("发放.csv", (whole + REFUSED_PAYMENT).encode())


def test_opened_records_are_noted_once_a_session_and_page_however_often_it_runs(board):
    page = board.page("trace", indicator="organization_registered")
    for _ in range(3):
        ran(page)
    noted = board.noted("who", "role", "how", "what", "version")
    assert noted == [("张三", "steward", "oidc", "opened records", reading.live().id)]
    ((of, rows),) = board.noted("of", "rows")
    assert of.startswith("organization_registered，330482，2024-03，_T，第1—")
    assert of.endswith(f"—{rows}行")
    board.page("trace", indicator="organization_registered")  # somebody's new session
    assert len(board.noted("of")) == 2
    assert verifying.verify(board.data).fault == ""


def test_a_page_without_records_notes_nothing(board):
    board.page("overview")
    board.page("data")
    assert board.noted("what") == []


def test_publishing_and_going_back_on_the_pages_is_noted_with_the_reason(board, tiny):
    board.handed_in("meals")
    page = board.page("intake")
    page.text_input[0].set_value("三月更正")
    button(page, labels.PUBLISH).click()
    ran(page)
    corrected = reading.live().id
    page = board.page("versions")
    button(page, labels.GO_BACK).click()
    ran(page)
    assert board.noted("who", "what", "version", "reason") == [
        ("张三", "published", corrected, "三月更正"),
        ("张三", "went back", tiny.id, "退回到较早的版本"),
    ]


def test_what_is_withdrawn_is_noted(board):
    board.handed_in("meals")
    page = board.page("intake")
    button(page, labels.WITHDRAW).click()
    ran(page)
    assert board.noted("what", "of") == [("withdrawn", "三月更正.csv")]


def test_a_publication_that_is_refused_is_not_noted(board):
    board.handed_in("meals")
    page = board.page("intake")
    button(page, labels.PUBLISH).click()  # without a reason
    ran(page)
    assert board.noted("what") == []


def test_a_file_is_noted_each_time_it_is_taken_and_not_before(board):
    board.handed_in("a payment refused")
    board.page("intake")
    ((name, make),) = [one for one in board.files if one[0].endswith(".xlsx")]
    assert board.noted("what") == []
    make()
    make()
    assert board.noted("who", "what", "of", "rows") == [("张三", "exported", name, 1)] * 2


def test_what_cannot_be_noted_is_not_handed_out(board, monkeypatch):
    board.handed_in("a payment refused")
    board.page("intake")

    def full(*told, **more):
        raise OSError("no space left")

    monkeypatch.setattr(audit, "note", full)
    with pytest.raises(OSError, match="no space"):
        board.files[0][1]()


def test_refused_rows_of_persons_say_who_took_them_and_can_still_be_handed_in(board, tmp_path):
    board.handed_in("a payment refused")
    board.page("intake")
    ((_, make),) = [one for one in board.files if one[0].endswith(".xlsx")]
    content = make()
    book = openpyxl.load_workbook(io.BytesIO(content))
    told = book[marking.NOTES]["A1"].value
    assert told.startswith("本表密级：敏感；导出人：张三；导出时间：20")
    assert told.endswith(f"；数据版本：{reading.live().id}")
    for sheet in book:
        assert sheet.oddHeader.center.text == told
        assert sheet.oddFooter.center.text == told
    assert (book.properties.subject, book.properties.description) == (told, told)
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert not any(marking.UNSTAMPED.encode() in parts.read(one) for one in parts.namelist())

    sheet = book.worksheets[0]
    assert sheet["E2"].value == "不存在镇"
    sheet["E2"] = "当湖街道"
    book.save(tmp_path / "改好.xlsx")
    assert examining.recognised(board.data, tmp_path / "改好.xlsx")[1]
    again = board.hand_in(("改好.xlsx", tmp_path / "改好.xlsx"))
    (one,) = again.outcome["files"]
    assert (one["contract"], one["mode"], one["rows"]) == ("assistance_payments", "add", 1)


def test_refused_rows_of_open_data_carry_no_mark(board):
    board.handed_in("a meal refused")
    board.page("intake")
    ((_, make),) = [one for one in board.files if one[0].endswith(".xlsx")]
    book = openpyxl.load_workbook(io.BytesIO(make()))
    assert book.sheetnames == ["退回的行"]
    assert book.worksheets[0].oddHeader.center.text is None


@pytest.mark.parametrize("name", ["A&B", '<"甲">', "长" * 300, "两\n行"])
def test_no_name_spoils_the_workbook_it_is_written_into(contracts, tmp_path, name):
    rows, marked = tmp_path / "发放.csv", tmp_path / "退回.xlsx"
    rows.write_bytes(payments(FIXTURE)[1])
    examining.examine(SHIPPED, rows, contracts["assistance_payments"], marked=marked)
    told = downloads.watermark(Reader(name, "steward", "oidc"), "sensitive", "abc")
    book = openpyxl.load_workbook(io.BytesIO(marking.stamped(marked.read_bytes(), told)))
    assert book[marking.NOTES]["A1"].value == told.replace("&", "＆")
    assert len(told) <= 255
    assert "\n" not in told


def test_open_data_have_no_watermark_and_a_file_has_the_class_of_its_strictest_part():
    assert downloads.watermark(READER, "open", "abc") == ""
    classes = {"contract": ["a", "b", "c"], "disclosure": ["open", "internal", "sensitive"]}
    view = SimpleNamespace(read=lambda cut: pd.DataFrame(classes))
    assert downloads.strictest(view, ["a", "c", "b"]) == "sensitive"
    assert downloads.strictest(view, ["a", "b"]) == "internal"
    assert downloads.strictest(view, ["a", "unknown"]) == "sensitive"
    assert downloads.strictest(view, []) == "open"


def test_revisions_of_numbers_that_are_not_open_say_so_below_the_table(board):
    board.handed_in("a payment changed")
    board.page("intake")
    ((_, make),) = [one for one in board.files if one[0] == "改动明细.csv"]
    *_, closing = make().decode("utf-8-sig").splitlines()
    assert closing.startswith("本表密级：敏感；导出人：张三；")


def test_revisions_of_open_numbers_end_with_their_last_row(board):
    board.handed_in("meals")
    board.page("intake")
    ((_, make),) = [one for one in board.files if one[0] == "改动明细.csv"]
    assert headings.CLOSING not in make().decode("utf-8-sig")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("below", ["", ",,,,,,", "\r\n,,,,,,\r\n"])
def test_a_marked_csv_that_comes_back_has_its_mark_passed_over(
    contracts, tmp_path, encoding, below
):
    told = downloads.watermark(READER, "sensitive", "abc")
    table = pd.DataFrame([CORRECTED.strip().split(",")], columns=HEADING.strip().split(","))
    path = tmp_path / "a.csv"
    text = downloads.csv_bytes(table, told).decode("utf-8-sig").rstrip() + below
    path.write_bytes(text.encode(encoding))
    source = decode.open_source(path, contracts["meal_services"], tmp_path)
    assert source.lines - source.header - len(source.not_records) == 1
    found = examining.examine(SHIPPED, path, contracts["meal_services"])
    assert (found.refusal, found.receipt.rows, found.receipt.loaded) == ("", 1, 1)


def test_a_row_that_says_the_like_in_the_middle_of_a_table_is_a_row(contracts, tmp_path):
    path = tmp_path / "a.csv"
    text = HEADING + f"{headings.CLOSING}甲\n" + CORRECTED * 3
    path.write_text(text, encoding="utf-8")
    source = decode.open_source(path, contracts["meal_services"], tmp_path)
    assert source.lines - source.header == 4


def test_a_finding_is_said_by_who_signed_in_without_asking_their_name(board):
    found = reading.findings(reading.live(), with_sensitive=True)
    case = found[found["rows"] > 0].iloc[0]
    page = board.page("quality", finding=case["finding"])
    assert labels.WHO not in [one.label for one in page.text_input]
    page.text_input[0].set_value("已核对")
    button(page, labels.FINDING_ACTIONS["explained"]).click()
    ran(page)
    said = (
        reading.findings(reading.live(), with_sensitive=True)
        .set_index("finding")
        .loc[case["finding"]]
    )
    assert (said["state"], said["who"]) == ("explained", "张三")
    assert board.noted("who", "what", "reason")[-1] == ("张三", "said of a finding", "已核对")
    assert board.noted("what", "of")[0] == ("opened records", case["finding"])


def test_where_nobody_signs_in_the_name_is_asked(board, monkeypatch):
    monkeypatch.setattr(permits, "reader", lambda: Reader(labels.LOCAL_USER, "steward", "single"))
    found = reading.findings(reading.live(), with_sensitive=True)
    page = board.page("quality", finding=found[found["rows"] > 0].iloc[0]["finding"])
    assert labels.WHO in [one.label for one in page.text_input]


# From a shell


def test_what_is_done_from_a_shell_is_noted_with_the_name_given(board, tiny, tmp_path):
    file = tmp_path / "三月.csv"
    file.write_bytes(meal_file(CORRECTED)[1])
    office = ["--data", str(board.data), "--var", str(board.var)]
    assert main([*office, "build", str(file), "--who", "李四", "--reason", "更正"]) == 0
    corrected = reading.live().id
    assert main([*office, "use", tiny.id, "--who", "李四"]) == 0
    assert board.noted("who", "how", "what", "of", "version", "reason") == [
        ("李四", "command", "handed in", "三月.csv", None, None),
        ("李四", "command", "published", "第1次发布", corrected, "更正"),
        ("李四", "command", "went back", "第2次发布", tiny.id, "退回到较早的版本"),
    ]
