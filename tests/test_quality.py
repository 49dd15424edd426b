"""The quality page: what arrived, what is doubtful, what was said of it; the banner elsewhere."""

import datetime
import re
import shutil

import pandas as pd
import pytest

from queries import journal, records
from queries.contracts import load_contracts
from queries.places import ROOT
from tests.opening import menus, opened, texts
from tests.rows import SHIPPED
from ui import labels, permits, reading, strip_arrivals, wording_quality
from ui.view import View

# 中华村送餐点 of 新仓镇, March 2024; 居民用餐 of 新仓镇, January 2023
MONTHLY = sum(
    contract.kind == "extract" and contract.schedule["freq"] == "M"
    for contract in load_contracts(SHIPPED / "contracts").values()
)
CAPACITY, EXCLUSIVE = "用餐人次超出供餐能力", "同时领取互斥的项目"


@pytest.fixture
def open_page(demo, monkeypatch, tmp_path):
    """Return a function that runs a page of the demo; what is said goes to a folder of its own."""
    monkeypatch.setattr(reading, "VAR", demo.folder.parent.parent)
    (tmp_path / "data").mkdir()
    shutil.copytree(ROOT / "data" / "geo", tmp_path / "data" / "geo")
    monkeypatch.setattr(reading, "DATA", tmp_path / "data")

    def run(place="quality", **parameters):
        return opened(place, **parameters)

    return run


def folds(page):
    return [fold.label for fold in page.expander]


def found(demo, rule):
    rows = records.findings(demo)
    return rows[rows["rule"] == rule].iloc[0]


def test_the_page_tells_what_is_missing_late_doubtful_and_reconciled(open_page):
    page = open_page()
    shown = texts(page)
    assert "近三年有7处缺数，9期迟到" in shown
    assert "▲ 缺林埭镇2022年4月、2022年5月" in shown
    assert "广陈镇2022年9月迟到11天" in shown
    assert "以2024年9月8日为今天" in shown
    assert "一致96项" in shown
    assert "应大于" in shown
    assert any(CAPACITY in label for label in folds(page))


def test_both_pages_of_the_group_lead_to_each_other_and_only_one_stands_in_the_menu(open_page):
    for place in ("data", "quality"):
        assert {title for _, _, title in labels.GROUPS["data"]} <= set(menus(open_page(place)))
    elsewhere = menus(open_page(""))
    assert "数据质量" not in elsewhere
    assert "数据" in elsewhere


def test_findings_are_listed_by_kind_state_and_township(open_page):
    audits = open_page(kind="audit")
    assert any(EXCLUSIVE in label for label in folds(audits))
    assert not any(CAPACITY in label for label in folds(audits))
    assert not any(CAPACITY in label for label in folds(open_page(state="explained")))
    assert any(CAPACITY in label for label in folds(open_page(area="330482103")))
    assert not any(CAPACITY in label for label in folds(open_page(area="330482001")))


def test_a_reader_picks_a_kind_and_the_address_keeps_it(open_page):
    page = open_page()
    page.selectbox(key="choice-kind").set_value("outlier").run()
    assert page.query_params["kind"] == "outlier"
    assert not any(EXCLUSIVE in label for label in folds(page))


def test_a_finding_opened_by_its_address_shows_its_records_and_not_the_person(open_page, demo):
    case = found(demo, "payment_exclusive")
    shown = texts(open_page(finding=case["finding"]))
    assert "低保与特困同月领取" in shown
    assert "assistance_payments.csv第" in shown
    assert "<th>救助项目</th>" in shown
    assert "<th>人员编号</th>" not in shown


def test_records_stay_hidden_from_a_reader_who_may_not_see_them(open_page, demo, monkeypatch):
    monkeypatch.setattr(permits, "may_see_records", lambda disclosure: False)
    shown = texts(open_page(finding=found(demo, "meal_return_over_capacity")["finding"]))
    assert labels.RECORDS_KEPT_BACK in shown
    assert "meal_services.csv第" not in shown


def test_doubts_about_sensitive_records_are_not_told_to_who_may_not_see_them(
    open_page, demo, monkeypatch
):
    asked = {"finding": found(demo, "payment_exclusive")["finding"]}
    assert any(EXCLUSIVE in label for label in folds(open_page(**asked)))
    monkeypatch.setattr(permits, "may_see_records", lambda disclosure: disclosure != "sensitive")
    page = open_page(**asked)
    assert not any(EXCLUSIVE in label for label in folds(page))
    assert any(CAPACITY in label for label in folds(page))


def test_an_outlier_leads_to_its_trend_and_a_missing_file_has_no_rows(open_page, demo):
    outlier = open_page(finding=found(demo, "observation_outlier")["finding"])
    assert labels.SEE_TREND in [link.proto.label for link in outlier.get("page_link")]
    absent = open_page(finding=found(demo, "meal_month_absent")["finding"])
    assert labels.NO_RECORDS in texts(absent)


def test_what_is_said_of_a_finding_is_written_down_and_shown(open_page, demo):
    case = found(demo, "meal_return_over_capacity")
    page = open_page(finding=case["finding"])
    page.text_input[0].set_value("两个点填反，已请新仓镇改报")
    page.text_input[1].set_value("甲")
    page.button(key="say-explained").click().run()
    (entry,) = journal.entries(reading.DATA, "findings")
    assert (entry["finding"], entry["state"], entry["who"]) == (case["finding"], "explained", "甲")
    again = open_page(state="explained")
    assert "67处中的1处需要核对，都已处理" in texts(again)
    assert any(CAPACITY in label for label in folds(again))


