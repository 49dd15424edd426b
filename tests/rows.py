"""Where the fixtures lie, and rows as plain Python has them."""

import shutil
from pathlib import Path

from queries.places import ROOT

SHIPPED = ROOT / "data"
FIXTURE = Path(__file__).parent / "fixture"
EXPECTED = Path(__file__).parent / "expected"


def tiny_data(folder):
    """Return a data folder of the tiny county: shipped contracts, fixture extracts over them."""
    shutil.copytree(SHIPPED / "contracts", folder / "contracts")
    shutil.copytree(SHIPPED / "reference", folder / "reference")
    shutil.copytree(SHIPPED / "access", folder / "access")
    shutil.copytree(FIXTURE, folder, dirs_exist_ok=True)
    return folder


def records(con, sql, parameters=None):
    """Return a query's rows as {column: value}."""
    result = con.execute(sql, parameters)
    names = [column[0] for column in result.description]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]


def reading(type_, cell, *more):
    """Return SQL for what intake makes of a cell: it is cleaned once, then read as its type.

    `more` is a factor for the types in a heading's unit, the township's cell for what lies in one.
    """
    if type_ == "text":
        return f"read_text({cell})"
    if type_.endswith("_by"):
        return f"{type_}(clean({cell}), {more[0]})"
    if more:
        return f"{type_}_of(clean({cell}), township_of(clean({more[0]})))"
    return f"{type_}_of(clean({cell}))"
