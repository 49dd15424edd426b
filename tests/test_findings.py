"""Every rule finds what it is meant to find, says so without naming anyone, and else is silent.

A small world of two townships stands for the staged tables: clean by itself, spoilt once a test.
"""

import dataclasses

import pytest

from queries import database, findings
from queries.build import build
from queries.contracts import TYPES
from queries.places import QUERIES
from tests.rows import records, tiny_data

RULES = {rule.id: rule for rule in findings.load_rules()}
A, B = "330482001", "330482102"  # 当湖街道 and 新埭镇

# Three meal points, 20 months of returns and payments, every community with its lounge.
WORLD = """
create table reference.extract as
    select unnest(['organizations', 'social_workers', 'resident_lounges', 'meal_points',
        'meal_services', 'assistance_payments']) as extract,
    date '2023-01-01' as history_from, date '2024-08-31' as as_of;
create table reference.schedule as
    select extract, extract as name_zh, if(extract = 'social_workers', 'A', 'M') as freq
    from reference.extract;
create table reference.extract_month as
    select extract, ref_area, time_period, month_start, month_end, as_of
    from reference.extract, reference.month, reference.township
    where in_scope and month_start between history_from and as_of;
insert into staging.meal_points by name
    select * from (values ('P1', '甲食堂', '330482001', 40), ('P2', '乙食堂', '330482001', 20),
        ('P3', '丙食堂', '330482102', 30)) as point (meal_point, name, ref_area, capacity),
    (select date '2018-03-01' as opened_on, date '2024-08-31' as as_of, 'points.csv' as file);
insert into staging.meal_services by name
    select meal_point, ref_area, month_start as month, capacity * 15 as meals, 10 as persons,
        0 as delivered, capacity * 60 as subsidy, 'meals.csv' as file
    from staging.meal_points, (select distinct month_start from reference.extract_month);
insert into staging.resident_lounges by name
    select 'K' || community as lounge, ref_area, community, date '2024-08-31' as as_of,
        'lounges.csv' as file
    from reference.community inner join reference.township using (ref_area) where in_scope;
insert into staging.organizations by name
    select 'C' || number as credit_code, '平湖市当湖街道第' || number || '协会' as name,
        '登记' as basis, '330482001' as ref_area, date '2024-08-31' as as_of, 'org.csv' as file
    from range(6) as numbered (number);
insert into staging.assistance_payments by name
    select 'R' || area * 100 + number as person, 'H' || area * 100 + number as household,
        if(number = 30, '高龄津贴', '低保') as programme,
        if(area = 1, '330482001', '330482102') as ref_area, month_start as month, 1 as persons,
        if(number = 30, 80, 500) as amount, '已发放' as status, 'paid.csv' as file
    from range(1, 31) as numbered (number), range(1, 3) as placed (area),
        (select distinct month_start from reference.extract_month);
"""
LINES = "update staging.{0} set line = place from (select rowid as id, row_number() over () + 1 as place from staging.{0}) where rowid = id"  # noqa: E501
EXTRACTS = (
    "organizations",
    "social_workers",
    "resident_lounges",
    "meal_points",
    "meal_services",
    "assistance_payments",
)
PAY = "insert into staging.assistance_payments by name select '{person}' as person, '{household}' as household, '{programme}' as programme, '{area}' as ref_area, date '{month}' as month, {persons} as persons, {amount} as amount, '{status}' as status, 'new.csv' as file, {line} as line"  # noqa: E501


def pay(**changes):
    """Return SQL for one more payment, to the first person of 当湖街道 unless said otherwise."""
    usual = {
        "person": "R101",
        "household": "H101",
        "programme": "低保",
        "area": A,
        "month": "2024-08-01",
        "persons": 1,
        "amount": 500,
        "status": "已发放",
        "line": 9001,
    }
    return PAY.format(**usual | changes)


def returned(changes, where="meal_point = 'P1' and month = date '2024-08-01'"):
    return f"update staging.meal_services set {changes} where {where}"


def change_payments(changes, where):
    return f"update staging.assistance_payments set {changes} where {where}"


