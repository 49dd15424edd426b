"""Sources: rows that are typed already, in Parquet files or in a table at the cluster.

They are copied into the version like any other rows, for a version owns what it counts. Nobody is
there to mend a refused row by hand: one that breaks its contract refuses the source, and is mended
upstream. Files are part of a version by their bytes; a table by the `snapshot` its contract names,
for that is all a build can know of it without reading it: whoever keeps the table changes both.
"""

import shutil
from pathlib import Path

from queries import statements
from queries.checks import REPEATED, row_checks
from queries.contracts import TYPES, Contract
from queries.decode import sha256
from queries.faults import FileRefused
from queries.intake import Receipt

WIDENED = {("INTEGER", "BIGINT"), ("SMALLINT", "BIGINT"), ("FLOAT", "DOUBLE")}  # losing nothing


def parquet_files(contract: Contract) -> list[tuple[str, Path]]:
    """Return the name and path of each Parquet file of a contract's source, none for a table."""
    pattern = contract.source.get("parquet")
    if not pattern:
        return []
    parts = Path(pattern).parts
    fixed = [*(place for place, part in enumerate(parts) if set(part) & set("*?[")), len(parts) - 1]
    base = Path(*parts[: fixed[0]])
    found = sorted(base.glob(str(Path(*parts[fixed[0] :]))))
    return [(path.relative_to(base).as_posix(), path) for path in found] or [(pattern, Path(pattern))]


def receive(con, contract: Contract, files, staging: Path, spark) -> list[Receipt]:
    """Copy a source's rows to view staging.<extract>; return a receipt a file, or FileRefused."""
    table = contract.source.get("table", "")
    parts = [(one.name, one.path) for one in files]
    if table:
        if spark is None:
            raise FileRefused("source_elsewhere", table=table)
        columns = ", ".join(column.name for column in contract.columns)
        copied = spark.save(f"select {columns} from {table}", f"sources/{contract.id}")
        parts = [(table, path) for path in copied]
    held = [_held(con, contract, *part) for part in parts]
    whole = statements.text(staging / f"{contract.id}.parquet")
    rows = statements.sourced(contract, parts, set.intersection(*held), table)
    con.execute(f"copy ({rows}) to {whole} (compression zstd)")
    con.execute(f"create or replace view staging.{contract.id} as from read_parquet({whole})")
    _keep_promises(con, contract)
    counted = con.table(f"staging.{contract.id}").aggregate("file, count(*)").fetchall()
    return [
        Receipt(contract.id, file, _hash(file, parts, table), "parquet", rows, rows, 0, ())
        for file, rows in sorted(counted)
    ]
