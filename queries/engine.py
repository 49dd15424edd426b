"""The engine that counts the marts: DuckDB in this process, or a Spark cluster named by ENGINE.

Only the marts go to a cluster. It reads and writes Parquet in the build's folder, which every
machine sees under one path; nothing large comes over the client's connection, which can hang on it.
"""

import os
import re
import shutil
import time
from contextlib import contextmanager
from pathlib import Path

from pyarrow import parquet

from queries.cluster import Cluster, address
from queries.faults import BuildFailed
from queries.recounting import staged_at
from queries.statements import text

HERE = "duckdb"
SCHEMAS = ("staging", "reference")
READ = re.compile(rf"\b({'|'.join(SCHEMAS)})\.(\w+)")
TYPES = {"VARCHAR": "string"}  # DuckDB's name of a type → Spark's, where it is another
MARK = "民政统计看板 "  # on our schemas at the cluster; then the folder of the build that uses them
MOMENTS = 20  # half seconds until a shared folder shows what another machine wrote
UNSEEN = (
    "集群写了{written}行，本机在{folder}里看到{seen}行。"
    "BOARD_VAR所在的文件夹须由所有节点和本机按同一路径共享"
)


@contextmanager
def opened(folder: Path):
    """Give the cluster that counts the marts of the build in `folder`, None for DuckDB itself."""
    if os.environ.get("ENGINE", HERE) in ("", HERE):
        yield None
        return
    spark = Spark(folder.resolve())
    try:
        spark.prove()
        yield spark
    finally:
        spark.close()


class Spark:
    """What is asked of a cluster: a file gets a table's name, a SELECT becomes Parquet."""

    def __init__(self, folder: Path):
        self.folder, self.staging = folder / "engine", folder / "staging"
        self._cluster, self._counts = Cluster(), True
        with self._cluster.ask() as session:
            self.name = f"{address()} spark {session.version}"

    def prove(self):
        """See that it works, and that its machines and this one see the same folder."""
        from pyspark.errors import UnsupportedOperationException

        self.folder.mkdir()
        with self._cluster.ask() as session:
            tasks = session.range(0, 64, 1, 16)  # some for every executor
            try:
                self._write(tasks, "proof")
            except UnsupportedOperationException:  # by Sail; it is one process and sees one folder
                self._counts = False
                self._write(tasks, "proof")
        see_all(self.folder / "proof", 64)

    def close(self):
        """End the session; leave nothing in the build's folder."""
        self._cluster.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def table(self, name: str, columns: dict[str, str], path: Path):
        """Give a Parquet file or folder a name; `columns` are its columns and DuckDB types."""
        typed = ", ".join(
            f"{column} {TYPES.get(type_, type_)}" for column, type_ in columns.items()
        )
        place = text(_uri(path.resolve()))
        self._ask(f"create table {name} ({typed}) using parquet location {place}")

    def save(self, select: str, name: str) -> list[Path]:
        """Have what a SELECT gives written as Parquet; return its files, perhaps none if no row."""
        with self._cluster.ask() as session:
            return self._write(session.sql(select), name)

    def rows(self, sql: str, limit=1000) -> list[tuple]:
        """Return the first rows of an answer: nothing large, nothing slow."""
        with self._cluster.ask() as session:
            return [tuple(row) for row in session.sql(sql).limit(limit).collect()]

    @contextmanager
    def naming(self, con, selects: list[str]):
        """Within it, what SELECTs read of staging.* and reference.* has that name at the cluster.

        One server has one set of names for all its clients: they are claimed, and what was counted
        holds only if they were ours to the end.
        """
        self._claim()
        for schema, table in sorted({read for select in selects for read in READ.findall(select)}):
            relation, path = con.table(f"{schema}.{table}"), staged_at(table, self.staging)
            if schema == "reference":
                path = self.folder / f"{table}.parquet"
                relation.write_parquet(str(path))
            types = map(str, relation.types)
            self.table(f"{schema}.{table}", dict(zip(relation.columns, types, strict=True)), path)
        yield
        if any(self._owner(schema) != self._mark for schema in SCHEMAS):
            raise BuildFailed("构建期间另一个构建占用了同一个集群。请等它完成后重新构建")
        self._release()

    def _claim(self):
        """Make the schemas ours; those of a build that was killed are taken over."""
        there = {name for name, *_ in self.rows("show databases", limit=100_000)}
        for schema in SCHEMAS:
            owner = self._owner(schema) if schema in there else ""
            if owner == self._mark or _was_left(owner):
                self._ask(f"drop database {schema} cascade")
            # a server deletes a schema's own folder along with the schema: nothing lies in this one
            place = text(_uri(self.folder / "schemas" / schema))
            self._ask(f"create database {schema} comment {text(self._mark)} location {place}")

    def _release(self):
        for schema in SCHEMAS:
            self._ask(f"drop database {schema} cascade")

    def _owner(self, schema):
        return dict(self.rows(f"describe database {schema}")).get("Comment") or ""

    @property
    def _mark(self):
        return f"{MARK}{self.folder}"

    def _ask(self, sql):
        with self._cluster.ask() as session:
            session.sql(sql).collect()

    def _write(self, frame, name):
        from pyspark.sql import Observation, functions

        folder, written = self.folder / name, Observation()
        if self._counts:
            frame = frame.observe(written, functions.count(functions.lit(1)).alias("rows"))
        frame.write.parquet(_uri(folder))
        if self._counts:
            see_all(folder, written.get["rows"])
        return sorted(folder.glob("*.parquet"))


def _uri(path):
    """Return a path as a cluster has it; it knows no percent signs for Chinese letters."""
    return f"file://{path}"


def _was_left(owner):
    """Tell whether a schema is of a build of ours that is over: its folder went with it."""
    folder = Path(owner.removeprefix(MARK))
    return owner.startswith(MARK) and folder.parent.parent.exists() and not folder.exists()


def see_all(folder, written):
    """Raise BuildFailed where this machine does not see every row that executors wrote."""
    for _ in range(MOMENTS):
        files = folder.glob("*.parquet")
        seen = sum(parquet.read_metadata(file).num_rows for file in files)
        if seen == written:
            return
        time.sleep(0.5)
    raise BuildFailed(UNSEEN.format(written=written, folder=folder, seen=seen))
