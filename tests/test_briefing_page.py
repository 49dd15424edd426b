"""The page of briefings as its readers use it: begun, composed, refused, brought up to date."""

import base64
import re
import shutil
from dataclasses import replace

import pytest

from queries import briefings, versions
from queries.briefings import Briefing, Item
from tests.briefing_reading import svg_lines
from tests.opening import opened, ran, texts
from tests.rows import SHIPPED, tiny_data
from ui import labels_briefing as words
from ui import permits, reading
from ui.permits import Reader

OWNER, OTHER = "王芳（wang）", "李四（li）"
TOWNSHIP = "330482001"
ITEMS = (
    Item("cards", of="overview"),
    Item("indicator", of="meal_served"),
    Item("text", headline="下一步", text="一、补报数据"),
)


class Desk:
    """A data folder of its own over the tiny county, and who reads."""

    def __init__(self, data, var, patch):
        self.data, self.var, self.patch = data, var, patch
        self.live = versions.current(var).id

    def read_by(self, name, role="analyst"):
        self.patch.setattr(permits, "reader", lambda: Reader(name, role, "oidc"))

    def kept(self, **more):
        told = {"name": "八月例会", "owner": OWNER, "version": self.live, "period": "2024-03"}
        one = Briefing(id="", saved_on="", items=ITEMS, **(told | more))
        return briefings.add(self.data, one)

    def now(self, id_="0001"):
        return briefings.briefing(self.data, id_)

    def page(self, page=1, briefing="0001"):
        asked = {"briefing": briefing} if briefing else {}
        return opened("briefing", **asked, page=str(page))


@pytest.fixture
def desk(tiny, tmp_path, monkeypatch):
    data = tiny_data(tmp_path / "data")
    shutil.copytree(SHIPPED / "geo", data / "geo")
    shutil.copytree(SHIPPED / "templates", data / "templates")
    var = tiny.folder.parent.parent
    monkeypatch.setattr(reading, "VAR", var)
    monkeypatch.setattr(reading, "DATA", data)
    monkeypatch.setattr(permits, "DATA", data)
    made = Desk(data, var, monkeypatch)
    made.read_by(OWNER)
    return made


def button(page, key):
    return next(one for one in page.button if one.key == key)


def keys(page):
    return {one.key for one in page.button}


def preview(page):
    """Return the words of the slide looked at: it is a picture, nothing where there is none."""
    found = re.search(r'class="slide-preview"[^>]*?base64,([\w+/=]+)', texts(page))
    return "".join(svg_lines(base64.b64decode(found[1]).decode("utf-8"))) if found else ""


def warned(page):
    return [one.value for one in page.warning]


def test_the_list_names_each_briefing_its_owner_and_the_broken_ones(desk):
    desk.kept()
    desk.kept(name="给李四的", owner=OTHER)
    (desk.data / "briefings" / "0009.toml").write_text("name = ", encoding="utf-8")
    page = desk.page(briefing="")
    shown = texts(page)
    assert shown.index("给李四的") < shown.index("八月例会"), "the newest first"
    assert f"{OTHER}，" in shown
    assert "4页" in shown  # three slides and the cover
    assert "briefing=0001" in shown
    assert any("0009.toml" in one for one in warned(page))


def test_without_any_briefing_the_page_says_how_to_begin(desk):
    assert words.NONE_YET in texts(desk.page(briefing=""))


@pytest.mark.parametrize(
    ("template", "asked", "first"),
    [
        ("1_monthly", {}, Item("cards", of="overview")),
        ("2_quarterly", {}, None),
        ("3_theme", {"new-theme": "assistance"}, Item("cards", of="assistance")),
        ("4_township", {"new-area": TOWNSHIP}, Item("cards", of="overview", area=TOWNSHIP)),
        ("", {}, None),
    ],
)
def test_a_briefing_begins_from_each_template_and_from_nothing(desk, template, asked, first):
    page = desk.page(briefing="")
    page.selectbox(key="new-template").set_value(template)
    ran(page)
    for key, value in asked.items():
        page.selectbox(key=key).set_value(value)
        ran(page)
    name = page.text_input(key="new-name").value
    assert name.startswith("2024年")
    button(page, "begin").click()
    ran(page)
    one = desk.now()
    assert (one.name, one.owner, one.version) == (name, OWNER, desk.live)
    assert page.query_params["briefing"] in ("0001", ["0001"])
    assert bool(one.items) == bool(template)
    if first:
        assert one.items[0] == first
        assert preview(page)


def test_an_address_opens_a_briefing_at_its_slide(desk):
    desk.kept()
    assert "用餐人次" in preview(desk.page(3))
    assert "一、补报数据" in preview(desk.page(4))
    assert "一、补报数据" in preview(desk.page(99)), "beyond the end is the last one"


