"""The figures of assistance beyond payments, worked by hand over the tiny county."""

import pytest

from queries import records
from tests.rows import by_category

COUNTY, DANG, ZHONG = "330482", "330482001", "330482002"


@pytest.fixture
def cells(figure_cells):
    """Return a function: figure, area and period in, cells out, noughts left out."""
    return lambda *cell: by_category(figure_cells(*cell))


def test_the_register_opens_with_the_year_and_balances(cells):
    """Five in January; H011 and H003 come, H003 and H002 go; 新埭镇 first sends in February."""
    whole = cells("profile_balance", COUNTY, "2024")
    assert whole == {"期初在册": 5, "新增": 2, "退出": 2, "期末在册": 6}
    assert cells("profile_balance", DANG, "2024") == {}


def test_changes_of_colour_are_told_from_month_to_month(cells):
    """Red to yellow: H001, H007; back: H007; to green: H010; H011 yellow. H003 was away a month."""
    assert cells("profile_moves", COUNTY, "2024") == {
        ("红", "黄"): 2,
        ("黄", "红"): 1,
        ("黄", "绿"): 1,
        ("绿", "黄"): 1,
        ("黄", "黄"): 2,
        ("绿", "绿"): 2,
    }


def test_a_dimension_is_the_mean_of_its_scores(tiny_shelf):
    """The first dimension of 当湖街道 in 2024-01: 80 + 60 + 90 over three households."""
    (found,) = tiny_shelf.execute(
        "select obs_value from figure_cell where figure = 'profile_dimensions' "
        "and ref_area = ? and time_period = '2024-01' and category = '收入'",
        [DANG],
    ).fetchall()
    assert found[0] == 76.7  # 230 / 3, rounded, as all that is shown of a mean


def test_households_are_told_by_what_helped_them(cells):
    """In February H002 is paid, H011 and H010 served, H001 both; what H010 was paid came back."""
    found = cells("service_help", COUNTY, "2024-02")
    assert found == {"物质+服务": 1, "只有物质": 1, "只有服务": 2, "当月都没有": 2}


def test_the_menu_adds_up_to_the_orders(cells):
    assert cells("service_menu", COUNTY, "2024-03") == {"助餐": 22, "康复护理": 4, "家电维修": 1}


def test_a_funnel_counts_a_home_at_every_step_it_took(cells):
    """Applied for in 2024: W003 begun, W004 approved, W005 neither, W006 finished."""
    steps = cells("home_work_funnel", COUNTY, "2024")
    assert steps == {"申请": 4, "审批": 3, "开工": 2, "完工": 1}
    assert cells("job_fair_funnel", COUNTY, "2023") == {
        "到场求职": 110,
        "达成就业": 26,
        "三个月后在岗": 18,
    }


def test_a_contract_stands_under_its_value_and_what_is_paid(cells):
    assert cells("purchase_service_type", DANG, "2023") == {
        ("探访照料", "合同金额"): 100_000,
        ("探访照料", "已支付"): 50_000,
        ("心理慰藉", "合同金额"): 80_000,
        ("心理慰藉", "已支付"): 80_000,
    }


def test_communities_with_many_visits_overdue_are_named(cells):
    assert cells("visit_overdue_communities", DANG, "2024-03") == {("洁芳社区", "逾期5—9次"): 1}
    assert not cells("visit_overdue_communities", ZHONG, "2024-03")


@pytest.mark.parametrize(
    ("category", "lines"), [("申请", [4, 5, 6, 7]), ("审批", [4, 5, 7]), ("完工", [7])]
)
def test_a_step_leads_to_the_homes_that_took_it(tiny, category, lines):
    cell = {"ref_area": COUNTY, "time_period": "2024", "category": category}
    assert records.page(tiny, "home_work_funnel", 50, 0, **cell)["line"].tolist() == lines
