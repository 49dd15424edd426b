"""Contracts: every shipped one loads, and a bad one is refused by its file's name."""

import dataclasses

import pytest

from queries.contracts import TYPES, load_contracts, read_contract
from tests.rows import SHIPPED

VISITS = """
kind = "extract"
file = "extracts/visits.csv"
name_zh = "走访记录"
name_en = "Visits"
grain = "one row per visit"
schedule = { freq = "M", due_day = 10 }
key = ["visit"]
as_of = "visited_on"
history_from = 2024-01-01

[[column]]
name = "visit"
name_zh = "编号"
type = "text"
required = true

[[column]]
name = "visited_on"
name_zh = "日期"
type = "date"

[[column]]
name = "manner"
name_zh = "方式"
type = "vocabulary"
vocabulary = ["上门", "电话"]

[[rule]]
name = "this_year"
column = "visited_on"
expect = "year(visited_on) = 2024"
cause_zh = "不是今年"
mend_zh = "核对日期"
"""


def written(folder, text, name="visits"):
    path = folder / f"{name}.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_contract_is_known_by_its_file_name(tmp_path):
    contract = read_contract(written(tmp_path, VISITS))
    assert contract.id == "visits"
    assert [column.name for column in contract.columns] == ["visit", "visited_on", "manner"]
    assert contract.column("manner").vocabulary == ("上门", "电话")
    assert contract.rules[0].cause_zh == "不是今年"
    assert (contract.disclosure, contract.column("visited_on").required) == ("open", False)


def test_a_contract_cannot_be_changed_once_read(tmp_path):
    contract = read_contract(written(tmp_path, VISITS))
    with pytest.raises(dataclasses.FrozenInstanceError):
        contract.kind = "reference"


def test_reference_tables_come_first_because_extracts_are_read_against_them(tmp_path):
    written(tmp_path, VISITS, "a_visits")
    written(tmp_path, VISITS.replace('kind = "extract"', 'kind = "reference"'), "z_places")
    assert list(load_contracts(tmp_path)) == ["z_places", "a_visits"]


@pytest.mark.parametrize(
    ("spoilt", "says"),
    [
        (VISITS.replace('type = "date"', 'type = "moment"'), "unknown type 'moment'"),
        (VISITS.replace('name_en = "Visits"\n', ""), "name_en"),
        (VISITS.replace('grain = "one', 'colour = "red"\ngrain = "one'), "colour"),
        (VISITS.replace("required = true", "obligatory = true"), "obligatory"),
        (VISITS.replace('kind = "extract"', 'kind = "ledger"'), "'ledger'"),
        (VISITS.replace("schedule", 'disclosure = "secret"\nschedule'), "'secret'"),
        (VISITS.replace('name = "manner"', 'name = "visit"'), "declared twice"),
        (VISITS.replace('key = ["visit"]', 'key = ["number"]'), "['number']"),
        (VISITS.replace('as_of = "visited_on"', 'as_of = "day"'), "['day']"),
        (VISITS.replace('column = "visited_on"', 'column = "day"'), "['day']"),
        (VISITS.replace('as_of = "visited_on"\n', ""), "declares as_of"),
        (VISITS.replace("history_from = 2024-01-01\n", ""), "history_from"),
        (VISITS.replace('vocabulary = ["上门", "电话"]', ""), "vocabulary"),
        (VISITS.replace('type = "date"', 'type = "date"\nvocabulary = ["上门"]'), "vocabulary"),
        (VISITS.replace('mend_zh = "核对日期"', ""), "mend_zh"),
        (VISITS.split("[[column]]")[0], "column"),
        (VISITS + "\n= 1", "line"),
    ],
    ids=[
        "unknown type",
        "missing key",
        "unknown key",
        "unknown key of a column",
        "unknown kind",
        "unknown disclosure",
        "one column twice",
        "key names no column",
        "as_of names no column",
        "a rule names no column",
        "extract without as_of",
        "extract without history_from",
        "vocabulary without words",
        "words without vocabulary",
        "rule without a mend",
        "no columns",
        "not TOML",
    ],
)
def test_a_bad_contract_is_refused_by_its_file_name(tmp_path, spoilt, says):
    assert spoilt != VISITS
    with pytest.raises(ValueError, match=r"^visits\.toml: ") as refusal:
        read_contract(written(tmp_path, spoilt))
    assert says in str(refusal.value)


def shipped():
    return load_contracts(SHIPPED / "contracts").values()


@pytest.mark.parametrize("contract", shipped(), ids=lambda contract: contract.id)
def test_a_shipped_contract_can_be_read_by_a_clerk(contract):
    assert (SHIPPED / contract.file).exists()
    assert contract.grain.startswith("one row")
    assert contract.meaning_zh.endswith("。")
    headings = [heading for column in contract.columns for heading in {*column.headers}]
    assert len(headings) == len(set(headings)), "a heading means two columns"
    for rule in contract.rules:
        assert rule.cause_zh
        assert rule.mend_zh


@pytest.mark.parametrize(
    "contract",
    [contract for contract in shipped() if contract.kind == "extract"],
    ids=lambda contract: contract.id,
)
def test_a_shipped_extract_says_all_that_its_page_shows(contract):
    assert contract.owner_zh
    assert contract.schedule["freq"] in ("M", "Q", "A")
    assert 1 <= contract.schedule["due_day"] <= 31
    assert contract.column(contract.as_of).type in ("date", "month")
    assert all(contract.column(name).required for name in contract.key)
    assert contract.column_of_type("township").required
    for column in contract.columns:
        assert column.name_en, column.name
        assert column.meaning_zh, column.name


def test_every_kind_of_value_is_used_by_some_shipped_contract():
    used = {column.type for contract in shipped() for column in contract.columns}
    assert used == set(TYPES)


def test_people_are_sensitive():
    disclosure = {contract.id: contract.disclosure for contract in shipped()}
    assert disclosure["assistance_payments"] == "sensitive"
    assert disclosure["social_workers"] != "open"
