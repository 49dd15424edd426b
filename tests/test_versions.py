"""Versions: the same bytes give the same version, and nothing ever breaks the one that is live."""

import fcntl
import json
import os
import shutil
import signal
import subprocess
import sys

import duckdb
import pytest

from queries import database, store, versions
from queries.build import BuildFailed, build
from queries.contracts import load_contracts
from queries.inputs import inputs
from queries.places import ROOT
from queries.versions import BuildRunning
from tests.rows import records, tiny_data


@pytest.fixture
def data(tmp_path):
    """A data folder of its own, free to spoil."""
    return tiny_data(tmp_path / "data")


@pytest.fixture
def var(tiny, tmp_path):
    """A var folder of its own in which the tiny version is live."""
    folder = tmp_path / "var"
    shutil.copytree(tiny.folder.parent.parent, folder)
    return folder


def fingerprint(data):
    return versions.version_id(data, inputs(data, load_contracts(data / "contracts")))


def left_behind(var):
    return [path.name for path in var.iterdir() if path.name.startswith((".current", "building-"))]


def test_two_clean_builds_of_the_same_bytes_are_the_same_version(tiny, data, tmp_path, monkeypatch):
    monkeypatch.setattr(database, "CONFIG", database.CONFIG | {"threads": "1"})
    again = build(data, tmp_path / "var")
    assert again.id == tiny.id
    assert again.manifest() == tiny.manifest()
    assert again.folder != tiny.folder


@pytest.mark.parametrize("order", ["ref_area", "time_period desc", "hash(ref_area, time_period)"])
def test_the_same_rows_have_one_hash_in_whatever_order(tiny, order):
    with database.connect() as con:
        con.execute(f"attach '{tiny.published}' as published (read_only)")
        for table in ("observation", "figure_cell"):
            con.execute(f"create table {table} as from published.{table} order by {order}")
        found = con.execute(database.script("content_hash")).fetchall()
    assert found == [(tiny.manifest()["content"],)]


def test_a_build_of_what_is_built_reads_nothing_again(data, var, tiny):
    stages = []
    again = build(data, var, lambda stage, done: stages.append(stage))
    assert (again.id, stages) == (tiny.id, [])


def test_another_byte_in_an_extract_is_another_version(data):
    before = fingerprint(data)
    extract = data / "extracts" / "meal_points.csv"
    extract.write_bytes(extract.read_bytes() + b"\n")
    assert fingerprint(data) != before


def test_another_word_in_a_contract_is_another_version(data):
    before = fingerprint(data)
    contract = data / "contracts" / "meal_points.toml"
    contract.write_text(contract.read_text(encoding="utf-8") + "\n# 改\n", encoding="utf-8")
    assert fingerprint(data) != before


def test_the_manifest_says_what_went_in(tiny):
    manifest = tiny.manifest()
    assert manifest["version"] == tiny.id
    receipts = {receipt["contract"]: receipt for receipt in manifest["inputs"]}
    assert receipts["organizations"]["rows"] == 15
    assert len(receipts["organizations"]["sha256"]) == 64
    assert "observation.sql" in manifest["queries"]
    assert "indicators/organization_registered.sql" in manifest["queries"]


def test_a_version_holds_what_readers_and_records_need_and_no_working_file(tiny):
    held = {path.name for path in tiny.folder.iterdir()}
    rows = {"rows.duckdb", "rows_sensitive.duckdb"}
    assert held == {"published.duckdb", "records.duckdb", "manifest.json", "staging"} | rows


def test_observations_can_be_read_by_any_tool(tiny_shelf):
    columns = {row["column_name"] for row in records(tiny_shelf, "describe observation")}
    assert columns >= {
        "indicator",
        "ref_area",
        "time_period",
        "category",
        "numerator",
        "denominator",
        "obs_value",
        "obs_status",
    }


def test_before_the_first_build_nothing_is_live(tmp_path):
    assert versions.current(tmp_path) is None
    assert versions.all_versions(tmp_path) == []


def test_a_pointer_to_a_version_that_is_gone_is_no_live_version(tmp_path):
    (tmp_path / "current.json").write_text('{"version": "0123456789ab"}', encoding="utf-8")
    assert versions.current(tmp_path) is None


def hand_made(var, id_, content=""):
    """Publish a folder that stands for a version."""
    with versions.building(var, id_) as folder:
        (folder / "published.duckdb").write_text(content, encoding="utf-8")
        (folder / "manifest.json").write_text('{"withheld": {}}', encoding="utf-8")
        versions.place(var, folder, id_)
    return versions.switch(var, id_)


def test_the_pointer_follows_each_build_and_the_old_version_stays(tmp_path):
    first = hand_made(tmp_path, "first")
    assert versions.current(tmp_path) == first
    os.utime(first.folder / "manifest.json", (0, 0))
    second = hand_made(tmp_path, "second")
    assert versions.current(tmp_path) == second
    assert versions.all_versions(tmp_path) == [second, first]
    assert first.published.exists()
    assert json.loads((tmp_path / "current.json").read_text(encoding="utf-8")) == {
        "version": "second"
    }
    assert left_behind(tmp_path) == []


