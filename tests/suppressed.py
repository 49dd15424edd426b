"""True cells counted from the records themselves, and stores that withhold the small ones only."""

import shutil

import duckdb
import pandas as pd

from tests.attacker_definitions import ATTACKED, definitions_of, extracts

SINCE = "2023-01"  # the controls are attacked on these months: twenty are enough, and quick
AREA = """
    create table area as
    select ref_area as township, ref_area from shelf.reference.township where in_scope
    union all
    select township.ref_area, county.ref_area
    from shelf.reference.township as township
    cross join shelf.reference.county as county
    where township.in_scope
"""
TRUTH = """
    with cell as ({counted})

    select quantity, category, ref_area, time_period,
        cast(value as double) as value,
        cast(payees as double) as payees,
        case when ref_area in (select ref_area from shelf.reference.county)
            then greatest(count(*) filter (value > 0) over (
                partition by quantity, category, time_period
            ) - 1, 1)
            else 1
        end as floor
    from cell
"""
# A count of 1 to 9 on either side of the line is withheld, an amount paid to so few if asked for.
FILLED = """
    create temp table filled as
    select
        cell.declared, cell.ref_area, cell.time_period, cell.category,
        above.value as numerator,
        coalesce(below.value, cell.denominator) as denominator,
        (above.quantity not like 'amount%' and above.value between 1 and $below - 1)
        or coalesce(below.value between 1 and $below - 1, false)
        or coalesce(
            indicator.per = 100 and below.value - above.value between 1 and $below - 1, false
        )
        or ($amounts and above.quantity like 'amount%' and above.payees between 1 and $below - 1)
            as withheld
    from (
        select indicator as declared, ref_area, time_period, category, numerator, denominator
        from observation
        union all
        select figure, ref_area, time_period, category, numerator, denominator from figure_cell
        where series = '_T'
    ) as cell
    inner join named using (declared, category)
    inner join truth as above
        on named.above = above.quantity and named.above_category = above.category
        and cell.ref_area = above.ref_area and cell.time_period = above.time_period
    left join truth as below
        on named.below = below.quantity and named.below_category = below.category
        and cell.ref_area = below.ref_area and cell.time_period = below.time_period
    left join indicator on cell.declared = indicator.id
"""
VALUED = """
    create temp table valued as
    select filled.* exclude (numerator, denominator),
        case when not withheld then numerator end as numerator,
        case when not withheld then denominator end as denominator,
        case
            when withheld then null
            when indicator.standardised then numerator * indicator.per / denominator
            else numerator
        end as obs_value
    from filled
    left join indicator on filled.declared = indicator.id
"""
OBSERVED = """
    create table kept as
    select observation.* replace (
        valued.numerator as numerator, valued.denominator as denominator,
        valued.obs_value as obs_value,
        case
            when valued.withheld then 'Q'
            when observation.obs_status = 'Q' then 'A'
            else observation.obs_status
        end as obs_status,
        case when not valued.withheld then before.obs_value end as previous_value,
        valued.obs_value - before.obs_value as change_previous,
        case when not valued.withheld then year_ago.obs_value end as year_ago_value,
        valued.obs_value - year_ago.obs_value as change_year,
        (valued.obs_value - year_ago.obs_value) / nullif(year_ago.obs_value, 0)
            as change_year_ratio,
        valued.obs_value / observation.target as progress,
        case when not valued.withheld then judgement end as judgement,
        case when not valued.withheld then place end as place,
        case when not valued.withheld then places end as places,
        case when not valued.withheld then tied end as tied
    )
    from observation
    inner join period using (time_period)
    inner join valued
        on observation.indicator = valued.declared and observation.category = valued.category
        and observation.ref_area = valued.ref_area
        and observation.time_period = valued.time_period
    left join valued as before
        on observation.indicator = before.declared and observation.category = before.category
        and observation.ref_area = before.ref_area and period.previous = before.time_period
    left join valued as year_ago
        on observation.indicator = year_ago.declared and observation.category = year_ago.category
        and observation.ref_area = year_ago.ref_area and period.year_ago = year_ago.time_period
    union all by name
    select observation.* from observation
    anti join valued
        on observation.indicator = valued.declared and observation.category = valued.category
        and observation.ref_area = valued.ref_area
        and observation.time_period = valued.time_period
"""
# What is deleted is in no comparison either.
FORGOTTEN = """
    update observation
    set previous_value = case when previous >= $since then previous_value end,
        change_previous = case when previous >= $since then change_previous end,
        year_ago_value = case when year_ago >= $since then year_ago_value end,
        change_year = case when year_ago >= $since then change_year end,
        change_year_ratio = case when year_ago >= $since then change_year_ratio end
    from period
    where period.time_period = observation.time_period
"""
SERIES_OF = """
    select distinct indicator, category from observation
    union
    select distinct figure, category from figure_cell where series = '_T'
"""
DRAWN = """
    update figure_cell
    set numerator = valued.numerator, obs_value = valued.obs_value,
        obs_status = case when valued.withheld then 'Q' when obs_status = 'Q' then 'A'
            else obs_status end
    from valued
    where figure_cell.figure = valued.declared and figure_cell.series = '_T'
        and figure_cell.category = valued.category
        and figure_cell.ref_area = valued.ref_area
        and figure_cell.time_period = valued.time_period
"""


def true_cells(version, extract="assistance_payments"):
    """Return every cell there can be as it truly is, in the columns recovered() asks for."""
    with duckdb.connect() as con:
        con.execute(f"attach '{version.published}' as shelf (read_only)")
        con.execute(AREA)
        for name in extracts():
            records = version.folder / "staging" / f"{name}.parquet"
            con.execute(f"create view {name} as from read_parquet('{records}')")
        counted = (ATTACKED / f"{extract}.sql").read_text(encoding="utf-8")
        return con.execute(TRUTH.format(counted=counted)).df()


def small_only(
    version, truth, path, *, amounts, below=10, extract="assistance_payments", since=SINCE
):
    """Make a published store that withholds what is below, and nothing else; return its path."""
    shutil.copy(version.published, path)
    with duckdb.connect(str(path)) as con:
        con.execute("delete from observation where time_period < $since", {"since": since[:4]})
        con.execute("delete from figure_cell where time_period < $since", {"since": since[:4]})
        con.execute(FORGOTTEN, {"since": since[:4]})
        con.register("truth", truth)
        con.register("named", _named(con, definitions_of(extract)))
        con.execute(FILLED, {"amounts": amounts, "below": below})
        con.execute(VALUED)
        con.execute(OBSERVED)
        con.execute(DRAWN)
        con.execute("drop table observation")
        con.execute("alter table kept rename to observation")
    return path


def _named(con, definitions):
    """Return the rows (declared, category) of the store that count what the truth knows."""
    rows = []
    for declared, category in con.execute(SERIES_OF).fetchall():
        if not definitions.names(declared, category):
            continue
        above, below = definitions.quantities(declared, category)
        rows.append((declared, category, *above, *(below or (None, None))))
    columns = ["declared", "category", "above", "above_category", "below", "below_category"]
    return pd.DataFrame(rows, columns=columns)
