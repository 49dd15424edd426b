"""The drop folder: files another system or a clerk leaves in data/incoming/ to be taken in."""

from pathlib import Path

from queries.inputs import SUFFIXES

FOLDER = "incoming"


def files(data: Path) -> list[Path]:
    """Return the files that wait, by name; what is no table, or still being written, stays."""
    waiting = (data / FOLDER).glob("*")
    return sorted(
        path
        for path in waiting
        if path.suffix.lower() in SUFFIXES and not path.name.startswith((".", "~$"))
    )


def clear(data: Path, taken: list[Path]):
    """Remove those of the taken files that lay in the drop folder: their copies are published."""
    for path in taken:
        if path.parent == data / FOLDER:
            path.unlink(missing_ok=True)
