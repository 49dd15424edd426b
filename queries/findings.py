"""Findings: what the rules of queries/findings/ doubt in data that every contract accepted."""

import dataclasses
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pandas as pd

from queries import database, statements
from queries.catalogue import one_of, read_declared
from queries.places import QUERIES
from queries.versions import Version

KINDS = ("cross_file", "history", "audit", "outlier")
SEVERITIES = ("serious", "warn")


@dataclass(frozen=True)
class FindingRule:
    """One kind of doubt: its SELECT returns a row per case. `id` is the file's name.

    ref_area, time_period, subject and evidence_zh, and where there are some: `places` (the records'
    file and line), `extract` (if not the rule's own) and `indicator` (whose trend shows the case).
    """

    id: str
    sql: str
    name_zh: str
    kind: str
    severity: str
    cause_zh: str
    mend_zh: str
    extract: str = ""
    basis_zh: str = ""

    def __post_init__(self):
        one_of("kind", self.kind, KINDS)
        one_of("severity", self.severity, SEVERITIES)

    @property
    def file(self):
        return f"queries/findings/{self.id}.sql"


def load_rules(folder: Path = QUERIES / "findings") -> list[FindingRule]:
    return [read_declared(path, FindingRule) for path in sorted(folder.glob("*.sql"))]


def find(con: duckdb.DuckDBPyConnection, rules: list[FindingRule]):
    """Make tables finding_rule, finding and finding_place of what the rules return."""
    records = [dataclasses.asdict(rule) | {"rule": rule.id, "file": rule.file} for rule in rules]
    con.register("records", pd.DataFrame(records).drop(columns="id"))
    con.execute("create table finding_rule as select * from records")
    con.unregister("records")
    con.execute(database.script("found_table"))
    for rule in rules:
        rows = f"select {statements.text(rule.id)} as rule, * from (\n{rule.sql}\n)"
        try:
            con.execute(f"insert into found by name {rows}")
        except duckdb.Error as problem:
            problem.add_note(f"in {rule.file}")
            raise
    for table in ("finding", "finding_place"):
        con.execute(f"create table {table} as {database.script(table)}")


def places(version: Version, finding: str) -> pd.DataFrame:
    """Return file and line of a finding's records, for those who may see records."""
    with database.connect(version.records, read_only=True) as con:
        return con.execute(database.script("finding_places"), {"finding": finding}).df()
