"""Comparing: the cut of a pair by hand, the page in both its modes, the file it hands out."""

import csv
import io
import json
import re
from html import unescape
from itertools import product
from urllib.parse import parse_qs

import pandas as pd
import pytest

from queries import store
from queries.catalogue import load_catalogue
from tests.opening import opened, texts
from ui import downloads, labels, links, permits, picks, reading, wording, wording_compare
from ui.permits import Reader
from ui.selection import Selection, from_parameters

CATALOGUE = load_catalogue()
DANGHU, ZHONGDAI, CAOQIAO, XINDAI = "330482001", "330482002", "330482003", "330482102"
XINCANG = "330482103"
COUNTY = "330482"
ANNUAL, MONTHLY = "social_worker_growth", "organization_per_10000"
SENSITIVE = "assistance_recipient_per_1000"
WITHHELD = "child_support_recipient"  # so few in every township that none is shown
TRACE = re.compile(r'href="trace\?([^"]*)"[^>]*>([^<]*)</a>')


# The cut, worked by hand over the tiny county


@pytest.fixture(scope="module")
def by_hand(tiny):
    """The meals of January, the last month all reported, against the organizations of March."""
    rows = store.read(
        tiny, "pair", x="meal_served", y="organization_registered", time_period="2024-03"
    )
    return rows[rows["step"] == 0].set_index("ref_area")


def test_each_indicator_stands_at_its_own_last_whole_period(by_hand):
    assert set(by_hand["x_period"]) == {"2024-01"}
    assert set(by_hand["y_period"]) == {"2024-03"}
    # 2480 + 930 + 620 meals; six organizations registered and not struck off
    assert tuple(by_hand.loc[DANGHU, ["x_value", "y_value"]]) == (4030, 6)
    assert tuple(by_hand.loc[COUNTY, ["x_value", "y_value"]]) == (6035, 10)


def test_of_totals_the_townships_own_middle_is_the_yardstick(by_hand):
    # meals 4030, 1240, 465, 300 and four times 0; organizations 6, 3, 1 and five times 0
    assert set(by_hand["x_yardstick"]) == {150}
    assert set(by_hand["y_yardstick"]) == {0}
    sides = by_hand[["x_side", "y_side"]]
    assert tuple(sides.loc[XINDAI]) == ("above", "above")
    assert tuple(sides.loc[CAOQIAO]) == ("above", "level")
    assert tuple(sides.loc[XINCANG]) == ("below", "level")
    assert sides.loc[COUNTY].isna().all()


def test_the_orders_agree_as_far_as_spearman_says(by_hand):
    # ranks of meals 8 7 6 5 and four of 2.5, of organizations 8 7 3 6 and four of 3, all about a
    # mean of 4.5: 29 over the root of 37 times 32
    assert by_hand["rho"].iloc[0] == pytest.approx(29 / (37 * 32) ** 0.5)
    assert by_hand["points"].iloc[0] == 8
    assert by_hand["is_telling"].all()  # 0.84 times the root of 7 is 2.2, beyond 1.96


def test_a_rate_is_held_against_the_county(demo):
    rows = store.read(demo, "pair", x=MONTHLY, y=ANNUAL, time_period="2024-08")
    now = rows[rows["step"] == 0].set_index("ref_area")
    for axis in "xy":
        whole = now.loc[COUNTY, f"{axis}_value"]
        assert now[f"{axis}_yardstick"].iloc[0] == pytest.approx(whole, abs=0.05)
        own = now.loc[DANGHU]
        assert own[f"{axis}_side"] == ("above" if own[f"{axis}_value"] > whole else "below")
    assert (now["x_period"].iloc[0], now["y_period"].iloc[0]) == ("2024-08", "2023")


def test_every_step_back_is_a_year_with_both_indicators_own_periods(demo):
    rows = store.read(demo, "pair", x=MONTHLY, y=ANNUAL, time_period="2024-08")
    periods = rows.groupby("step")[["x_period", "y_period"]].first()
    assert periods.loc[1].tolist() == ["2023-08", "2022"]
    assert periods.loc[2].tolist() == ["2022-08", "2021"]
    assert not periods.duplicated("x_period").any()
    assert not periods.duplicated("y_period").any()


def test_a_year_without_a_period_of_its_own_is_left_out(tiny):
    """Nobody reported meals for years: an older number would stand for another year's."""
    rows = store.read(
        tiny, "pair", x="meal_served", y="organization_registered", time_period="2024-01"
    )
    months = set(zip(rows["step"], rows["x_period"], strict=True))
    assert (0, "2024-01") in months
    assert not {1, 2, 3} & {step for step, _ in months}


