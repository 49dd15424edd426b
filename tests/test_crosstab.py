"""What a cross-tab answers: numbers worked by hand in the tiny county, and anew with pandas."""

import csv
from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from queries import exploring
from queries.plans import OTHER
from queries.questions import Filter, Measure, Question, QuestionRefused, parameters, question
from tests.rows import FIXTURE

DANGHU, ZHONGDAI, XINDAI, ZHAPU = "330482001", "330482002", "330482102", "330482101"


@pytest.fixture(scope="module")
def tell(tiny):
    """Return a function: a question's texts in, {codes: first measure} out."""
    datasets = exploring.known(tiny)

    def answer(shown="s1", **told):
        asked = question(told)
        cells = exploring.answer(tiny, exploring.plan(datasets[asked.dataset], asked)).cells
        names = [f"d{n}" for n in range(1, len(asked.by) + 1)]
        return {
            tuple(None if pd.isna(row[d]) else row[d] for d in names): row[shown]
            for row in cells.to_dict("records")
        }

    return answer


def test_records_are_counted_by_township_with_their_total(tell):
    assert tell(dataset="organizations", by="ref_area") == {
        (DANGHU,): 8,
        (ZHONGDAI,): 5,
        (ZHAPU,): 1,
        (XINDAI,): 1,
        (None,): 15,
    }


def test_two_dimensions_have_totals_down_across_and_in_all(tell):
    found = tell(dataset="meal_services", by="ref_area,month", measure="sum:meals")
    assert found[DANGHU, "2024-01"] == 2480 + 930 + 620
    assert found[DANGHU, "2024-02"] == 2030 + 725 + 280
    assert found[DANGHU, None] == 4030 + 3035 + 2635
    assert found[None, "2024-03"] == 2635 + 1488 + 372 + 310
    assert found[None, None] == 9700 + 4078 + 837 + 900 + 1000


def test_of_three_dimensions_the_first_has_subtotals(tell):
    found = tell(dataset="organizations", by="ref_area,kind,basis")
    assert found[ZHONGDAI, "社会服务机构", "登记"] == 2
    assert found[ZHONGDAI, None, "登记"] == 3
    assert found[ZHONGDAI, None, None] == 5
    assert found[None, None, "备案"] == 2


def test_a_mean_of_all_is_that_of_the_records_and_not_of_the_means(tell):
    found = tell(dataset="social_workers", by="ref_area", measure="mean:hours_2023")
    assert found[DANGHU,] == (40 + 23 + 48 + 24) / 4
    assert found[None,] == pytest.approx((40 + 23 + 48 + 24 + 24 + 26 + 40 + 30) / 8)


def test_medians_and_distinct_values_go_back_to_the_records(tell):
    assert tell(dataset="social_workers", by="ref_area", measure="median:hours_2023")[DANGHU,] == 32
    found = tell(dataset="organizations", by="ref_area", measure="distinct:community")
    assert (found[DANGHU,], found[None,]) == (3, 7)


def test_other_measures_are_the_same_beside_a_median(tell):
    beside = "median:hours_2023,count,mean:hours_2023,share:sex=女"
    for place, alone in (("s2", "count"), ("s3", "mean:hours_2023"), ("s4", "share:sex=女")):
        found = tell(place, dataset="social_workers", by="ref_area", measure=beside)
        assert found == pytest.approx(
            tell(dataset="social_workers", by="ref_area", measure=alone), nan_ok=True
        )


def test_people_are_grouped_by_age_bands_in_their_order(tell):
    found = tell(dataset="social_workers", by="birth_year.band")
    assert list(found.items()) == [
        (("25岁以下",), 2),
        (("25—34岁",), 2),
        (("35—44岁",), 5),
        (("45—54岁",), 1),
        ((None,), 10),
    ]


