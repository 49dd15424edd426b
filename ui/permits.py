"""Permits: who the reader is, and what they may open, see and take away. Everything asks here."""

from dataclasses import dataclass

from ui import labels


@dataclass(frozen=True)
class Reader:
    """Somebody who reads. `role` is viewer, analyst or steward; `how` says who vouches for them."""

    name: str
    role: str
    how: str  # single: only this machine reaches the board; or who signed them in


def reader() -> Reader:
    """Return who reads: as long as nobody signs in, whoever sits at this machine."""
    return Reader(labels.LOCAL_USER, "steward", "single")


def may_see_records(disclosure: str) -> bool:
    """Return whether the rows behind a number may be listed, without what tells who they are."""
    return disclosure in labels.DISCLOSURE
