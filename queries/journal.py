"""The journal: what people decided, one JSON object a line, appended and never rewritten.

It lies in data/journal/ because no build can make it again: who published what and why, and what
was found out about a finding. Nothing in it decides a version's id.
"""

import contextlib
import datetime
import fcntl
import json
import os
from pathlib import Path

FOLDER = "journal"


def folder(data: Path) -> Path:
    return data / FOLDER


def file(data: Path, name: str) -> Path:
    return folder(data) / f"{name}.jsonl"


def append(data: Path, name: str, /, **entry) -> dict:
    """Add one entry to data/journal/<name>.jsonl, with the moment (`at`, local time); return it."""
    entry = {"at": now(), **entry}
    with opened(data, name) as log:
        add(log, json.dumps(entry, ensure_ascii=False))
    return entry


def now() -> str:
    return datetime.datetime.now().astimezone().isoformat(timespec="seconds")


@contextlib.contextmanager
def opened(data: Path, name: str):
    """Yield a journal's file to add to; until it is let go, nobody else adds to it."""
    folder(data).mkdir(parents=True, exist_ok=True)
    with file(data, name).open("a+b") as log:
        fcntl.flock(log, fcntl.LOCK_EX)
        yield log


def add(log, line: str):
    """Write a line to an opened journal, and see it on the disk."""
    start = "\n" if is_cut_short(log) else ""
    log.write(f"{start}{line}\n".encode())
    log.flush()
    os.fsync(log.fileno())


def is_cut_short(log) -> bool:
    """Tell whether the last writer did not come to the end of its line."""
    if not log.seek(0, os.SEEK_END):
        return False
    log.seek(-1, os.SEEK_END)
    return log.read(1) != b"\n"


def entries(data: Path, name: str) -> list[dict]:
    """Return every entry, oldest first; a line cut short by a power failure is left out."""
    path = file(data, name)
    if not path.exists():
        return []
    lines = path.read_bytes().decode("utf-8", "replace").split("\n")
    return [json.loads(line) for line in lines if line.endswith("}")]