def test_a_share_is_of_the_records_of_its_cell(tell):
    found = tell(dataset="organizations", by="ref_area", measure="share:grade.band=3A及以上")
    assert found[DANGHU,] == 50
    assert found[None,] == pytest.approx(100 * 6 / 15)


def test_shares_of_row_column_and_all_have_their_own_whole(tell):
    asked = {"dataset": "meal_services", "by": "ref_area,month", "measure": "sum:meals"}
    cell = (DANGHU, "2024-02")
    assert tell(**asked, show="row")[cell] == pytest.approx(100 * 3035 / 9700)
    assert tell(**asked, show="column")[cell] == pytest.approx(100 * 3035 / (3035 + 1350 + 290))
    assert tell(**asked, show="total")[cell] == pytest.approx(100 * 3035 / 16515)


def test_a_month_is_held_against_the_one_before_even_where_that_is_filtered_away(tell):
    asked = {"dataset": "meal_services", "by": "ref_area,month", "measure": "sum:meals"}
    found = tell(**asked, show="previous", where="month:last:1m")
    assert found[DANGHU, "2024-03"] == 2635 - 3035
    assert set(period for _, period in found) == {"2024-03"}
    ratio = tell("r1", **asked, show="previous", where="month:last:1m")
    assert ratio[DANGHU, "2024-03"] == pytest.approx(100 * (2635 - 3035) / 3035)


def test_quarters_and_years_step_back_over_the_turn_of_the_year(tell):
    asked = {"dataset": "organizations", "by": "registered_on.quarter"}
    assert tell(**asked, show="previous")["2024-Q1",] != tell(**asked)["2024-Q1",]
    before = tell(**asked)
    assert before["2017-Q4",] == 3
    assert pd.isna(tell(**asked, show="previous")["2017-Q4",])  # none in the quarter before
    assert tell(dataset="organizations", by="registered_on.year", show="year")["2018",] == 1 - 4


def test_only_the_first_are_listed_and_the_rest_is_one(tell):
    found = tell(dataset="organizations", by="field", top="2", sort="down")
    assert list(found.items()) == [
        (("为老服务",), 3),
        (("社会组织服务",), 3),
        ((OTHER,), 9),
        ((None,), 15),
    ]


def test_the_last_months_are_counted_back_from_where_the_data_end(tell):
    found = tell(dataset="meal_services", by="month", where="month:last:2m")
    assert set(found) == {("2024-02",), ("2024-03",), (None,)}


def test_a_thousand_residents_are_those_of_the_township_at_the_last_count(tell):
    with open(FIXTURE / "reference" / "population.csv", encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["year"] == "2023"]
    danghu = sum(int(row["persons"]) for row in rows if row["ref_area"] == DANGHU)
    county = sum(int(row["persons"]) for row in rows)  # the register holds all its townships
    found = tell(dataset="organizations", by="ref_area", measure="per/population")
    assert found[DANGHU,] == pytest.approx(1000 * 8 / danghu)
    assert found[None,] == pytest.approx(1000 * 15 / county)
    for where in (f"ref_area:in:{DANGHU}", "ref_area:contains:当湖"):
        narrowed = tell(dataset="organizations", measure="per/population", where=where)
        assert narrowed[()] == pytest.approx(1000 * 8 / danghu)


@pytest.mark.parametrize(
    ("where", "records"),
    [
        ("kind:in:社会团体|基金会", 4),
        ("kind:out:社会团体", 12),
        ("kind:empty", 2),
        ("kind:filled", 13),
        ("name:contains:服务中心", 3),
        ("name:lacks:服务", 6),
        ("registered_on:between:2017|2017", 4),
        ("registered_on:between:2017-12|2017-12", 2),
        ("registered_on:between:2017-12-01|", 11),
        ("registered_on:last:this_year", 2),
        ("registered_on:last:last_year", 1),
        ("registered_on.year:in:2017", 4),
        ("is_community:in:是", 10),
        ("community:in:", 15),
        ("kind:in:社会团体;basis:in:登记;ref_area:in:330482001", 2),
    ],
)
def test_every_kind_of_filter_narrows_the_records(tell, where, records):
    assert tell(dataset="organizations", where=where)[()] == records


