"""Encodings: what a file's bytes are, and the same text as UTF-8 whose lines can be counted."""

import codecs
from pathlib import Path

from queries.faults import FileRefused

CHUNK = 1 << 22
UTF8, UTF8_MARKED = "utf-8", "utf-8-sig"
MARKS = (
    (codecs.BOM_UTF8, UTF8_MARKED),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
UNMARKED = (UTF8, "gb18030")  # a strict reader of each, in this order; both refuse the other's
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
NOT_TABLES = (
    (b"%PDF", "PDF文件"),
    (b"\x89PNG", "图片"),
    (b"\xff\xd8\xff", "图片"),
    (b"Rar!", "压缩包"),
    (b"7z\xbc\xaf", "压缩包"),
    (b"\x1f\x8b", "压缩包"),
)


def is_workbook(path: Path) -> bool:
    """Tell a workbook by its bytes, whatever it is called; refuse what is no table at all."""
    with path.open("rb") as file:
        first = file.read(512)
    if first.startswith(OLE):
        raise FileRefused("locked_workbook")
    for mark, what in NOT_TABLES:
        if first.startswith(mark):
            raise FileRefused("not_a_table", what=what)
    if (
        first.lstrip(codecs.BOM_UTF8 + b" \t\r\n")[:9]
        .lower()
        .startswith((b"<html", b"<!doctype", b"<table"))
    ):
        raise FileRefused("not_a_table", what="网页")
    return first.startswith(ZIP)


def as_utf8(path: Path, copy: Path) -> tuple[Path, str]:
    """Return (a UTF-8 file whose lines end alike, the encoding found); copy only if needed."""
    encoding = _encoding(path)
    if encoding in (UTF8, UTF8_MARKED) and _ends_lines_alike(path):
        _refuse_nulls(path)
        return path, encoding
    with (
        path.open(encoding=encoding) as source,  # whatever ends a line is read as \n
        copy.open("w", encoding=UTF8, newline="") as target,
    ):
        while chunk := source.read(CHUNK):
            target.write(chunk)
    _refuse_nulls(copy)
    return copy, encoding


def _encoding(path):
    with path.open("rb") as file:
        first = file.read(4096)
    marked = [encoding for mark, encoding in MARKS if first.startswith(mark)]
    for encoding in marked or (*_without_mark(first), *UNMARKED):
        if _decodes(path, encoding):
            return encoding
    raise FileRefused("undecodable")


def _without_mark(first):
    """Yield UTF-16 for text with noughts at every other byte, as ASCII in UTF-16 has them.

    Some are at the others too: 一 and 开 are 4E00 and 5F00.
    """
    evens, odds = first[::2].count(0), first[1::2].count(0)
    if max(evens, odds) > 0.1 * len(first) and min(evens, odds) < 0.1 * max(evens, odds):
        yield "utf-16-le" if odds > evens else "utf-16-be"


def _decodes(path, encoding):
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        with path.open("rb") as file:
            while chunk := file.read(CHUNK):
                decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeError:
        return False
    return True


def _ends_lines_alike(path):
    """Tell whether all lines end in \n, or all in \r\n: the reader of CSV stumbles over a mixture.

    Excel mixes them where a cell has a line break, old Macintoshes end lines in \r.
    """
    returns = feeds = pairs = 0
    last = b""
    with path.open("rb") as file:
        if not any(b"\r" in chunk for chunk in iter(lambda: file.read(CHUNK), b"")):
            return True
        file.seek(0)
        while chunk := file.read(CHUNK):
            returns, feeds = returns + chunk.count(b"\r"), feeds + chunk.count(b"\n")
            pairs += (last + chunk).count(b"\r\n")
            last = chunk[-1:].replace(b"\n", b"")
    return returns == feeds == pairs


def _refuse_nulls(path):
    """A nought inside text is damage: the cells around it cannot be trusted."""
    lines = 1
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            place = chunk.find(b"\0")
            if place >= 0:
                raise FileRefused("null_character", line=lines + chunk.count(b"\n", 0, place))
            lines += chunk.count(b"\n")
