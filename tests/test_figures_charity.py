"""Figures of charity, weddings and honours against cells counted by hand over the tiny county."""

import pytest

COUNTY, DANG, ZHONG = "330482", "330482001", "330482002"


@pytest.mark.parametrize(
    ("figure", "area", "period", "cells"),
    [
        # XQ01–06 and XQ09 were raised within a year; XQ08 was raised before, XQ07 is of 乍浦镇
        (
            *("charity_need_funnel", COUNTY, "2024-03"),
            {("提出", "_T"): 7, ("匹配", "_T"): 4, ("送达", "_T"): 3, ("确认", "_T"): 2},
        ),
        # XQ01 came all the way, XQ02 was delivered, XQ03 waits
        (
            *("charity_need_funnel", DANG, "2024-03"),
            {("提出", "_T"): 3, ("匹配", "_T"): 2, ("送达", "_T"): 2, ("确认", "_T"): 1},
        ),
        # XQ03 waits; XQ09 is withdrawn in March only
        (
            *("charity_need_unmet", COUNTY, "2024-02"),
            {("助医", "低保边缘家庭"): 1, ("助老", "老年人"): 1},
        ),
        (
            *("charity_need_unmet", COUNTY, "2024-03"),
            {("助医", "低保边缘家庭"): 1, ("助困", "其他群众"): 1},
        ),
        # XM02 took applications until February
        (
            *("charity_project_kind", COUNTY, "2024-03"),
            {
                ("助困", "本地"): 2,
                ("助医", "本地"): 1,
                ("助老", "本地"): 1,
                ("其他公益", "全省"): 1,
            },
        ),
        (
            *("charity_fund_spent_kind", COUNTY, "2023"),
            {
                ("社区发展基金会", "_T"): 300_000,
                ("冠名基金", "_T"): 100_000,
                ("社区基金", "_T"): 60_000,
                ("慈善信托", "_T"): 50_000,
            },
        ),
        (
            *("donation_kind_mix", COUNTY, "2024-01"),
            {("日常捐赠", "_T"): 2800, ("婚姻登记慈善一日捐", "_T"): 30},
        ),
        ("marriage_special_day", COUNTY, "2024", {("情人节", "_T"): 14}),
        ("marriage_season", DANG, "2024-02", {("2月", "2024年"): 13}),
        (
            *("public_activity_person_programme", COUNTY, "2024"),
            {("青春专线", "_T"): 30, ("幸福婚享会", "_T"): 50, ("惠民义集", "_T"): 140},
        ),
        (
            *("honour_list", ZHONG, "2023"),
            {
                ("浙江省品牌社会组织：钟埭社工服务中心", "全省"): 1,
                ("品牌社会组织：钟埭社工服务中心", "平湖市"): 1,
            },
        ),
    ],
)
def test_a_figure_holds_what_is_counted_by_hand(figure_cells, figure, area, period, cells):
    assert figure_cells(figure, area, period) == cells
