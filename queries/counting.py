"""Counting: marts from staged rows, components from marts, observations from components."""

from collections.abc import Callable
from contextlib import nullcontext
from itertools import islice

import duckdb
import pandas as pd

from queries import database, disclosure, forecasting, intervals, monthly, statements
from queries.catalogue import Catalogue, row
from queries.engine import Spark
from queries.parts import Parts
from queries.places import QUERIES

Progress = Callable[[str, float], None]
AT_ONCE = 40  # SELECTs in a statement: to plan them apart takes twice as long


def count_marts(con, parts: Parts, progress: Progress, spark: Spark | None = None):
    """Make mart.<name> of every queries/marts/*.sql, at the cluster if there is one.

    None reads another. A cluster counts an extract whole, whatever of it was counted before.
    """
    progress("汇总", 0.55)
    paths = [
        path
        for path in sorted((QUERIES / "marts").glob("*.sql"))
        if spark or not monthly.count(con, path.stem, _sql(path), parts)
    ]
    naming = spark.naming(con, [_sql(path) for path in paths]) if spark else nullcontext()
    with naming, database.abreast(con) as begin:
        started = [begin(_count_mart, path, spark) for path in paths]
        for step, (path, counting) in enumerate(zip(paths, started, strict=True)):
            progress(f"汇总{path.stem}", 0.55 + 0.2 * step / len(paths))
            counting.result()


def _count_mart(con, path, spark):
    if spark is None:
        con.execute(f"create table mart.{path.stem} as {_sql(path)}")
        return
    con.execute(f"create table mart.{path.stem} as from (\n{_sql(path)}\n) limit 0")  # the types
    files = spark.save(_sql(path), f"marts/{path.stem}")
    if files:
        counted = ", ".join(map(statements.text, files))
        con.execute(f"insert into mart.{path.stem} by name from read_parquet([{counted}])")


def _sql(path):
    return path.read_text(encoding="utf-8")


def observe(con, catalogue: Catalogue, progress: Progress):
    """Make tables observation, interval, figure_cell, point and reconciliation, and the
    catalogue's own.

    Reads the marts, contract (storing.describe) and seen (seen.recall).
    """
    con.execute(f"create table period as {database.script('period')}")
    until = dict(con.execute("select extract, as_of from reference.extract").fetchall())
    _declare(con, "indicator", catalogue.indicators, until)
    _declare(con, "figure", catalogue.figures, until)
    _declare(con, "point_layer", catalogue.points, until)
    _make(con, "protected")
    progress("计算指标", 0.75)
    _gather(con, "component", "indicator", catalogue.indicators)
    _gather(con, "figure_component", "figure", catalogue.figures)
    _gather(con, "point", "layer", catalogue.points)
    progress("汇总与比较", 0.85)
    _make(con, "observed", "figure_observed", "reach_place", "reach_pair")
    progress("保护小数", 0.88)
    disclosure.withhold(con)
    _make(con, "segment", "observation")
    intervals.find(con)
    _make(con, "figure_cell", "reconciliation")
    progress("预测年底", 0.9)
    forecasting.forecast(con)


def _make(con, *tables):
    for table in tables:
        con.execute(f"create table {table} as {database.script(table)}")


def _declare(con, table, declared, until):
    records = [
        row(one) | {"as_of": min(until[extract] for extract in one.extracts)}
        for one in declared.values()
    ]
    con.register("records", pd.DataFrame(records))
    con.execute(f"create table {table} as select * from records")
    con.unregister("records")


def _gather(con, table, owner, declared):
    """Collect what every declared SELECT returns into one table, each row with its owner's id."""
    con.execute(database.script(f"{table}_table"))
    selects = (
        (one.file, f"select {statements.text(one.id)} as {owner}, * from (\n{one.sql}\n)")
        for one in declared.values()
    )
    while some := dict(islice(selects, AT_ONCE)):
        try:
            _insert(con, table, some.values())
        except duckdb.Error:
            _name_the_wrong_one(con, table, some)
            raise


def _insert(con, table, selects):
    con.execute(f"insert into {table} by name " + "\nunion all by name\n".join(selects))


def _name_the_wrong_one(con, table, selects):
    for file, select in selects.items():
        try:
            _insert(con, table, [select])
        except duckdb.Error as problem:
            problem.add_note(f"in {file}")
            raise
