"""The door to DuckDB: how a connection is opened, and how a .sql file is read."""

import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import duckdb

from queries.places import QUERIES

# No packet may leave the intranet: an unknown function must fail, not try a download.
CONFIG = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}

# Bytes a build may hold in memory; what does not fit waits on the disk, beside the version made.
BUILDING = 4 << 30

# How many small statements run at once: most of their time is planning, which takes one core each.
ABREAST = 2


def connect(path: Path | str = ":memory:", *, read_only=False) -> duckdb.DuckDBPyConnection:
    return duckdb.connect(str(path), read_only=read_only, config=CONFIG)


def connect_to_build(path: Path) -> duckdb.DuckDBPyConnection:
    """Return a connection that takes no more memory than a build may, or than there is."""
    present = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    limit = min(BUILDING, present * 8 // 10)
    return duckdb.connect(str(path), config=CONFIG | {"memory_limit": f"{limit >> 20}MiB"})


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
