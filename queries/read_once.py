"""Read once: a file as it was read, kept with its receipt and the rows that were refused of it.

The same bytes under the same contracts and reference tables are not read again: a build that adds
a file reads that one. Where it is kept, and until when, is said in queries/parts.py.
"""

import dataclasses
import json
from pathlib import Path

from queries import intake, statements
from queries.contracts import Contract
from queries.decode import sha256
from queries.faults import CHANGED, BuildFailed, FileRefused
from queries.inputs import Input
from queries.intake import Receipt
from queries.parts import Parts

RECEIPT = "receipt.json"
HEADING, REFUSED = "quarantine_heading", ("quarantine", "quarantine_row")


def receive(
    con,
    contract: Contract,
    one: Input,
    staging: Path,
    parts: Parts | None,
    most_refused: float = intake.MOST_REFUSED,
) -> tuple[Receipt, Path]:
    """Return a file's receipt and where its rows are, as intake.receive has them.

    Without `parts` it is read into `staging`, and nothing is kept.
    """
    if parts is None:
        receipt = intake.receive(con, contract, one.path, staging, one.name, most_refused)
        return receipt, staging / f"{contract.id}.parquet"
    if not one.path.exists():
        raise FileRefused("absent", file=one.path.name, place=contract.file)

    def fill(draft):
        read(con, contract, one, draft, most_refused)

    place = kept(parts, "whole", contract, one, fill)
    return recall(con, place), place / f"{contract.id}.parquet"


def kept(parts: Parts, kind: str, contract: Contract, one: Input, fill) -> Path:
    """Return a file's part; if it is not here, fill(folder) reads the file into it."""
    before = _state(one.path)

    def unchanged(draft):
        fill(draft)
        if _state(one.path) != before:  # what was read is not what the part is named by
            raise BuildFailed(CHANGED)

    return parts.kept(unchanged, (kind, contract.id, one.name), sha256(one.path))


def read(con, contract: Contract, one: Input, draft: Path, most_refused: float):
    """Fill a part with a file's rows, its receipt, and what was refused of it."""
    receipt = intake.receive(con, contract, one.path, draft, one.name, most_refused)
    for copy in draft.glob("*.utf8.csv"):
        copy.unlink()
    where = {"contract": contract.id, "file": one.name}
    for table in _told_in(receipt.refused):
        own = f"from {table} where contract = $contract and file = $file"
        con.execute(statements.saved(own, draft / f"{table}.parquet"), where)
        con.execute(f"delete {own}", where)
    told = json.dumps(dataclasses.asdict(receipt), ensure_ascii=False)
    (draft / RECEIPT).write_text(told, encoding="utf-8")


def recall(con, place: Path) -> Receipt:
    """Add what was refused of a file to this build's quarantine; return its receipt."""
    told = json.loads((place / RECEIPT).read_text(encoding="utf-8"))
    for table in _told_in(told["refused"]):
        kept = statements.parquet([place / f"{table}.parquet"])
        con.execute(f"insert into {table} by name from {kept}")
    return Receipt(**told | {name: tuple(told[name]) for name in ("surplus", "notes")})


def _told_in(refused):
    return (HEADING, *REFUSED) if refused else (HEADING,)


def _state(path):
    told = path.stat()
    return told.st_mtime_ns, told.st_size, told.st_ino