@pytest.fixture
def world(desk, contracts):
    """The clean world on the shipped reference tables, undone after the test."""
    desk.execute("begin")
    for extract in EXTRACTS:
        columns = ", ".join(f"{one.name} {TYPES[one.type]}" for one in contracts[extract].columns)
        desk.execute(f"create table staging.{extract} ({columns}, file varchar, line bigint)")
    desk.execute(WORLD)
    desk.execute(
        "create table indicator (id varchar, name_zh varchar, unit_zh varchar, extracts varchar, "
        "standardised boolean, accumulate varchar); "
        "create table observation (indicator varchar, ref_area varchar, time_period varchar, "
        "category varchar, obs_status varchar, obs_value double, previous_value double, "
        "change_previous double); "
        "create table period as select time_period, 'M' as freq, month_start as start_date, "
        "year from reference.month"
    )
    for extract in EXTRACTS:
        desk.execute(LINES.format(extract))
    yield desk
    desk.execute("rollback")


def found(con, *spoilt):
    """Return {rule: [finding, …]} in the world once it is spoilt, each with its places."""
    for statement in spoilt:
        con.execute(statement)
    doubts = (QUERIES / "marts" / "payment_doubt_month.sql").read_text(encoding="utf-8")
    con.execute(f"create or replace table mart.payment_doubt_month as {doubts}")
    findings.find(con, list(RULES.values()))
    answer = {}
    for row in records(con, "select * from finding"):
        places = con.execute(
            "select line from finding_place where finding = ? order by line", [row["finding"]]
        ).fetchall()
        answer.setdefault(row["rule"], []).append(row | {"lines": [line for (line,) in places]})
    return answer


def test_a_clean_world_has_no_findings(world):
    assert found(world) == {}


