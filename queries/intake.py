"""Intake: a file and its contract in, typed rows and refused rows out. Nothing is lost."""

from dataclasses import dataclass
from pathlib import Path

import duckdb
import pandas as pd

from queries import database, decode, parsing, statements
from queries.checks import LINE_FAULTS, REPEATED
from queries.contracts import Contract
from queries.faults import FileRefused

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
    notes: tuple[str, ...] = ()


def receive(
    con: duckdb.DuckDBPyConnection,
    contract: Contract,
    path: Path,
    out: Path,
    name: str = "",
    most_refused: float = MOST_REFUSED,
) -> Receipt:
    """Write `out`/<contract>.parquet and append to the quarantine; raise FileRefused.

    The Parquet holds the contract's columns plus `file` (`name`, else the path's own) and `line`.
    `quarantine` gets one row per fault, `quarantine_row` one per refused row, with its cells. A
    file refused whole leaves no Parquet; what is wrong with its rows stays in the quarantine.
    """
    name = name or path.name
    if not path.exists():
        raise FileRefused("absent", file=path.name, place=contract.file)
    source = decode.open_source(path, contract, out)
    staged = out / f"{contract.id}.parquet"
    notes = _read(con, contract, source)
    receipt = _stage(con, contract, name, source, notes, staged)
    headings = [contract.id, name, list(source.headings)]
    con.execute("insert into quarantine_heading values (?, ?, ?)", headings)
    if receipt.refused:  # to plan statements over no rows takes as long as over some
        _quarantine(con, contract, name, source, staged)
    try:
        _balance(receipt, source, most_refused)
    except FileRefused:
        staged.unlink()
        raise
    return receipt


def _read(con, contract, source):
    """Fill temp tables `raw` (the records) and `shift` (how far their lines run ahead)."""
    con.execute("drop table if exists reject_errors; drop table if exists reject_scans")
    con.execute(f"create or replace temp table raw as {statements.read_csv(source)}")
    rejected = con.execute("from reject_errors limit 1").fetchall()
    is_shifted = bool(rejected or source.not_records)
    if not is_shifted:
        con.execute(database.script("nothing_lost"))
    else:
        con.execute("create or replace temp table lost (line bigint, is_continuation boolean)")
        if source.not_records:
            con.executemany("insert into lost values (?, ?)", source.not_records)
        con.execute(database.script("broken"))
        con.execute(database.script("shift"), [source.header])
    notes = (*_units(contract, source), *_fill_down(con, contract, source))
    numbered = statements.numbered(source.header, is_shifted)
    con.execute(f"create or replace temp view numbered as {numbered}")
    return notes


def _stage(con, contract, name, source, notes, staged):
    """Write the rows that keep every promise, each key once; return the receipt.

    Almost all rows do: what is wrong with the rest is asked of them alone, afterwards.
    """
    rows = parsing.right(contract, source.places, name, source.lines)
    con.execute(statements.saved(rows, staged))
    repeated = statements.repeated(contract, staged)
    con.execute(f"create or replace temp table repeated as {repeated}")
    right, repeats, read, broken = con.execute(
        f"select (select count(*) from {statements.parquet([staged])}), "
        "(select count(*) from repeated), (select count(*) from raw), (select count(*) from broken)"
    ).fetchall()[0]
    if repeats:
        once = staged.with_suffix(".once")
        con.execute(statements.saved(statements.first_of_key(staged), once))
        once.replace(staged)
    return Receipt(
        contract=contract.id,
        file=name,
        sha256=source.sha256,
        encoding=source.encoding,
        rows=read + broken,
        loaded=right - repeats,
        refused=read + broken - right + repeats,
        surplus=_surplus(contract, source),
        notes=tuple(notes),
    )


def _units(contract, source):
    for column, place in source.places.items():
        if place.factor != 1:
            unit, heading = contract.column(column).unit, _heading(contract, source, column)
            yield f"“{heading}”按1比{place.factor}换算成{unit}"


def _heading(contract, source, column):
    """Return a heading as it stands in the file, or what it means: see _surplus."""
    if contract.is_open:
        return source.headings[source.places[column].index]
    return contract.column(column).name_zh


def _surplus(contract, source):
    """Return the headings nobody asked for; of data that are not open, only where they stand.

    A receipt is published, and a heading may name somebody: where rows came without a heading,
    or a clerk's name stands beside it.
    """
    if contract.is_open:
        return source.surplus
    used = {place.index for place in source.places.values()}
    return tuple(
        f"第{index + 1}列"
        for index, heading in enumerate(source.headings)
        if heading and index not in used
    )


def _fill_down(con, contract, source):
    """Repeat the values of merged cells; return what was done, for the receipt."""
    columns = statements.grouping(contract, source.places)
    if not columns:
        return []
    records, *counted = con.execute(statements.blanks(list(columns))).fetchall()[0]
    blanks = {
        cell: count
        for cell, count in zip(columns, counted, strict=True)
        if count > 1 and count * 2 >= records
    }
    if not blanks:
        return []
    asked = con.execute(statements.merged(list(blanks))).fetchall()[0]
    merged = [cell for cell, is_merged in zip(blanks, asked, strict=True) if is_merged]
    if merged:
        filled = statements.filled_down(merged)
        con.execute(f"create or replace temp table raw as {filled}")
    return [
        f"“{columns[cell].name_zh}”列的{blanks[cell]}个空格按合并单元格向下填充" for cell in merged
    ]


def _quarantine(con, contract, file, source, staged):
    con.execute(f"create or replace temp table rest as {statements.left(staged)}")
    faulty = parsing.faulty(contract, source.places)
    con.execute(f"create or replace temp table faulty as {faulty}")
    refused = statements.refused(source.headings)
    con.execute(f"create or replace temp table refused as {refused}")
    faults = pd.DataFrame(
        [(error, *words) for error, words in LINE_FAULTS.items()],
        columns=["error_type", "check_name", "cause_zh", "mend_zh"],
    )
    con.register("line_fault", faults)
    promises = pd.DataFrame(
        parsing.promises(contract, source.places),
        columns=["number", "check_name", "column_name", "cell", "cause_zh", "mend_zh"],
    )
    con.register("promise", promises.astype({"cell": "Int64"}))
    repeated, keep_one = REPEATED
    where = {"contract": contract.id, "file": file}
    con.execute(
        database.script("quarantine"),
        {**where, "key": contract.key[0], "repeated": repeated, "keep_one": keep_one},
    )
    con.unregister("line_fault")
    con.unregister("promise")
    broken = con.execute(database.script("broken_checks"), where).fetchall()
    for statement in statements.said_why(contract, {check for (check,) in broken}):
        con.execute(statement, where)
    con.execute(database.script("quarantine_row"), where)


def _balance(receipt, source, most_refused):
    """Every line is a heading, a record, a refused line or part of one; else read nothing."""
    expected = source.lines - source.header - len(source.not_records)
    if receipt.rows != expected:
        raise FileRefused("unaccounted", expected=expected, found=receipt.rows)
    if receipt.refused / receipt.rows > most_refused:
        raise FileRefused("mostly_refused", rows=receipt.rows, refused=receipt.refused)
