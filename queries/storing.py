"""Storing: what a version keeps for readers, and the hash that says two builds are equal."""

from pathlib import Path

import pandas as pd

from queries import database, statements
from queries.contracts import Contract
from queries.intake import Receipt

PUBLISHED = (
    "observation",
    "figure_cell",
    "point",
    "indicator",
    "figure",
    "point_layer",
    "period",
    "reconciliation",
    "contract",
    "contract_column",
    "receipt",
    "refusal",
    "arrival_month",
    "finding",
    "finding_rule",
)


def store(con, contracts: dict[str, Contract], receipts: list[Receipt], folder: Path):
    """Write published.duckdb (for everyone) and records.duckdb (which rows, and the refused)."""
    _table(con, "contract", [_contract_row(contract) for contract in contracts.values()])
    _table(con, "contract_column", [row for one in contracts.values() for row in _columns(one)])
    _table(con, "receipt", [vars(one) | {"surplus": "、".join(one.surplus)} for one in receipts])
    con.execute(f"create table refusal as {database.script('refusal')}")
    con.execute(f"attach {statements.text(folder / 'published.duckdb')} as published")
    for table in PUBLISHED:
        con.execute(f"create table published.{table} as from {table}")
    con.execute("create schema published.reference")
    for (table,) in con.execute(
        "select table_name from information_schema.tables where table_schema = 'reference' "
        "and table_catalog = current_database()"
    ).fetchall():
        con.execute(f"create table published.reference.{table} as from reference.{table}")
    con.execute("detach published")
    con.execute(f"attach {statements.text(folder / 'records.duckdb')} as records")
    con.execute("create table records.quarantine as from quarantine")
    con.execute("create table records.finding_place as from finding_place")
    con.execute("detach records")


def content_hash(con) -> str:
    """Return one hash over every observation and figure cell, whatever order made them."""
    return con.execute(database.script("content_hash")).fetchall()[0][0]


def _contract_row(contract):
    schedule = contract.schedule or {}
    return {
        "contract": contract.id,
        "kind": contract.kind,
        "file": contract.file,
        "name_zh": contract.name_zh,
        "grain": contract.grain,
        "owner_zh": contract.owner_zh,
        "disclosure": contract.disclosure,
        "freq": schedule.get("freq", ""),
        "due_day": schedule.get("due_day"),
        "meaning_zh": contract.meaning_zh,
    }


def _columns(contract):
    for position, column in enumerate(contract.columns):
        yield {
            "contract": contract.id,
            "position": position,
            "name": column.name,
            "name_zh": column.name_zh,
            "type": column.type,
            "required": column.required,
            "unit": column.unit,
            "vocabulary": "、".join(column.vocabulary),
            "meaning_zh": column.meaning_zh,
            "disclosure": contract.disclosure,
        }


def _table(con, name, records):
    con.register("records_", pd.DataFrame(records))
    con.execute(f"create table {name} as from records_")
    con.unregister("records_")
