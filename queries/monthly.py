"""Monthly: a large extract is kept month by month, and what says it may be is counted so.

An added file then costs what it holds: files read before are not read again, and only the months
that it touches are counted again. Nothing else differs: the same SELECTs run over the same rows.
"""

import re
from itertools import groupby
from pathlib import Path

from queries import database, read_once, statements
from queries.contracts import Contract
from queries.inputs import Input
from queries.intake import Receipt
from queries.parts import Parts, key, linked

# A mart that says so promises: its rows of a month follow from that month's rows of the extract,
# the words found in it (reference.extract_word), and reference tables.
BY_MONTH = re.compile(r"^-- by month of (\w+)$", re.MULTILINE)


def receive(
    con, contract: Contract, files: tuple[Input, ...], staging: Path, parts: Parts, most_refused
) -> list[Receipt]:
    """Read the files into staging/<extract>/<file>-<month>.parquet, each key's last row alone."""
    folder = staging / contract.id
    folder.mkdir()
    receipts, pieces = [], {}  # a file of a month as it was read: what it is to be called
    for number, one in enumerate(files):

        def read(draft, one=one):
            _read(con, contract, one, draft, most_refused)

        place = read_once.kept(parts, "file", contract, one, read)
        receipts.append(read_once.recall(con, place))
        for piece in sorted(place.glob("*-*.parquet")):
            pieces[piece] = folder / f"{number:04d}-{piece.name}"
    parts.months[contract.id] = _months(pieces, _supersede(con, contract, pieces))
    return receipts


def count(con, mart: str, sql: str, parts: Parts) -> bool:
    """Make mart.<mart> month by month and return True, if it and its extract are such."""
    said = BY_MONTH.search(sql)
    if not said or said[1] not in parts.months:
        return False
    extract = said[1]
    words = con.execute(database.script("words_found"), {"extract": extract}).fetchall()
    counted = []
    for month, (rows, files) in sorted(parts.months[extract].items()):

        def count_month(draft, files=files):
            _count_month(con, extract, files, sql, draft / f"{mart}.parquet")

        place = parts.kept(count_month, ("mart", mart, month), sql, str(words), rows)
        counted.append(place / f"{mart}.parquet")
    con.execute(f"create table mart.{mart} as from ({sql}) limit 0")  # its types
    con.execute(f"insert into mart.{mart} by name from {statements.parquet(counted)}")
    return True


def _read(con, contract, one, draft, most_refused):
    """Fill a part with a file's rows by month, its receipt, and what was refused of it."""
    read_once.read(con, contract, one, draft, most_refused)
    staged = draft / f"{contract.id}.parquet"
    for (month,) in con.execute(statements.months(contract, staged)).fetchall():
        rows = statements.of_month(contract, staged, month)
        con.execute(statements.saved(rows, draft / f"{month:%Y-%m}.parquet"))
    staged.unlink()


def _supersede(con, contract, pieces):
    """Put every row in its place but those a later file holds; return {piece: key of its lost}."""
    handed_in = groupby(pieces, key=lambda piece: piece.parent)
    superseded = statements.superseded(contract, [list(part) for _, part in handed_in])
    con.execute(f"create or replace temp table superseded as {superseded}")
    lost = dict(con.execute(database.script("superseded_lines")).fetchall())
    for piece, place in pieces.items():
        if str(piece) in lost:
            con.execute(statements.saved(statements.still_held(piece), place))
        else:
            linked(piece, place)
    return lost


def _months(pieces, lost):
    """Return {month: (key of its rows, its files)}."""
    found = {}
    for piece, place in pieces.items():
        rows, files = found.setdefault(piece.stem, ([], []))
        rows += [piece.parent.name, lost.get(str(piece), "")]
        files.append(place)
    return {month: (key(*rows), files) for month, (rows, files) in found.items()}


def _count_month(con, extract, files, sql, path):
    """Write a mart's rows of one month: to its SELECT alone, the extract is that month's files."""
    with con.cursor() as own:
        own.execute("begin")
        own.execute(f"create or replace view staging.{extract} as from {statements.parquet(files)}")
        own.execute(statements.saved(sql, path))
        own.execute("rollback")
