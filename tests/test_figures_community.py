"""Figures of complexes, training, governance and volunteers, by hand over the tiny county."""

import pytest

from tests.rows import by_category

COUNTY, DANG, ZHONG = "330482", "330482001", "330482002"


@pytest.fixture
def cells(figure_cells):
    """Return a function: figure, area and period in, cells out, noughts left out."""
    return lambda *cell: by_category(figure_cells(*cell, "obs_value"))


def test_complexes_on_the_way_to_five_stars(cells):
    # FZ001 went all the way; FZ002 was checked and given four stars; FZ004 is recommended on
    # 2024-03-11; FZ003 and FZ005 are not declared; FZ006 is of 乍浦镇.
    ladder = "service_complex_ladder"
    assert cells(ladder, DANG, "2024-03") == {"已申报": 2, "已核查": 2, "已推荐": 1, "已授五星": 1}
    assert cells(ladder, ZHONG, "2024-02") == {"已申报": 1, "已核查": 1}
    assert cells(ladder, COUNTY, "2024-03") == {
        "已申报": 3,
        "已核查": 3,
        "已推荐": 2,
        "已授五星": 1,
    }


def test_complexes_by_star(cells):
    assert cells("service_complex_star_mix", COUNTY, "2024-03") == {
        "五星": 1,
        "四星": 1,
        "未授星": 3,
    }


def test_candidates_step_by_step(cells):
    # 当湖街道 100 + 40, 钟埭街道 50, 新埭镇 2; those of 乍浦镇 are not counted
    assert cells("exam_funnel", COUNTY, "2023") == {"报名": 192, "参考": 156, "通过": 35}


def test_people_trained_by_programme(cells):
    # TR002; TR004, TR005 and TR008; TR006; TR009; TR011
    assert cells("training_by_programme", COUNTY, "2023") == {
        "微领袖": 20,
        "在线课程": 85,
        "村民代表培训": 45,
        "督导高阶进修": 2,
        "考前培训": 10,
    }


def test_batches_stay_in_the_figure(cells):
    assert cells("taihua_cohort", COUNTY, "2022") == {"第1批": 12}
    assert cells("taihua_cohort", COUNTY, "2024") == {"第1批": 12}


def test_communities_whose_deputies_were_not_all_trained(cells):
    # 洁芳社区 27 of 30, 新埭社区 45 of 50
    assert cells("village_deputy_gap", COUNTY, "2023") == {
        ("洁芳社区", "差5人以内"): 1,
        ("新埭社区", "差5—9人"): 1,
    }


def test_the_vitality_index_in_its_parts_under_two_sets_of_weights(cells):
    # 当湖街道, 12 months up to March: DS01 to DS03; 3 sessions, 60 people, 7 topics, 5 settled,
    # 34 satisfied; weights over scales 30, 2, 10, 20, 2 as set and 20, 2, 20, 20, 2 equal; for
    # 10,000 residents.
    parts = cells("discussion_vitality_component", DANG, "2024-03")
    assert {part: value for (part, weights), value in parts.items() if weights == "设定权重"} == {
        "议事场次": 9,
        "参加人次": 12,
        "提出议题": 7,
        "解决议题": 10,
        "满意人次": 6.8,
    }
    assert parts["议事场次", "等权"] == 6
    assert parts["提出议题", "等权"] == 14


def test_pilot_communities_beside_others(cells):
    # 2024: DS03 settled none of 1; DS01, DS02 and DS04 settled 8 of 9
    assert cells("discussion_pilot_compare", COUNTY, "2024") == {
        "其他村社区": pytest.approx(800 / 9)
    }


def test_disputes_by_cause_and_level(cells):
    # taken up in 2024: MD01 and MD04, MD02, MD03, MD05; closed in March: MD02 and MD04, MD03
    assert cells("mediation_cause", COUNTY, "2024") == {
        "邻里": 2,
        "婚姻家庭": 1,
        "物业": 1,
        "劳动报酬": 1,
    }
    assert cells("mediation_level_mix", COUNTY, "2024-03") == {"村社区": 2, "镇街道": 1}


def test_what_volunteers_did(cells):
    # 当湖街道, 钟埭街道 and 新埭镇: 25 + 10 + 4 visits, 31 + 10 items, 2 + 1 shows, 3 + 1 talks
    assert cells("volunteer_activity", COUNTY, "2024-03") == {
        "探访独居老人": 39,
        "临期食品分享": 41,
        "文艺演出": 3,
        "志愿宣讲": 4,
    }


def test_partners_by_kind(cells):
    # HZ01 and HZ05; HZ02 and HZ04, HZ03 having left
    assert cells("community_partner_kind", COUNTY, "2024-03") == {"居民": 2, "团体": 2}


def test_five_parties_in_points(cells):
    # 当湖街道, 10,000 residents at the end of 2023: 3 lounges of 1, 5 organizations of 2,
    # 5 social workers of 4, 900 volunteers of 500, 3,000 yuan of 1,000
    assert cells("five_party_score", DANG, "2023") == {
        "社区": 300,
        "社会组织": 250,
        "社会工作者": 125,
        "社区志愿者": 180,
        "社会慈善资源": 300,
    }


def test_stations_that_took_part_in_the_contest(cells):
    # SG03 of 新埭镇 did not take part; SG04 is of 乍浦镇
    assert cells("social_work_station_contest", COUNTY, "2023") == {
        "当湖社会工作站": 85.5,
        "钟埭社会工作站": 90,
    }
