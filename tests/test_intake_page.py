"""The intake and versions pages: what a clerk reads, and what the buttons do."""

import shutil
from types import SimpleNamespace

import pandas as pd
import pytest

from queries import preparing, tickets, versions
from tests.handing import CORRECTED, REFUSED, hand_in, meal_file
from tests.opening import opened, ran, texts
from tests.rows import SHIPPED, tiny_data
from ui import downloads, labels, reading, wording_intake


class Desk:
    """A board of its own over the tiny county."""

    def __init__(self, data, var):
        self.data, self.var = data, var

    def page(self, place="intake"):
        return opened(place)

    def hand_in(self, *files):
        return hand_in(self.data, self.var, *files)


@pytest.fixture
def desk_page(checked, tmp_path, monkeypatch):
    var = shutil.copytree(checked, tmp_path / "var")
    data = tiny_data(tmp_path / "data")
    shutil.copytree(SHIPPED / "geo", data / "geo")
    monkeypatch.setattr(reading, "VAR", var)
    monkeypatch.setattr(reading, "DATA", data)
    return Desk(data, var)


def button(page, words):
    return next(one for one in page.button if one.label == words)


def test_before_anything_is_handed_in_the_page_says_so(desk_page):
    page = desk_page.page()
    assert labels.NO_TICKETS in texts(page)
    button(page, labels.CHECK).click()
    assert [one.value for one in ran(page).warning] == [labels.NOTHING_HANDED_IN]


def test_a_change_is_shown_and_asks_for_a_reason_before_it_is_published(desk_page, tiny):
    desk_page.hand_in(meal_file(CORRECTED, REFUSED))
    page = desk_page.page()
    shown = texts(page)
    assert "2行，采用1行，退回1行；补充到现有数据" in shown.replace("<wbr>", "").replace(
        '<span class="unbroken">', ""
    ).replace("</span>", "")
    assert "1488人次" in shown
    assert "1588人次" in shown
    assert "▲ 超过容许范围" in shown

    button(page, labels.PUBLISH).click()
    page = ran(page)
    assert "请核对后填写理由再发布" in page.warning[0].value
    assert versions.current(desk_page.var).id == tiny.id

    page.text_input[0].set_value("三月报数更正")
    button(page, labels.PUBLISH).click()
    page = ran(page)
    assert versions.current(desk_page.var).id != tiny.id
    assert "已发布" in texts(page)

    shown = texts(desk_page.page("versions"))
    assert "三月报数更正" in shown
    assert "● 正在使用" in shown


def test_a_refused_file_says_why_and_that_nothing_changed(desk_page):
    desk_page.hand_in(("三月.csv", "姓名,电话\n甲,1\n".encode()))
    page = desk_page.page()
    assert "认不出这是哪一类数据" in page.error[0].value
    assert "看板上的数没有变" in page.error[0].value


def test_one_click_goes_back_to_the_version_before(desk_page, tiny):
    ticket = desk_page.hand_in(meal_file(CORRECTED))
    preparing.publish(desk_page.data, desk_page.var, ticket, "数据员", "更正")
    page = desk_page.page("versions")
    button(page, labels.GO_BACK).click()
    ran(page)
    assert versions.current(desk_page.var).id == tiny.id


def test_work_that_was_cut_off_says_so_and_can_be_begun_again(desk_page):
    ticket = tickets.open_ticket(desk_page.data, [meal_file(CORRECTED)], "数据员")
    tickets.write(ticket.folder / "progress.json", {"stage": "读取", "done": 0.3, "pid": 0})
    page = desk_page.page()
    assert [one.value for one in page.warning] == [labels.STOPPED]
    assert button(page, labels.CHECK_AGAIN)


def test_files_taken_from_the_drop_folder_lie_there_no_longer(desk_page, monkeypatch):
    monkeypatch.setattr(tickets, "start", lambda *_: None)
    name, content = meal_file(CORRECTED)
    dropped = desk_page.data / "incoming" / name
    dropped.parent.mkdir()
    dropped.write_bytes(content)
    button(desk_page.page(), labels.TAKE_DROPPED).click().run()
    assert not dropped.exists()
    assert [one.files[0].name for one in tickets.all_tickets(desk_page.data)] == [name]


def test_a_check_that_fits_no_longer_says_so_and_can_be_begun_again(desk_page, monkeypatch):
    first = desk_page.hand_in(meal_file(CORRECTED))
    second = desk_page.hand_in(meal_file(CORRECTED.replace("1588", "1599")))
    preparing.publish(desk_page.data, desk_page.var, first, "数据员", "更正")
    begun = []
    monkeypatch.setattr(tickets, "start", lambda data, var, ticket: begun.append(ticket.id))
    page = desk_page.page()
    assert [one.value for one in page.warning] == [labels.OUTDATED]
    button(page, labels.CHECK_AGAIN).click()
    ran(page)
    assert begun == [second.id]


def test_the_reasons_of_refused_rows_stand_on_the_page(desk_page):
    desk_page.hand_in(meal_file(CORRECTED, REFUSED))
    shown = texts(desk_page.page())
    assert "不认识的镇街道名称" in shown
    assert 'data-label="行号">3<' in shown


@pytest.mark.parametrize(
    ("unit", "decimals", "old", "new", "said"),
    [
        ("人次", 0, 52603, 52606, ("52,603人次", "52,606人次", "+3人次")),
        ("%", 1, 23.54, 24.65, ("23.5%", "24.7%", "+1.2个百分点")),
        ("家／万人", 2, 3.12441, 3.12412, ("3.1244家／万人", "3.1241家／万人", "−0.0003家／万人")),
    ],
)
def test_a_revision_is_said_to_the_digit_that_changed(unit, decimals, old, new, said):
    row = pd.Series(
        {
            "unit_zh": unit,
            "decimals": decimals,
            "old_value": old,
            "new_value": new,
            "old_status": "A",
            "new_status": "A",
        }
    )
    assert wording_intake.from_to(row) == said


def test_a_number_that_is_withheld_now_is_not_told_as_it_was():
    row = SimpleNamespace(
        unit_zh="人", decimals=0.0, old_value=float("nan"), new_value=float("nan"), new_status="Q"
    )
    assert wording_intake.from_to(row) == ("已保护", "已保护", "改为保护")


@pytest.mark.parametrize("cell", ["=1+1", "+86", "-1", "@x", "\t=1"])
def test_text_that_a_spreadsheet_would_run_is_written_as_text(cell):
    written = downloads.csv_bytes(pd.DataFrame({"甲": [cell], "乙": [-1.5]})).decode("utf-8-sig")
    assert written.splitlines()[1].startswith(("'", "\"'"))
    assert written.rstrip().endswith(",-1.5")


def test_a_csv_opens_right_in_chinese_spreadsheets():
    content = downloads.csv_bytes(pd.DataFrame({"镇街道": ["当湖街道"], "数": [None]}))
    assert content == "\ufeff镇街道,数\r\n当湖街道,\r\n".encode()


def test_a_moment_is_written_as_people_write_it():
    assert wording_intake.moment("2024-09-10T09:05:00+08:00") == "2024年9月10日9:05"