def test_a_withheld_number_has_no_side_and_moves_no_yardstick(demo):
    rows = store.read(
        demo, "pair", x="extreme_difficulty_recipient", y="meal_served", time_period="2024-08"
    )
    now = rows[rows["step"] == 0].set_index("ref_area")
    hidden = now[now["x_status"] == "Q"]
    assert len(hidden) == 7
    assert hidden[["x_value", "x_side"]].isna().all(axis=None)
    assert hidden["y_value"].notna().all()
    assert set(now["x_yardstick"]) == {now.loc[DANGHU, "x_value"]}  # the only one that is shown
    assert set(now["points"]) == {1}
    assert now["rho"].isna().all()


def test_where_all_are_alike_there_is_no_order_to_agree_with(demo):
    rows = store.read(
        demo, "pair", x="organization_service_centre", y=MONTHLY, time_period="2024-08"
    )
    assert rows[rows["step"] == 0]["rho"].isna().all()


# The choice in the address


def test_what_is_compared_lives_in_the_address_and_stays_with_its_page():
    address = {"mode": "beside", "x": MONTHLY, "y": ANNUAL, "set": f"{ANNUAL},{MONTHLY}"}
    chosen = from_parameters({"area": DANGHU, **address})
    assert chosen == Selection(
        area=(DANGHU,), mode="beside", x=MONTHLY, y=ANNUAL, set=(ANNUAL, MONTHLY)
    )
    assert chosen.parameters() == {"area": DANGHU, **address}
    assert links.carried(chosen) == {"area": DANGHU}


def test_the_default_mode_and_what_is_no_mode_stay_out_of_the_address():
    assert from_parameters({"mode": "sideways"}).parameters() == {}
    assert Selection(mode="pair").parameters() == {}


# The page


@pytest.fixture
def open_page(demo, monkeypatch):
    """Return a function that runs the page at an address and gives back the AppTest."""
    monkeypatch.setattr(reading, "VAR", demo.folder.parent.parent)

    def run(place="compare", **parameters):
        return opened(place, **parameters)

    return run


def charts(page):
    return [json.loads(chart.proto.spec) for chart in page.get("plotly_chart")]


def words(chart):
    return " ".join(note["text"] for note in chart["layout"]["annotations"])


def traced(page):
    """Return (parameters, words) of every number that leads to where it comes from."""
    return [
        ({name: values[0] for name, values in parse_qs(unescape(query)).items()}, text)
        for query, text in TRACE.findall(texts(page))
    ]


def test_at_first_two_themes_meet_that_do_not_merely_follow_size(open_page):
    page = open_page()
    shown = [CATALOGUE.indicators[page.selectbox(key=f"choice-{axis}").value] for axis in "xy"]
    assert shown[0].theme != shown[1].theme
    assert all(one.standardised for one in shown)
    assert len(charts(page)) == 1


def test_an_indicators_page_leads_to_the_comparison_with_another(open_page):
    page = open_page("indicator", indicator=SENSITIVE, period="2024-05")
    (link,) = [one for one in page.get("page_link") if one.proto.label == labels.AGAINST_ANOTHER]
    assert "compare" in link.proto.page
    query = parse_qs(link.proto.query_string)
    assert (query["x"], query["period"]) == ([SENSITIVE], ["2024-05"])


def test_a_pick_fixes_both_halves_of_the_pair(open_page):
    page = open_page()
    other = page.selectbox(key="choice-y").value
    page.selectbox(key="choice-x").set_value(ANNUAL).run()
    assert page.query_params["x"] == ANNUAL
    assert page.query_params["y"] == other
    page.selectbox(key="choice-y").set_value(SENSITIVE).run()
    assert page.query_params["x"] == ANNUAL
    assert page.query_params["y"] == SENSITIVE


def test_both_axes_say_of_which_period_they_are(open_page):
    (chart,) = charts(open_page(x=MONTHLY, y=ANNUAL))
    assert "家／万人，2024年8月31日" in words(chart)
    assert "%，2023年" in words(chart)


def test_an_indicator_against_itself_is_refused_kindly(open_page):
    page = open_page(x=MONTHLY, y=MONTHLY)
    assert labels.SAME_TWICE in texts(page)
    assert charts(page) == []


def test_what_the_version_does_not_know_is_named_and_left_out(open_page):
    page = open_page(x="no_such", y=ANNUAL, set=f"{MONTHLY},neither")
    assert "no_such" in page.warning[0].value
    assert "neither" in page.warning[0].value
    assert page.selectbox(key="choice-y").value == ANNUAL


