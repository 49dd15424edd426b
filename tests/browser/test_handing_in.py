"""A clerk's story in a real browser: hand in, see, mend, publish, and take it back."""

import shutil

import openpyxl
import pytest

from queries import versions
from tests.browser import running
from tests.handing import CORRECTED, meal_file
from tests.rows import SHIPPED, tiny_data
from ui import labels

WAITS = 240_000  # ms: a build beside a browser on two cores


@pytest.fixture
def office(tiny, tmp_path, browsers):
    """A server over a county of its own, in which files may be handed in."""
    var = shutil.copytree(tiny.folder.parent.parent, tmp_path / "var")
    data = tiny_data(tmp_path / "data")
    shutil.copytree(SHIPPED / "geo", data / "geo")
    with running.running(var, data=data) as server:
        yield server, var


def test_a_correction_goes_from_the_clerks_file_to_the_leaders_number_and_back(
    office, visit, tiny, tmp_path
):
    server, var = office
    name, content = meal_file(CORRECTED, CORRECTED.replace("钟埭街道", "西塘镇"))
    (tmp_path / name).write_bytes(content)
    opened = visit(server)
    page = opened.page
    opened.open("/intake")

    page.set_input_files("input[type=file]", tmp_path / name)
    page.get_by_text(name).first.wait_for()
    page.get_by_role("button", name=labels.CHECK).click()
    page.get_by_role("button", name=labels.PUBLISH, exact=True).wait_for(timeout=WAITS)
    page.get_by_text("1588人次").first.wait_for()

    with page.expect_download() as handed_back:
        page.get_by_role("button", name=labels.DOWNLOAD_REFUSED).click()
    handed_back.value.save_as(tmp_path / "退回.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "退回.xlsx").active
    assert [cell.value for cell in sheet[2]][:2] == ["P04", "西塘镇"]
    assert "不认识的镇街道名称" in [cell.value for cell in sheet[2]]

    page.get_by_role("button", name=labels.PUBLISH, exact=True).click()
    page.get_by_text("请核对后填写理由再发布").wait_for()
    assert versions.current(var).id == tiny.id
    page.get_by_label(labels.REASON).fill("三月报数更正")
    page.keyboard.press("Tab")
    page.get_by_role("button", name=labels.PUBLISH, exact=True).click()
    page.get_by_role("heading", name="已发布").wait_for(timeout=WAITS)
    later = versions.current(var).id
    assert later != tiny.id

    opened.open("/trace?indicator=meal_served&area=330482002&at=2024-03")
    told = page.inner_text(".stMainBlockContainer")
    assert "1588" in told
    assert f"交来时名为{name}" in told
    assert labels.REVISED in told
    opened.open("/versions")
    assert "三月报数更正" in page.inner_text(".stMainBlockContainer")
    page.get_by_role("button", name=labels.GO_BACK).click()
    page.get_by_text("退回到较早的版本").first.wait_for()
    assert versions.current(var).id == tiny.id
    assert later[:7] not in page.inner_text(".badges")


def test_the_work_goes_on_when_the_clerk_leaves_the_page(office, visit, tmp_path):
    server, _ = office
    name, content = meal_file(CORRECTED)
    (tmp_path / name).write_bytes(content)
    opened = visit(server)
    opened.open("/intake")
    opened.page.set_input_files("input[type=file]", tmp_path / name)
    opened.page.get_by_text(name).first.wait_for()
    opened.page.get_by_role("button", name=labels.CHECK).click()
    opened.page.get_by_text(labels.MAY_LEAVE).wait_for()
    opened.open("/catalogue")
    other = visit(server)
    other.open("/intake")
    other.page.get_by_role("button", name=labels.PUBLISH, exact=True).wait_for(timeout=WAITS)
