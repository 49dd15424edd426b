"""The journal: what people decided, one JSON object a line, appended and never rewritten.

It lies in data/journal/ because no build can make it again: who published what and why, and what
was found out about a finding. Nothing in it decides a version's id.
"""

import datetime
import fcntl
import json
import os
from pathlib import Path

FOLDER = "journal"


def folder(data: Path) -> Path:
    return data / FOLDER


def append(data: Path, name: str, /, **entry) -> dict:
    """Add one entry to data/journal/<name>.jsonl, with the moment (`at`, local time); return it."""
    folder(data).mkdir(parents=True, exist_ok=True)
    entry = {"at": datetime.datetime.now().astimezone().isoformat(timespec="seconds"), **entry}
    line = json.dumps(entry, ensure_ascii=False) + "\n"
    with (folder(data) / f"{name}.jsonl").open("a+b") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        if file.tell() and not _ends_line(file):  # the last writer was cut short
            line = "\n" + line
        file.write(line.encode())
        file.flush()
        os.fsync(file.fileno())
    return entry


def entries(data: Path, name: str) -> list[dict]:
    """Return every entry, oldest first; a line cut short by a power failure is left out."""
    path = folder(data) / f"{name}.jsonl"
    if not path.exists():
        return []
    lines = path.read_bytes().decode("utf-8", "replace").split("\n")
    return [json.loads(line) for line in lines if line.endswith("}")]


def _ends_line(file):
    file.seek(-1, os.SEEK_END)
    return file.read(1) == b"\n"
