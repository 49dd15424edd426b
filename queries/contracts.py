"""Contracts: what an extract must look like, read from data/contracts/*.toml."""

import datetime
import tomllib
from dataclasses import dataclass
from pathlib import Path

TYPES = {  # contract type → type of the staged column
    "text": "varchar",
    "integer": "bigint",
    "decimal": "decimal(18, 2)",
    "number": "double",
    "date": "date",
    "month": "date",
    "boolean": "boolean",
    "vocabulary": "varchar",
    "township": "varchar",
    "township_code": "varchar",
    "community": "varchar",
    "credit_code": "varchar",
}
KINDS = ("extract", "reference")
DELIVERY = ("snapshot", "increment")
DISCLOSURE = ("open", "internal", "sensitive")
SOURCES = ({"parquet"}, {"table", "snapshot"})  # what a `source` says, all of it


@dataclass(frozen=True)
class Band:
    """Classes a column is grouped into: `of` is SQL over the row's columns, by default the column
    itself; a value belongs to the last class whose lower bound it reaches.
    """

    name_zh: str
    lower: tuple[float, ...]
    labels: tuple[str, ...]
    of: str = ""

    def __post_init__(self):
        if len(self.lower) != len(self.labels) or list(self.lower) != sorted(set(self.lower)):
            raise ValueError(f"band {self.name_zh}: one label for each rising lower bound")


@dataclass(frozen=True)
class Column:
    """One column: how it is headed in the file, and what a value must be."""

    name: str
    name_zh: str
    type: str
    name_en: str = ""
    required: bool = False
    unit: str = ""
    minimum: float | None = None
    maximum: float | None = None
    vocabulary: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    meaning_zh: str = ""
    identifier: bool = False  # tells who a record is about: stays out of every list of records
    band: Band | None = None

    def __post_init__(self):
        if self.type not in TYPES:
            raise ValueError(f"column {self.name}: unknown type {self.type!r}")
        if (self.type == "vocabulary") != bool(self.vocabulary):
            raise ValueError(f"column {self.name}: a vocabulary goes with type 'vocabulary'")

    @property
    def headers(self):
        """Return every heading under which a file may carry this column."""
        return (self.name_zh, self.name, *self.aliases)


@dataclass(frozen=True)
class Rule:
    """A promise between the columns of one row; `expect` is SQL over the typed columns."""

    name: str
    column: str
    expect: str
    cause_zh: str
    mend_zh: str


@dataclass(frozen=True)
class Contract:
    """One extract or reference table. `id` is the file's name and the table's name.

    `delivery` says what another file of it does: a snapshot replaces what is there, an increment
    adds to it, and of two rows with one key the later file's holds.

    `source` says where rows come from that are typed already and in no file of a clerk's:
    {"parquet": a path with wildcards}, or {"table": a table at the cluster, "snapshot": which state
    of it}. See queries/sources.py.
    """

    id: str
    kind: str
    file: str
    name_zh: str
    name_en: str
    grain: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    meaning_zh: str = ""
    owner_zh: str = ""
    disclosure: str = "open"
    rules: tuple[Rule, ...] = ()
    schedule: dict | None = None
    as_of: str = ""
    delivery: str = DELIVERY[0]
    history_from: datetime.date | None = None
    source: dict | None = None

    def __post_init__(self):
        names = [column.name for column in self.columns]
        unknown = {*self.key, *(rule.column for rule in self.rules), self.as_of} - {*names, ""}
        if self.kind not in KINDS or self.disclosure not in DISCLOSURE:
            raise ValueError(f"kind {self.kind!r} or disclosure {self.disclosure!r} is not known")
        if self.delivery not in DELIVERY:
            raise ValueError(f"delivery {self.delivery!r} is not known")
        if len(set(names)) < len(names):
            raise ValueError("a column is declared twice")
        if unknown:
            raise ValueError(f"key, as_of or a rule names no column: {sorted(unknown)}")
        if self.kind == "extract" and not (self.as_of and self.schedule and self.history_from):
            raise ValueError("an extract declares as_of, history_from and schedule")
        if self.source is not None and (
            self.kind != "extract"
            or set(self.source) not in SOURCES
            or not all(isinstance(said, str) and said.strip() for said in self.source.values())
        ):
            raise ValueError(
                f"an extract's source says parquet, or table and snapshot: {self.source}"
            )

    @property
    def is_open(self) -> bool:
        return self.disclosure == "open"

    @property
    def is_sensitive(self) -> bool:
        return self.disclosure == "sensitive"

    def column(self, name):
        return next(column for column in self.columns if column.name == name)

    def column_of_type(self, type_):
        """Return the first column of a type, or None."""
        return next((column for column in self.columns if column.type == type_), None)


def load_contracts(folder: Path) -> dict[str, Contract]:
    """Return {id: Contract}, reference tables first: extracts are read against them."""
    contracts = [read_contract(path) for path in sorted(folder.glob("*.toml"))]
    contracts.sort(key=lambda contract: (contract.kind != "reference", contract.id))
    return {contract.id: contract for contract in contracts}


def read_contract(path: Path) -> Contract:
    try:
        parts = tomllib.loads(path.read_text(encoding="utf-8"))
        columns = tuple(_column(column) for column in parts.pop("column"))
        rules = tuple(Rule(**rule) for rule in parts.pop("rule", ()))
        source = parts.get("source", {})
        parts.setdefault("file", source.get("parquet") or source.get("table"))
        return Contract(id=path.stem, columns=columns, rules=rules, **_tuples(parts))
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as problem:
        raise ValueError(f"{path.name}: {problem}") from problem


def _column(table):
    band = table.pop("band", None)
    return Column(**_tuples(table), band=Band(**_tuples(band)) if band else None)


def _tuples(table):
    return {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}
