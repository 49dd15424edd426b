"""Inputs: which files make up each extract, and how another one is taken in among them.

An extract is its base file data/extracts/<stem>.csv (or .xlsx) and what was added to it since, in
data/extracts/<stem>/0001.csv and so on: numbered by us, because no name a clerk chose may be a
path. What is replaced moves to data/extracts/earlier/ and is never deleted.
"""

import os
from dataclasses import dataclass
from pathlib import Path

from queries.contracts import Contract
from queries.decode import sha256
from queries.faults import FileRefused
from queries.sources import parquet_files

SUFFIXES = (".csv", ".xlsx")
REPLACE, ADD = "replace", "add"
EARLIER = "earlier"


@dataclass(frozen=True)
class Input:
    """A file to read, and the name by which its rows will say where they came from."""

    path: Path
    name: str


Inputs = dict[str, tuple[Input, ...]]


def inputs(data: Path, contracts: dict[str, Contract]) -> Inputs:
    """Return every contract's files, in the order they were handed in."""
    return {contract.id: tuple(_files(data, contract)) for contract in contracts.values()}


def with_file(found: Inputs, contract: Contract, path: Path, mode: str) -> Inputs:
    """Return the inputs as they will be once `path` is taken in."""
    if contract.source:
        raise FileRefused("sourced", name=contract.name_zh, source=contract.file)
    before = () if mode == REPLACE else found[contract.id]
    name = _name(contract, before, path.suffix)
    return found | {contract.id: (*before, Input(path, name))}


def take_in(data: Path, contract: Contract, path: Path, mode: str) -> str:
    """Move `path` among the extract's files and return its name there; replaced ones move aside."""
    before = _present(data, contract)
    name = _name(contract, () if mode == REPLACE else before, path.suffix)
    if mode == REPLACE:
        _put_aside(data, contract, before)
    _put(path, data / "extracts" / name)
    return name


def put_back(data: Path, contracts: dict[str, Contract], receipts: list[dict]) -> bool:
    """Make the extracts' files those of an earlier version; False if any is gone, nothing moved.

    `receipts` are its manifest's inputs: contract, file and sha256 of each.
    """
    others = []  # (contract, the files it has, the receipts of those it is to have)
    for contract in contracts.values():
        wanted = [one for one in receipts if one["contract"] == contract.id]
        if contract.kind != "extract" or contract.source:
            continue
        present = _present(data, contract)
        have = [sha256(one.path) for one in present]
        if have == [one["sha256"] for one in wanted]:
            continue
        if any(one["sha256"] not in have and not _kept(data, one).exists() for one in wanted):
            return False
        others.append((contract, present, wanted))
    for contract, present, wanted in others:
        _put_aside(data, contract, present)
        for one in wanted:
            _put(_kept(data, one), data / "extracts" / one["file"])
    return True


def _kept(data, receipt):
    suffix = Path(receipt["file"]).suffix
    return _aside(data, receipt["contract"]) / f"{receipt['sha256'][:12]}{suffix}"


def _present(data, contract):
    return [one for one in _files(data, contract) if one.path.exists()]


def _aside(data, contract_id):
    return data / "extracts" / EARLIER / contract_id


def _put_aside(data, contract, files):
    for old in files:
        _put(old.path, _aside(data, contract.id) / f"{sha256(old.path)[:12]}{old.path.suffix}")


def _put(path, place):
    place.parent.mkdir(parents=True, exist_ok=True)
    os.replace(path, place)


def _files(data, contract):
    if contract.source:
        yield from (Input(path, name) for name, path in parquet_files(contract))
        return
    base = data / contract.file
    bases = [path for path in map(base.with_suffix, SUFFIXES) if path.exists()]
    if len(bases) > 1:
        raise FileRefused("two_files", files="、".join(path.name for path in bases))
    yield from (Input(path, path.name) for path in bases or [base])
    parts = base.with_suffix("")
    added = (path for path in parts.glob("*") if path.suffix in SUFFIXES)
    yield from (Input(path, f"{parts.name}/{path.name}") for path in sorted(added))


def _name(contract, before, suffix):
    stem = Path(contract.file).stem
    if not before:
        return f"{stem}{suffix}"
    taken = [int(Path(one.name).stem) for one in before if "/" in one.name]
    return f"{stem}/{max(taken, default=0) + 1:04d}{suffix}"
