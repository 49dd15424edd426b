"""Parts: what was read of every file and counted of large ones, kept under var/parts.

A part is a folder whose name is the hash of everything it is made of: the bytes of a file, the
contracts and reference tables, the queries and the engine. Nothing kept is ever out of date, it is
only not asked for any more, and a build forgets what it did not use. A version holds links to its
parts, so that either can be deleted without the other.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import duckdb

from queries.contracts import Contract
from queries.decode import sha256
from queries.inputs import Inputs
from queries.places import QUERIES

LARGE = 64 << 20  # bytes of an extract; of less, a month is not worth an account of its own
CONTENTS = "contents.json"  # the names and sizes of a part's other files


class Parts:
    """The parts of one build. `months` says of each extract in parts {month: (key, its files)}.

    `made` are the parts that were not here: what they are of, in order.
    """

    def __init__(self, var: Path, data: Path, contracts: dict[str, Contract], files: Inputs):
        self.folder, self.files = var / "parts", files
        self.months: dict[str, dict[str, tuple[str, list[Path]]]] = {}
        self.made: list[tuple[str, ...]] = []
        self._used: set[str] = set()
        self._ground = _ground(data, contracts, files)

    def are_months(self, contract: Contract) -> bool:
        """Whether an extract is kept month by month: a large one that grows by the month."""
        files = [one.path for one in self.files[contract.id]]
        if not all(path.exists() for path in files):
            return False  # whoever reads it tells
        is_monthly = contract.column(contract.as_of).type == "month"
        is_large = sum(path.stat().st_size for path in files) > LARGE
        return is_large and is_monthly and contract.delivery == "increment"

    def kept(self, make: Callable[[Path], None], what: tuple[str, ...], *decided_by: str) -> Path:
        """Return the folder of a part; if it is not here whole, make(folder) fills it first."""
        name = key(self._ground, *what, *decided_by)
        place, draft = self.folder / name, self.folder / f".{name}"
        self._used.add(name)
        if not _is_whole(place):
            for folder in (draft, place):
                shutil.rmtree(folder, ignore_errors=True)
            draft.mkdir(parents=True)
            make(draft)
            contents = {path.name: path.stat().st_size for path in draft.iterdir()}
            (draft / CONTENTS).write_text(json.dumps(contents), encoding="utf-8")
            os.replace(draft, place)
            self.made.append(what)
        return place

    def forget_unused(self):
        """Drop what this build did not use, and what a killed one left half made."""
        for place in self.folder.glob("*"):
            if place.name not in self._used:
                shutil.rmtree(place, ignore_errors=True)


def key(*decided_by: str) -> str:
    return hashlib.sha256("\0".join(decided_by).encode()).hexdigest()[:24]


def linked(part: Path, place: Path):
    """Put a part's file at a place of its own, without its bytes being written twice if it can."""
    try:
        os.link(part, place)
    except OSError:  # another file system, or one that knows no links
        shutil.copyfile(part, place)


def _ground(data, contracts, files):
    """Return the key of what decides every part: how files are read, and against what."""
    reference = [
        one.path
        for contract in contracts.values()
        if contract.kind == "reference"
        for one in files[contract.id]
        if one.path.exists()  # whoever reads it tells that it is absent
    ]
    reading = [path for path in QUERIES.iterdir() if path.suffix in (".py", ".sql")]
    told = sorted((data / "contracts").glob("*.toml")) + reference + sorted(reading)
    return key(duckdb.__version__, *(f"{path.name} {sha256(path)}" for path in told))


def _is_whole(place):
    try:
        contents = json.loads((place / CONTENTS).read_text(encoding="utf-8"))
        return all((place / name).stat().st_size == size for name, size in contents.items())
    except (OSError, ValueError):
        return False
