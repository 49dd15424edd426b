"""Permits: what the reader may see. There is one reader yet, at the machine the board runs on."""

from ui import labels


def may_see_records(disclosure: str) -> bool:
    """Return whether the rows behind a number may be listed, without what tells who they are."""
    return disclosure in labels.DISCLOSURE