# rule: how the world is spoilt, where and when it is found, what is said, how many records,
# which other rules rightly find something too
CASES = {
    "meal_return_unknown_point": (
        returned("meal_point = 'P9'", "meal_point = 'P1' and month >= date '2024-07-01'"),
        (A, "2024-08", "编号P9报了2个月的用餐", 2),
        {"meal_return_absent"},
    ),
    "meal_return_other_township": (
        returned(f"ref_area = '{B}'"),
        (B, "2024-08", "甲食堂的台账在当湖街道，1个月的月报却写新埭镇", 1),
        set(),
    ),
    "meal_return_outside_opening": (
        "update staging.meal_points set closed_on = date '2024-07-01' where meal_point = 'P3'",
        (B, "2024-08", "丙食堂停业后仍有2个月报了用餐，共900人次", 2),
        set(),
    ),
    "meal_return_over_capacity": (  # 20 × 31 days × 1.2 = 744
        returned("meals = 745, subsidy = 2980", "meal_point = 'P2' and month = date '2024-08-01'"),
        (A, "2024-08", "乙食堂报745人次，日供餐能力20份，整月最多620份", 1),
        set(),
    ),
    "meal_return_absent": (
        "delete from staging.meal_services where meal_point = 'P2' and month = date '2024-05-01'",
        (A, "2024-05", "乙食堂当月营业，没有月报；同镇街道有1个点报了", 1),
        set(),
    ),
    "community_without_lounge": (
        "delete from staging.resident_lounges where community = "
        f"(select min(community) from reference.community where ref_area = '{B}')",
        (B, "2024-08", "不在台账里", 0),
        set(),
    ),
    "organization_place_differs": (
        f"update staging.organizations set ref_area = '{B}' where credit_code = 'C3'",
        (B, "2024-08", "“平湖市当湖街道第3协会”登记在新埭镇", 1),
        set(),
    ),
    "organization_same_name": (
        "update staging.organizations set name = '平湖市当湖街道第3协会' where credit_code = 'C4'",
        (A, "2024-08", "有2条未注销的登记", 2),
        set(),
    ),
    "organizations_closed_together": (
        "update staging.organizations set basis = '注销', deregistered_on = date '2024-03-05' "
        "where credit_code <> 'C0'",
        (A, "2024-03", "2024-03-05一天注销5家", 5),
        set(),
    ),
    "register_behind": (
        "update reference.extract set as_of = date '2024-07-31' where extract = 'organizations'; "
        "update staging.organizations set as_of = date '2024-07-31'",
        ("330482", "2024-07", "organizations截至2024年7月，别的已到2024年8月", 0),
        set(),
    ),
    "register_mixed": (
        "update staging.organizations set as_of = date '2024-07-31' where credit_code = 'C2'",
        ("330482", "2024-08", "其中1行写的是更早的截止日", 1),
        set(),
    ),
    "person_in_two_households": (
        pay(household="H99", programme="临时救助"),
        (A, "2024-08", "共1个月，最近一次是2024年8月", 2),
        set(),
    ),
    "household_in_two_townships": (
        pay(person="R99", area=B),
        (B, "2024-08", "同一家庭同月在两个镇街道有发放", 2),
        set(),
    ),
    "meal_month_absent": (
        f"delete from staging.meal_services where ref_area = '{B}' and month = date '2024-02-01'",
        (B, "2024-02", "2024年2月没有一份助餐月报", 0),
        set(),
    ),
    "payment_month_absent": (
        "delete from staging.assistance_payments "
        f"where ref_area = '{B}' and month = date '2023-05-01'",
        (B, "2023-05", "2023年5月没有一笔发放", 0),
        {"payments_resumed"},
    ),
    "payment_rows_unlike_usual": (  # 7 of 30 gone leaves 23, below 0.8 × 30
        "delete from staging.assistance_payments "
        "where month = date '2024-08-01' and person between 'R101' and 'R107'",
        (A, "2024-08", "2024年8月有23笔，前12个月的中位数是30笔", 0),
        set(),
    ),
    "payments_resumed": (
        "delete from staging.assistance_payments "
        "where month = date '2024-03-01' and person between 'R201' and 'R210'",
        (B, "2024-04", "2024年4月有10人次在中断后恢复发放，多数中断在2024年3月", 0),
        {"payment_rows_unlike_usual"},
    ),
    "payments_returned_unlike_usual": (
        change_payments("status = '退回'", "month = date '2024-08-01' and person < 'R110'"),
        (A, "2024-08", "2024年8月退回9笔，前12个月的中位数是0笔", 0),
        set(),
    ),
    "meal_point_fell_to_zero": (
        returned("meals = 0, persons = 0, subsidy = 0"),
        (A, "2024-08", "甲食堂上月600人次，本月0", 1),
        set(),
    ),
    "meal_point_jumped": (
        returned("meals = 199, subsidy = 796"),
        (A, "2024-08", "甲食堂本月199人次，前三次月报的中位数是600人次", 1),
        set(),
    ),
    "meal_subsidy_rate_changed": (
        returned("subsidy = meals * 6.1"),
        (A, "2024-08", "甲食堂每人次补贴6.10元，前12个月的中位数是4.00元", 1),
        set(),
    ),
    "payment_twice": (
        pay(status="待发放"),
        (A, "2024-08", "低保：同一人员2024年8月有2笔，其中1笔待发放，可先停发", 2),
        set(),
    ),
    "payment_unlike_standard": (  # the standard is 1135 a person
        change_payments("amount = 1710", "person = 'R101' and month = date '2024-08-01'"),
        (A, "2024-08", "低保：1笔高于标准乘保障人数，最多相差一半以上", 1),
        set(),
    ),
    "payment_after_end": (
        change_payments(
            "ended_month = date '2024-07-01'", "person = 'R101' and month = date '2024-07-01'"
        ),
        (A, "2024-08", "低保：记录从2024年7月起终止，此后仍有2笔", 2),
        set(),
    ),
    "payment_two_townships": (
        pay(area=B, programme="临时救助"),
        (B, "2024-08", "同一人员在当湖街道、新埭镇同月领取，共1个月", 2),
        {"household_in_two_townships"},
    ),
    "payment_exclusive": (
        pay(programme="特困", amount=1838),
        (A, "2024-08", "低保与特困同月领取，共1个月", 2),
        set(),
    ),
    "payment_outside_scope": (
        pay(person="R130", household="H130", programme="困境儿童", amount=1720),
        (A, "2024-08", "困境儿童与高龄津贴的对象不会是同一人", 2),
        set(),
    ),
}


@pytest.mark.parametrize("rule", CASES)
def test_a_rule_finds_its_case_with_its_records_and_nothing_else(world, rule):
    spoilt, (area, period, words, rows), others = CASES[rule]
    answer = found(world, spoilt)
    assert set(answer) == {rule, *others}
    (case,) = answer[rule]
    assert (case["ref_area"], case["time_period"]) == (area, period)
    assert words in case["evidence_zh"]
    assert case["rows"] == len(case["lines"]) == rows


def test_every_rule_has_a_case_here():
    assert {*CASES, "observation_outlier"} == set(RULES)