def test_numbers_are_narrowed_by_their_range(tell):
    assert tell(dataset="meal_services", where="meals:between:1000|2000")[()] == 4
    assert tell(dataset="meal_services", where="meals:between:|0")[()] == 1


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"dataset": "social_workers", "by": "worker"}, "身份编号"),
        ({"dataset": "social_workers", "where": "worker:contains:1"}, "身份编号"),
        ({"dataset": "assistance_payments", "measure": "share:person=a"}, "身份编号"),
        ({"dataset": "organizations", "by": "colour"}, "没有“colour”这一列"),
        ({"dataset": "organizations", "by": "kind.year"}, "没有“kind.year”这一列"),
        ({"dataset": "organizations", "measure": "sum:kind"}, "不是数"),
        ({"dataset": "organizations", "measure": "sum"}, "没有“”这一列"),
        ({"dataset": "organizations", "measure": "guess:kind"}, "度量“guess”看不懂"),
        ({"dataset": "organizations", "measure": "share:kind"}, "哪些值"),
        ({"dataset": "organizations", "measure": "per/moon"}, "没有“moon”这个分母"),
        ({"dataset": "organizations", "by": "community", "measure": "per/population"}, "村社区"),
        ({"dataset": "organizations", "show": "year"}, "加一个时间分组"),
        ({"dataset": "organizations", "by": "kind", "show": "row"}, "两个分组"),
        (
            {"dataset": "meal_services", "by": "month", "measure": "mean:meals", "show": "total"},
            "只有计数与合计能算占比",
        ),
        (
            {
                "dataset": "organizations",
                "by": "registered_on.year,last_activity_on.year",
                "show": "year",
            },
            "两个时间",
        ),
        ({"dataset": "organizations", "where": "registered_on:between:May|"}, "不是日期"),
        ({"dataset": "organizations", "where": "registered_on:between:2024-13|"}, "不是日期"),
        ({"dataset": "organizations", "where": "registered_on:last:soon"}, "看不懂"),
        ({"dataset": "organizations", "where": "kind:between:1|2"}, "不能按范围筛选"),
        ({"dataset": "meal_services", "where": "meals:between:few|"}, "不是数"),
        ({"dataset": "meal_services", "where": "meals:between:inf|"}, "不是数"),
        ({"dataset": "meal_services", "where": "meals:between:|nan"}, "不是数"),
        ({"dataset": "meal_services", "where": "meals:between:1e999|"}, "不是数"),
        ({"dataset": "organizations", "measure": "only:kind"}, "不是数"),
        ({"dataset": "meal_services", "measure": "only:meals"}, "只用于看板上的数"),
        ({"dataset": "observation", "measure": "sum:obs_value"}, "不再相加、平均"),
        ({"dataset": "observation", "measure": "only:obs_value"}, "不能合在一格"),
        (
            {
                "dataset": "observation",
                "by": "ref_area,period",
                "measure": "only:obs_value",
                "where": "freq:in:月;category:in:_T",
            },
            "不同“指标”的数不能合在一格",
        ),
    ],
)
def test_what_has_no_honest_answer_is_refused_with_what_to_do_instead(tell, told, said):
    with pytest.raises(QuestionRefused, match=said) as refused:
        tell(**told)
    assert "请" in str(refused.value)


def test_more_cells_than_anybody_reads_are_refused(tiny, monkeypatch):
    monkeypatch.setattr(exploring, "MOST_CELLS", 3)
    dataset = exploring.known(tiny)["organizations"]
    with pytest.raises(QuestionRefused, match="超过3格"):
        exploring.answer(tiny, exploring.plan(dataset, Question("organizations", ("field",))))


