"""Sources: an extract whose rows are Parquet or a table at a cluster, as its contract says."""

from pathlib import Path

import duckdb
import pytest

from queries import inputs, versions
from queries.build import prepare
from queries.contracts import load_contracts, read_contract
from queries.faults import BuildFailed, FileRefused
from tests import clusters
from tests.rows import tiny_data

EXTRACT = "meal_points"


@pytest.fixture
def county(tiny, tmp_path):
    """The tiny county's data, its meal points as Parquet files of a warehouse instead of a CSV."""
    data, lake = tiny_data(tmp_path / "data"), tmp_path / "lake"
    lake.mkdir()
    (data / "extracts" / f"{EXTRACT}.csv").unlink()
    staged = tiny.folder / "staging" / f"{EXTRACT}.parquet"
    rows = f"select * exclude (file, line) from read_parquet('{staged}')"
    duckdb.execute(f"copy ({rows}) to '{lake}/a.parquet'")
    _source(data, f'{{ parquet = "{lake}/*.parquet" }}')
    return data, lake


def _source(data, said):
    """Have the contract name a source instead of a file."""
    path = data / "contracts" / f"{EXTRACT}.toml"
    told = path.read_text(encoding="utf-8").splitlines()
    lines = [line for line in told if not line.startswith(("file = ", "source = "))]
    lines.insert(1, f"source = {said}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _rewrite(lake, select):
    select = select.format(rows=f"read_parquet('{lake}/a.parquet')")
    duckdb.execute(f"copy ({select}) to '{lake}/b' (format parquet)")
    (lake / "b").replace(lake / "a.parquet")


def test_parquet_counts_as_the_csv_it_stands_for(county, tiny, tmp_path):
    data, _ = county
    version = prepare(data, tmp_path / "var")
    assert version.manifest()["content"] == tiny.manifest()["content"]
    (receipt,) = [one for one in version.manifest()["inputs"] if one["contract"] == EXTRACT]
    assert (receipt["file"], receipt["encoding"], receipt["refused"]) == ("a.parquet", "parquet", 0)
    (before,) = [one for one in tiny.manifest()["inputs"] if one["contract"] == EXTRACT]
    assert receipt["rows"] == before["loaded"]
    staged = version.folder / "staging" / f"{EXTRACT}.parquet"
    lines = duckdb.sql(
        f"select file, min(line), max(line) from '{staged}' group by file"
    ).fetchall()
    assert lines == [("a.parquet", 1, receipt["rows"])]


def test_other_bytes_of_a_source_are_another_version(county):
    data, lake = county
    contracts = load_contracts(data / "contracts")
    before = versions.version_id(data, inputs.inputs(data, contracts))
    _rewrite(lake, "select * from {rows} limit 1")
    assert versions.version_id(data, inputs.inputs(data, contracts)) != before


def test_another_snapshot_of_a_table_is_another_version(county):
    data, _ = county
    found = set()
    for snapshot in ("1", "2"):
        _source(data, f'{{ table = "warehouse.meal_points", snapshot = "{snapshot}" }}')
        contracts = load_contracts(data / "contracts")
        found.add(versions.version_id(data, inputs.inputs(data, contracts)))
    assert len(found) == 2


def test_a_column_of_another_type_is_named(county, tmp_path):
    data, lake = county
    _rewrite(lake, "select * replace (cast(opened_on as varchar) as opened_on) from {rows}")
    with pytest.raises(
        BuildFailed, match=r"a\.parquet的列与契约不符：opened_on（.*）应为DATE，实为VARCHAR"
    ):
        prepare(data, tmp_path / "var")


def test_a_row_that_breaks_its_contract_is_named(county, tmp_path):
    data, lake = county
    _rewrite(lake, "select * replace ('999' as ref_area) from {rows}")
    with pytest.raises(
        BuildFailed, match=r"行不合格，例如a\.parquet第1行镇街道：参照表里没有这个代码"
    ):
        prepare(data, tmp_path / "var")


def test_a_table_needs_a_cluster(county, tmp_path):
    data, _ = county
    _source(data, '{ table = "warehouse.meal_points", snapshot = "2026-10-31" }')
    with pytest.raises(BuildFailed, match="数据是集群上的表warehouse"):
        prepare(data, tmp_path / "var")


def test_a_table_at_the_cluster_counts_as_the_csv_it_stands_for(
    county, tiny, tmp_path, tmp_path_factory, monkeypatch
):
    data, lake = county
    _source(data, f'{{ table = "parquet.`{lake}/a.parquet`", snapshot = "2026-10-31" }}')
    with clusters.sail(tmp_path_factory.mktemp("sail")) as started:
        monkeypatch.setenv("ENGINE", started.address)
        version = prepare(data, tmp_path / "var")
    assert version.manifest()["content"] == tiny.manifest()["content"]
    (receipt,) = [one for one in version.manifest()["inputs"] if one["contract"] == EXTRACT]
    assert receipt["file"].startswith("parquet.")
    assert receipt["rows"] == receipt["loaded"] > 0


@pytest.mark.parametrize(
    "said", ['{ csv = "x" }', '{ table = "x" }', '{ parquet = "" }', "{ parquet = 1 }"]
)
def test_a_source_of_no_known_form_is_refused_with_the_contract(county, said):
    data, _ = county
    _source(data, said)
    with pytest.raises(ValueError, match="an extract's source says parquet, or table and snapshot"):
        read_contract(data / "contracts" / f"{EXTRACT}.toml")


def test_a_file_for_an_extract_with_a_source_is_not_taken(county):
    data, _ = county
    contracts = load_contracts(data / "contracts")
    with pytest.raises(FileRefused, match="不收文件"):
        inputs.with_file(
            inputs.inputs(data, contracts), contracts[EXTRACT], Path("x.csv"), inputs.ADD
        )
