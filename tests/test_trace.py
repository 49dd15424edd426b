"""Every number against its own records: counted a second time, without the marts, and by hand."""

import re
from functools import cache

import pytest

from queries import records
from queries.catalogue import load_catalogue
from tests.every import every
from tests.rows import is_bare

CATALOGUE = load_catalogue()
INDICATORS = list(CATALOGUE.indicators.values())
FIGURES = list(CATALOGUE.figures.values())
COUNTY, DANG, ZHONG, CAO, XIN = "330482", "330482001", "330482002", "330482003", "330482102"
CELL = ("ref_area", "time_period", "category", "series")


def each(declared):
    return every("one", declared, lambda one: one.id)


def cells(rows):
    """Return {cell: numerator}."""
    return {tuple(getattr(row, part) for part in CELL): row.numerator for row in rows.itertuples()}


@cache
def measured(version, id_):
    """Return {cell: numerator} as the records give it; counted once, held against two things."""
    return cells(records.measured(version, id_))


def published(con, table, owner, id_, columns):
    rows = con.execute(f"select {columns} from {table} where {owner} = ?", [id_]).fetchall()
    return {row[:-1]: row[-1] for row in rows}


def compare(counted, observed):
    """Hold every published cell against the records; return how many were not zero."""
    known = {cell: float(value) for cell, value in observed.items() if value is not None}
    assert known
    wrong = {
        cell: (value, counted.get(cell))
        for cell, value in known.items()
        if value != pytest.approx(float(counted.get(cell, 0)), abs=0.005)
    }
    assert not wrong, f"{len(wrong)} of {len(known)}, e.g. {next(iter(wrong.items()))}"
    return sum(value != 0 for value in known.values())


@each([one for one in INDICATORS if not is_bare(one)])
def test_every_numerator_of_the_demo_is_what_its_records_give(one, demo, demo_shelf):
    observed = published(
        demo_shelf,
        *("observation", "indicator", one.id),
        "ref_area, time_period, category, '_T', numerator",
    )
    assert compare(measured(demo, one.id), observed)


@each([one for one in INDICATORS if not one.accumulate])
def test_where_nothing_was_reported_no_record_counts(one, demo, demo_shelf):
    """A running sum is left out: missing its last month, it still has the records before."""
    missing = published(
        demo_shelf,
        *("observation", "obs_status = 'O' and numerator is null and indicator", one.id),
        "ref_area, time_period, category, '_T', obs_value",
    )
    assert not missing.keys() & measured(demo, one.id).keys()


@each([one for one in FIGURES if not is_bare(one)])
def test_every_cell_of_a_figure_is_what_its_records_give(one, demo, demo_shelf):
    observed = published(
        demo_shelf,
        *("figure_cell", "figure", one.id),
        "ref_area, time_period, category, series, numerator",
    )
    assert compare(measured(demo, one.id), observed)


@each([*INDICATORS, *FIGURES])
def test_the_second_count_reads_no_mart(one):
    declared = " ".join((one.rows, one.measure, one.rows_category))
    assert set(re.findall(r"(?:from|join)\s+(\w+)\.", declared)) <= {"staging", "reference"}


def test_no_figure_bears_the_name_of_an_indicator():
    assert not CATALOGUE.indicators.keys() & CATALOGUE.figures.keys()


# By hand, over the tiny county: (indicator, area, period, category) → numerator, file, lines


