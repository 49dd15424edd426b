"""Storing: what a version keeps for readers, and the hash that says two builds are equal."""

from pathlib import Path

import pandas as pd

from queries import database, statements
from queries.checks import all_checks
from queries.contracts import Contract
from queries.intake import Receipt
from queries.places import QUERIES

MARTS = QUERIES / "marts"
PUBLISHED = (
    "observation",
    "segment",
    "interval",
    "chance_level",
    "signal",
    "figure_cell",
    "point",
    "indicator",
    "figure",
    "point_layer",
    "protected",
    "period",
    "reconciliation",
    "forecast",
    "forecast_month",
    "contract",
    "contract_column",
    "mart_sql",
    "receipt",
    "refusal",
    "check_",
    "arrival_month",
    "finding_rule",
    "reach_place",
    "reach_pair",
)

# For those who may see records: refused rows, and what is doubted of whom.
KEPT = ("quarantine", "quarantine_row", "quarantine_heading", "finding", "finding_place")

# For analysts' own queries: the name a query has for a file of rows → the file.
ROWS = {"records": "rows.duckdb", "sensitive": "rows_sensitive.duckdb"}


def describe(con, contracts: dict[str, Contract]):
    """Make tables contract and contract_column: what every file is, and who may see it."""
    _table(con, "contract", [_contract_row(contract) for contract in contracts.values()])
    _table(con, "contract_column", [row for one in contracts.values() for row in _columns(one)])


def store(con, contracts: dict[str, Contract], receipts: list[Receipt], folder: Path):
    """Write published.duckdb (for everyone), records.duckdb (which rows, and the refused) and the
    rows themselves for analysts."""
    _table(con, "receipt", [_receipt_row(one) for one in receipts])
    checks = [vars(check) for one in contracts.values() for check in all_checks(one)]
    _table(con, "check_", [{k: v for k, v in check.items() if k != "broken"} for check in checks])
    _table(con, "mart_sql", [_mart_row(path) for path in sorted(MARTS.glob("*.sql"))])
    con.execute(f"create table refusal as {database.script('refusal')}")
    con.execute(f"attach {statements.text(folder / 'published.duckdb')} as published")
    for table in PUBLISHED:
        con.execute(f"create table published.{table} as from {table}")
    con.execute(f"create table published.finding as {database.script('finding_shown')}")
    con.execute("create schema published.reference")
    for (table,) in con.execute(
        "select table_name from information_schema.tables where table_schema = 'reference' "
        "and table_catalog = current_database() "
        "and table_name <> 'extract_word'"  # of sensitive extracts too: for the marts alone
    ).fetchall():
        con.execute(f"create table published.reference.{table} as from reference.{table}")
    con.execute("detach published")
    con.execute(f"attach {statements.text(folder / 'records.duckdb')} as records")
    for table in KEPT:
        con.execute(f"create table records.{table} as from {table}")
    con.execute("detach records")
    for name in ROWS:
        _store_rows(con, contracts, name, folder / ROWS[name])


def content_hash(con) -> str:
    """Return one hash over every observation and figure cell, whatever order made them."""
    return con.execute(database.script("content_hash")).fetchall()[0][0]


def _store_rows(con, contracts, name, path):
    """Write the rows of extracts for analysts, the sensitive ones or the others.

    Two files, so that who may not see one cannot have it in reach; and without the columns that
    tell who a row is about, so that nobody has those.
    """
    con.execute(f"attach {statements.text(path)} as {name}")
    for contract in contracts.values():
        if contract.kind == "extract" and contract.is_sensitive == (name == "sensitive"):
            con.execute(
                f"create table {name}.{contract.id} as {statements.without_identity(contract)}"
            )
    con.execute(f"detach {name}")


def _receipt_row(receipt):
    words = {"surplus": "、".join(receipt.surplus), "notes": "；".join(receipt.notes)}
    return vars(receipt) | words


def _mart_row(path):
    """A number is read back through the marts of its own version, whatever they say today."""
    sql = path.read_text(encoding="utf-8").strip()
    return {"mart": path.stem, "file": f"queries/marts/{path.name}", "sql": sql}


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
        "delivery": contract.delivery,
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
            "identifier": column.identifier,
            "disclosure": contract.disclosure,
            **_band(column),
        }


def _band(column):
    band = column.band
    return {
        "band_zh": band.name_zh if band else "",
        "band_of": (band.of or statements.name(column.name)) if band else "",
        "band_lower": "、".join(map(str, band.lower)) if band else "",
        "band_labels": "、".join(band.labels) if band else "",
    }


def _table(con, name, records):
    con.register("records_", pd.DataFrame(records))
    con.execute(f"create table {name} as from records_")
    con.unregister("records_")
