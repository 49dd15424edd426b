"""A file read before is not read again, and what is told of it is the same."""

import os
import shutil

import pytest

from queries import intake, read_once
from queries.build import prepare
from queries.contracts import load_contracts
from queries.faults import CHANGED, BuildFailed
from queries.inputs import inputs
from queries.parts import Parts
from tests.handing import CORRECTED, REFUSED
from tests.rows import everything, tiny_data

MEALS = "meal_services"


@pytest.fixture
def read(monkeypatch):
    """The names of the files that were read, in any order."""
    names, receive = [], intake.receive

    def noted(con, contract, path, out, name="", *more):
        names.append(name)
        return receive(con, contract, path, out, name, *more)

    monkeypatch.setattr(intake, "receive", noted)
    return names


def add(data, row):
    with (data / "extracts" / f"{MEALS}.csv").open("a", encoding="utf-8") as meals:
        meals.write(row)


def test_only_the_file_that_changed_is_read_again(tiny, tmp_path, read):
    var, data = shutil.copytree(tiny.folder.parent.parent, tmp_path / "var"), tiny_data(tmp_path)
    add(data, REFUSED)
    prepare(data, var)
    assert read == [f"{MEALS}.csv"]


def test_what_was_read_before_is_told_again_refused_rows_and_all(tmp_path, read):
    data, var = tiny_data(tmp_path / "data"), tmp_path / "var"
    add(data, REFUSED)
    once = prepare(data, var)
    told = everything(once)
    assert REFUSED.strip().split(",")[1] in str(told["quarantine_row"])
    shutil.rmtree(once.folder)
    read.clear()
    assert everything(prepare(data, var)) == told
    assert not read


def test_a_changed_contract_has_every_file_read_again(desk, tmp_path, read):
    data, files = tiny_data(tmp_path / "data"), []
    contracts = load_contracts(data / "contracts")
    for comment in ("", "", "# 新的说明\n"):
        with (data / "contracts" / f"{MEALS}.toml").open("a", encoding="utf-8") as contract:
            contract.write(comment)
        found = inputs(data, contracts)
        parts = Parts(tmp_path / "var", data, contracts, found)
        read_once.receive(desk, contracts[MEALS], found[MEALS][0], tmp_path, parts)
        files.append(len(read))
    assert files == [1, 1, 2]


@pytest.mark.parametrize("changed", ["longer", "replaced by one as long"])
def test_a_file_that_changes_while_it_is_read_is_not_kept(desk, tmp_path, monkeypatch, changed):
    data = tiny_data(tmp_path / "data")
    contracts = load_contracts(data / "contracts")
    found = inputs(data, contracts)
    parts, receive = Parts(tmp_path / "var", data, contracts, found), intake.receive

    def changing(con, contract, path, *more):
        receipt = receive(con, contract, path, *more)
        if changed == "longer":
            add(data, CORRECTED)
        else:
            shutil.copy(path, tmp_path / "other")
            os.replace(tmp_path / "other", path)
        return receipt

    monkeypatch.setattr(intake, "receive", changing)
    with pytest.raises(BuildFailed, match=CHANGED):
        read_once.receive(desk, contracts[MEALS], found[MEALS][0], tmp_path, parts)
    assert not parts.made