@pytest.mark.parametrize(
    ("declared", "cell", "numerator", "file", "lines"),
    [
        # Z01 R001, Z02 R002, Z03 R003, Z05 R005, Z06 R001; Z04 came back
        (
            "assistance_recipient",
            (DANG, "2024-01", "_T"),
            *(4, "assistance_payments.csv", [2, 3, 4, 6, 7]),
        ),
        # and Z07, Z08 R006, Z09 R007, Z10 R002, Z11 R008, Z13 R010; Z12 is of 乍浦镇, Z14 waits
        (
            "assistance_recipient",
            (COUNTY, "2024-01", "_T"),
            *(8, "assistance_payments.csv", [2, 3, 4, 6, 7, 8, 9, 10, 11, 12, 14]),
        ),
        # R002 in either township, but once in the county: Z02 and Z10
        (
            "assistance_programme_recipient",
            (COUNTY, "2024-01", "低保"),
            *(2, "assistance_payments.csv", [2, 3, 11]),
        ),
        # P07: 300 + 290 + 310
        ("meal_served_ytd", (XIN, "2024-03", "_T"), 900, "meal_services.csv", [16, 17, 18]),
        ("meal_served_ytd", (XIN, "2024-02", "_T"), 590, "meal_services.csv", [16, 17]),
        # deregistered on 2024-02-29: line 7 still counts in January
        (
            "organization_by_kind",
            (DANG, "2024-01", "社会服务机构"),
            *(5, "organizations.csv", [2, 4, 5, 7, 9]),
        ),
        (
            "organization_by_kind",
            (DANG, "2024-03", "社会服务机构"),
            *(4, "organizations.csv", [2, 4, 5, 9]),
        ),
        # line 14 came in January, line 12 went in January, line 7 in February: 1 - 2
        (
            "organization_net_change",
            (COUNTY, "2024-03", "_T"),
            *(-1, "organizations.csv", [7, 12, 14]),
        ),
        # HKT002 took 100 days, HKT007 30
        (
            "resident_lounge_days_to_build",
            (DANG, "2022", "_T"),
            *(130, "resident_lounges.csv", [3, 8]),
        ),
        # SW0005, SW0007, SW0010
        ("social_worker_new", (COUNTY, "2023", "_T"), 3, "social_workers.csv", [6, 8, 11]),
        # one standard holds in all townships
        ("subsistence_allowance_standard", (ZHONG, "2024-02", "_T"), 1135, "standard.csv", [2]),
        # HKT003 is begun on 2024-02-29
        (
            "resident_lounge_pipeline",
            (DANG, "2024-03", "在建"),
            *(1, "resident_lounges.csv", [4]),
        ),
    ],
)
def test_a_cell_traced_by_hand(tiny, declared, cell, numerator, file, lines):
    cell = dict(zip(("ref_area", "time_period", "category"), cell, strict=True))
    assert float(records.numerator(tiny, declared, **cell)) == numerator
    assert records.files(tiny, declared, **cell).to_dict("list") == {
        "file": [file],
        "counted": [len(lines)],
    }
    assert records.page(tiny, declared, 50, 0, **cell)["line"].tolist() == lines


def test_a_cell_nobody_reported_has_no_records(tiny):
    cell = {"ref_area": CAO, "time_period": "2024-01", "category": "_T"}
    assert records.numerator(tiny, "assistance_recipient", **cell) is None
    assert records.files(tiny, "assistance_recipient", **cell).empty
    assert records.page(tiny, "assistance_recipient", 50, 0, **cell).empty


def test_what_is_counted_may_be_rows_of_a_reference_table(tiny):
    cell = {"ref_area": DANG, "time_period": "2024-03", "category": "_T"}
    rows = records.page(tiny, "resident_lounge_uncovered", 50, 0, **cell)
    assert len(rows) == records.numerator(tiny, "resident_lounge_uncovered", **cell) == 25
    assert set(rows["file"]) == {"community.csv"}
    assert not {"水洞埭社区", "洁芳社区"} & set(rows["名称"])  # 27 less the two with a lounge


# What a page of records shows


def test_records_come_in_pages_by_file_and_line(tiny):
    cell = {"ref_area": COUNTY, "time_period": "2024-01", "category": "_T"}
    first = records.page(tiny, "assistance_recipient", 4, 0, **cell)
    third = records.page(tiny, "assistance_recipient", 4, 8, **cell)
    assert first["line"].tolist() == [2, 3, 4, 6]
    assert third["line"].tolist() == [11, 12, 14]


def test_a_record_is_headed_in_chinese_and_names_its_places(tiny):
    cell = {"ref_area": DANG, "time_period": "2024-03", "category": "社会团体"}
    row = records.page(tiny, "organization_by_kind", 50, 0, **cell).iloc[1]
    assert row["名称"] == "洁芳文体协会"
    assert (row["镇街道"], row["村社区"]) == ("当湖街道", "洁芳社区")
    assert (row["成立日期"], row["注销日期"]) == ("2022-08-01", "")
    assert row["是否社区社会组织"] == "是"


@pytest.mark.parametrize(
    ("declared", "period", "shown", "kept_back"),
    [
        (
            "assistance_recipient",
            "2024-01",
            ["救助项目", "镇街道", "发放月份", "保障人数", "发放金额", "发放状态"],
            {"发放编号", "人员编号", "家庭编号"},
        ),
        ("social_worker_certified", "2023-12", ["证书等级"], {"人员编号"}),
    ],
)
def test_what_tells_who_a_record_is_about_is_kept_back(tiny, declared, period, shown, kept_back):
    cell = {"ref_area": DANG, "time_period": period, "category": "_T"}
    rows = records.page(tiny, declared, 50, 0, **cell)
    assert len(rows)
    assert set(shown) <= set(rows.columns)
    assert not kept_back & set(rows.columns)


def test_every_number_that_tells_one_person_from_another_is_marked(contracts):
    marked = {
        (contract.id, column.name)
        for contract in contracts.values()
        for column in contract.columns
        if column.identifier
    }
    assert marked == {
        ("assistance_payments", "payment"),
        ("assistance_payments", "person"),
        ("assistance_payments", "household"),
        ("assistance_profiles", "household"),
        ("service_orders", "household"),
        ("social_workers", "worker"),
        ("community_partners", "partner"),
        ("emergency_orders", "order_id"),
        ("emergency_orders", "resident"),
    }
