"""Versions: a build's folder, its manifest, and the pointer that says which one is live."""

import contextlib
import fcntl
import hashlib
import json
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from queries.contracts import Contract
from queries.places import QUERIES

POINTER = "current.json"


class BuildRunning(RuntimeError):
    """Another process is building; the message says so in Chinese."""


@dataclass(frozen=True)
class Version:
    """A published build: {var}/versions/{id}/ with published.duckdb, records.duckdb, staging/."""

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


def version_id(data: Path, contracts: dict[str, Contract]) -> str:
    """Return the hash of everything that decides a build: inputs, contracts, queries."""
    files = [data / contract.file for contract in contracts.values()]
    files += sorted((data / "contracts").glob("*.toml"))
    files += sorted(path for path in QUERIES.rglob("*") if path.suffix in (".sql", ".py"))
    digest = hashlib.sha256()
    for path in files:
        digest.update(path.name.encode())
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
    return live if live.published.exists() else None


def all_versions(var: Path) -> list[Version]:
    """Return the published versions, newest first."""
    folders = [path.parent for path in (var / "versions").glob("*/manifest.json")]
    folders.sort(key=lambda folder: (folder / "manifest.json").stat().st_mtime, reverse=True)
    return [Version(folder.name, folder) for folder in folders]


def publish(var: Path, built: Path | None, id_: str) -> Version:
    """Move a finished build to its place (None: it is there) and switch the pointer, last."""
    published = version(var, id_)
    if built is not None:
        published.folder.parent.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(published.folder, ignore_errors=True)
        os.replace(built, published.folder)
    draft = var / f".{POINTER}.{os.getpid()}"
    with draft.open("w", encoding="utf-8") as file:
        json.dump({"version": id_}, file)
        file.flush()
        os.fsync(file.fileno())
    os.replace(draft, var / POINTER)
    return published


@contextlib.contextmanager
def building(var: Path, id_: str):
    """Yield an empty folder to build in; hold the only lock; leave nothing behind on failure."""
    var.mkdir(parents=True, exist_ok=True)
    with (var / "build.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BuildRunning("另一个构建正在进行，请等它完成") from None
        for stale in var.glob("building-*"):  # what a killed build left; the lock says it is dead
            shutil.rmtree(stale, ignore_errors=True)
        for draft in var.glob(f".{POINTER}.*"):  # killed, or out of room, before the pointer moved
            draft.unlink()
        folder = var / f"building-{id_}"
        folder.mkdir()
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)
