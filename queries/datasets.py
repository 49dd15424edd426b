"""Datasets: what can be asked freely, with every column and the ways of looking at it.

An extract is one as its contract declares it; queries/datasets/*.sql declare others, in the head of
the file, over what a version publishes. `disclosure` says who may ask it: see ui/permits.py.
"""

import dataclasses
import datetime
from dataclasses import dataclass
from functools import lru_cache

from queries import database
from queries.catalogue import read_declared
from queries.contracts import Band
from queries.places import QUERIES
from queries.statements import name

NUMERIC = ("integer", "decimal", "number")
TIMES = ("date", "month")
WAYS = {  # type → ways of looking at it besides the column itself, and how they are called
    "date": {"month": "月", "quarter": "季", "year": "年"},
    "month": {"quarter": "季", "year": "年"},
}
BAND = "band"


@dataclass(frozen=True)
class Field:
    """One column, as its contract or its dataset declares it."""

    name: str
    name_zh: str
    type: str
    unit: str = ""
    vocabulary: tuple[str, ...] = ()
    meaning_zh: str = ""
    identifier: bool = False
    band: Band | None = None
    decimals: int | None = None

    @property
    def ways(self) -> dict[str, str]:
        """Return {way: label} of everything it can be grouped by; "" is the column itself."""
        found = {"": self.name_zh}
        for way, word in WAYS.get(self.type, {}).items():
            found[way] = f"{self.name_zh}（{word}）"
        if self.band:
            found[BAND] = self.band.name_zh
        return found

    @property
    def is_number(self) -> bool:
        return self.type in NUMERIC

    @property
    def is_time(self) -> bool:
        return self.type in TIMES


@dataclass(frozen=True)
class Dataset:
    """`relation` is SQL that stands after FROM; `apart` names what no two values stand in one cell
    across, `status` the column that says why a `value` is not there.
    """

    id: str
    name_zh: str
    disclosure: str
    grain: str
    relation: str
    fields: dict[str, Field]
    as_of: datetime.date | None = None
    value: str = ""
    status: str = ""
    apart: tuple[str, ...] = ()
    start: dict | None = None  # what is asked first: by, measure, where
    first: str = ""  # the column of which a single value is asked at first

    @property
    def has_lines(self) -> bool:
        """Whether its rows stand in files."""
        return not self.value

    def of_type(self, type_: str) -> Field | None:
        return next((field for field in self.fields.values() if field.type == type_), None)


@dataclass(frozen=True)
class Declared:
    """The head of a file in queries/datasets/."""

    id: str
    sql: str
    name_zh: str
    disclosure: str
    grain: str
    value: str
    status: str
    apart: tuple[str, ...]
    by: tuple[str, ...]
    measure: str
    where: str
    first: str
    column: tuple[dict, ...]


@dataclass(frozen=True)
class Denominator:
    """What can be counted per 1,000 of: queries/denominators/*.sql, by township and year."""

    id: str
    sql: str
    name_zh: str
    unit_zh: str
    position: int


@lru_cache(maxsize=1)
def denominators() -> dict[str, Denominator]:
    found = [
        read_declared(path, Denominator) for path in sorted(QUERIES.glob("denominators/*.sql"))
    ]
    return {one.id: one for one in sorted(found, key=lambda one: one.position)}


def load(cursor) -> dict[str, Dataset]:
    """Return {id: Dataset} of the version a cursor reads, what is published first.

    A version from before there was free analysis has none.
    """
    if not cursor.execute(database.script("dataset_ready")).fetchall()[0][0]:
        return {}
    found = [_published(told) for told in declared()]
    columns = cursor.execute(database.script("dataset_column")).df()
    for row in cursor.execute(database.script("dataset")).df().to_dict("records"):
        own = columns[columns["contract"] == row["contract"]].to_dict("records")
        found.append(_extract(row, own))
    return {one.id: one for one in found}


def declared() -> list[Declared]:
    """Return what is declared over what a version publishes: small, and worked out once."""
    return [read_declared(path, Declared) for path in sorted(QUERIES.glob("datasets/*.sql"))]


def _published(told):
    fields = [_field(column) for column in told.column]
    kept = ("id", "name_zh", "disclosure", "grain", "value", "status", "apart", "first")
    return Dataset(
        **{key: getattr(told, key) for key in kept},
        relation=f"dataset.{name(told.id)}",
        fields={field.name: field for field in fields},
        start={"by": ",".join(told.by), "measure": told.measure, "where": told.where},
    )


def _field(column):
    return Field(**column | {"vocabulary": tuple(column.get("vocabulary", ()))})


def _extract(row, columns):
    return Dataset(
        id=row["contract"],
        name_zh=row["name_zh"],
        disclosure=row["disclosure"],
        grain=row["grain"],
        relation=f"staging.{name(row['contract'])}",
        fields={column["name"]: _contract_field(column) for column in columns},
        as_of=row["as_of"].date(),
    )


def _contract_field(column):
    known = {field.name for field in dataclasses.fields(Field)} - {"vocabulary", "band", "decimals"}
    band = None
    if column["band_zh"]:
        lower = tuple(map(float, column["band_lower"].split("、")))
        labels = tuple(column["band_labels"].split("、"))
        band = Band(column["band_zh"], lower, labels, column["band_of"])
    words = tuple(filter(None, column["vocabulary"].split("、")))
    return Field(**{key: column[key] for key in known}, vocabulary=words, band=band)
