"""The build: every extract through its contract, marts, observations, one published version."""

import json
from collections.abc import Callable
from pathlib import Path

from queries import database, disk, intake, statements, versions
from queries.catalogue import load_catalogue
from queries.contracts import load_contracts
from queries.counting import count_marts, observe
from queries.decode import FileRefused, sha256
from queries.places import DATA, QUERIES, VAR
from queries.storing import content_hash, store

Progress = Callable[[str, float], None]


class BuildFailed(RuntimeError):
    """A file or a check refused the build; the live version is untouched. Message in Chinese."""


def build(data: Path = DATA, var: Path = VAR, progress: Progress = lambda stage, done: None):
    """Build and publish a version from `data`; return it. The same bytes give the same id."""
    contracts = load_contracts(data / "contracts")
    catalogue = load_catalogue()
    id_ = versions.version_id(data, contracts)
    with (
        disk.refused_when_full(BuildFailed, var),
        versions.building(var, id_) as folder,
    ):
        if versions.version(var, id_).published.exists():
            return versions.publish(var, None, id_)
        with database.connect(folder / "work.duckdb") as con:
            receipts = receive_all(con, contracts, data, folder / "staging", progress)
            if versions.version_id(data, contracts) != id_:
                raise BuildFailed("构建期间有文件被改动。请等文件放好后重新构建")
            count_marts(con, progress)
            observe(con, catalogue, progress)
            refuse_if_wrong(con)
            progress("写入版本", 0.95)
            store(con, contracts, receipts, folder)
            content = content_hash(con)
        (folder / "work.duckdb").unlink()
        manifest = {
            "version": id_,
            "content": content,
            "engine": "duckdb",
            "inputs": [vars(receipt) for receipt in receipts],
            "queries": {
                str(path.relative_to(QUERIES)): sha256(path)
                for path in sorted(QUERIES.rglob("*.sql"))
            },
        }
        (folder / "manifest.json").write_text(
            json.dumps(manifest, ensure_ascii=False, indent=1), encoding="utf-8"
        )
        progress("发布", 1.0)
        return versions.publish(var, folder, id_)


def receive_all(con, contracts, data, staging, progress: Progress):
    """Read every file into reference.* tables and staging.* views; return the receipts."""
    staging.mkdir()
    progress("读取参照表", 0.0)
    receipts, faults = receive_references(con, contracts, data, staging), []
    extracts = [contract for contract in contracts.values() if contract.kind == "extract"]
    for step, contract in enumerate(extracts):
        progress(f"读取{contract.name_zh}", 0.05 + 0.5 * step / len(extracts))
        try:
            receipts.append(intake.receive(con, contract, data / contract.file, staging))
        except FileRefused as refusal:
            faults.append(f"{contract.file}（{contract.name_zh}）：{refusal}")
            continue
        parquet = statements.text(staging / f"{contract.id}.parquet")
        con.execute(f"create view staging.{contract.id} as from read_parquet({parquet})")
    if faults:
        raise BuildFailed("\n".join(faults))
    _say_how_far(con, extracts)
    return receipts


def receive_references(con, contracts, data, staging):
    """Read the reference tables into reference.*; return their receipts.

    One refused row refuses the build: everything else is read and counted against these.
    """
    con.execute("create schema reference; create schema staging; create schema mart")
    con.execute(database.script("quarantine_table"))
    con.execute(database.script("values"))
    receipts = []
    for contract in contracts.values():
        if contract.kind == "reference":
            receipt = intake.receive(con, contract, data / contract.file, staging)
            if receipt.refused:
                raise BuildFailed(
                    f"{contract.file}：{_first_fault(con, contract)}。参照表须全部合格"
                )
            parquet = statements.text(staging / f"{contract.id}.parquet")
            con.execute(f"create table reference.{contract.id} as from read_parquet({parquet})")
            receipts.append(receipt)
    con.execute(database.script("place_names"))
    return receipts


def refuse_if_wrong(con):
    """Raise BuildFailed when a check of queries/checks/ returns a row."""
    for path in sorted((QUERIES / "checks").glob("*.sql")):
        sql = path.read_text(encoding="utf-8")
        rows = con.execute(f"select * from ({sql}) as fault limit 5").fetchall()
        if rows:
            raise BuildFailed(f"检查未通过：{path.name}，例如{rows}")


def _first_fault(con, contract):
    faults = con.execute(database.script("fault"), {"contract": contract.id}).fetchall()
    line, column, _, cause, _ = faults[0]
    return f"第{line}行{column or ''}{cause}"


def _say_how_far(con, extracts):
    """Make reference.extract and extract_month: what the marts count from, and how far."""
    con.execute("create table reference.extract (extract varchar, history_from date, as_of date)")
    for contract in extracts:
        is_month = contract.column(contract.as_of).type == "month"
        until = f"last_day(max({contract.as_of}))" if is_month else f"max({contract.as_of})"
        con.execute(
            f"insert into reference.extract select ?, ?, {until} from staging.{contract.id}",
            [contract.id, contract.history_from],
        )
    con.execute(f"create table reference.extract_month as {database.script('extract_month')}")
