"""Examples: the statements of queries/examples/*.sql; the first line of each says what it asks."""

from functools import cache

from queries.places import QUERIES

FOLDER = QUERIES / "examples"


@cache
def examples() -> dict[str, str]:
    """Return {title: SQL}, in the order of the files."""
    found = {}
    for path in sorted(FOLDER.glob("*.sql")):
        sql = path.read_text(encoding="utf-8").strip()
        found[sql.partition("\n")[0].removeprefix("--").strip()] = sql
    return found
