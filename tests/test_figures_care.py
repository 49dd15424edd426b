"""The figures on elderly care and childcare, counted by hand over the tiny county."""

import pytest

from tests.rows import records

COUNTY, DANG, ZHONG = "330482", "330482001", "330482002"


@pytest.fixture
def cells(figure_cells):
    """Return a function: figure, area and period in, cells out, noughts left out."""
    return lambda *cell: figure_cells(*cell, "obs_value")


def whole(**counted):
    return {(category, "_T"): value for category, value in counted.items()}


def test_person_times_by_service(cells):
    # 当湖街道: 25 of the line 967123, 9 of 96345, 60 of the platform; 钟埭街道: 15 of the platform.
    figure = "elderly_service_type"
    assert cells(figure, DANG, "2024-01") == whole(助洁=25, 维修=9, 助餐=60)
    assert cells(figure, COUNTY, "2024-01") == whole(助洁=25, 维修=9, 助餐=60, 助医=15)


def test_orders_by_channel(cells):
    # 20 and 9 by phone, 30 + 12 on the platform; 咨询 of 钟埭街道 gave no order.
    assert cells("elderly_service_channel", COUNTY, "2024-01") == {
        ("967123热线", "_T"): 20,
        ("96345热线", "_T"): 9,
        ("智慧养老平台", "_T"): 42,
    }


def test_person_times_by_month_and_year(cells):
    # 25 + 9 + 60
    assert cells("elderly_service_season", DANG, "2024-01") == {("1月", "2024年"): 94}


def test_providers_by_kind(cells):
    # V02 left on 2024-02-10, V03 joined on 2024-02-01; V05 is of 乍浦镇.
    figure = "service_provider_kind"
    assert cells(figure, COUNTY, "2024-01") == whole(企业=1, 社会组织=2)
    assert cells(figure, COUNTY, "2024-02") == whole(企业=2, 社会组织=1)


def test_devices_installed_of_those_due(cells):
    # Terminals 4 of 5 and 2 of 3; guard devices 15 of 20 and 5 of 10; relatives of 40 of 100.
    assert cells("care_device_coverage", COUNTY, "2024-01") == whole(
        照料中心智慧终端=75, 孤寡老人看护设备=pytest.approx(200 / 3), 亲属端=40
    )


def test_facilities_by_kind_and_stage(cells):
    # F04 is begun on 2024-02-15, F07 planned on 2024-03-01, F06 opened on 2024-02-01.
    assert cells("care_facility_status", COUNTY, "2024-01") == {
        ("养老院", "开放"): 2,
        ("照料中心", "开放"): 1,
        ("照料中心", "规划"): 1,
        ("认知障碍照护专区", "开放"): 1,
        ("认知障碍照护专区", "在建"): 1,
    }
    assert cells("care_facility_status", DANG, "2024-03") == {
        ("养老院", "开放"): 1,
        ("照料中心", "开放"): 1,
        ("照料中心", "在建"): 1,
        ("认知障碍照护专区", "开放"): 1,
    }


def test_beds_open_and_to_come(cells):
    # Homes 100 + 50, units 15 + 12, and the 30 of F07 are planned.
    assert cells("care_bed_plan", COUNTY, "2024-03") == {
        ("养老院", "开放"): 150,
        ("认知障碍照护专区", "开放"): 27,
        ("养老综合体", "规划或在建"): 30,
    }


def test_homes_not_inspected_are_listed_with_the_year_of_the_last_time(cells):
    # F05 was inspected on 2023-11-05, F01 on 2024-02-20.
    figure = "care_home_uninspected"
    assert cells(figure, ZHONG, "2024-03") == {("钟南养老院", "2023年"): 1}
    assert cells(figure, DANG, "2024-03") == {}


def test_nursery_places_taken_by_class(cells):
    # 乳儿班: 45 + 8 of 60 + 20; 托小班: 10 of 30; 托大班: 40 of 40. N05 is of 乍浦镇.
    assert cells("nursery_class_occupancy", COUNTY, "2024-03") == whole(
        乳儿班=66.25, 托小班=pytest.approx(100 / 3), 托大班=100
    )


def test_facilities_on_the_map(tiny_shelf):
    # F01, 2, 3, 5, 6 are open, F04 and F07 to come; they stand in 5 of the 116 communities.
    rows = records(
        tiny_shelf,
        "select state, count(*) as places from point where layer = 'care_facilities' group by all",
    )
    assert {row["state"]: row["places"] for row in rows} == {
        "active": 5,
        "inactive": 2,
        "missing": 111,
    }
