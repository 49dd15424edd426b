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


def append(data: Path, name: str, **entry) -> dict:
    """Add one entry to data/journal/<name>.jsonl, with the moment (`at`, local time); return it."""
    folder = data / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    entry = {"at": datetime.datetime.now().astimezone().isoformat(timespec="seconds"), **entry}
    with (folder / f"{name}.jsonl").open("a", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        file.write(json.dumps(entry, ensure_ascii=False) + "\n")
        file.flush()
        os.fsync(file.fileno())
    return entry


def entries(data: Path, name: str) -> list[dict]:
    """Return every entry, oldest first; a last line cut short by a power failure is left out."""
    path = data / FOLDER / f"{name}.jsonl"
    if not path.exists():
        return []
    lines = path.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.endswith("}")]
