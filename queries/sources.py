"""Sources: rows that are typed already, in Parquet files or in a table at the cluster.

They are copied into the version like any other rows, for a version owns what it counts. Nobody is
there to mend a refused row by hand: one that breaks its contract refuses the source, and is mended
upstream. Files are part of a version by their bytes; a table by the `snapshot` its contract names,
for that is all a build can know of it without reading it: whoever keeps the table changes both.
"""

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
    return [(path.relative_to(base).as_posix(), path) for path in found] or [
        (pattern, Path(pattern))
    ]


def receive(con, contract: Contract, files, staging: Path, spark) -> list[Receipt]:
    """Copy a source's rows to view staging.<extract>; return a receipt a file, or FileRefused."""
    table = contract.source.get("table", "")
    parts = [(one.name, one.path) for one in files]
    if table:
        if spark is None:
            raise FileRefused("source_elsewhere", table=table)
        copied = spark.save(statements.read_table(contract), f"sources/{contract.id}")
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


def _held(con, contract, name, path):
    """Return which of a contract's columns a Parquet file holds; raise FileRefused for a type."""
    if not path.exists():
        raise FileRefused("absent", file=name, place=str(path.parent))
    relation, faults = con.read_parquet(str(path)), []
    held = dict(zip(relation.columns, map(str, relation.types), strict=True))
    for column in contract.columns:
        wanted = TYPES[column.type].upper().replace(" ", "")
        found = held.get(column.name)
        if found is None and column.required:
            faults.append(f"缺少{column.name}（{column.name_zh}）")
        elif found not in (None, wanted) and (found, wanted) not in WIDENED:
            faults.append(f"{column.name}（{column.name_zh}）应为{wanted}，实为{found}")
    if faults:
        raise FileRefused("source_columns", file=name, columns="；".join(faults))
    return set(held)


def _keep_promises(con, contract):
    """Raise FileRefused if a staged row breaks what its contract promises."""
    checks = row_checks(contract)
    rows, file, line, number = con.execute(statements.unkept(contract, checks)).fetchall()[0]
    if not rows:
        return
    column, cause = contract.key[0], REPEATED[0]
    if number > 0:
        column, cause = checks[number - 1].column, checks[number - 1].cause_zh
    elif number < 0:
        column = contract.columns[-number - 1].name
        cause = "参照表里没有这个代码"
    heading = contract.column(column).name_zh if column else "整行"
    raise FileRefused("source_rows", refused=rows, example=f"{file}第{line}行{heading}：{cause}")


def _hash(file, parts, table):
    """Return the hash of a file's bytes; a table has none."""
    return "" if table else sha256(dict(parts)[file])
