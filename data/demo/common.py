"""What every demo extract needs: places, seeded randomness, dates, and the CSV a clerk exports."""

import csv
import datetime
import tomllib
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np

DATA = Path(__file__).resolve().parent.parent
COUNTY = "330482"
AS_OF = datetime.date(2024, 8, 31)
MONTHS = tuple((year, month) for year in range(2019, 2025) for month in range(1, 13))[:68]
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # no I, L, O, U: ids are read aloud


@dataclass(frozen=True)
class Township:
    """An in-scope township and its communities, each with its schematic position."""

    name: str
    ref_area: str
    communities: tuple[dict, ...]


def reference(name):
    """Return the rows of a reference table as dicts of text."""
    with (DATA / "reference" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def townships():
    """Return the in-scope townships in statistical order."""
    communities = reference("community")
    return [
        Township(
            name=row["name_zh"],
            ref_area=row["ref_area"],
            communities=tuple(c for c in communities if c["ref_area"] == row["ref_area"]),
        )
        for row in reference("township")
        if row["in_scope"] == "是"
    ]


def generator(seed, name):
    """Return a random generator of its own for each extract, so that one never moves another."""
    return np.random.Generator(np.random.PCG64(np.random.SeedSequence([seed, *name.encode()])))


def allocate(total, weights):
    """Split a whole number in proportion to weights, by largest remainder."""
    shares = np.asarray(weights, dtype=float) / sum(weights) * total
    parts = np.floor(shares).astype(int)
    order = np.argsort(parts - shares, kind="stable")
    parts[order[: total - parts.sum()]] += 1
    return [int(part) for part in parts]


def pick(rng, weights):
    """Return one key of a {key: weight} table."""
    shares = np.array(list(weights.values()), dtype=float)
    return list(weights)[rng.choice(len(shares), p=shares / shares.sum())]


def day(rng, after, until):
    """Return a random date later than `after`, at the latest `until`."""
    return after + datetime.timedelta(days=int(rng.integers(1, (until - after).days + 1)))


def days(rng, counts):
    """Return dates in order such that by each date of {date: count} so many have come."""
    ends = sorted(counts)
    found = []
    for after, until in pairwise(ends):
        found += sorted(day(rng, after, until) for _ in range(counts[until] - counts[after]))
    return found


def ids(rng, prefix, width, count):
    """Return distinct random codes, such as R4K2M9Q."""
    codes = rng.choice(len(ALPHABET) ** width, size=count, replace=False, shuffle=True)
    return [prefix + _code(int(code), width) for code in codes]


def _code(number, width):
    letters = ""
    for _ in range(width):
        number, place = divmod(number, len(ALPHABET))
        letters = ALPHABET[place] + letters
    return letters


def extracts():
    """Return the extracts there are contracts of; a module of the same name makes each."""
    folder = DATA / "contracts"
    return [
        path.stem for path in sorted(folder.glob("*.toml")) if _contract(path)["kind"] == "extract"
    ]


def headings(extract):
    """Return {column: Chinese heading} in the order of the contract.

    No demo system exports a code beside a township's name.
    """
    contract = _contract(DATA / "contracts" / f"{extract}.toml")
    columns = [column for column in contract["column"] if column["type"] != "township_code"]
    return {column["name"]: column["name_zh"] for column in columns}


def _contract(path):
    return tomllib.loads(path.read_text(encoding="utf-8"))


def write(path, heads, rows, encoding="utf-8", newline="\n", date_format="%Y-%m-%d"):
    """Write dict rows under their Chinese headings."""
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file, lineterminator=newline)
        writer.writerow(heads.values())
        writer.writerows([_cell(row.get(name), date_format) for name in heads] for row in rows)


def _cell(value, date_format):
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, datetime.date):
        return value.strftime(date_format)
    return value
