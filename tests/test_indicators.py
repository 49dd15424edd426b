"""Every indicator against numbers worked by hand over the tiny county, and on the shipped data."""

import csv
import datetime
import re

import pytest

from queries.catalogue import load_catalogue
from tests.every import every
from tests.rows import EXPECTED, SHIPPED, is_bare, records

CATALOGUE = load_catalogue()
INDICATORS = list(CATALOGUE.indicators.values())
FIGURES = list(CATALOGUE.figures.values())
DECLARED = [*INDICATORS, *FIGURES, *CATALOGUE.points.values()]
CHINESE = re.compile("[一-鿿]")
COLUMNS = ["ref_area", "time_period", "category", "numerator", "denominator", "obs_value"]


def each(declared):
    return every("one", declared, lambda one: one.id)


def expected(indicator):
    """Return the rows worked by hand, empty cells being null."""
    with (EXPECTED / f"{indicator.id}.csv").open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        assert reader.fieldnames == COLUMNS
        return list(reader)


def shown(indicator, column, value):
    if not is_bare(indicator) or value is None:
        return value
    return round(value, indicator.decimals) if column == "obs_value" else None


def number(cell):
    return float(cell) if cell else None


@pytest.fixture(scope="session")
def tiny_observed(tiny_shelf):
    """Return {indicator: {(ref_area, time_period, category): row}} of the tiny county."""
    found = {}
    for row in records(tiny_shelf, "select * from observation"):
        key = row["ref_area"], row["time_period"], row["category"]
        found.setdefault(row["indicator"], {})[key] = row
    return found


@pytest.fixture(scope="session")
def demo_observed(demo_shelf):
    """Return {indicator: what the shipped data give of it, in one record}."""
    sql = """
        select
            indicator,
            count(obs_value) as valued,
            count(denominator) as denominators,
            count(*) filter (where category = '_T' and obs_status = 'A'
                and ref_area = (select ref_area from reference.county)) as complete,
            count(distinct category) filter (where category <> '_T') as categories
        from observation
        group by indicator
    """
    return {row["indicator"]: row for row in records(demo_shelf, sql)}


@each(INDICATORS)
def test_every_number_worked_by_hand_is_observed(one, tiny_observed):
    rows = expected(one)
    assert len(rows) >= 3, "a few townships and the county, at least"
    for row in rows:
        seen = tiny_observed[one.id].get((row["ref_area"], row["time_period"], row["category"]))
        assert seen is not None, row
        for column in ("numerator", "denominator", "obs_value"):
            value = shown(one, column, number(row[column]))
            got = None if seen[column] is None else float(seen[column])
            assert got == (value if value is None else pytest.approx(value, abs=5.1e-7)), (
                row,
                column,
            )


@each(INDICATORS)
def test_the_county_is_worked_by_hand_too(one):
    assert any(row["ref_area"] == "330482" for row in expected(one))


def test_no_numbers_are_worked_by_hand_for_an_indicator_that_is_gone():
    assert {path.stem for path in EXPECTED.glob("*.csv")} == set(CATALOGUE.indicators)


@each(INDICATORS)
def test_an_indicator_is_observed_on_the_shipped_data(one, demo_observed):
    assert demo_observed[one.id]["valued"] > 0
    assert demo_observed[one.id]["complete"] > 0


@each(INDICATORS)
def test_an_indicator_with_a_denominator_has_one_and_no_other_does(one, demo_observed):
    shows_it = one.standardised and not is_bare(one)
    assert bool(demo_observed[one.id]["denominators"]) == shows_it


@each(INDICATORS)
def test_an_indicator_by_category_says_what_the_categories_are(one, demo_observed):
    assert bool(demo_observed[one.id]["categories"]) == bool(one.category_zh)


@each(DECLARED)
def test_a_declared_thing_belongs_to_a_theme_and_to_extracts_there_are(one, contracts):
    with (SHIPPED / "reference" / "theme.csv").open(encoding="utf-8-sig", newline="") as file:
        assert one.theme in {row["theme"] for row in csv.DictReader(file)}
    assert one.extracts
    assert all(contracts[extract].kind == "extract" for extract in one.extracts)
    assert CHINESE.search(one.name_zh)


@each([*INDICATORS, *FIGURES])
def test_a_header_defines_what_is_counted_in_both_languages(one):
    assert one.definition_zh.endswith("。")
    assert one.definition_en.endswith(".")
    assert not CHINESE.search(one.definition_en + one.name_en)
    assert not one.caveats_zh or one.caveats_zh.endswith("。")
    assert re.fullmatch(r"[a-z][a-z0-9_]*", one.id)
    assert one.reviewed >= datetime.date(2026, 1, 1)
    assert not re.search(r"[,;:?!()]", one.definition_zh), "full-width punctuation in Chinese"


@each(INDICATORS)
def test_a_unit_is_chinese_and_agrees_with_what_a_value_is_per(one):
    assert one.unit_zh in ("%", "‰") or CHINESE.search(one.unit_zh)
    assert not CHINESE.search(one.unit_measure)
    assert one.per in (1, 100, 1000, 10000)
    assert 0 <= one.decimals <= 2
    if one.unit_zh == "%":
        assert one.per == 100
        assert one.standardised
    if one.per == 10000:
        assert "万" in one.unit_zh
    if one.per == 1000:
        assert re.search("千|‰", one.unit_zh)


