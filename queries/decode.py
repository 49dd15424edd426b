"""From the file a clerk saved to UTF-8 text whose lines can be accounted for one by one."""

import csv
import hashlib
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from queries import encoding, headings, workbook
from queries.contracts import Contract
from queries.faults import FileRefused
from queries.headings import Place

WORKBOOK = "xlsx"
TAIL = 1 << 12  # bytes in which lines below the table are looked for


@dataclass(frozen=True)
class Source:
    """A file ready for the CSV reader. Lines are numbered from 1.

    `header` says how many records the heading ends, as the reader skips them; lines that records
    above the data take beyond one each are among `not_records`.
    """

    path: Path
    sha256: str
    encoding: str
    delimiter: str
    headings: tuple[str, ...]
    places: dict[str, Place]
    surplus: tuple[str, ...]
    header: int
    lines: int
    not_records: tuple[tuple[int, bool], ...]  # (line, whether it continues a quoted cell)


def open_source(path: Path, contract: Contract, workplace: Path) -> Source:
    """Decode a CSV or XLSX file, into `workplace` if it is not plain UTF-8; raise FileRefused."""
    text, read_as, delimiter, numbered = _first_rows(path, contract, workplace)
    rows = [cells for _, cells in numbered]
    heading = headings.find(contract, rows)
    places, surplus = headings.places(contract, rows, heading)
    header, last_line = heading + 1, numbered[heading][0]
    lines, irregular = _survey(text, delimiter)
    width = len(rows[heading])
    blanks = [delimiter.encode() * count for count in (0, width - 1, width)]
    not_records = tuple(_not_records(text, header, last_line, blanks) if irregular else ())
    if lines - header <= len(not_records):
        raise FileRefused("no_rows")
    return Source(
        path=text,
        sha256=sha256(path),
        encoding=read_as,
        delimiter=delimiter,
        headings=tuple(rows[heading]),
        places=places,
        surplus=tuple(surplus),
        header=header,
        lines=lines,
        not_records=not_records,
    )


def recognise(path: Path, contracts: list[Contract], workplace: Path) -> tuple[Contract, bool]:
    """Return the contract whose headings a file carries, and whether it is one we marked up."""
    best, most, marked = None, 1, False
    for contract in contracts:
        *_, rows = _first_rows(path, contract, workplace)
        cells = [cells for _, cells in rows]
        heading = cells[headings.find(contract, cells)]
        known = headings.known(contract, heading)
        required = {column.name for column in contract.columns if column.required}
        if required <= known and len(known) > most:
            best, most, marked = contract, len(known), headings.is_marked_up(heading)
    if best is None:
        raise FileRefused("unrecognised")
    return best, marked


def sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _first_rows(path, contract, workplace):
    """Return the text file, its encoding, its separator and [(line, cells)] of its first rows."""
    if path.stat().st_size == 0:
        raise FileRefused("empty")
    copy = workplace / f"{path.stem}.utf8.csv"
    if encoding.is_workbook(path):
        text, read_as = workbook.as_csv(path, contract, copy), WORKBOOK
    else:
        text, read_as = encoding.as_utf8(path, copy)
    text = _without_closing(text, copy)
    with text.open(encoding="utf-8-sig", newline="") as file:
        first = file.readline() + file.readline()
    delimiter = "\t" if first.count("\t") > first.count(",") else ","
    rows = _rows(text, delimiter)
    if not any(any(cells) for _, cells in rows):
        raise FileRefused("empty")
    return text, read_as, delimiter, rows


def _without_closing(text, copy):
    """Return the text without the lines by which a download of ours says whose it is."""
    size, sign = text.stat().st_size, headings.CLOSING.encode()
    with text.open("rb") as file:
        file.seek(max(0, size - TAIL))
        end = file.read()
        first = end.find(b"\n" + sign) + 1
        below = [line.strip(b'\r", \t') for line in end[first:].split(b"\n")]
        if not first or not all(line.startswith(sign) or not line for line in below):
            return text
        file.seek(0)
        whole = file.read(size - len(end) + first)
    copy.write_bytes(whole)
    return copy


def _rows(path, delimiter):
    """Return [(last line, cells)] of a file's first rows, cells without the blanks around them."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file, delimiter=delimiter)
        try:
            return [
                (reader.line_num, [cell.strip(" \t　") for cell in cells])
                for cells in islice(reader, headings.WITHIN)
            ]
        except csv.Error:  # the one thing this reader minds: a cell longer than its limit
            raise FileRefused("cell_too_long", line=reader.line_num) from None


def _survey(path, delimiter):
    """Return how many lines there are, and whether any may be blank or continue another."""
    signs = (b'"', b"\n\n", b"\n\r\n", b"\n" + delimiter.encode())
    lines, irregular, last = 0, False, b"\n"  # signs are of three bytes at most
    with path.open("rb") as file:
        while chunk := file.read(encoding.CHUNK):
            lines += chunk.count(b"\n")
            irregular = irregular or any(sign in chunk for sign in signs)
            irregular = irregular or any(sign in last + chunk[:2] for sign in signs)
            last = chunk[-2:]
    return lines + (last[-1:] != b"\n"), irregular


def _not_records(path, header, last_line, blanks):
    """Yield the lines that begin no record: blank, in a quoted cell, or of a heading of several.

    A line of nothing but the separators of a row is blank too: Excel leaves them below a table.
    """
    inside = 0
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            if number > header:
                if number <= last_line:
                    yield number, True
                elif inside or line.strip(b"\r\n").replace(b'""', b"") in blanks:
                    yield number, bool(inside)
            if line.count(b'"') % 2:
                inside = 0 if inside else number
    if inside:
        raise FileRefused("open_quote", line=inside)
