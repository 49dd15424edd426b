"""Tickets: files handed in, from the moment they arrive to the moment they are published.

A ticket is a folder data/inbox/<id>/: the files under names of ours, what was asked
(request.json), how far the work is (progress.json) and what came of it (outcome.json). The work
runs in a process of its own, so a reader may leave the page, and it goes on.
"""

import json
import os
import secrets
import shutil
import subprocess
import sys
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path

from queries.places import ROOT

PATIENTLY = ("nice", "-n", "10")
INBOX, INCOMING = "inbox", "incoming"


@dataclass(frozen=True)
class HandedIn:
    """One file of a ticket: what it was called, and which extract it is ("" lets us recognise)."""

    stored: str
    name: str
    contract: str = ""
    mode: str = ""  # inputs.REPLACE or inputs.ADD; "" for what the contract says


@dataclass(frozen=True)
class Ticket:
    """`outcome` is {} until the work has ended; see preparing.work for what it holds."""

    id: str
    folder: Path
    who: str
    at: str
    files: tuple[HandedIn, ...]
    progress: dict = field(default_factory=dict)
    outcome: dict = field(default_factory=dict)

    @property
    def state(self) -> str:
        """Return working, ready, refused, published, withdrawn, or stopped if its process died."""
        if self.outcome:
            return self.outcome["state"]
        return "working" if _is_alive(self.progress.get("pid", 0)) else "stopped"


def open_ticket(data: Path, files: list[tuple[str, bytes | Path]], who: str, asked=()) -> Ticket:
    """Keep what was handed in, [(name, content or path)]; return the ticket. Names are no paths.

    `asked` may say for each file {"contract": …, "mode": …}.
    """
    id_ = f"{datetime.now():%Y%m%d%H%M%S%f}{secrets.token_hex(2)}"
    folder = data / INBOX / id_
    folder.mkdir(parents=True)
    kept = []
    for number, (name, content) in enumerate(files, start=1):
        suffix = ".xlsx" if name.lower().endswith((".xlsx", ".xlsm")) else ".csv"
        stored = folder / f"{number:04d}{suffix}"
        if isinstance(content, Path):
            shutil.copyfile(content, stored)
        else:
            stored.write_bytes(content)
        wish = asked[number - 1] if asked else {}
        kept.append(HandedIn(stored=stored.name, name=Path(name).name[:120], **wish))
    request = {
        "id": id_,
        "who": who,
        "at": f"{datetime.now().astimezone():%Y-%m-%dT%H:%M:%S%z}",
        "files": [asdict(one) for one in kept],
    }
    write(folder / "request.json", request)
    return read_ticket(data, id_)


def read_ticket(data: Path, id_: str) -> Ticket | None:
    """Return a ticket as it stands now, or None."""
    folder = data / INBOX / id_
    if not id_.isalnum() or not (folder / "request.json").exists():
        return None
    request = _read(folder / "request.json")
    return Ticket(
        folder=folder,
        progress=_read(folder / "progress.json"),
        outcome=_read(folder / "outcome.json"),
        **request | {"files": tuple(HandedIn(**one) for one in request["files"])},
    )


def all_tickets(data: Path) -> list[Ticket]:
    """Return every ticket, the newest first."""
    ids = sorted((path.parent.name for path in (data / INBOX).glob("*/request.json")), reverse=True)
    return [ticket for id_ in ids if (ticket := read_ticket(data, id_))]


def start(data: Path, var: Path, ticket: Ticket):
    """Let a process of its own work on a ticket; it outlives the page and the server.

    Readers come first: it gets what they leave of the processor.
    """
    (ticket.folder / "outcome.json").unlink(missing_ok=True)
    command = (sys.executable, "-m", "queries")
    with (ticket.folder / "work.log").open("ab") as log:
        process = subprocess.Popen(
            [*PATIENTLY, *command, "--data", data, "--var", var, "work", ticket.id],
            cwd=ROOT,
            stdout=log,
            stderr=log,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )
    write(ticket.folder / "progress.json", {"stage": "排队", "done": 0.0, "pid": process.pid})


def write(path: Path, content: dict):
    """Put a JSON file in place at once: whoever reads sees the old or the new one, whole."""
    draft = path.with_suffix(f".{os.getpid()}.draft")
    draft.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
    os.replace(draft, path)


def _read(path):
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def _is_alive(pid):
    if not pid:
        return False
    status = Path(f"/proc/{pid}/stat")
    return status.exists() and status.read_text().rpartition(")")[2].split()[0] != "Z"
