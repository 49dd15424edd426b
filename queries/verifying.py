"""Verifying: whether the audit log is whole, line by line, and if not, where it breaks first."""

import fcntl
from dataclasses import dataclass
from pathlib import Path

from queries import audit, journal

ALTERED = "这一行被改过，内容与它自己的校验值不符"
DETACHED = "接不上前一行：前面有行被删去、插入或换了次序"
STRANGE = "这不是日志写下的一行，是后来改成或插入的"
NEEDS_KEY = f"这一行要用密钥核对，而环境变量{audit.KEY}没有设置"
KEY_DROPPED = "前面的行带密钥，这一行不带：可能是有人重写的"
NO_HEAD = f"末行的存底{audit.HEAD}不见了或读不出，不能断定末尾没有行被删去"
GONE = "日志只到第{}条，存底记的是第{}条：末尾的行被删去"
UNLIKE = "末行与存底不符：末行被换过，或存底被改过"
AHEAD = "日志有{}条，存底只记到第{}条：存底是旧的，或多出的行不是看板写的"


@dataclass
class Verified:
    """What was found: how many lines hold together, from when to when; `fault` is "" if all do."""

    number: int = 0
    hash: str = audit.START
    first: str = ""
    last: str = ""
    keyed_from: int = 0  # the first line with a keyed hash, 0 if there is none
    torn: int = 0  # the place of the line before if that was cut short, else 0
    fault: str = ""


def verify(data: Path) -> Verified:
    """Read the whole log and return how far it holds; nothing is written meanwhile."""
    found, path, key, line = Verified(), journal.file(data, audit.LOG), audit.secret(), b""
    if not path.exists():
        kept = audit.kept_head(data) or audit.Head(0, audit.START)
        found.fault = GONE.format(0, kept.number) if kept.number else ""
        return found
    with path.open("rb") as log:
        fcntl.flock(log, fcntl.LOCK_SH)
        kept = audit.kept_head(data)
        for place, line in enumerate(log, start=1):
            found.fault = _fault(found, place, line.rstrip(b"\n"), key)
            if found.fault:
                return found
    if found.torn and line.endswith(b"\n"):
        found.fault = f"第{found.torn}行：{STRANGE}"
    found.fault = found.fault or _fault_at_end(found, kept)
    return found


def _fault(found, place, line, key):
    """Take the next line in; return what is wrong with it or the one before, "" if both fit."""
    parts = audit.opened(line)
    if parts is None and not found.torn:
        found.torn = place  # allowed if it is the last, or the next one says it was found so
        return ""
    entry, body, hash_ = parts or ({}, b"", "")
    if bool(entry.get("torn")) != bool(found.torn):
        return f"第{found.torn or place}行：{STRANGE}"
    fault = _fault_within(found, entry, body, hash_, key)
    if fault:
        return f"第{place}行：{fault}"
    found.number, found.hash, found.torn = entry["number"], hash_, 0
    found.last = entry.get("at", "")
    found.first = found.first or found.last
    found.keyed_from = found.keyed_from or (entry["number"] if entry.get("keyed") else 0)
    return ""


def _fault_within(found, entry, body, hash_, key):
    is_keyed = bool(entry.get("keyed"))
    if is_keyed and not key:
        return NEEDS_KEY
    if found.keyed_from and not is_keyed:
        return KEY_DROPPED
    if audit.digest(body, key if is_keyed else b"") != hash_:
        return ALTERED
    if (entry.get("number"), entry.get("previous")) != (found.number + 1, found.hash):
        return DETACHED
    return ""


def _fault_at_end(found, kept):
    """Return what the kept head says against the log's end; a crash may leave it one behind."""
    if kept is None:
        return NO_HEAD if found.number else ""
    if found.number < kept.number:
        return GONE.format(found.number, kept.number)
    if found.number > kept.number + 1:
        return AHEAD.format(found.number, kept.number)
    return UNLIKE if found.number == kept.number and found.hash != kept.hash else ""