def test_without_a_reason_nothing_is_explained(open_page, demo):
    page = open_page(finding=found(demo, "payment_twice")["finding"])
    page.button(key="say-explained").click().run()
    assert labels.NOTE_NEEDED in page.warning[0].value
    assert journal.entries(reading.DATA, "findings") == []


def test_what_was_marked_fixed_and_is_still_found_says_so(open_page, demo):
    case = found(demo, "meal_return_over_capacity")
    kept = case[["finding", "rule", "ref_area", "time_period"]].to_dict()
    journal.append(
        reading.DATA, "findings", **kept, state="fixed", note="", who="", version="an older one"
    )
    assert "标为已改，但数据里仍有" in texts(open_page(finding=case["finding"]))


def test_what_is_found_no_more_is_listed_as_vanished(open_page):
    journal.append(
        reading.DATA,
        "findings",
        finding="gone",
        rule="payment_twice",
        ref_area="330482001",
        time_period="2024-07",
        state="open",
        note="已请当湖街道核对",
        who="",
        version="an older one",
    )
    shown = texts(open_page(state="vanished"))
    assert "同一人同一项目一个月发两笔" in shown
    assert "已请当湖街道核对" in shown


@pytest.mark.parametrize("place", ["", "quality", "indicator", "organizations"])
def test_every_page_says_what_is_late_once_its_day_has_passed(open_page, monkeypatch, place):
    def banner():
        return '<div class="late-words">' in texts(open_page(place))

    assert not banner()  # the demo clock stands at 8 September, August is here
    monkeypatch.setattr(View, "today", datetime.date(2024, 10, 10))
    assert not banner()  # the day September is due
    monkeypatch.setattr(View, "today", datetime.date(2024, 10, 11))
    assert banner()
    words = f"等{MONTHLY}项数据迟到，最久已1天：2024年9月的应在2024年10月10日前报送"
    assert words in re.sub("<.*?>", "", texts(open_page(place)))


def late(*names):
    return pd.DataFrame(
        {
            "name_zh": names,
            "time_period": "2024-09",
            "due_on": datetime.date(2024, 10, 10),
            "days_late": [9 - place for place in range(len(names))],
        }
    )


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (late("甲表"), "甲表迟到，已9天：2024年9月的应在2024年10月10日前报送。"),
        (late("甲表", "乙表"), "甲表、乙表迟到，最久已9天：2024年9月的应在2024年10月10日前报送。"),
        (
            late("甲", "乙", "丙"),
            "甲、乙等3项数据迟到，最久已9天：2024年9月的应在2024年10月10日前报送。",
        ),
    ],
)
def test_the_banner_names_what_is_late_and_since_when(rows, words):
    assert wording_quality.late(rows) == words


def _strips(rows):
    return strip_arrivals.html(rows, rows)


def arrived(states, freq="M"):
    """Return arrivals of two townships from January 2024 on, one period for each state."""
    rows = []
    for area, of_area in zip(("当湖街道", "新埭镇"), states, strict=True):
        for place, state in enumerate(of_area):
            start = pd.Timestamp(2024, 1 + place, 1)
            rows.append(
                {
                    "extract": "visits",
                    "name_zh": "走访月报",
                    "owner_zh": "某科",
                    "freq": freq,
                    "due_day": 10,
                    "ref_area": area,
                    "area_zh": area,
                    "time_period": f"{start:%Y-%m}",
                    "start_date": start,
                    "end_date": start + pd.offsets.MonthEnd(0),
                    "due_on": start + pd.offsets.MonthEnd(0) + pd.Timedelta(days=10),
                    "arrived_on": start + pd.offsets.MonthEnd(0) + pd.Timedelta(days=13),
                    "state": state,
                }
            )
    return pd.DataFrame(rows)


def test_townships_that_are_alike_share_one_strip():
    alike = _strips(arrived([("arrived", "late"), ("arrived", "late")]))
    assert "2个镇街道" in alike
    assert "当湖街道" not in alike
    unlike = _strips(arrived([("arrived", "late"), ("arrived", "missing")]))
    assert "<span>当湖街道</span>" in unlike
    assert "2个镇街道" not in unlike


def test_a_strip_says_in_words_what_its_cells_show():
    rows = arrived([("arrived", "late", "not_due"), ("missing", "late", "not_due")])
    assert wording_quality.arrivals(rows) == "▲ 缺新埭镇2024年1月；各镇街道2024年2月迟到3天。"
    assert wording_quality.arrival_title(rows) == "近三年有1处缺数，1期迟到"
    shown = strip_arrivals.html(rows, rows)
    assert 'title="新埭镇2024年1月：缺"' in shown
    assert 'class="not_due" style="grid-column:4/5"' in shown


def test_a_strip_without_gaps_says_so():
    rows = arrived([("arrived",), ("arrived",)])
    assert wording_quality.arrivals(rows) == "都已按时到达。"
    assert wording_quality.arrival_title(rows) == "近三年没有缺数，都按时到达"


def test_many_records_are_cut_and_counted():
    rows = pd.DataFrame({"file": ["a.csv"] * 5 + ["b.csv"], "line": [3, 4, 5, 6, 7, 9]})
    assert wording_quality.places(rows, 3) == ["a.csv第3、4、5等5行", "b.csv第9行"]
