"""Figures of how organizations work and of community projects, by hand over the tiny county."""

import pytest

from tests.rows import by_category, records


@pytest.fixture
def cells(figure_cells):
    """Return a function: figure, area and period in, cells out, noughts left out."""
    return lambda *cell: by_category(figure_cells(*cell))


def test_scores_by_domain_beside_those_of_the_year_before(cells):
    # One organization has 1 on each of the 59 items of 2023, and 1 + 2 on two items in 2024.
    assert cells("organization_score_domain", "330482001", "2024") == {
        ("基础条件", "2023年"): 10,
        ("内部治理", "2023年"): 14,
        ("党建引领", "2023年"): 7,
        ("工作绩效", "2023年"): 17,
        ("社会评价", "2023年"): 11,
        ("基础条件", "2024年"): 3,
    }


def test_the_weakest_indicator_comes_first(tiny_shelf):
    # 办公场所 has one item: 1 and 0.5 of 2 each
    row = records(
        tiny_shelf,
        "select category, numerator, denominator, obs_value from figure_cell where ref_area = ? "
        "and figure = ? and time_period = '2023' and category_position = 1",
        ["330482", "organization_score_weakest"],
    )[0]
    assert (row["category"], row["numerator"], row["denominator"]) == ("办公场所", 1.5, 4)
    assert row["obs_value"] == 37.5


def test_organizations_by_how_many_lists_they_have(cells):
    assert cells("organization_three_lists", "330482", "2023") == {
        ("当湖街道", "三张齐全"): 2,
        ("当湖街道", "有两张"): 1,
        ("钟埭街道", "一张没有"): 1,
    }


def test_findings_by_type_fixed_and_unfixed(cells):
    # C01 and C10 are fixed, C03 and C05 are not; C11 is of 乍浦镇.
    assert cells("organization_finding_type", "330482", "2024-03") == {
        ("财务管理", "已整改"): 1,
        ("财务管理", "未整改"): 1,
        ("内部治理", "未整改"): 1,
        ("年报不实", "已整改"): 1,
    }


def test_organizations_without_activity_are_listed(cells):
    # One last seen on 2022-01-01, one of 2020 never seen.
    assert cells("organization_zombie", "330482", "2024-03") == {
        ("钟南为老服务社", "社区社会组织"): 1,
        ("新埭公益服务社", "社区社会组织"): 1,
    }


def test_organizations_by_credit_level(cells):
    levels = {"优秀": 1, "良好": 1, "一般": 1, "较差": 1}
    assert cells("organization_credit_mix", "330482", "2024-01") == levels


def test_communities_without_a_federation_are_listed(cells):
    listed = cells("organization_federation_missing", "330482001", "2024-03")
    assert ("梅园社区", "社区") in listed
    assert not {("水洞埭社区", "社区"), ("洁芳社区", "社区")} & set(listed)
    assert len(listed) == 25  # 27 communities less two that have one


def test_projects_from_application_to_audit(cells):
    # P03, P05 and P06 applied in 2024; P06 is not approved.
    assert cells("community_project_funnel", "330482", "2024") == {"申报": 3, "立项": 2}
    # Of P01 of 2023 the log has the contract and the completion, of P02 and P04 nothing done.
    assert cells("community_project_funnel", "330482", "2023") == {"签约": 1, "结项": 1}


def test_days_of_each_step(cells):
    # Approval of P03 took 31 days, of P05 30; P01 took 198 from its mid-term review to the end.
    assert cells("community_project_step_days", "330482", "2024") == {"立项": 61, "结项": 198}


def test_projects_by_township_and_type(cells):
    assert cells("community_project_eight_plus_n", "330482", "2023") == {
        ("当湖街道", "为老服务"): 1,
        ("当湖街道", "社区治理"): 1,
        ("钟埭街道", "环境整治"): 1,
        ("新埭镇", "其他"): 1,
    }


def test_the_best_projects_are_listed(cells):
    listed = cells("community_project_best_list", "330482", "2023")
    assert listed == {("水洞埭银龄陪伴", "一老"): 1}


def test_person_times_by_brand(cells):
    # P01 100 + 150; P02 under another spelling of the brand of P07: 30 + 80; P03 and P05 20 + 50.
    assert cells("project_person_time_brand", "330482", "2024-03") == {
        "平舞阿姨": 250,
        "新睦邻": 110,
        "社立方": 70,
    }