SAMPLE = sorted(
    {MONTHLY, ANNUAL, SENSITIVE, WITHHELD, "meal_served_ytd", "organization_net_change"}
)
SAMPLE += ["organization_service_centre", "resident_lounge_days_to_build", "meal_load"]


@pytest.mark.parametrize(
    ("x", "y"),
    [one for n, one in enumerate(product(SAMPLE, SAMPLE)) if one[0] != one[1] and n % 5 == 0],
)
def test_any_pair_is_drawn_or_says_why_not(open_page, x, y):
    page = open_page(x=x, y=y, area=f"{DANGHU},{XINCANG}", period="2023-06")
    shown = texts(page)
    assert CATALOGUE.indicators[x].name_zh in shown
    is_empty = labels.NOTHING_DRAWN in shown or labels.NO_DATA in shown
    assert len(charts(page)) == (0 if is_empty else 1)


def test_of_a_withheld_number_there_are_only_words(open_page):
    page = open_page(x=WITHHELD, y=MONTHLY)
    assert labels.NOTHING_DRAWN in texts(page)
    assert charts(page) == []
    rows = re.findall(r'<tr class=""><td>(.*?)</td><td class="number">(.*?)</td>', texts(page))
    assert len(rows) == 8
    assert {re.sub("<[^>]*>", "", cell) for _, cell in rows} == {"已保护"}


def test_every_number_of_a_pair_leads_to_its_own_rows(open_page):
    found = traced(open_page(x=MONTHLY, y=ANNUAL, area=DANGHU))
    own = {
        (cell["indicator"], cell["at"]): text for cell, text in found if cell.get("area") == XINDAI
    }
    assert set(own) == {(MONTHLY, "2024-08"), (ANNUAL, "2023")}
    assert len(found) == 18  # eight townships and the county, two numbers each


def test_totals_come_with_the_warning_that_they_follow_size(open_page):
    both = texts(open_page(x="meal_served", y="organization_registered"))
    assert "两项都是总量" in both
    assert "总量" not in texts(open_page(x=MONTHLY, y=ANNUAL))


def test_more_townships_than_colours_still_open_elsewhere(open_page):
    many = f"{DANGHU},{ZHONGDAI},{CAOQIAO},{XINDAI}"
    assert open_page(area=many).multiselect(key="choice-area").value == many.split(",")
    assert open_page("indicator", area=many).multiselect(key="choice-area").value == (
        many.split(",")
    )


def test_side_by_side_every_indicator_is_a_row_with_all_areas(open_page):
    page = open_page(mode="beside", set=f"{ANNUAL},{MONTHLY},{WITHHELD}")
    shown = texts(page)
    assert shown.count('class="beside-name"') == 3
    assert shown.index(f"<b>{CATALOGUE.indicators[ANNUAL].name_zh}") < shown.index(
        f"<b>{CATALOGUE.indicators[MONTHLY].name_zh}"
    )
    cells = [cell for cell, _ in traced(page) if cell["indicator"] == ANNUAL]
    assert len(cells) == 9
    assert {cell["at"] for cell in cells} == {"2023"}
    assert len(charts(page)) == 3


def test_side_by_side_only_the_chosen_townships_are_columns(open_page):
    page = open_page(mode="beside", set=MONTHLY, area=f"{XINCANG},{DANGHU}")
    head = re.search('class="beside-row beside-head".*?</div>', texts(page))[0]
    assert re.findall(">([一-鿿]+)<", head) == ["全市", "当湖街道", "新仓镇"]


def test_a_withheld_cell_side_by_side_has_no_mark_in_its_row(open_page):
    page = open_page(mode="beside", set=WITHHELD)
    assert 'class="beside-dot' not in texts(page)
    assert texts(page).count("已保护") >= 8


def test_side_by_side_at_most_eight_are_shown_and_the_rest_is_owned_up_to(open_page):
    many = [one for one in CATALOGUE.indicators][: picks.MOST_BESIDE + 1]
    page = open_page(mode="beside", set=",".join(many))
    assert texts(page).count('class="beside-name"') == picks.MOST_BESIDE
    assert labels.TOO_MANY.format(picks.MOST_BESIDE) in texts(page)


def test_who_goes_from_a_pair_to_side_by_side_finds_it_there(open_page):
    page = open_page(mode="beside", x=SENSITIVE, y=ANNUAL)
    assert page.multiselect(key="choice-set").value[:2] == [SENSITIVE, ANNUAL]


def test_a_pinned_version_is_compared_as_it_was(open_page, demo):
    page = open_page(version=demo.id)
    assert all(cell["version"] == demo.id for cell, _ in traced(page))


# The file


