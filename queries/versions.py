"""Versions: a build's folder, its manifest, and the pointer that says which one is live."""

import contextlib
import fcntl
import hashlib
import json
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from queries.inputs import Inputs
from queries.places import QUERIES

POINTER = "current.json"


class BuildRunning(RuntimeError):
    """Another process is building; the message says so in Chinese."""


@dataclass(frozen=True)
class Version:
    """A published build: {var}/versions/{id}/ with published.duckdb, records.duckdb, staging/ and
    the rows analysts query, see storing.ROWS."""

    id: str
    folder: Path

    @property
    def published(self):
        return self.folder / "published.duckdb"

    @property
    def records(self):
        return self.folder / "records.duckdb"

    def manifest(self):
        return json.loads((self.folder / "manifest.json").read_text(encoding="utf-8"))

    @property
    def may_be_shown(self) -> bool:
        """Whether it is here and was built with small counts withheld; older builds were not."""
        return self.published.exists() and "withheld" in self.manifest()


def version_id(data: Path, inputs: Inputs) -> str:
    """Return the hash of everything that decides a build: inputs, contracts, queries."""
    files = [(one.name, one.path) for part in inputs.values() for one in part]
    files += [(path.name, path) for path in sorted((data / "contracts").glob("*.toml"))]
    decisive = sorted(path for path in QUERIES.rglob("*") if path.suffix in (".sql", ".py"))
    files += [(path.relative_to(QUERIES).as_posix(), path) for path in decisive]
    digest = hashlib.sha256()
    for name, path in files:
        digest.update(name.encode())
        if path.exists():
            with path.open("rb") as file:
                digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()[:12]


def version(var: Path, id_: str) -> Version:
    return Version(id_, var / "versions" / id_)


def current(var: Path) -> Version | None:
    """Return the live version, or None before the first build."""
    try:
        pointer = json.loads((var / POINTER).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    live = version(var, pointer["version"])
    return live if live.may_be_shown else None


def all_versions(var: Path) -> list[Version]:
    """Return the published versions, newest first."""
    folders = [path.parent for path in (var / "versions").glob("*/manifest.json")]
    folders.sort(key=lambda folder: (folder / "manifest.json").stat().st_mtime, reverse=True)
    return [Version(folder.name, folder) for folder in folders]


def place(var: Path, built: Path, id_: str) -> Version:
    """Move a finished build to its place among the versions; no reader is shown it yet."""
    placed = version(var, id_)
    placed.folder.parent.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(placed.folder, ignore_errors=True)
    os.replace(built, placed.folder)
    return placed


def switch(var: Path, id_: str) -> Version:
    """Make a version the live one, in one step."""
    draft = var / f".{POINTER}.{os.getpid()}"
    with draft.open("w", encoding="utf-8") as file:
        json.dump({"version": id_}, file)
        file.flush()
        os.fsync(file.fileno())
    os.replace(draft, var / POINTER)
    return version(var, id_)


def drop(var: Path, id_: str):
    """Remove a version nobody published; the live one stays whatever is asked."""
    live = current(var)
    if live is None or live.id != id_:
        shutil.rmtree(version(var, id_).folder, ignore_errors=True)


@contextlib.contextmanager
def locked(var: Path):
    """Hold the only lock on what is built and published; raise BuildRunning if another does."""
    var.mkdir(parents=True, exist_ok=True)
    with (var / "build.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BuildRunning("另一个构建正在进行，请等它完成") from None
        yield


@contextlib.contextmanager
def building(var: Path, id_: str):
    """Yield an empty folder to build in; hold the lock; leave nothing behind on failure."""
    with locked(var):
        for stale in var.glob("building-*"):  # what a killed build left; the lock says it is dead
            shutil.rmtree(stale, ignore_errors=True)
        for draft in var.glob(f".{POINTER}.*"):
            draft.unlink(missing_ok=True)
        folder = var / f"building-{id_}"
        folder.mkdir()
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)
