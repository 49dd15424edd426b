"""Headings: on which line they stand, which column each means, and the unit it declares."""

import re
import unicodedata
from dataclasses import dataclass

from queries.contracts import Contract
from queries.faults import FileRefused

WITHIN = 20  # lines among which the heading is looked for, below titles and remarks
MARKED_UP = ("行号", "字段", "原因", "修改建议")  # what a marked-up file adds, see marking.py
CLOSING = "本表密级："  # begins the line below a table by which a download says whose it is
REMARK = re.compile(r"(?P<words>.+?)\((?P<remark>[^()]*)\)")
UNIT_OF_ALL = re.compile(r"单位[:：]\s*(?P<unit>[一-鿿]+)")
MULTIPLES = {"": 1, "十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
OTHER_UNITS = ("分", "角", "亩", "公顷", "户", "小时", "天")  # units of the same things


@dataclass(frozen=True)
class Place:
    """Where a column stands in the file, and what one unit there is worth in the contract's."""

    index: int
    factor: int = 1


def find(contract: Contract, rows: list[list[str]]) -> int:
    """Return the place of the heading among a file's first rows: the one that is best known.

    Cells merged over two rows make it twice over; the data begin below the second.
    """
    scores = [len(known(contract, row)) for row in rows]
    if max(scores, default=0) > 1:
        place = scores.index(max(scores))
        while rows[place + 1 : place + 2] == [rows[place]]:
            place += 1
        return place
    return next((place for place, row in enumerate(rows) if any(row)), 0)


def known(contract: Contract, row: list[str]) -> set[str]:
    """Return the columns of a contract that a row's cells are headings of."""
    return set(places_of(contract, row))


def places(contract: Contract, rows: list[list[str]], heading: int):
    """Return {column: Place} and the surplus headings; raise FileRefused on a missing column.

    `rows` are the file's first rows; `heading` is the place of the heading among them. A unit
    stated above the table (单位：万元) holds for every column of that unit.
    """
    names, found, surplus = _names(contract), {}, []
    stated = UNIT_OF_ALL.search(" ".join(cell for row in rows[:heading] for cell in row))
    for index, cell in enumerate(rows[heading]):
        key = _key(cell, names)
        if key is None:
            surplus += [cell] if cell else []
            continue
        column = contract.column(names[key])
        if column.name in found:
            raise FileRefused("column_twice", heading=cell)
        found[column.name] = Place(index, _factor(column, cell, stated))
    missing = [c.name_zh for c in contract.columns if c.required and c.name not in found]
    if missing:
        raise FileRefused("column_absent", columns="、".join(missing))
    return found, surplus


def places_of(contract: Contract, row: list[str]) -> dict[str, int]:
    """Return {column: its index} for the headings of a row that a contract knows."""
    names = _names(contract)
    keys = ((index, _key(cell, names)) for index, cell in enumerate(row))
    return {names[key]: index for index, key in keys if key}


def is_marked_up(row: list[str]) -> bool:
    """Tell a file that was handed back with its faults marked."""
    return set(MARKED_UP) <= set(row)


def _names(contract):
    return {_plain(head): column.name for column in contract.columns for head in column.headers}


def _key(cell, names):
    """Return the key of a heading in `names`, a unit or remark in parentheses set aside."""
    plain = _plain(cell)
    if plain in names:
        return plain
    remarked = REMARK.fullmatch(plain)
    return remarked["words"] if remarked and remarked["words"] in names else None


def _plain(heading):
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", heading)).casefold()


def _factor(column, cell, stated):
    """Return what one unit of a column is worth, as its heading or the table's head states it."""
    if not column.unit:
        return 1
    remarked = REMARK.fullmatch(_plain(cell))
    factor = remarked and _worth(remarked["remark"], column.unit)
    if remarked and factor is None and _is_unit(remarked["remark"], column.unit):
        raise FileRefused("unit_unknown", heading=cell, unit=column.unit)
    return factor or (stated and _worth(stated["unit"], column.unit)) or 1


def _is_unit(remark, base):
    """Tell whether a remark states a unit that is none of ours, and no mere remark."""
    return remark[-1:] == base[-1:] or remark.lstrip("十百千万亿") in OTHER_UNITS


def _worth(unit, base):
    """Return how many `base` one `unit` is worth, or None: 万元 is 10 000 元."""
    return MULTIPLES.get(unit.removesuffix(base)) if unit.endswith(base) else None
