"""Take the pictures of README and manual: python -m tests.browser.pictures

They show an office of its own, a copy of the shipped data in which a briefing is composed and a
clerk hands a file in, so that nothing is kept, published or journaled where the board itself runs.
"""

import csv
import io
import os
import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from queries import preparing, publishing, tickets
from queries.build import prepare
from queries.places import DATA
from tests.browser import pictures_briefing, running
from tests.browser.visiting import Visit
from ui import labels, labels_workbench

FOLDER = running.ROOT / "docs" / "pictures"
PICTURES = {  # name: address, width, height
    "overview": ("/", 1440, 1180),
    "overview-phone": ("/", 390, 844),
    "theme": ("/resident_lounges", 1440, 1500),
    "indicator": (
        "/indicator?indicator=organization_community_per_10000&area=330482003",
        1440,
        1500,
    ),
    "township": ("/township?area=330482102", 1440, 1100),
    "catalogue": ("/catalogue", 1440, 800),
    "data": ("/data", 1440, 1000),
    "quality": ("/quality", 1440, 1500),
    "explore": ("/explore?dataset=organizations&by=ref_area,kind&where=basis:in:登记", 1440, 1180),
    "explore-rows": (
        "/explore?dataset=meal_points&by=ref_area,kind&cell=330482001,中心食堂",
        1440,
        900,
    ),
    "compare": ("/compare", 1440, 1040),
    "workbench": (
        "/workbench?sql=select%20name_zh,%20count(*)%20as%20organizations%0A"
        "from%20records.organizations%20inner%20join%20reference.township%20using%20(ref_area)%0A"
        "group%20by%20name_zh%0Aorder%20by%20organizations%20desc",
        1440,
        1100,
    ),
    "trace": ("/trace?indicator=meal_served&place=330482108&at=2024-07", 1440, 1500),
}
CLICKED = {"workbench": labels_workbench.RUN}  # what is pressed before the picture is taken
HANDED_IN = {"intake": ("/intake", 1440, 1300)}
PUBLISHED = {"versions": ("/versions", 1440, 1000)}
OWN = ("journal", "earlier", "large", "views", "briefings")  # of the office that runs here
KEPT_OUT = shutil.ignore_patterns(tickets.INBOX, tickets.INCOMING, *OWN)

CORRECTED = ("独山港镇", "2024-07")  # whose month the clerk hands in again
CORRECTIONS = {"Z0059": ("用餐人次", "1265"), "Z0068": ("用餐人次", "1793")}
MISTAKES = {"Z0013": ("用餐人次", "38O"), "Z0044": ("送餐人次", "420")}


def main():
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        data, var = Path(folder, "data"), Path(folder, "var")
        shutil.copytree(DATA, data, ignore=KEPT_OUT)
        publishing.publish(data, var, prepare(data, var), labels.LOCAL_USER)
        os.environ["BOARD_DATA"] = str(data)  # the server inherits it
        browser = playwright.chromium.launch(
            executable_path=running.chromium(), args=[*running.SANDBOX, *running.WITH_WEBGL]
        )
        with running.running(var) as server:
            take(browser, server, PICTURES)
            pictures_briefing.take(browser, server, Path(folder), FOLDER)
            ticket = hand_in(data, var)
            take(browser, server, HANDED_IN)
            preparing.publish(data, var, ticket, labels.LOCAL_USER, "独山港镇更正7月月报")
            take(browser, server, PUBLISHED)


def take(browser, server, pictures):
    FOLDER.mkdir(exist_ok=True)
    for name, (address, width, height) in pictures.items():
        context = browser.new_context(viewport={"width": width, "height": height})
        page = context.new_page()
        visit = Visit(page, server)
        visit.open(address)
        if name in CLICKED:
            with visit.rerun():
                page.get_by_role("button", name=CLICKED[name], exact=True).click()
        page.wait_for_timeout(3000)  # map and chart paint after the page is complete
        page.screenshot(path=FOLDER / f"{name}.png")
        context.close()


def hand_in(data, var):
    """Hand in a corrected month as Excel saves it; two of its rows are wrong."""
    area, month = CORRECTED
    with (data / "extracts" / "meal_services.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if (row["镇街道"], row["月份"]) == CORRECTED]
    for row in rows:
        changed = (CORRECTIONS | MISTAKES).get(row["助餐点编号"])
        row |= dict([changed]) if changed else {}
    text = io.StringIO()
    writer = csv.DictWriter(text, [*rows[0], "备注"])
    writer.writeheader()
    writer.writerows(rows)
    file = (f"{area}助餐月报{month}更正.csv", text.getvalue().encode("gb18030"))
    ticket = tickets.open_ticket(data, [file], labels.LOCAL_USER)
    preparing.work(data, var, ticket)
    return tickets.read_ticket(data, ticket.id)


if __name__ == "__main__":
    main()
