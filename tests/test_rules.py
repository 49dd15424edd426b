"""The contracts' rules: a good row breaks none; one mistake in it breaks the rule meant for it."""

import csv

import pandas as pd
import pytest

from tests.rows import FIXTURE

EXTRACTS = [
    "organizations",
    "social_workers",
    "resident_lounges",
    "meal_points",
    "meal_services",
    "assistance_payments",
]

BREAKS = [  # extract, rule, what is changed in the good row
    ("organizations", "deregistration_agrees", {"deregistered_on": "2024-01-31"}),
    ("organizations", "deregistration_agrees", {"basis": "注销"}),
    ("organizations", "deregistered_after_registered", {"deregistered_on": "2016-05-09"}),
    ("organizations", "kind_given", {"kind": ""}),
    ("organizations", "grade_dated", {"graded_on": ""}),
    ("organizations", "graded_after_registered", {"graded_on": "2016-05-09"}),
    ("organizations", "within_as_of", {"registered_on": "2024-04-01"}),
    ("organizations", "activity_in_lifetime", {"last_activity_on": "2024-04-01"}),
    ("organizations", "credit_code_of_kind", {"kind": "社会团体"}),
    ("organizations", "credit_code_of_kind", {"credit_code": "51330482MJ0000002F"}),
    ("organizations", "filed_has_no_kind", {"basis": "备案"}),
    ("organizations", "filed_has_no_grade", {"basis": "备案"}),
    ("organizations", "industry_is_body", {"field": "行业协会"}),
    ("organizations", "community_has_place", {"community": ""}),
    ("organizations", "name_complete", {"name": "服务社"}),
    ("organizations", "name_in_chinese", {"name": "52330482MJ00000019"}),
    ("organizations", "registered_since_1949", {"registered_on": "1949-09-30"}),
    ("organizations", "graded_before_deregistered", {"deregistered_on": "2023-06-14"}),
    ("organizations", "active_before_deregistered", {"deregistered_on": "2024-03-19"}),
    ("organizations", "as_of_plausible", {"as_of": "2042-03-31"}),
    ("social_workers", "certified_within_as_of", {"certified_on": "2024-01-01"}),
    ("social_workers", "tier_dated", {"tier_since": ""}),
    ("social_workers", "tier_after_certificate", {"tier_since": "2018-09-29"}),
    ("social_workers", "adult_when_certified", {"birth_year": "2001"}),
    ("social_workers", "worker_format", {"worker": "某某某"}),
    ("social_workers", "worker_is_pseudonym", {"worker": "33048219900101001x"}),
    ("social_workers", "worker_is_pseudonym", {"worker": "13800000000"}),
    ("social_workers", "certified_since_first_exam", {"certified_on": "2008-05-31"}),
    ("social_workers", "hours_2021_after_certificate", {"certified_on": "2022-01-01"}),
    ("social_workers", "hours_2022_after_certificate", {"certified_on": "2023-01-01"}),
    ("social_workers", "hours_2023_after_certificate", {"certified_on": "2024-01-01"}),
    ("social_workers", "as_of_plausible", {"as_of": "2018-12-31"}),
    ("resident_lounges", "dates_in_order", {"started_on": "2021-01-31"}),
    ("resident_lounges", "built_was_started", {"started_on": ""}),
    ("resident_lounges", "stage_agrees", {"stage": "在建"}),
    ("resident_lounges", "within_as_of", {"built_on": "2024-04-01"}),
    ("resident_lounges", "model_dated", {"model_year": ""}),
    ("resident_lounges", "lounge_format", {"lounge": "水洞埭"}),
    ("resident_lounges", "name_in_chinese", {"name": "HKT001"}),
    ("resident_lounges", "planned_since_2000", {"planned_on": "1921-02-01"}),
    ("resident_lounges", "built_within_5_years", {"started_on": "2016-12-29"}),
    ("resident_lounges", "built_has_area", {"area": ""}),
    ("resident_lounges", "model_is_built", {"stage": "在建"}),
    ("resident_lounges", "model_year_after_built", {"built_on": "2023-01-01"}),
    ("resident_lounges", "model_year_within_as_of", {"model_year": "2025"}),
    ("resident_lounges", "only_model_subsidised", {"is_model": "否"}),
    ("resident_lounges", "position_complete", {"lat": ""}),
    ("resident_lounges", "as_of_plausible", {"as_of": "2042-03-31"}),
    ("meal_points", "closed_after_opened", {"closed_on": "2019-04-30"}),
    ("meal_points", "within_as_of", {"closed_on": "2024-04-01"}),
    ("meal_points", "meal_point_format", {"meal_point": "一号"}),
    ("meal_points", "name_in_chinese", {"name": "P01"}),
    ("meal_points", "opened_since_1949", {"opened_on": "1919-05-01"}),
    ("meal_points", "canteen_has_capacity", {"capacity": ""}),
    ("meal_points", "position_complete", {"lon": ""}),
    ("meal_points", "as_of_plausible", {"as_of": "2018-12-31"}),
    ("meal_services", "delivered_within_meals", {"delivered": "2481"}),
    ("meal_services", "persons_within_meals", {"persons": "0"}),
    ("meal_services", "persons_within_meals", {"persons": "2481"}),
    ("meal_services", "meal_point_format", {"meal_point": "中心食堂"}),
    ("meal_services", "month_plausible", {"month": "2014-12"}),
    ("meal_services", "three_meals_a_day", {"persons": "26"}),  # 26 · 93 = 2418 < 2480
    ("meal_services", "subsidy_needs_meals", {"meals": "0"}),
    ("meal_services", "subsidy_per_meal", {"subsidy": "248000.01"}),
    ("assistance_payments", "amount_positive", {"amount": "0"}),
    ("assistance_payments", "payment_format", {"payment": "第1笔"}),
    ("assistance_payments", "person_format", {"person": "R 001"}),
    ("assistance_payments", "person_is_pseudonym", {"person": "330482199001010010"}),
    ("assistance_payments", "household_format", {"household": "某户"}),
    ("assistance_payments", "household_is_pseudonym", {"household": "330482900101001"}),
    ("assistance_payments", "month_plausible", {"month": "2042-01"}),
    ("assistance_payments", "one_person", {"programme": "高龄津贴"}),
    ("assistance_payments", "amount_per_person", {"amount": "30000.01"}),
    ("assistance_payments", "amount_at_least_1", {"amount": "0.24"}),
]


