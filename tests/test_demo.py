"""The shipped extracts are what their script makes: seeded, the same bytes every time."""

import subprocess
import sys

import pytest

from queries import intake
from tests.rows import SHIPPED

EXTRACTS = sorted(path.name for path in (SHIPPED / "extracts").glob("*.csv"))


def make_demo(folder, *arguments):
    command = [sys.executable, str(SHIPPED / "make_demo.py"), "--out", str(folder), *arguments]
    subprocess.run(command, check=True)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made")
    make_demo(folder)
    return folder


def test_an_extract_is_shipped_of_every_contract(contracts):
    declared = {one.id for one in contracts.values() if one.kind == "extract"}
    assert {path.removesuffix(".csv") for path in EXTRACTS} == declared


@pytest.mark.parametrize("name", EXTRACTS)
def test_the_script_makes_the_shipped_bytes(made, name):
    assert (made / name).read_bytes() == (SHIPPED / "extracts" / name).read_bytes()


def test_the_script_makes_nothing_else(made):
    assert sorted(path.name for path in made.iterdir()) == EXTRACTS


def test_the_shipped_extracts_are_small_enough_to_clone():
    size = sum((SHIPPED / "extracts" / name).stat().st_size for name in EXTRACTS)
    assert size <= 25_000_000


def test_the_shipped_extracts_come_in_the_encodings_and_shapes_offices_save(demo):
    inputs = demo.manifest()["inputs"]
    assert {"utf-8", "utf-8-sig", "gb18030"} <= {receipt["encoding"] for receipt in inputs}
    assert any(receipt["refused"] for receipt in inputs)


def test_large_payments_are_made_to_order_and_pass_the_contract(desk, contracts, tmp_path):
    for folder in ("one", "two"):
        make_demo(tmp_path / folder, "--rows", "2000")
    first, second = (tmp_path / folder / "assistance_payments.csv" for folder in ("one", "two"))
    assert first.read_bytes() == second.read_bytes()
    receipt = intake.receive(desk, contracts["assistance_payments"], first, tmp_path)
    assert (receipt.rows, receipt.refused) == (2000, 0)
