"""The analyst's story in a real browser: from a doubted figure to its rows, and back to a table."""

import csv
import io

import openpyxl
import pytest
from playwright.sync_api import expect

from tests.rows import SHIPPED
from ui import labels, labels_explore


def is_asked(row):
    return (row["镇街道"], row["月份"]) == ("当湖街道", "2024-07")


def pick(reader, key, *words):
    """Choose words in a box of several, one after the other."""
    box = reader.page.locator(f".st-key-{key}")
    for word in words:
        with reader.rerun():
            box.locator("input").click()
            box.locator("input").press_sequentially(word)
            reader.page.get_by_role("option", name=word).first.click()
        reader.page.keyboard.press("Escape")
        expect(reader.page.get_by_role("option")).to_have_count(0)


def table_of(page):
    """Return the table on the screen: every line as its words."""
    rows = page.locator(".pivot tbody tr")
    return [
        [cell.strip() for cell in rows.nth(n).locator("td").all_inner_texts()]
        for n in range(rows.count())
    ]


@pytest.mark.parametrize("width", [1440])
def test_a_figure_is_questioned_down_to_its_rows_and_comes_back_as_a_table(
    page_at, visit, server, width
):
    with open(SHIPPED / "extracts" / "meal_services.csv", encoding="utf-8") as file:
        own = [row for row in csv.DictReader(file) if is_asked(row)]
    counted = [row for row in own if 200 <= int(row["用餐人次"]) < 1000]
    reader = page_at("/trace?indicator=meal_served&area=330482001&at=2024-07", width=width)
    expect(reader.page.get_by_text("逐行重算一致")).to_be_visible()

    with reader.rerun():
        reader.page.get_by_role("link", name=labels.ASK_ON).click()
    expect(reader.page.get_by_text(f"共{len(own)}行")).to_be_visible()
    assert reader.page.locator("[data-testid=stDataFrame]").count() == 1

    # narrowed by three filters: township and month came along, the third is added here
    pick(reader, "ask-filters", "用餐人次段")
    pick(reader, "ask-values-2", "500—999", "200—499")
    expect(reader.page.locator(".st-key-rows-behind")).to_contain_text(f"共{len(counted)}行")

    # a cross-tab of what is left
    pick(reader, "ask-by", "镇街道", "用餐人次段")
    expect(reader.page.locator(".pivot")).to_be_visible()
    with reader.rerun():
        reader.page.get_by_role("radio", name=labels_explore.CHARTS["heat"]).click()
    expect(reader.page.locator(".pivot-heat")).to_be_visible()
    shown = table_of(reader.page)

    colleague = visit(server)
    colleague.open(reader.address)
    assert table_of(colleague.page) == shown

    with reader.page.expect_download() as taken:
        reader.page.locator(".st-key-explored-xlsx button").click()
    book = openpyxl.load_workbook(io.BytesIO(taken.value.path().read_bytes()))
    rows = [[cell.value for cell in row] for row in book["数据"].iter_rows(min_row=2)]
    as_written = [[f"{cell:,}" if isinstance(cell, int) else cell for cell in row] for row in rows]
    assert as_written == shown
    assert book["说明"]["B1"].value.startswith("助餐服务月报：记录数，按镇街道、用餐人次段")


def test_a_number_of_a_table_leads_to_the_rows_it_counts(page_at):
    reader = page_at("/explore?dataset=meal_points&by=ref_area,kind&chart=table")
    with reader.rerun():
        reader.page.locator(".pivot a", has_text="21").first.click()
    expect(reader.page.locator(".st-key-rows-behind")).to_contain_text("共21行")
    expect(reader.page.locator(".st-key-rows-behind h2")).to_have_text("背后的行：当湖街道，助餐点")


def test_a_hundred_thousand_rows_scroll_without_freezing(page_at):
    """The longest the browser does nothing else while the wheel turns stays short."""
    reader = page_at("/explore?dataset=assistance_payments&cell=*&size=100000")
    grid = reader.page.locator("[data-testid=stDataFrame]")
    expect(grid).to_be_visible()
    grid.hover()
    reader.page.evaluate(
        """() => { window.longest = 0; let last = performance.now();
        const tick = () => { const now = performance.now();
            window.longest = Math.max(window.longest, now - last); last = now;
            setTimeout(tick, 10); }; tick(); }"""
    )
    for _ in range(30):
        reader.page.mouse.wheel(0, 60_000)
        reader.page.wait_for_timeout(50)
    assert reader.page.evaluate("window.longest") < 2_000


@pytest.mark.parametrize("width", [390, 1440])
def test_nothing_of_the_page_is_wider_than_the_screen(page_at, width):
    for asked in (
        "",
        "?dataset=organizations&by=field,kind",
        "?dataset=meal_services&by=month,ref_area",
    ):
        page = page_at(f"/explore{asked}", width=width).page
        assert page.evaluate("document.documentElement.scrollWidth") <= width