@pytest.fixture
def offered(monkeypatch):
    """The files a page offers, as (name, make)."""
    files = []
    monkeypatch.setattr(
        downloads.st,
        "download_button",
        lambda _, make, name, **__: files.append((name, make)),
    )
    monkeypatch.setattr(permits, "reader", lambda: Reader("王芳（wang）", "viewer", "oidc"))
    return files


def lines(make):
    return list(csv.reader(io.StringIO(make().decode("utf-8-sig"))))


def test_the_file_has_every_number_of_the_screen_with_its_period(open_page, offered):
    page = open_page(mode="beside", set=f"{ANNUAL},{MONTHLY}", area=XINCANG)
    ((name, make),) = offered
    assert name == labels.COMPARED_FILE
    heads, *rows = lines(make)
    assert heads == [*(getattr(labels, one) for one in ("INDICATOR", "AREA", "PERIOD")), *heads[3:]]
    shown = {cell["indicator"] + cell.get("area", COUNTY): text for cell, text in traced(page)}
    own = {CATALOGUE.indicators[one].name_zh: shown[one + XINCANG] for one in (ANNUAL, MONTHLY)}
    assert {row[0]: row[3] for row in rows if row[1:2] == ["新仓镇"]} == {
        name: text.removesuffix("%") for name, text in own.items()
    }
    assert {row[2] for row in rows if row[1:]} == {"2023年", "2024年8月"}


def test_the_file_says_whose_it_is_when_anything_in_it_is_sensitive(open_page, offered):
    open_page(x=MONTHLY, y="meal_load")
    open_page(x=MONTHLY, y=SENSITIVE)
    (_, plain), (_, marked) = offered
    assert not [row for row in lines(plain) if "王芳" in row[0]]
    assert "敏感" in lines(marked)[-1][0]
    assert "王芳（wang）" in lines(marked)[-1][0]


def test_the_file_has_a_word_where_a_number_is_withheld(open_page, offered):
    open_page(x=WITHHELD, y=MONTHLY)
    rows = [row for row in lines(offered[0][1]) if row[0] == CATALOGUE.indicators[WITHHELD].name_zh]
    hidden = [row for row in rows if row[5] == "已保护"]
    assert len(hidden) >= 8
    assert {row[3] for row in hidden} == {""}


# The words


def now(*sides, points=8, rho=0.5, is_telling=False):
    """Return a pair's newest step for townships on these sides."""
    rows = [{"name_zh": "全市", "x_side": None, "y_side": None}]
    rows += [{"name_zh": f"{n}镇", "x_side": x, "y_side": y} for n, (x, y) in enumerate(sides)]
    return pd.DataFrame(rows).assign(points=points, rho=rho, is_telling=is_telling)


RATE = CATALOGUE.indicators[MONTHLY]
TOTAL = CATALOGUE.indicators["meal_served"]


def test_a_title_counts_who_lies_where_the_most_first():
    sides = [("above", "above"), ("below", "below"), ("above", "below"), ("below", "above")]
    title = wording_compare.title_pair(now(*sides), RATE, RATE)
    assert title == "2个镇街道一项高于、一项低于全市，0镇两项都高于全市，1镇两项都低于全市"
    level = wording_compare.title_pair(now(*[("level", "above")] * 2), TOTAL, TOTAL)
    assert level == "2个镇街道有一项与中位数持平"
    assert "都高于参照线" in wording_compare.title_pair(now(*sides[:2]), RATE, TOTAL)
    assert wording_compare.title_pair(now(sides[0]), RATE, RATE) == "只有0镇两项都有数"


def test_a_relation_is_told_with_what_it_does_not_say():
    told = wording_compare.relation(now(rho=0.81, is_telling=True))
    assert told == "按两项分别排序，先后大体一致（秩相关系数0.81）；只有8个点，不能据此说明因果。"
    assert "先后大体相反" in wording_compare.relation(now(rho=-0.9, is_telling=True))
    assert "看不出一致的先后" in wording_compare.relation(now(rho=0.5))
    assert "只有3个" in wording_compare.relation(now(points=3, rho=float("nan")))
    assert "谈不上" in wording_compare.relation(now(rho=float("nan")))
    assert wording_compare.relation(now(points=0, rho=float("nan"))) == ""


def test_an_amount_for_each_of_something_is_no_total():
    assert wording_compare.is_total(TOTAL)
    assert not wording_compare.is_total(RATE)
    assert not wording_compare.is_total(CATALOGUE.indicators["subsistence_allowance_standard"])


def test_a_number_in_a_file_is_whole_and_rounded_as_it_is_read():
    assert wording.exact(52631.0, TOTAL) == 52631
    assert wording.exact(-2.345, RATE) == -2.35
    assert wording.exact(float("nan"), RATE) is None
