"""Intake: a file and its contract in, typed rows and refused rows out. Nothing is lost."""

from dataclasses import dataclass
from pathlib import Path

import duckdb

from queries import database, decode, statements
from queries.contracts import Contract
from queries.decode import FileRefused

MOST_REFUSED = 0.5  # a file of which more than this share is refused is the wrong file


@dataclass(frozen=True)
class Receipt:
    """What came of one file: rows = loaded + refused, and lines account for all of them."""

    contract: str
    file: str
    sha256: str
    encoding: str
    rows: int
    loaded: int
    refused: int
    surplus: tuple[str, ...]


def receive(con: duckdb.DuckDBPyConnection, contract: Contract, path: Path, out: Path) -> Receipt:
    """Write `out`/<contract>.parquet and append to table `quarantine`; raise FileRefused.

    The Parquet holds the contract's columns plus `file` and `line`. `quarantine` has one row per
    fault: contract, file, line, column_name, value, cause_zh, mend_zh.
    """
    if not path.exists():
        raise FileRefused(f"找不到文件{path.name}。请放入{contract.file}")
    source = decode.open_source(path, out)
    columns, surplus = decode.places(contract, source.headings)
    _read(con, source)
    parsed = statements.parsed(contract, columns, source.header)
    con.execute(f"create or replace temp table parsed as {parsed}")
    con.execute(f"create or replace temp table repeated as {statements.repeated(contract)}")
    con.execute(
        f"copy ({statements.staged(contract, path.name)}) to "
        f"{statements.text(out / f'{contract.id}.parquet')} (compression zstd)"
    )
    _quarantine(con, contract, path.name)
    loaded, refused = con.execute(
        "select count(*) filter (where len(faults) = 0), count(*) from parsed"
    ).fetchall()[0]
    repeats, broken = con.execute(
        "select (select count(*) from repeated), (select count(*) from broken)"
    ).fetchall()[0]
    receipt = Receipt(
        contract=contract.id,
        file=path.name,
        sha256=source.sha256,
        encoding=source.encoding,
        rows=refused + broken,
        loaded=loaded - repeats,
        refused=refused + broken - loaded + repeats,
        surplus=tuple(surplus),
    )
    _balance(receipt, source)
    return receipt


def _read(con, source):
    """Fill temp tables `raw` (the records) and `shift` (how far their lines run ahead)."""
    con.execute("drop table if exists reject_errors; drop table if exists reject_scans")
    con.execute(
        "create or replace temp table raw as "
        + statements.read_csv(source.path, len(source.headings), source.header)
    )
    con.execute("create or replace temp table lost (line bigint, is_continuation boolean)")
    if source.not_records:
        con.executemany("insert into lost values (?, ?)", source.not_records)
    con.execute(database.script("broken"))
    con.execute(database.script("shift"), [source.header])


def _quarantine(con, contract, file):
    con.execute(
        database.script("quarantine"),
        {"contract": contract.id, "file": file, "key": contract.key[0]},
    )


def _balance(receipt, source):
    """Every line is a heading, a record, a refused line or part of one; else read nothing."""
    expected = source.lines - source.header - len(source.not_records)
    if receipt.rows != expected:
        raise FileRefused(
            f"文件有{expected}行数据，只认出{receipt.rows}行。请检查引号与换行后重新导出"
        )
    if receipt.rows and receipt.refused / receipt.rows > MOST_REFUSED:
        raise FileRefused(
            f"{receipt.rows}行中有{receipt.refused}行不合格，疑似选错了文件。请核对后重新导入"
        )
