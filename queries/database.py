"""The door to DuckDB: how a connection is opened, and how a .sql file is read."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import duckdb

from queries.places import QUERIES

# No packet may leave the intranet: an unknown function must fail, not try a download.
CONFIG = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}

# How many small statements run at once: most of their time is planning, which takes one core each.
ABREAST = 2


def connect(path: Path | str = ":memory:", *, read_only=False) -> duckdb.DuckDBPyConnection:
    return duckdb.connect(str(path), read_only=read_only, config=CONFIG)


@contextmanager
def abreast(con: duckdb.DuckDBPyConnection):
    """Give a function that begins work(connection, …) and returns its future.

    Each piece of work has a connection of its own: temporary tables are nobody else's. When one
    fails, what has not begun is not begun any more.
    """

    def apart(own, work, told):
        with own:
            return work(own, *told)

    pool = ThreadPoolExecutor(ABREAST)
    try:
        yield lambda work, *told: pool.submit(apart, con.cursor(), work, told)
    finally:
        pool.shutdown(cancel_futures=True)


@cache
def script(name: str) -> str:
    """Return the text of queries/<name>.sql."""
    return (QUERIES / f"{name}.sql").read_text(encoding="utf-8")
