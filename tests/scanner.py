"""The scanner: finds what tells who somebody is, in any file the board makes or sends.

Identity numbers, mobile numbers, bank cards, and names planted to be found again (canaries). It
knows nothing of the board: bytes, archives, DuckDB and Parquet files and text go in, hits come out.

Organizations are no persons. Their credit codes have 18 characters too, and one without letters
is told from an identity number by what stands at the 7th place of both: there a person has the
year of birth, a credit code the end of the registering authority's area code. 330482… gives a
year 82xx, which nobody was born in; a code whose area ends in 19 or 20 would further need the
next six digits to be a date and the check digit of GB 11643 to fit, 1 in 11.
"""

import io
import re
import unicodedata
import zipfile
from dataclasses import dataclass
from datetime import date
from html import unescape
from pathlib import Path

import duckdb
import pypdf

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)  # GB 11643-1999
CHECK = "10X98765432"
PROVINCES = {*range(11, 16), *range(21, 24), *range(31, 38), *range(41, 47), *range(50, 55)}
PROVINCES |= {*range(61, 66), 71, 81, 82, 83}
BORN_SINCE = 1880
CARDS = (  # issuer's first digits, and how long its numbers are
    (r"62", range(16, 20)),
    (r"4", (13, 16, 19)),
    (r"5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720", (16,)),
    (r"35", range(16, 20)),
    (r"3[47]", (15,)),
)
# Digits that follow a decimal point are the rest of a measurement, not a number somebody has.
RUN = re.compile(r"(?<!\d)(?<!\d\.)\d{10,18}[\dXx](?!\d)")
GROUPED = (  # as people write them: by fours, a mobile number 3-4-4, an identity number 6-8-4
    re.compile(r"(?<![\d.])\d{4}(?:[ -]\d{4}){1,3}[ -]\d{0,2}[\dXx](?!\d)"),
    re.compile(r"(?<![\d.])\d{4}(?:[ -]\d{4}){3}(?!\d)"),
    re.compile(r"(?<![\d.])\d{3}[ -]\d{4}[ -]\d{4}(?!\d)"),
    re.compile(r"(?<![\d.])\d{6}[ -]\d{8}[ -]\d{3}[\dXx](?!\d)"),
)
HASH = re.compile(r"(?<![0-9A-Za-z])(?=[0-9]*[a-f])(?:[0-9a-f]{64}|[0-9a-f]{32}|[0-9a-f]{12})\b")
# Tags that may stand within a word, in HTML and in the XML of office files.
WITHIN_WORD = re.compile(r"</?(?:\w+:)?(?:wbr|span|b|i|u|em|strong|t|r|rPr)\b[^<>]*>")
TAG = re.compile(r"<[^<>]*>")
CELL = re.compile(r"</(?:\w+:)?(?:tc|td|th)>")  # numbers of two cells are not one number
PNG = b"\x89PNG\r\n\x1a\n"
LONGEST_GROUPED = 5  # 19 digits by fours
ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")


@dataclass(frozen=True)
class Hit:
    kind: str  # identity, mobile, card or canary
    found: str
    where: str


def is_identity(number: str) -> bool:
    """Tell a resident identity number: province, a day somebody can be born on, check digit."""
    if not re.fullmatch(r"\d{17}[\dXx]", number) or int(number[:2]) not in PROVINCES:
        return False
    try:
        born = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return False
    check = sum(int(digit) * weight for digit, weight in zip(number, WEIGHTS, strict=False)) % 11
    return BORN_SINCE <= born.year <= date.today().year and number[17].upper() == CHECK[check]


def is_mobile(number: str) -> bool:
    return bool(re.fullmatch(r"1[3-9]\d{9}", number))


def is_card(number: str) -> bool:
    """Tell a bank card: an issuer's first digits, a length it issues, the check digit of Luhn."""
    if not number.isdigit() or not any(
        re.match(f"(?:{first})", number) and len(number) in lengths for first, lengths in CARDS
    ):
        return False
    digits = [int(digit) for digit in reversed(number)]
    doubled = sum(sum(divmod(2 * digit, 10)) for digit in digits[1::2])
    return (sum(digits[::2]) + doubled) % 10 == 0


DETECTORS = {"identity": is_identity, "mobile": is_mobile, "card": is_card}


