"""Records: the very rows a published number counts, read back from the version's staged files.

A second computation beside the marts: nothing here reads them. `declared` is the id of an
indicator or figure; a cell is its ref_area, time_period and category ('_T' for all of them).
"""

from functools import lru_cache
from pathlib import Path

import duckdb
import pandas as pd

from queries import database, datasets, recounting, statements
from queries.versions import Version


def measured(version: Version, declared: str) -> pd.DataFrame:
    """Return every cell that counts any record, with its numerator, counted anew."""
    return _ask(version, declared, recounting.measured)


def numerator(version: Version, declared: str, **cell):
    """Return one cell's numerator, counted anew; None where no record counts."""
    rows = _ask(version, declared, recounting.measured_in_cell, cell)
    return None if rows.empty else rows["numerator"].iloc[0]


def files(version: Version, declared: str, **cell) -> pd.DataFrame:
    """Return how many rows of which file a cell counts: file, counted."""
    return _ask(version, declared, recounting.counted_files, cell)


def page(version: Version, declared: str, limit: int, offset: int, **cell) -> pd.DataFrame:
    """Return a page of the rows a cell counts: file, line, then by Chinese heading.

    What tells who a record is about is never among them.
    """
    parameters = {**cell, "limit": limit, "offset": offset}
    return _ask(version, declared, recounting.counted_records, parameters)


def findings(version: Version) -> pd.DataFrame:
    """Return the rows of queries/cuts/findings.sql with those of sensitive extracts among them."""
    with connection(version).cursor() as cursor:
        return cursor.execute(database.script("cuts/findings")).df()


def found(version: Version, finding: str, limit: int) -> dict[str, pd.DataFrame]:
    """Return {extract: the last of its rows a finding is about}, in words as `page` has them."""
    with connection(version).cursor() as cursor:
        answer = {}
        for (contract,) in cursor.execute(
            database.script("finding_contracts"), {"finding": finding}
        ).fetchall():
            columns = _records(cursor, "record_column", {"contract": contract})
            statement = recounting.found_records(contract, columns)
            answer[contract] = cursor.execute(statement, {"finding": finding, "limit": limit}).df()
        return answer


def _ask(version, declared, statement, parameters=None):
    with connection(version).cursor() as cursor:
        header = _records(cursor, "declared", {"declared": declared})[0]
        columns = _records(cursor, "record_column", {"contract": header["rows_of"]})
        return cursor.execute(statement(header, columns), parameters).df()


def _records(cursor, script, parameters):
    return cursor.execute(database.script(script), parameters).df().to_dict("records")


def connection(version: Version) -> duckdb.DuckDBPyConnection:
    """Return the connection to all of a version: what it publishes, and its rows in staging.*."""
    return _connection(version.folder)


@lru_cache(maxsize=4)
def _connection(folder: Path):
    con = database.connect()
    con.execute("create schema staging; create schema reference")
    con.execute(f"attach {statements.text(folder / 'published.duckdb')} as published (read_only)")
    con.execute(f"attach {statements.text(folder / 'records.duckdb')} as kept (read_only)")
    for schema, table in con.execute(database.script("published_tables")).fetchall():
        con.execute(recounting.published_view(schema, table))
    con.execute("create or replace view finding as from kept.finding")
    staging = folder / "staging"
    for extract in recounting.staged(staging):
        view = recounting.staged_view(extract, staging)
        con.execute(f"create view staging.{statements.name(extract)} as {view}")
    con.execute(f"create view spine as {database.script('spine')}")
    con.execute("create schema dataset")
    for one in datasets.declared():
        con.execute(f"create table dataset.{statements.name(one.id)} as {one.sql}")
    return con