SPARED = [  # extract, cells that may be empty
    ("meal_points", {"closed_on": "", "lon": "", "lat": ""}),
    ("social_workers", {"birth_year": "", "hours_2021": ""}),
    ("resident_lounges", {"lon": "", "lat": ""}),
    ("organizations", {"grade": "", "graded_on": "", "last_activity_on": "", "party_body": ""}),
]


@pytest.fixture(scope="module")
def broken(_desk, contracts):
    """Return {(extract, changes): names of the rules broken}; one question an extract."""
    tried = [(extract, {}) for extract in EXTRACTS]
    tried += [(extract, changes) for extract, _, changes in BREAKS] + SPARED
    found = {}
    for extract in EXTRACTS:
        changed = [changes for one, changes in tried if one == extract]
        for changes, names in zip(
            changed, _judged(_desk, contracts[extract], changed), strict=True
        ):
            found[extract, str(changes)] = names
    return lambda extract, changes: found[extract, str(changes)]


def _judged(con, contract, changed):
    """Return the names of the rules that each changed copy of a good row breaks."""
    with (FIXTURE / "extracts" / f"{contract.id}.csv").open(encoding="utf-8") as file:
        good = next(csv.DictReader(file))
    row = {column.name: good[column.name_zh] for column in contract.columns}
    cells = pd.DataFrame([row | changes for changes in changed]).add_prefix("cell_")
    township = contract.column_of_type("township").name
    values = ", ".join(
        f"read_community(cell_{column.name}, cell_{township}) as {column.name}"
        if column.type == "community"
        else f"read_{column.type}(cell_{column.name}) as {column.name}"
        for column in contract.columns
    )
    rules = ", ".join(f"not ({rule.expect})" for rule in contract.rules)
    con.register("cells", cells)
    judged = con.execute(f"select {rules} from (select {values} from cells)").fetchall()
    con.unregister("cells")
    for faults in judged:
        yield {rule.name for rule, fault in zip(contract.rules, faults, strict=True) if fault}


@pytest.mark.parametrize("extract", EXTRACTS)
def test_a_good_row_breaks_no_rule(broken, extract):
    assert broken(extract, {}) == set()


@pytest.mark.parametrize(("extract", "rule", "changes"), BREAKS)
def test_a_row_with_the_mistake_a_rule_is_for_breaks_it(broken, extract, rule, changes):
    assert rule in broken(extract, changes)


@pytest.mark.parametrize(("extract", "changes"), SPARED)
def test_an_empty_optional_cell_breaks_no_rule(broken, extract, changes):
    assert broken(extract, changes) == set()


def test_every_rule_has_a_row_that_breaks_it(contracts):
    declared = {(extract, rule.name) for extract in EXTRACTS for rule in contracts[extract].rules}
    assert declared == {(extract, rule) for extract, rule, _ in BREAKS}


@pytest.mark.parametrize("extract", EXTRACTS)
def test_rules_are_named_once_and_say_what_is_wrong_and_how_to_mend_it(contracts, extract):
    rules = contracts[extract].rules
    assert len({rule.name for rule in rules}) == len(rules)
    assert len({rule.cause_zh for rule in rules}) == len(rules)
    assert all(rule.mend_zh for rule in rules)
