"""From the bytes a clerk saved to UTF-8 text whose lines can be accounted for one by one."""

import codecs
import csv
import hashlib
from dataclasses import dataclass
from pathlib import Path

from queries.contracts import Contract

CHUNK = 1 << 22
ENCODINGS = ("utf-8", "gb18030")  # a strict reader of each, in this order; both refuse the other's


class FileRefused(ValueError):
    """The whole file cannot be taken; the message says why, in Chinese, and how to mend it."""


@dataclass(frozen=True)
class Source:
    """A file ready for the CSV reader. Lines are numbered from 1; `header` is the heading's."""

    path: Path
    sha256: str
    encoding: str
    headings: tuple[str, ...]
    header: int
    lines: int
    not_records: tuple[tuple[int, bool], ...]  # (line, whether it continues a quoted cell)


def open_source(path: Path, workplace: Path) -> Source:
    """Decode a CSV file into `workplace` if it is not plain UTF-8; raise FileRefused."""
    encoding = _encoding(path)
    text = path
    if encoding != "utf-8":
        text = workplace / f"{path.stem}.utf8.csv"
        with path.open(encoding=encoding, newline="") as source, text.open("w", newline="") as copy:
            while chunk := source.read(CHUNK):
                copy.write(chunk)
    header, headings = _headings(text)
    lines, irregular = _survey(text)
    not_records = tuple(_not_records(text, header) if irregular else ())
    if lines - header <= len(not_records):
        raise FileRefused("文件里没有数据行。请确认导出时已选中数据后重新导出")
    return Source(
        path=text,
        sha256=sha256(path),
        encoding=encoding,
        headings=headings,
        header=header,
        lines=lines,
        not_records=not_records,
    )


def sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def places(contract: Contract, headings: tuple[str, ...]) -> tuple[dict[str, int], list[str]]:
    """Return {column: its place in the file} and the headings the contract does not know."""
    found, surplus = {}, []
    known = {head: column.name for column in contract.columns for head in column.headers}
    for place, heading in enumerate(headings):
        column = known.get(heading)
        if column is None:
            surplus.append(heading)
        elif column in found:
            raise FileRefused(f"表头“{heading}”与另一列指的是同一项。请只保留一列")
        else:
            found[column] = place
    missing = [c.name_zh for c in contract.columns if c.required and c.name not in found]
    if missing:
        raise FileRefused(f"缺少必需的列：{'、'.join(missing)}。请补上后重新导出")
    return found, surplus


def _encoding(path):
    with path.open("rb") as file:
        marked = file.read(3) == codecs.BOM_UTF8
    for encoding in ("utf-8-sig",) if marked else ENCODINGS:
        decoder = codecs.getincrementaldecoder(encoding)()
        try:
            with path.open("rb") as file:
                while chunk := file.read(CHUNK):
                    decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            continue
        return encoding
    raise FileRefused("认不出文件的编码。请用Excel或WPS另存为“CSV UTF-8”后重新导入")


def _headings(path):
    """Return the heading's line number and its cells: the first line that is not blank."""
    with path.open(encoding="utf-8", newline="") as file:
        for number, cells in enumerate(csv.reader(file), start=1):
            if any(cell.strip() for cell in cells):
                return number, tuple(cell.strip(" \t　") for cell in cells)
    raise FileRefused("文件是空的。请重新导出")


def _survey(path):
    """Return how many lines there are, and whether any may be blank or continue another."""
    lines, irregular, last = 0, False, b"\n"
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            lines += chunk.count(b"\n")
            irregular = irregular or b'"' in chunk or b"\n\n" in chunk or b"\n\r\n" in chunk
            irregular = irregular or (last == b"\n" and chunk[:1] in (b"\n", b"\r"))
            last = chunk[-1:]
    return lines + (last != b"\n"), irregular


def _not_records(path, header):
    """Yield the lines after the heading that begin no record: blank, or in a quoted cell."""
    inside = 0
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            if number > header and (inside or not line.strip(b"\r\n")):
                yield number, bool(inside)
            if line.count(b'"') % 2:
                inside = 0 if inside else number
    if inside:
        raise FileRefused(f"第{inside}行的引号没有配对，后面的内容无法辨认。请补上引号后重新导出")
