"""What a published version lets anybody read: cells, and what columns beside a cell say of it."""

from dataclasses import dataclass, field
from pathlib import Path

import duckdb

from tests import attacker_intervals
from tests.attacker_definitions import Definitions, definitions_of

OBSERVED = """
    select indicator as declared, ref_area, time_period, category,
        cast(numerator as double), cast(denominator as double), obs_value, obs_status,
        previous_value, change_previous, year_ago_value, change_year, change_year_ratio,
        cast(target as double), progress, place, places
    from observation
    union all
    select figure, ref_area, time_period,
        case series when '_T' then category else category || '×' || series end,
        cast(numerator as double), cast(denominator as double), obs_value, obs_status,
        null, null, null, null, null, null, null, null, null
    from figure_cell
"""
COLUMNS = [
    *("declared", "ref_area", "time_period", "category"),
    *("numerator", "denominator", "obs_value", "obs_status"),
    *("previous_value", "change_previous", "year_ago_value", "change_year", "change_year_ratio"),
    *("target", "progress", "place", "places"),
]
RESIDENT = """
    select coalesce(township.ref_area, county.ref_area), year, cast(sum(persons) as double)
    from reference.population
    inner join reference.township using (ref_area)
    cross join reference.county
    where township.in_scope
    group by grouping sets ((township.ref_area, year), (county.ref_area, year))
"""
DECLARED = """
    select declared.id, rows_of, per,
        case when contract.disclosure = 'sensitive' and (is_figure or per = 100)
            then 0.5 / 10 ** decimals end
    from (
        select id, rows_of, per, decimals, false as is_figure from indicator
        union all
        select id, rows_of, per, decimals, true from figure
    ) as declared
    left join contract on rows_of = contract.contract
"""


@dataclass
class Published:
    """One version as read: its protected rows and the public tables around them."""

    definitions: Definitions
    rows: list  # dicts of COLUMNS, of the indicators and figures that are taken down
    own: set  # the indicators and figures counted from the extract itself
    per: dict  # declared → per, of those divided
    off: dict  # declared → by how much rounding can be off, of what is shown rounded and alone
    townships: list
    county: str
    before: dict  # period → the one before
    year_ago: dict
    starts: dict  # month → its first day
    standards: list  # (programme, valid from, amount)
    residents: list  # (place, year, persons)
    arrived: list  # (township, month, rows)
    findings: list  # (place, text)
    reconciled: list  # (declared, ref_area, time_period, category, value)
    values: dict = field(default_factory=dict)  # (declared, category, place, period) → value

    def cells_of(self, tag, key):
        """Return the cells above and below the line of a series at a place and time."""
        declared, category, place, period = key
        return tuple(
            quantity and (tag, quantity, place, period)
            for quantity in self.definitions.quantities(declared, category)
        )


def published(path: Path, extract: str) -> Published:
    """Read a version's published tables, of one extract; nothing else is looked at."""
    definitions = definitions_of(extract)
    with duckdb.connect() as con:
        con.execute(f"attach '{path}' as shelf (read_only)")
        con.execute("use shelf")

        def fetch(sql):
            return con.execute(sql).fetchall()

        declared = {name: told for name, *told in fetch(DECLARED) if definitions.names(name)}
        divided = {name for (name, _), (_, below) in definitions.series.items() if below}
        per = {name: per for name, (_, per, _) in declared.items() if name in divided}
        rows = [
            dict(zip(COLUMNS, row, strict=True)) for row in fetch(OBSERVED) if row[0] in declared
        ]
        attacker_intervals.fill(rows, fetch(attacker_intervals.READ))
        periods = fetch("select time_period, previous, year_ago, start_date from period")
        return Published(
            definitions=definitions,
            rows=rows,
            own={name for name, (rows_of, *_) in declared.items() if rows_of == extract},
            per=per,
            off={name: declared[name][-1] for name in per if declared[name][-1]},
            townships=[
                code for (code,) in fetch("select ref_area from reference.township where in_scope")
            ],
            county=fetch("select ref_area from reference.county")[0][0],
            before={period: earlier for period, earlier, _, _ in periods},
            year_ago={period: earlier for period, _, earlier, _ in periods},
            starts={period: start for period, _, _, start in periods if "-" in period},
            standards=fetch(
                "select programme, valid_from, cast(amount as double) from reference.standard"
            ),
            residents=fetch(RESIDENT),
            arrived=[
                (place, month, float(rows))
                for own, place, month, rows in fetch(
                    "select extract, ref_area, time_period, "
                    "columns(lambda name: name in ('rows', 'is_here')) from arrival_month"
                )
                if own == extract and type(rows) is int  # else it says only whether any came
            ],
            findings=[
                (place, text)
                for own, place, text in fetch("select extract, ref_area, evidence_zh from finding")
                if own == extract and text
            ],
            reconciled=[
                row
                for row in fetch(
                    "select indicator, ref_area, time_period, category, obs_value"
                    " from reconciliation where obs_value is not null"
                )
                if row[0] in declared and row[0] not in per
            ],
        )


def key_of(row, period=None):
    return row["declared"], row["category"], row["ref_area"], period or row["time_period"]
