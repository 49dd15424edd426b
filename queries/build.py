"""The build: every extract through its contract, marts, observations, one published version."""

import json
from pathlib import Path

from queries import arrivals, database, disk, engine, findings, seen, signals, versions
from queries.catalogue import load_catalogue
from queries.contracts import load_contracts
from queries.counting import Progress, count_marts, observe
from queries.decode import sha256
from queries.faults import CHANGED, BuildFailed
from queries.inputs import Inputs, inputs
from queries.parts import Parts
from queries.places import DATA, QUERIES, VAR
from queries.receiving import receive_all
from queries.storing import content_hash, describe, store
from queries.versions import Version


def build(data: Path = DATA, var: Path = VAR, progress: Progress = lambda stage, done: None):
    """Prepare a version from `data`, make it live at once and return it; see publishing.publish."""
    version = prepare(data, var, progress)
    seen.remember(data, version)
    return versions.switch(var, version.id)


def prepare(
    data: Path,
    var: Path,
    progress: Progress = lambda stage, done: None,
    files: Inputs | None = None,
) -> Version:
    """Build a version that no reader is shown yet, and return it. The same bytes give the same id.

    `files` are the inputs if other than those in `data`, say with a file not yet taken in.
    """
    contracts = load_contracts(data / "contracts")
    catalogue = load_catalogue()
    files = inputs(data, contracts) if files is None else files
    id_ = versions.version_id(data, files)
    with disk.refused_when_full(BuildFailed, var), versions.building(var, id_) as folder:
        if versions.version(var, id_).published.exists():
            return versions.version(var, id_)
        work = folder / "work.duckdb"
        with engine.opened(folder) as spark, database.connect_to_build(work) as con:
            parts = Parts(var, data, contracts, files)
            receipts = receive_all(
                con, contracts, files, folder / "staging", parts, progress, spark
            )
            if versions.version_id(data, files) != id_:
                raise BuildFailed(CHANGED)
            describe(con, contracts)
            seen.recall(con, data)
            count_marts(con, parts, progress, spark)
            observe(con, catalogue, progress)
            signals.note(con)
            arrivals.note(con, contracts)
            findings.find(con, findings.load_rules())
            refuse_if_wrong(con)
            progress("写入版本", 0.95)
            store(con, contracts, receipts, folder)
            content = content_hash(con)
            withheld = dict(con.execute(database.script("withheld_share")).fetchall())
        (folder / "work.duckdb").unlink()
        manifest = {
            "version": id_,
            "content": content,
            "engine": spark.name if spark else engine.HERE,
            "withheld": withheld,
            "inputs": [vars(receipt) for receipt in receipts],
            "queries": {
                str(path.relative_to(QUERIES)): sha256(path)
                for path in sorted(QUERIES.rglob("*.sql"))
            },
        }
        (folder / "manifest.json").write_text(
            json.dumps(manifest, ensure_ascii=False, indent=1), encoding="utf-8"
        )
        placed = versions.place(var, folder, id_)
        parts.forget_unused()
        progress("完成", 1.0)
        return placed


def refuse_if_wrong(con):
    """Raise BuildFailed when a check of queries/checks/ returns a row."""
    for path in sorted((QUERIES / "checks").glob("*.sql")):
        sql = path.read_text(encoding="utf-8")
        rows = con.execute(f"select * from ({sql}) as fault limit 5").fetchall()
        if rows:
            raise BuildFailed(f"检查未通过：{path.name}，例如{rows}")
