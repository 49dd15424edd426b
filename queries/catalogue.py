"""The catalogue: every indicator, figure and point layer, read from the head of its .sql file."""

import dataclasses
import datetime
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from queries.places import QUERIES

HEADER = re.compile(r"\A/\*\n(?P<toml>.*?)\n\*/\n(?P<sql>.*)\Z", re.DOTALL)
CHANCES = ("share", "rate", "none")
FIGURE_KINDS = ("stages", "funnel", "pyramid", "bars", "heat", "mix", "season", "list")


@dataclass(frozen=True)
class Declared:
    """What every declared thing says of itself. `id` is the file's name."""

    id: str
    sql: str
    name_zh: str
    theme: str
    extracts: tuple[str, ...]

    @property
    def file(self):
        return f"queries/{self.folder}/{self.id}.sql"


@dataclass(frozen=True)
class Indicator(Declared):
    """A numerator over an optional denominator, by area and period; see docs in README.

    `rows` says which records make the numerator: SQL over record.*, a row of the extract (or of
    the table `rows_of`), and spine.*, the township and period it is counted in (queries/spine.sql).
    `measure` makes the numerator of them, `rows_category` names a record's category. `cell`, for
    one category alone, is "dimension=category": the same cell under two names is withheld twice.
    `same_as` names an indicator that tells the same fact the other way round (who is covered, who
    is not): what is wrong with both is said once.

    `chance`, of a standardised one, says how its value would vary by chance: a "share" of cases of
    which each counts or does not, a "rate" of events that befall a population, or "none": a mean,
    money, scores, or the same people counted again and again, of which the number of cases does
    not tell. Of the first two there are intervals (queries/interval.sql).
    """

    name_en: str
    unit_measure: str
    unit_zh: str
    per: int
    decimals: int
    freq: str
    kind: str
    polarity: str
    reviewed: datetime.date
    definition_zh: str
    definition_en: str
    rows: str
    measure: str = "count(*)"
    rows_of: str = ""
    rows_category: str = ""
    caveats_zh: str = ""
    rollup: str = "sum"
    accumulate: str = ""
    category_zh: str = ""
    cell: str = "_T"
    same_as: str = ""
    tolerance: float | None = None
    chance: str = ""
    folder = "indicators"

    def __post_init__(self):
        one_of("freq", self.freq, ("M", "Q", "A"))
        one_of("kind", self.kind, ("stock", "flow"))
        one_of("polarity", self.polarity, ("higher_is_better", "lower_is_better", "neutral"))
        one_of("rollup", self.rollup, ("sum", "none"))
        one_of("accumulate", self.accumulate, ("", "year"))
        if self.accumulate and (self.kind, self.freq) != ("flow", "M"):
            raise ValueError("only a monthly flow can accumulate")
        if self.standardised:
            one_of("chance", self.chance, CHANCES)
        elif self.chance:
            raise ValueError("chance is declared of an indicator that has no denominator")

    @property
    def standardised(self):
        """Whether it has a denominator: only then may it colour a map."""
        return bool(re.search(r"\bdenominator\b", self.sql))


@dataclass(frozen=True)
class Figure(Declared):
    """A figure that is no single indicator: category × series cells by area and period.

    Its records are declared as an indicator's are, with `rows_series` for the series. Either may be
    a list, `[…]`: a record counts under each heading, as in the steps of a funnel, and `measure`
    tells them apart by heading.of.category and heading.of.series.
    """

    name_en: str
    kind: str
    unit_zh: str
    freq: str
    reviewed: datetime.date
    definition_zh: str
    definition_en: str
    category_zh: str
    series_zh: str
    rows: str
    measure: str = "count(*)"
    rows_of: str = ""
    rows_category: str = ""
    rows_series: str = ""
    caveats_zh: str = ""
    rollup: str = "sum"
    per: int = 1
    decimals: int = 0
    cell: str = "_T"
    folder = "figures"

    def __post_init__(self):
        one_of("freq", self.freq, ("M", "Q", "A"))
        one_of("kind", self.kind, FIGURE_KINDS)
        one_of("rollup", self.rollup, ("sum", "none"))


@dataclass(frozen=True)
class PointLayer(Declared):
    """Facilities on the map; `states` words what active, inactive and missing mean."""

    states: dict[str, str]
    folder = "points"


@dataclass(frozen=True)
class Catalogue:
    indicators: dict[str, Indicator]
    figures: dict[str, Figure]
    points: dict[str, PointLayer]


def load_catalogue(folder: Path = QUERIES) -> Catalogue:
    """Return everything declared, each part in file-name order."""
    return Catalogue(
        *(
            {path.stem: read_declared(path, kind) for path in sorted(folder.glob(f"{name}/*.sql"))}
            for name, kind in (
                ("indicators", Indicator),
                ("figures", Figure),
                ("points", PointLayer),
            )
        )
    )


def read_declared(path: Path, kind: type):
    """Return what a file declares, as an Indicator, Figure, PointLayer or another such `kind`."""
    parts = HEADER.match(path.read_text(encoding="utf-8"))
    if parts is None:
        raise ValueError(f"{path.name}: expected a /* TOML header */ above the SQL")
    try:
        header = tomllib.loads(parts["toml"])
        _typed(kind, header)
        header |= {key: tuple(v) for key, v in header.items() if isinstance(v, list)}
        return kind(id=path.stem, sql=parts["sql"].strip(), **header)
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as problem:
        raise ValueError(f"{path.name}: {problem}") from problem


def _typed(kind, header):
    """Refuse a number written as words: it would surface far from its file."""
    for field in dataclasses.fields(kind):
        if field.type in (int, str) and not isinstance(
            header.get(field.name, field.type()), field.type
        ):
            raise ValueError(
                f"{field.name} is {header[field.name]!r}, expected {field.type.__name__}"
            )


def one_of(name, value, allowed):
    if value not in allowed:
        raise ValueError(f"{name} is {value!r}, expected one of {', '.join(filter(None, allowed))}")


def row(declared: Declared) -> dict:
    """Return a declared thing as one flat record for the store."""
    record = {
        field.name: getattr(declared, field.name)
        for field in dataclasses.fields(declared)
        if field.name not in ("extracts", "states")
    }
    record |= {"file": declared.file, "extracts": ",".join(declared.extracts)}
    if isinstance(declared, Indicator | Figure):
        record["rows_of"] = declared.rows_of or declared.extracts[0]
    if isinstance(declared, Indicator):
        record["standardised"] = declared.standardised
    if isinstance(declared, PointLayer):
        record |= {f"state_{state}_zh": words for state, words in declared.states.items()}
    return record