@pytest.mark.parametrize("value", ["'", "\\'", "x' or 1=1 --", "');drop table observation;--", "%"])
def test_a_value_is_only_ever_a_value(tell, value):
    told = {"dataset": "organizations", "by": "field"}
    asked = Question("organizations", where=(Filter("name", "contains", (value,)),))
    assert tell(**told | parameters(asked)).get((None,), 0) == 0


COLUMNS = ["ref_area", "kind", "basis", "field", "is_community", "grade", "party_body"]


@pytest.fixture(scope="module")
def register(demo):
    """The shipped register as pandas reads it, and what the version knows of it."""
    rows = pd.read_parquet(demo.folder / "staging" / "organizations.parquet")
    rows["is_community"] = rows["is_community"].map({True: "是", False: "否"})
    return rows.assign(**{name: rows[name].fillna("") for name in COLUMNS}), exploring.known(demo)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    by=st.lists(st.sampled_from(COLUMNS), min_size=1, max_size=3, unique=True),
    narrowed=st.dictionaries(
        st.sampled_from(COLUMNS), st.randoms(use_true_random=False), max_size=2
    ),
)
def test_any_cross_tab_is_the_one_pandas_makes(demo, register, by, narrowed):
    rows, datasets = register
    where = []
    for column, chance in narrowed.items():
        values = sorted(rows[column].unique())
        kept = tuple(chance.sample(values, max(1, len(values) // 2)))
        where.append(Filter(column, "in", kept))
        rows = rows[rows[column].isin(kept)]
    measures = (Measure(), Measure("distinct", "community"))
    asked = Question("organizations", tuple(by), measures, tuple(where))
    cells = exploring.answer(demo, exploring.plan(datasets["organizations"], asked)).cells
    names = [f"d{n}" for n in range(1, len(by) + 1)]
    found = cells.dropna(subset=names).set_index(names)[["s1", "s2"]].sort_index()
    groups = rows.groupby(by)
    expected = pd.DataFrame({"s1": groups.size(), "s2": groups["community"].nunique()})
    assert list(found.itertuples(name=None)) == [
        (place, *map(float, values))
        for place, *values in expected.sort_index().itertuples(name=None)
    ]
    if len(rows):
        whole = cells[cells[names].isna().all(axis=1)].iloc[0]
        assert (whole["s1"], whole["s2"]) == (len(rows), rows["community"].nunique())


def test_the_rows_behind_a_cell_are_as_many_as_it_counts(demo, register):
    _, datasets = register
    dataset = datasets["organizations"]
    asked = exploring.plan(dataset, Question("organizations", ("field", "kind"), top=2))
    cells = exploring.answer(demo, asked).cells
    for row in cells.to_dict("records"):
        codes = {
            spelling: None if pd.isna(row[d]) else row[d]
            for spelling, d in zip(asked.question.by, ("d1", "d2"), strict=True)
        }
        behind = replace(asked, question=exploring.behind(asked, codes, cells))
        assert exploring.count(demo, behind) == row["s1"]


def test_rows_come_in_the_order_and_with_the_columns_asked_for(tiny):
    dataset = exploring.known(tiny)["meal_services"]
    asked = exploring.plan(dataset, Question("meal_services"))
    rows = exploring.rows(tiny, asked, ["meals", "ref_area"], "meals", True, 2, 1)
    assert list(rows.columns) == ["file", "line", "用餐人次", "镇街道"]
    assert rows["用餐人次"].tolist() == [2480, 2030]
    assert rows["line"].tolist() == [2, 3]
    assert set(rows["镇街道"]) == {"当湖街道"}


def test_identity_numbers_are_never_among_the_rows(tiny):
    for id_, dataset in exploring.known(tiny).items():
        asked = exploring.plan(dataset, Question(id_))
        rows = exploring.rows(tiny, asked, list(dataset.fields), "", False, 5, 0)
        hidden = {field.name_zh for field in dataset.fields.values() if field.identifier}
        assert not hidden & set(rows.columns)
