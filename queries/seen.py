"""Seen: what readers of any version were shown of sensitive extracts, and what was withheld.

Two versions can be subtracted. What was withheld once stays withheld, and what was shown once
protects nothing, so a build must know both; no build can make them again, hence the journal.
Nothing of it decides a version's id: building the same files once more withholds the same cells.
"""

import os
from pathlib import Path

from queries import database, journal, statements
from queries.versions import Version

FILE = "seen.parquet"


def remember(data: Path, version: Version):
    """Add what a version shows and withholds to data/journal/seen.parquet, before it goes live."""
    path = journal.folder(data) / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    with database.connect() as con:
        con.execute(f"attach {statements.text(version.published)} as published (read_only)")
        _load(con, path)
        draft = path.with_suffix(f".{os.getpid()}")
        kept = f"from ({database.script('seen')}) order by all"
        con.execute(f"copy ({kept}) to {statements.text(draft)} (format parquet)")
    os.replace(draft, path)


def recall(con, data: Path):
    """Make table seen: what any version told of the cells of sensitive extracts."""
    _load(con, journal.folder(data) / FILE)


def _load(con, path):
    con.execute(database.script("seen_table"))
    if path.exists():
        con.execute(f"insert into seen by name from read_parquet({statements.text(path)})")