@pytest.mark.parametrize(
    "spoilt",
    [
        returned("meals = 744, subsidy = 2976", "meal_point = 'P2' and month = date '2024-08-01'"),
        returned("meals = 201, subsidy = 804"),
        returned("subsidy = meals * 5.9"),
        "update staging.meal_points set closed_on = date '2024-08-02' where meal_point = 'P3'; "
        + returned("meals = 0, persons = 0", "meal_point = 'P3' and month = date '2024-08-01'"),
        pay(status="退回"),
        pay(programme="临时救助"),
        pay(programme="残疾人生活补贴", amount=341),
        pay(programme="残疾人生活补贴", amount=340),
        change_payments("amount = 1136", "person = 'R101' and month = date '2024-08-01'"),
        change_payments("amount = 50", "person = 'R101' and month = date '2024-08-01'"),
        change_payments(
            "ended_month = date '2024-09-01'", "person = 'R101' and month = date '2024-08-01'"
        ),
        change_payments(
            "ended_month = date '2023-02-01'", "person = 'R101' and month = date '2023-01-01'"
        )
        + "; delete from staging.assistance_payments "
        "where person = 'R101' and month between date '2023-02-01' and date '2023-07-01'",
        "update staging.organizations set basis = '注销', name = '平湖市当湖街道第3协会', "
        "deregistered_on = date '2024-03-05' where credit_code = 'C4'",
        "update reference.extract set as_of = date '2023-12-31' where extract = 'social_workers'",
    ],
    ids=[
        "a fifth over capacity",
        "a third of the usual meals",
        "a subsidy half as high again",
        "nothing served in the month it closed",
        "a second payment that came back",
        "temporary assistance beside the allowance",
        "a disability subsidy beside the allowance",
        "one yuan less than the standard",
        "one yuan more than the standard",
        "a top-up far below the standard",
        "the last payment before the end",
        "paid again half a year after the end",
        "an older organization of the same name struck off",
        "a yearly roll that ends earlier",
    ],
)
def test_what_may_well_be_right_is_not_found(world, spoilt):
    assert found(world, spoilt) == {}


def test_a_payment_below_a_full_standard_or_before_any_standard_is_found(world):
    low = pay(programme="残疾人生活补贴", amount=330)  # the standard is 341
    early = pay(programme="高龄津贴", month="2017-05-01", amount=60, person="R102", line=9002)
    answer = found(world, low, early)
    (case,) = answer["payment_unlike_standard"]
    assert "残疾人生活补贴：1笔低于标准乘保障人数，最多相差不到一成" in case["evidence_zh"]
    (case,) = answer["payment_outside_scope"]
    assert "当月还没有执行的标准" in case["evidence_zh"]


def test_a_payment_to_one_person_cannot_cover_two(world):
    (case,) = found(
        world,
        change_payments("persons = 2, amount = 160", "person = 'R130' and month = '2024-08-01'"),
    )["payment_outside_scope"]
    assert "高龄津贴按人发放，保障人数却多于1" in case["evidence_zh"]


def observe(con, changes, standardised=False):
    """Fill the observation with one change a year in August, from 1000 each time."""
    con.execute(
        "insert into indicator values ('visits', '走访', '人次', 'meal_services', ?, '')",
        [standardised],
    )
    for year, change in changes.items():
        con.execute(
            "insert into observation values ('visits', ?, ?, '_T', 'A', ?, 1000, ?)",
            [A, f"{year}-08", 1000 + change, change],
        )


def test_a_change_unlike_those_of_other_augusts_is_an_outlier(world):
    # other years: −40 −20 0 20 40 per mille; median 0, MAD 0.02; 0.6745 × 0.25 / 0.02 = 8.4
    observe(world, {2019: -40, 2020: -20, 2021: 0, 2022: 20, 2023: 40, 2024: 250})
    (case,) = found(world)["observation_outlier"]
    assert (case["indicator"], case["extract"]) == ("visits", "meal_services")
    assert (
        "走访由1000变为1250人次（+25.0%）；往年8月变化的中位数是0.0%（5年），z值8.4"
        in (case["evidence_zh"])
    )


@pytest.mark.parametrize(
    ("changes", "standardised"),
    [
        ({2019: -40, 2020: -20, 2021: 0, 2022: 20, 2023: 40, 2024: 177}, False),  # z = 5.97
        ({2021: 0, 2022: 0, 2023: 0, 2024: 400}, False),  # three other years are too few
        ({2019: -400, 2020: 0, 2021: 0, 2022: 0, 2023: 0, 2024: 0}, False),  # long ago
        ({2019: 0, 2020: 0, 2021: 0, 2022: 0, 2023: 0, 2024: 400}, True),
    ],
    ids=["not far enough", "too few years", "more than two years ago", "a rate"],
)
def test_what_is_not_an_outlier(world, changes, standardised):
    observe(world, changes, standardised)
    assert found(world) == {}


