"""The store: what a published version answers. Read-only; one cut is one question."""

from functools import cache, lru_cache
from pathlib import Path

import duckdb
import pandas as pd

from queries import database
from queries.decode import sha256
from queries.places import QUERIES
from queries.versions import Version

# The tables pages read are small and gone through row by row, in which texts kept the Arrow way,
# the default, take two to three times as long.
pd.set_option("mode.string_storage", "python")


def read(version: Version, cut: str, **parameters) -> pd.DataFrame:
    """Return the rows of queries/cuts/<cut>.sql; its first line says what one row is."""
    # One cursor a call: readers' threads share the connection, and DuckDB refuses shared cursors.
    with _connection(version.published).cursor() as cursor:
        return cursor.execute(_cut(cut), parameters).df()


@lru_cache(maxsize=64)
def can_read(version: Version) -> bool:
    """Return whether the cuts find what they ask for: other code may have kept other columns."""
    built_by = version.manifest().get("queries", {})
    if all(built_by.get(name) == hash_ for name, hash_ in _cuts().items()):
        return True
    with database.connect(version.published, read_only=True) as con:
        try:
            for name in _cuts():
                con.execute(f"prepare asked as {_cut(Path(name).stem)}")
        except (duckdb.BinderException, duckdb.CatalogException):
            return False
    return True


@cache
def _cuts():
    """Return {file of a cut as a manifest names it: its SHA-256}."""
    paths = sorted((QUERIES / "cuts").glob("*.sql"))
    return {str(path.relative_to(QUERIES)): sha256(path) for path in paths}


@lru_cache(maxsize=4)
def _connection(path: Path):
    return database.connect(path, read_only=True)


@cache
def _cut(name):
    return (QUERIES / "cuts" / f"{name}.sql").read_text(encoding="utf-8")