def test_an_edited_headline_is_kept_and_marked_until_it_is_taken_back(desk):
    desk.kept()
    page = desk.page(3)
    assert words.EDITED not in texts(page), "not even of a slide of one's own words"
    page.text_input(key="headline-0001-2").set_value("助餐要加把劲")
    ran(page)
    assert desk.now().items[1].headline == "助餐要加把劲"
    assert f"<em>{words.EDITED}</em>" in texts(page)
    assert "助餐要加把劲" in preview(page)
    button(page, "restore-2").click()
    ran(page)
    assert desk.now().items[1].headline == ""
    assert "restore-2" not in keys(page)


def test_slides_are_moved_removed_and_added_where_one_looks(desk):
    desk.kept()
    page = desk.page(3)
    button(page, "slide-up").click()
    ran(page)
    assert [one.kind for one in desk.now().items] == ["indicator", "cards", "text"]
    page = desk.page(2)
    button(page, "slide-down").click()
    ran(page)
    assert [one.kind for one in desk.now().items] == ["cards", "indicator", "text"]
    page = desk.page(2)
    button(page, "slide-drop").click()
    ran(page)
    assert [one.kind for one in desk.now().items] == ["indicator", "text"]
    page = desk.page(2)
    page.selectbox(key="add-kind").set_value("attention")
    ran(page)
    button(page, "add-it").click()
    ran(page)
    assert [one.kind for one in desk.now().items] == ["indicator", "attention", "text"]


def test_the_cover_stays_and_nothing_moves_beyond_an_end(desk):
    desk.kept()
    for place, off in ((1, {"slide-up", "slide-down", "slide-drop"}), (2, {"slide-up"})):
        page = desk.page(place)
        disabled = {one.key for one in page.button if one.disabled}
        assert disabled & {"slide-up", "slide-down", "slide-drop"} == off
    assert button(desk.page(4), "slide-down").disabled


def test_who_comes_second_is_told_and_nothing_is_overwritten(desk):
    """Somebody else changes the briefing between the run and the click."""
    desk.kept()
    page = desk.page(3)
    known = desk.now()
    briefings.change(desk.data, known, replace(known, name="别人改的"))
    desk.patch.setattr(reading, "briefing", lambda id_: known)
    button(page, "slide-drop").click()
    ran(page)
    assert any("刚被别人改过" in one for one in warned(page))
    assert (desk.now().name, len(desk.now().items)) == ("别人改的", 3)


def test_a_briefing_whose_version_is_gone_offers_the_newest(desk):
    desk.kept(version="0123456789ab")
    page = desk.page()
    assert any("0123456" in one and words.UPDATE in one for one in warned(page))
    assert preview(page) == ""
    assert "present" not in keys(page)
    button(page, "update-now").click()
    ran(page)
    assert desk.now().version == desk.live
    assert preview(page)


def test_who_may_not_change_a_briefing_is_not_offered_its_update(desk):
    desk.kept(version="0123456789ab")
    desk.read_by(OTHER)
    page = desk.page()
    assert any("0123456" in one for one in warned(page))
    assert "update-now" not in keys(page)


def test_a_viewer_opens_and_presents_and_sees_nothing_of_composing(desk):
    desk.kept()
    desk.read_by(OTHER, "viewer")
    page = desk.page(3)
    assert preview(page)
    assert "present" in keys(page)
    composing = {"slide-up", "slide-drop", "add-it", "keep-settings", "copy-briefing"}
    assert not keys(page) & composing
    assert not page.text_input
    listed = desk.page(briefing="")
    assert "begin" not in keys(listed)
    assert "八月例会" in texts(listed)


def test_somebody_elses_briefing_is_copied_and_the_copy_is_ones_own(desk):
    desk.kept()
    desk.read_by(OTHER)
    page = desk.page(2)
    button(page, "copy-briefing").click()
    ran(page)
    assert desk.now("0002").owner == OTHER
    assert desk.now("0002").items == desk.now("0001").items
    assert desk.now("0001").owner == OWNER


def test_name_month_and_townships_are_kept_together(desk):
    desk.kept()
    page = desk.page()
    page.text_input(key="briefing-name").set_value("九月例会")
    page.multiselect(key="briefing-areas").set_value([TOWNSHIP])
    button(page, "keep-settings").click()
    ran(page)
    assert (desk.now().name, desk.now().areas) == ("九月例会", (TOWNSHIP,))


def test_a_removed_briefing_is_gone_and_its_address_leads_to_the_list(desk):
    desk.kept()
    page = desk.page()
    button(page, "remove-briefing").click()
    ran(page)
    assert desk.now() is None
    assert words.NONE_YET in texts(page)
    assert words.NONE_YET in texts(desk.page())


def test_a_headline_that_could_act_is_shown_as_it_was_typed(desk):
    desk.kept()
    page = desk.page(3)
    page.text_input(key="headline-0001-2").set_value('<script>"&</script>')
    ran(page)
    assert "<script>" not in texts(page)
    assert "&lt;script&gt;" in texts(page)


def test_nothing_is_written_into_the_shipped_data(desk):
    desk.kept()
    assert (desk.data / "briefings" / "0001.toml").exists()
    assert desk.data != SHIPPED