def test_two_findings_of_one_case_would_refuse_the_build(world):
    doubled = dataclasses.replace(
        RULES["meal_point_fell_to_zero"],
        sql="select 'x' as subject, '330482' as ref_area from range(2)",
    )
    findings.find(world, [doubled])
    check = (findings.QUERIES / "checks" / "finding_key.sql").read_text(encoding="utf-8")
    ((_, rule),) = world.execute(check).fetchall()
    assert rule == "meal_point_fell_to_zero"


def test_a_rule_that_fails_is_named(world):
    broken = dataclasses.replace(RULES["payment_twice"], sql="select no_such_column")
    with pytest.raises(Exception, match="no_such_column") as problem:
        findings.find(world, [broken])
    assert problem.value.__notes__ == ["in queries/findings/payment_twice.sql"]


def test_a_finding_keeps_its_id_when_its_rows_move(world):
    (before,) = found(world, pay(status="待发放"))["payment_twice"]
    for table in ("found", "finding", "finding_place", "finding_rule"):
        world.execute(f"drop table {table}")
    (after,) = found(
        world, "update staging.assistance_payments set file = 'other.csv', line = line + 7"
    )["payment_twice"]
    assert after["finding"] == before["finding"]
    assert after["lines"] == [line + 7 for line in before["lines"]]


def test_findings_are_the_same_after_a_rebuild(tiny, tmp_path):
    def ids(version):
        with database.connect(version.records, read_only=True) as con:
            return con.execute("select finding, evidence_zh from finding order by all").fetchall()

    data = tiny_data(tmp_path / "data")
    first = ids(tiny)
    path = data / "extracts" / "assistance_payments.csv"
    head, *rows = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([head, *reversed(rows)]) + "\n", encoding="utf-8")
    assert first
    assert ids(build(data, tmp_path / "var")) == first


@pytest.fixture(scope="module")
def secrets(demo):
    """Every pseudonym and payment number of the sensitive extract."""
    with database.connect() as con:
        path = demo.folder / "staging" / "assistance_payments.parquet"
        return {
            value
            for row in con.execute(
                f"select distinct person, household, payment from read_parquet('{path}')"
            ).fetchall()
            for value in row
        }


def test_no_finding_names_a_person_household_or_payment(demo_records, secrets):
    shown = " ".join(
        str(value)
        for row in demo_records.execute("select * from finding").fetchall()
        for value in row
    )
    assert "同月领取" in shown
    assert len(secrets) > 10_000
    assert not [secret for secret in secrets if secret in shown]


def test_the_demo_has_a_case_of_every_audit_and_the_shapes_its_readme_names(demo_records):
    rows = records(demo_records, "select * from finding")
    audits = {rule.id for rule in RULES.values() if rule.kind == "audit"}
    assert audits == {row["rule"] for row in rows if row["kind"] == "audit"}
    cases = {(row["rule"], row["ref_area"], row["time_period"]) for row in rows}
    assert {
        ("meal_month_absent", "330482107", "2022-04"),
        ("meal_month_absent", "330482107", "2022-05"),
        ("payment_month_absent", "330482103", "2021-11"),
        ("payments_resumed", "330482103", "2021-12"),
        ("meal_point_fell_to_zero", "330482106", "2024-08"),
        ("community_without_lounge", "330482108", "2024-08"),
        ("meal_return_over_capacity", "330482103", "2024-03"),
    } <= cases
    outliers = [row for row in rows if row["kind"] == "outlier"]
    assert 0 < len(outliers) < 40
    assert {"2022-12", "2023-01"} <= {row["time_period"] for row in outliers}  # the epidemic


def test_records_of_a_finding_are_kept_apart_from_what_is_published(demo_shelf, demo_records):
    with pytest.raises(Exception, match="finding_place"):
        demo_shelf.execute("select 1 from finding_place")
    places = "select finding, count(*) from finding_place group by 1"
    rows = "select finding, rows from finding where rows > 0"
    assert sorted(demo_records.execute(places).fetchall()) == sorted(
        demo_records.execute(rows).fetchall()
    )


def test_doubts_about_sensitive_records_are_published_neither_singly_nor_in_number(
    demo_shelf, demo_records
):
    extracts = "select distinct extract from finding"
    assert ("assistance_payments",) in demo_records.execute(extracts).fetchall()
    assert ("assistance_payments",) not in demo_shelf.execute(extracts).fetchall()
    assert ("meal_services",) in demo_shelf.execute(extracts).fetchall()
