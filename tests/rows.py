"""Where the fixtures lie, and rows as plain Python has them."""

import re
import shutil
from functools import cache
from pathlib import Path

from queries import database
from queries import records as row_files
from queries.catalogue import Figure
from queries.contracts import load_contracts
from queries.places import ROOT
from queries.storing import KEPT

SHIPPED = ROOT / "data"
FIXTURE = Path(__file__).parent / "fixture"
EXPECTED = Path(__file__).parent / "expected"


def shipped_data(folder):
    """Return a copy of the shipped data without what people did with them on this machine."""
    for part in ("contracts", "reference", "extracts", "geo"):
        shutil.copytree(SHIPPED / part, folder / part, ignore=shutil.ignore_patterns("earlier"))
    return folder


def tiny_data(folder, small_count=1, dominance_percent=0):
    """Return a data folder of the tiny county: shipped contracts, fixture extracts over them.

    Every count in it is small. So that numbers worked by hand can be seen, nothing is withheld
    unless the test asks for a threshold.
    """
    shutil.copytree(SHIPPED / "contracts", folder / "contracts")
    shutil.copytree(SHIPPED / "reference", folder / "reference")
    shutil.copytree(SHIPPED / "access", folder / "access")
    shutil.copytree(FIXTURE, folder, dirs_exist_ok=True)
    with_setting(folder, "small_count", small_count)
    with_setting(folder, "dominance_percent", dominance_percent)
    return folder


def with_setting(folder, setting, value):
    """Give a setting of a data folder another value."""
    path = folder / "reference" / "setting.csv"
    text, found = re.subn(
        rf"(?m)^{setting},[^,]*", f"{setting},{value}", path.read_text(encoding="utf-8")
    )
    assert found == 1
    path.write_text(text, encoding="utf-8")


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


def is_bare(one):
    """Tell whether only its rounded value is shown: a share, or a figure's mean, of sensitive
    records."""
    is_rounded = one.per == 100 or (isinstance(one, Figure) and "as denominator" in one.sql)
    return is_rounded and _disclosure()[one.rows_of or one.extracts[0]] == "sensitive"


@cache
def _disclosure():
    contracts = load_contracts(SHIPPED / "contracts")
    return {id_: contract.disclosure for id_, contract in contracts.items()}


def by_category(cells):
    """Return cells by category alone where there is one series; those of several as they are."""
    if all(series == "_T" for _, series in cells):
        return {category: number for (category, _), number in cells.items()}
    return cells


def everything(version, extract="assistance_payments"):
    """Return what a version says: hash, inputs, findings, refusals, months, an extract's rows."""
    manifest = version.manifest()
    told = {"content": manifest["content"], "inputs": manifest["inputs"]}
    with database.connect(version.records, read_only=True) as con:
        for table in KEPT:
            told[table] = con.execute(f"select * from {table} order by all").fetchall()
    with database.connect(version.published, read_only=True) as con:
        told["arrivals"] = con.execute("select * from arrival_month order by all").fetchall()
    with row_files.connection(version).cursor() as cursor:
        told["rows"] = cursor.execute(f"select * from staging.{extract} order by all").fetchall()
    return told
