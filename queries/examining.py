"""Examining: one file against its contract, without building or publishing anything."""

import tempfile
from dataclasses import dataclass
from pathlib import Path

from queries import database, decode, marking
from queries.contracts import Contract, load_contracts
from queries.faults import FileRefused
from queries.inputs import inputs
from queries.intake import MOST_REFUSED, Receipt, receive
from queries.receiving import receive_references


@dataclass(frozen=True)
class Examined:
    """What came of a file: its receipt, or why it is refused whole; and its faults either way.

    `faults`: (line, column_name, value, cause_zh, mend_zh), as queries/fault.sql orders them.
    """

    contract: Contract
    receipt: Receipt | None
    refusal: str
    faults: list[tuple]


def recognised(data: Path, path: Path) -> tuple[Contract, bool]:
    """Return the extract a file is, and whether it is one we marked up; raise FileRefused."""
    contracts = load_contracts(data / "contracts").values()
    extracts = [contract for contract in contracts if contract.kind == "extract"]
    with tempfile.TemporaryDirectory() as folder:
        return decode.recognise(path, extracts, Path(folder))


def examine(
    data: Path, path: Path, contract: Contract, name: str = "", marked: Path | None = None
) -> Examined:
    """Check a file; write its refused rows to the workbook `marked` if there are any."""
    contracts = load_contracts(data / "contracts")
    with tempfile.TemporaryDirectory() as folder, database.connect() as con:
        receive_references(con, contracts, inputs(data, contracts), Path(folder))
        most = con.execute(database.script("setting"), {"setting": "refused_share_max"}).fetchall()
        most_refused = most[0][0] if most else MOST_REFUSED
        name, receipt, refusal = name or path.name, None, ""
        try:
            receipt = receive(con, contract, path, Path(folder), name, most_refused)
        except FileRefused as problem:
            refusal = str(problem)
        faults = con.execute(database.script("fault"), {"contract": contract.id}).fetchall()
        if faults and marked is not None:
            marking.marked_up(con, contract, name, marked)
    return Examined(contract, receipt, refusal, faults)