def test_publishing_an_earlier_version_again_makes_it_live(tmp_path):
    first = hand_made(tmp_path, "first")
    hand_made(tmp_path, "second")
    versions.switch(tmp_path, "first")
    assert versions.current(tmp_path) == first


def spoil_an_extract(data):
    (data / "extracts" / "meal_points.csv").write_text("编号,名称\n1,甲\n", encoding="utf-8")


def spoil_a_reference(data):
    path = data / "reference" / "township.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",是,", ",也许,", 1), encoding="utf-8")


def spoil_a_board(data):
    path = data / "reference" / "board.csv"
    path.write_text(
        path.read_text(encoding="utf-8").rstrip() + "\noverview,99,happiness\n", encoding="utf-8"
    )


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (spoil_an_extract, r"extracts/meal_points\.csv（.*）：缺少必需的列"),
        (spoil_a_reference, r"reference/township\.csv：第2行.*参照表须全部合格"),
        (spoil_a_board, r"board_indicator\.sql.*happiness"),
    ],
)
def test_a_build_that_fails_leaves_the_live_version_and_no_folder(data, var, tiny, spoil, says):
    spoil(data)
    with pytest.raises(BuildFailed, match=says):
        build(data, var)
    assert versions.current(var).id == tiny.id
    assert [version.id for version in versions.all_versions(var)] == [tiny.id]
    assert left_behind(var) == []


def test_every_file_that_cannot_be_read_is_named_at_once(data, var):
    spoil_an_extract(data)
    (data / "extracts" / "organizations.csv").unlink()
    with pytest.raises(BuildFailed) as refusal:
        build(data, var)
    assert "meal_points.csv" in str(refusal.value)
    assert "organizations.csv" in str(refusal.value)


def test_an_error_in_the_midst_of_a_build_leaves_the_live_version(data, var, tiny):
    with (data / "reference" / "setting.csv").open("a", encoding="utf-8") as file:
        file.write("\n")  # another byte, another version to build

    def fails(stage, done):
        if done > 0.5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(data, var, fails)
    assert versions.current(var).id == tiny.id
    assert left_behind(var) == []


def test_a_second_build_is_turned_away_while_one_runs(tmp_path):
    with (
        versions.building(tmp_path, "first"),
        pytest.raises(BuildRunning, match="另一个构建正在进行"),
        versions.building(tmp_path, "second"),
    ):
        pass


def test_a_build_in_another_process_is_respected(tmp_path):
    (tmp_path / "build.lock").touch()
    with (tmp_path / "build.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(BuildRunning), versions.building(tmp_path, "mine"):
            pass
    with versions.building(tmp_path, "mine") as folder:
        assert folder.exists()


KILLED = """
import os, signal, sys
from pathlib import Path
from queries import versions
with versions.building(Path(sys.argv[1]), "killed") as folder:
    (folder / "work.duckdb").write_text("half a database")
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_what_a_killed_build_left_is_swept_by_the_next(var, tiny):
    killed = subprocess.run([sys.executable, "-c", KILLED, str(var)], cwd=ROOT, check=False)
    assert killed.returncode == -signal.SIGKILL
    assert left_behind(var) == ["building-killed"]
    assert versions.current(var).id == tiny.id
    with versions.building(var, "next"):
        assert left_behind(var) == ["building-next"]
    assert left_behind(var) == []


def test_an_empty_folder_to_build_in_is_given_even_if_one_was_left(tmp_path):
    (tmp_path / "building-same").mkdir(parents=True)
    (tmp_path / "building-same" / "work.duckdb").touch()
    with versions.building(tmp_path, "same") as folder:
        assert list(folder.iterdir()) == []


def test_a_reader_of_the_old_version_goes_on_reading_it(var):
    old = versions.current(var)
    before = store.read(old, "trend", indicator="meal_served")
    with versions.building(var, "later") as folder:
        shutil.copytree(old.folder, folder, dirs_exist_ok=True)
        with database.connect(folder / "published.duckdb") as con:
            con.execute("update observation set obs_value = obs_value + 1")
        versions.place(var, folder, "later")
    later = versions.switch(var, "later")
    assert versions.current(var) == later
    assert store.read(old, "trend", indicator="meal_served").equals(before)
    after = store.read(later, "trend", indicator="meal_served")
    assert (after["obs_value"] - before["obs_value"]).dropna().eq(1).all()


def test_a_published_version_cannot_be_written(tiny):
    with (
        database.connect(tiny.published, read_only=True) as con,
        pytest.raises(duckdb.Error, match="read-only"),
    ):
        con.execute("delete from observation")


def test_no_query_can_fetch_an_extension_from_outside():
    with database.connect() as con:
        settings = con.execute(
            "select current_setting('autoinstall_known_extensions'), "
            "current_setting('autoload_known_extensions')"
        ).fetchall()[0]
    assert settings == (False, False)
