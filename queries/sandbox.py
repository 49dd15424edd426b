"""The sandbox: one statement of an analyst, answered by a process of its own that cannot do harm.

In-process limits were shown not to hold: one value larger than memory takes the whole server with
it, and functions over one value do not stop when asked to. Therefore a child for every query
(sandbox_child.py), which holds a version's files read-only and has no other. What it may read is
what it is given here: a file the statement does not name is not even attached.
"""

import contextlib
import datetime
import json
import os
import re
import selectors
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from decimal import Decimal
from pathlib import Path

import pandas as pd

from queries.storing import ROWS
from queries.versions import Version

CHILD = Path(__file__).parent / "sandbox_child.py"
PUBLISHED = "published"
TOGETHER = 2  # children at a time, over all readers of this server
LONGEST = 100_000  # letters of a statement
BEAT = 0.2  # seconds between two looks at whether anybody still waits
READ = 1 << 16
FROM_TEXT = {  # the engine's types whose values JSON has as text → how they are read back
    "DATE": datetime.date.fromisoformat,
    "TIME": datetime.time.fromisoformat,
}
DECIMAL = re.compile(r"DECIMAL\(")
MOMENT = re.compile(r"TIMESTAMP")

_places = threading.BoundedSemaphore(TOGETHER)


@dataclass(frozen=True)
class Limits:
    """What one query may take: all limits stand here."""

    seconds: float = 30
    memory: int = 1024  # MB the engine plans with; it spills nothing to the disk
    space: int = 2560  # MB of addresses in all: where single values outgrow what the engine plans
    rows: int = 10_000
    bytes: int = 16 << 20  # of the answer as it is sent: 16 MB
    patience: float = 3  # seconds to wait for a place


@dataclass(frozen=True)
class Answer:
    rows: pd.DataFrame
    types: dict[str, str]  # column → the engine's type
    cut: str  # "rows" or "bytes": what made it end early
    seconds: float
    read: tuple[str, ...] = ()  # the files of rows it had in reach, of storing.ROWS


class Refused(ValueError):
    """A statement that has no answer: `kind` says why, `told` what is known of it.

    kind: nothing, several, not_select, forbidden, complex (the statement); engine (what DuckDB
    says, in `engine`); time, memory, bytes, ended (a limit); busy, long, not_built.
    """

    def __init__(self, kind: str, **told):
        super().__init__(kind)
        self.kind, self.told = kind, told


def is_ready(version: Version) -> bool:
    """Return whether a version was built with the files analysts read."""
    return all((version.folder / file).exists() for file in ROWS.values())


def named(sql: str, offered: tuple[str, ...]) -> tuple[str, ...]:
    """Return which of the offered files of rows a statement names; only those are attached."""
    words = set(re.findall(r'(\w+)"?\s*\.', sql.lower()))
    return tuple(name for name in ROWS if name in words and name in offered)


def run(
    version: Version,
    sql: str,
    offered: tuple[str, ...] = (),
    limits: Limits = Limits(),
    plan: bool = False,
    beat: Callable[[], None] = lambda: None,
) -> Answer:
    """Return the rows of a SELECT, or how the engine would go about it; raise Refused.

    `offered` are the files of rows (storing.ROWS) the reader may see. `beat` is called all along:
    when it raises because nobody waits any longer, the child is ended with it.
    """
    if not is_ready(version):
        raise Refused("not_built")
    if len(sql) > LONGEST:
        raise Refused("long", most=LONGEST)
    read = named(sql, offered)
    files = {PUBLISHED: version.published, **{name: version.folder / ROWS[name] for name in read}}
    asked = {
        "files": {name: str(path.resolve()) for name, path in files.items()},
        "sql": sql,
        "plan": plan,
        "limits": asdict(limits),
        "parent": os.getpid(),
    }
    with _place(limits.patience, beat), _child() as child:
        lines = _lines(child, json.dumps(asked).encode(), limits, beat)
    return _answer(lines, version, read)


@contextlib.contextmanager
def _place(patience, beat):
    until = time.monotonic() + patience
    while not _places.acquire(timeout=BEAT):
        beat()
        if time.monotonic() > until:
            raise Refused("busy", together=TOGETHER)
    try:
        yield
    finally:
        _places.release()


@contextlib.contextmanager
def _child():
    """Give a child in a session of its own, and end it with all it might have started."""
    child = subprocess.Popen(
        [sys.executable, "-I", str(CHILD)],
        env={"LANG": "C.UTF-8"},
        cwd="/",
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield child
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
        child.wait()
        child.stdout.close()
        with contextlib.suppress(BrokenPipeError):
            child.stdin.close()


def _lines(child, asked, limits, beat):
    """Return the lines a child says; raise Refused when it takes too long or says too much."""
    with contextlib.suppress(BrokenPipeError):
        child.stdin.write(asked)
        child.stdin.close()
    said, until = bytearray(), time.monotonic() + limits.seconds + 1  # it has to start, too
    with selectors.DefaultSelector() as selector:
        selector.register(child.stdout, selectors.EVENT_READ)
        while True:
            beat()
            if selector.select(BEAT):
                part = os.read(child.stdout.fileno(), READ)
                if not part:
                    return said.split(b"\n")[:-1]
                said += part
            if len(said) > limits.bytes + READ:
                raise Refused("bytes")
            if time.monotonic() > until:
                raise Refused("time", seconds=limits.seconds)


def _answer(lines, version, read):
    last = _read(json.loads, lines[-1]) if lines else {}
    if isinstance(last, dict) and "refused" in last:
        told = last["refused"]
        if "engine" in told:  # no message of the engine's is known to name a folder; none shall
            told["engine"] = told["engine"].replace(str(version.folder.resolve()), "")
        raise Refused(told.pop("kind"), **told)
    if not isinstance(last, dict) or "end" not in last:
        raise Refused("ended")  # it was killed at a limit, or died
    head, *rows = (json.loads(line) for line in lines[:-1])
    names = _distinct([name for name, _ in head["columns"]])
    types = dict(zip(names, (type_ for _, type_ in head["columns"]), strict=True))
    columns = zip(*rows, strict=True) if rows else [[] for _ in names]
    found = {
        name: _column(types[name], values) for name, values in zip(names, columns, strict=True)
    }
    return Answer(pd.DataFrame(found), types, last["cut"], last["seconds"], read)


def _distinct(names):
    """Return column names with a number behind each that stood there before."""
    taken = []
    for name in names:
        number = 2
        while name in taken:
            name, number = f"{name.removesuffix(f'_{number - 1}')}_{number}", number + 1
        taken.append(name)
    return taken


def _column(type_, values):
    """Return a column's values as they were before JSON; whole numbers stay whole beside gaps."""
    if DECIMAL.match(type_):
        values = [None if value is None else Decimal(value) for value in values]
    elif MOMENT.match(type_):
        return pd.Series(pd.to_datetime(list(values), errors="coerce", format="ISO8601"))
    elif type_ in FROM_TEXT:
        values = [_read(FROM_TEXT[type_], value) for value in values]
    elif type_ in ("DOUBLE", "FLOAT"):
        return pd.Series(values, dtype="float64")
    elif type_.endswith("INT") or type_ in ("INTEGER", "UINTEGER"):
        return pd.Series(values, dtype="Int64" if _is_small(values) else object)
    return pd.Series(values, dtype=object)


def _is_small(values):
    return all(value is None or abs(value) < 1 << 63 for value in values)


def _read(parse, value):
    """Return a text read, or as it stands: the engine knows days no calendar of ours has."""
    try:
        return None if value is None else parse(value)
    except ValueError:
        return value