def in_text(text: str, canaries=(), where: str = "") -> set[Hit]:
    """Return what a text says of persons, whatever its digits look like."""
    hits = set()
    for form in _forms(text):
        plain = HASH.sub("#", form)
        numbers = {match[0] for match in RUN.finditer(plain)}
        for pattern in GROUPED:
            numbers |= {re.sub("[ -]", "", match[0]) for match in pattern.finditer(plain)}
        # An X may belong to the word that follows.
        numbers |= {number[:-1] for number in numbers if number[-1] in "Xx"}
        for kind, told in DETECTORS.items():
            hits |= {Hit(kind, number, where) for number in numbers if told(number)}
        joined = re.sub(r"\s", "", form)
        hits |= {Hit("canary", name, where) for name in canaries if name in form or name in joined}
    return hits


def in_bytes(content: bytes, canaries=(), where: str = "") -> set[Hit]:
    """Return what a file's bytes say: of an archive every member and its name, and so on down."""
    if content.startswith(b"PK\x03\x04"):
        hits = set()
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for part in archive.infolist():
                place = f"{where}!{part.filename}"
                hits |= in_text(f"{part.filename} {part.comment!r}", canaries, place)
                hits |= in_bytes(archive.read(part), canaries, place)
        return hits
    if content.startswith(b"%PDF"):
        # the words, as they are read; what else is in it is compressed, drawn or an address
        reader = pypdf.PdfReader(io.BytesIO(content))
        words = [page.extract_text() for page in reader.pages] + [str(reader.metadata)]
        lines = [line for text in words for line in text.splitlines()]
        return in_text("\n".join(map(_apart, lines)), canaries, where)
    if content.startswith(PNG):
        content = _without_pixels(content)
    return in_text(_decoded(content), canaries, where)


def in_file(path: Path, canaries=()) -> set[Hit]:
    """Return what a file says; a DuckDB or Parquet file is read, column by column."""
    if path.suffix in (".duckdb", ".parquet"):
        return {hit for where, text in _cells(path) for hit in in_text(text, canaries, where)}
    return in_bytes(path.read_bytes(), canaries, path.name)


def in_folder(folder: Path, canaries=()) -> set[Hit]:
    """Return what all files below a folder say, and what they are called."""
    hits = set()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        hits |= in_text(path.name, canaries, str(path)) | in_file(path, canaries)
    return hits


def _without_pixels(content):
    """Return a PNG without its picture: what is written in it stands in other chunks."""
    kept, at = [], len(PNG)
    while at < len(content):
        length = int.from_bytes(content[at : at + 4])
        chunk = content[at + 4 : at + 8 + length]
        kept.append(b"" if chunk.startswith(b"IDAT") else chunk)
        at += length + 12
    return b"\n".join(kept)


def _apart(line):
    """Return the cells of a table's row as lines: more numbers side by side than anybody's has."""
    cells = line.split(" ")
    return "\n".join(cells) if sum(map(str.isdigit, cells)) > LONGEST_GROUPED else line


def _forms(text):
    """Return a text as it stands, without its tags, and without escapes; digits half-width."""
    plain = unicodedata.normalize("NFKC", text)
    forms = {plain}
    if "<" in plain or "&" in plain:
        forms |= {unescape(TAG.sub("", CELL.sub("\n", plain)))}
        forms |= {unescape(TAG.sub("\n", WITHIN_WORD.sub("", plain)))}
    if "\\u" in text:
        forms.add(ESCAPED.sub(lambda match: chr(int(match[1], 16)), text))
    return {unicodedata.normalize("NFKC", form) for form in forms}


def _decoded(content):
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", "replace")
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    # Something else: what is legible in it, in either encoding.
    return content.decode("utf-8", "ignore") + content.decode("gb18030", "ignore")


def _cells(path):
    """Yield (where, text) of every column of every table, whatever its type."""
    with duckdb.connect() as con:
        if path.suffix == ".parquet":
            con.execute(f"create view \"{path.stem}\" as from '{path}'")
        else:
            con.execute(f"attach '{path}' as scanned (read_only); use scanned")
        for schema, table, column in con.execute(
            "select table_schema, table_name, column_name from information_schema.columns "
            "where table_catalog in ('scanned', 'memory')"
        ).fetchall():
            values = con.execute(
                f'select distinct cast("{column}" as varchar) from {schema}."{table}"'
            ).fetchall()
            where = f"{path.name}:{schema}.{table}.{column}"
            yield where, "\n".join(value for (value,) in values if value is not None)