@each(INDICATORS)
def test_an_indicator_reads_marts_and_reference_tables_only_and_leaves_arithmetic_alone(one):
    sql = re.sub(r"--.*", "", one.sql)
    tables = set(re.findall(r"(?:from|join)\s+(\w+\.\w+)", sql))
    assert tables
    assert {table.split(".")[0] for table in tables} <= {"mart", "reference"}
    assert not re.search(r"\bround\s*\(|\brank\s*\(|\bavg\s*\(", sql)
    assert "/" not in sql


def test_names_are_told_apart():
    for declared in (INDICATORS, FIGURES):
        names = [one.name_zh for one in declared]
        assert len(names) == len(set(names))


# Figures


@pytest.fixture(scope="session")
def demo_cells(demo_shelf):
    sql = "select figure, ref_area, count(obs_value) as valued from figure_cell group by all"
    return {(row["figure"], row["ref_area"]): row for row in records(demo_shelf, sql)}


@each(FIGURES)
def test_a_figure_has_cells_for_the_county_and_for_townships(one, demo_cells):
    """But for one that says it is of the county alone, where townships' numbers are too small."""
    townships = {area for figure, area in demo_cells if figure == one.id} - {"330482"}
    assert demo_cells[one.id, "330482"]["valued"] > 0 or one.kind == "list"
    assert townships or (one.rollup == "none" and "只出全市数" in one.caveats_zh)
    assert "330482101" not in townships


@pytest.fixture
def cells(tiny_shelf):
    """Return a function: a figure, area and period in, {category: numerator} out, zeros left out.

    A figure of several series gives {(category, series): numerator}.
    """

    def read(figure, area, period):
        rows = records(
            tiny_shelf,
            "select category, series, numerator from figure_cell "
            "where figure = ? and ref_area = ? and time_period = ? and numerator <> 0",
            [figure, area, period],
        )
        single = {row["series"] for row in rows} <= {"_T"}
        return {
            row["category"] if single else (row["category"], row["series"]): float(row["numerator"])
            for row in rows
        }

    return read


def test_lounges_by_stage(cells):
    # 当湖街道: HKT001, 002 and 007 are built; HKT003 is planned on 2023-12-31, begun on 2024-02-29.
    figure = "resident_lounge_pipeline"
    assert cells(figure, "330482001", "2024-01") == {"建成": 3, "拟建": 1}
    assert cells(figure, "330482001", "2024-03") == {"建成": 3, "在建": 1}
    # And in 钟埭街道 HKT005 is built on 2024-03-31, HKT004 under way; HKT006 of 新埭镇 is planned.
    # HKT008 of 乍浦镇 is not counted.
    assert cells(figure, "330482", "2024-03") == {"建成": 4, "在建": 2, "拟建": 1}


def test_social_workers_by_tier(cells):
    # On 2023-11-30 only SW0001 supervises; SW0004 and SW0006 assist; SW0002, 3, 7, 8 and 10 are
    # front line. A month later SW0003 supervises and SW0005 is certified. SW0009 is of 乍浦镇.
    figure = "social_worker_pyramid"
    assert cells(figure, "330482", "2023-11") == {"督导": 1, "督导助理": 2, "一线社工": 5}
    assert cells(figure, "330482", "2023-12") == {"督导": 2, "督导助理": 2, "一线社工": 5}


def test_meal_points_by_kind(cells):
    # P01 and P04 cook; P02, P06 and P07 serve (P03 closed in February); P05 and P09 deliver.
    assert cells("meal_point_kind", "330482", "2024-03") == {
        "中心食堂": 2,
        "助餐点": 3,
        "送餐点": 2,
    }


def test_organizations_by_field_and_grade(cells):
    assert cells("organization_field_grade", "330482", "2024-03") == {
        ("为老服务", "3A"): 1,
        ("为老服务", "4A"): 1,
        ("儿童青少年", "2A"): 1,
        ("文化体育", "3A"): 1,
        ("公益慈善", "未评"): 2,
        ("社会组织服务", "未评"): 3,
        ("行业协会", "5A"): 1,
    }


def test_assistance_by_programme(cells):
    # 当湖街道: Z01 + Z02 = 2400 + 900; Z03; Z05 (Z04 came back); Z06.
    figure = "assistance_programme_mix"
    assert cells(figure, "330482001", "2024-01") == {
        "低保": 3300,
        "特困": 1838,
        "高龄津贴": 100,
        "临时救助": 1000,
    }
    # And 钟埭街道: Z10; Z06 + Z09 = 340.50 · 2; Z08; Z11. 新埭镇: Z13 (Z14 is not paid yet).
    assert cells(figure, "330482", "2024-01") == {
        "低保": 4200,
        "特困": 1838,
        "残疾人生活补贴": 681,
        "重度残疾人护理补贴": 500,
        "高龄津贴": 300,
        "困境儿童": 1500,
        "临时救助": 1000,
    }


def test_meals_by_month_and_year(cells):
    # 当湖街道 in January: 2480 + 930 + 620.
    assert cells("meal_seasonality", "330482001", "2024-01") == {("1月", "2024年"): 4030}


def test_communities_without_a_lounge_are_listed_with_how_far_theirs_has_come(cells):
    listed = cells("resident_lounge_missing", "330482001", "2024-03")
    progress = dict(listed.keys())
    assert progress["梅园社区"] == "在建"
    assert progress["南河头社区"] == "未列入计划"
    assert not {"水洞埭社区", "洁芳社区"} & set(progress)
    assert len(progress) == 25  # 27 communities less two that have one
