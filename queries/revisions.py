"""Revisions: what another version changes in numbers that are already published."""

import pandas as pd

from queries import database, statements
from queries.versions import Version


def compared(before: Version, after: Version, what: str = "revisions") -> pd.DataFrame:
    """Return the rows of queries/<what>.sql (revisions or additions) between two versions."""
    with database.connect() as con:
        for name, version in (("before", before), ("after", after)):
            con.execute(f"attach {statements.text(version.published)} as {name} (read_only)")
        return con.execute(database.script(what)).df()
