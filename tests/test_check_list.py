"""The list of checks: every one has a name, a cause and a way to mend it, in plain Chinese."""

import re
from collections import Counter

import pytest

from queries.checks import all_checks
from queries.faults import FILE_FAULTS
from queries.findings import load_rules
from tests.rows import records

KINDS = {"required", "type", "range", "vocabulary", "key", "cross_column", "line"}


@pytest.fixture(scope="module")
def checks(contracts):
    extracts = [one for one in contracts.values() if one.kind == "extract"]
    return [check for one in extracts for check in all_checks(one)]


def test_a_name_stands_for_one_check_of_an_extract(checks):
    names = Counter((check.contract, check.name) for check in checks)
    assert [name for name, count in names.items() if count > 1] == []


def test_there_are_checks_of_every_kind_and_enough_of_them(checks, contracts):
    assert {check.kind for check in checks} == KINDS
    extracts = {one.id for one in contracts.values() if one.kind == "extract"}
    assert {check.contract for check in checks} == extracts
    cross_column = [check for check in checks if check.kind == "cross_column"]
    assert len(cross_column) >= 30
    assert len(checks) >= 70
    assert {rule.kind for rule in load_rules()} == {"audit", "cross_file", "history", "outlier"}


def test_every_check_says_what_is_wrong_and_how_to_mend_it_in_chinese(checks):
    said = [(check.cause_zh, check.mend_zh) for check in checks]
    said += list(FILE_FAULTS.values()) + [(rule.cause_zh, rule.mend_zh) for rule in load_rules()]
    for cause, mend in said:
        for words in (cause, mend):
            assert re.search(r"[一-鿿]", words), words
            assert not re.search(r"[一-鿿][,;:!?]", words), words
            assert not words.endswith("。"), words


def test_the_list_of_checks_is_published_for_the_page(demo_shelf, checks):
    published = records(demo_shelf, "select contract, name, severity from check_")
    names = {(row["contract"], row["name"]) for row in published}
    assert {(check.contract, check.name) for check in checks} <= names


def test_every_refusal_names_the_check_that_was_broken(demo_shelf):
    unnamed = records(
        demo_shelf,
        "select * from refusal left join check_ on refusal.contract = check_.contract "
        "and refusal.check_name = check_.name where check_.name is null",
    )
    assert unnamed == []
