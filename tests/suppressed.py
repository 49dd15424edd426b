"""True cells counted from the payments themselves, and stores that withhold the small ones only."""

import shutil

import duckdb
import pandas as pd

from tests.attacker_definitions import quantities

SINCE = "2023-01"  # the controls are attacked on these months: twenty are enough, and quick
TRUTH = """
    with

    area as (
        select ref_area as township, ref_area from shelf.reference.township where in_scope
        union all
        select township.ref_area, county.ref_area
        from shelf.reference.township as township
        cross join shelf.reference.county as county
        where township.in_scope
    ),

    heading as (
        select programme, unnest([programme, '_T'] || case
            when programme in ('残疾人生活补贴', '重度残疾人护理补贴') then ['残疾人两项补贴']
            else [] end) as category
        from (select distinct programme from payment)
    ),

    counted as (
        select
            area.ref_area,
            strftime(payment.month, '%Y-%m') as time_period,
            heading.category,
            count(*) filter (payment.status = '已发放') as payments,
            count(*) filter (payment.status = '退回') as returned,
            count(*) filter (payment.status = '待发放') as pending,
            count(*) filter (payment.status <> '待发放') as sent,
            count(*) as "rows",
            sum(payment.persons) filter (payment.status = '已发放') as persons,
            count(distinct payment.person) filter (payment.status = '已发放') as recipients,
            count(distinct payment.household) filter (payment.status = '已发放') as households,
            sum(payment.amount) filter (payment.status = '已发放') as amount
        from payment
        inner join area on payment.ref_area = area.township
        inner join heading on payment.programme = heading.programme
        group by all
    ),

    -- who reported at all paid nobody in the programmes that do not appear
    filled as (
        select
            whole.ref_area,
            whole.time_period,
            headed.category,
            counted.recipients as payees,
            counted.* exclude (ref_area, time_period, category)
        from (select ref_area, time_period from counted where category = '_T') as whole
        cross join (select distinct category from heading) as headed
        left join counted
            on whole.ref_area = counted.ref_area
            and whole.time_period = counted.time_period
            and headed.category = counted.category
    ),

    long as (
        select
            ref_area,
            time_period,
            category,
            coalesce(payees, 0) as payees,
            unnest([
                'payments', 'returned', 'pending', 'sent', 'rows',
                'persons', 'recipients', 'households', 'amount'
            ]) as quantity,
            coalesce(cast(unnest([
                payments, returned, pending, sent, "rows",
                persons, recipients, households, amount
            ]) as double), 0) as value
        from filled
    )

    select long.* exclude (value, payees), value, payees,
        case when ref_area in (select ref_area from shelf.reference.county)
            then count(*) filter (value > 0) over (
                partition by quantity, category, time_period
            ) - 1
            else 1
        end as floor
    from long
    union all by name
    select 'amount_ytd' as quantity, category, ref_area, time_period,
        sum(value) over so_far as value,
        sum(payees) over so_far as payees,
        1 as floor
    from long
    where quantity = 'amount' and category = '_T'
    window so_far as (
        partition by ref_area, category, left(time_period, 4) order by time_period
    )
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
        or ($amounts and above.quantity like 'amount%' and above.payees between 1 and $below - 1)
            as withheld
    from (
        select indicator as declared, ref_area, time_period, category, numerator, denominator
        from observation
        union all
        select figure, ref_area, time_period, category, numerator, denominator from figure_cell
    ) as cell
    inner join named using (declared, category)
    inner join truth as above
        on named.above = above.quantity and named.above_category = above.category
        and cell.ref_area = above.ref_area and cell.time_period = above.time_period
    left join truth as below
        on named.below = below.quantity and named.below_category = below.category
        and cell.ref_area = below.ref_area and cell.time_period = below.time_period
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
SERIES_OF = """
    select distinct indicator, category from observation
    union
    select distinct figure, category from figure_cell
"""
DRAWN = """
    update figure_cell
    set numerator = valued.numerator, obs_value = valued.obs_value,
        obs_status = case when valued.withheld then 'Q' when obs_status = 'Q' then 'A'
            else obs_status end
    from valued
    where figure_cell.figure = valued.declared and figure_cell.category = valued.category
        and figure_cell.ref_area = valued.ref_area
        and figure_cell.time_period = valued.time_period
"""


def true_cells(version):
    """Return every cell there can be as it truly is, in the columns recovered() asks for."""
    with duckdb.connect() as con:
        con.execute(f"attach '{version.published}' as shelf (read_only)")
        payments = version.folder / "staging" / "assistance_payments.parquet"
        con.execute(f"create view payment as from read_parquet('{payments}')")
        return con.execute(TRUTH).df()


def small_only(version, truth, path, *, amounts, below=10):
    """Make a published store that withholds what is below, and nothing else; return its path."""
    shutil.copy(version.published, path)
    with duckdb.connect(str(path)) as con:
        con.execute("delete from observation where time_period < $since", {"since": SINCE})
        con.execute("delete from figure_cell where time_period < $since", {"since": SINCE})
        con.register("truth", truth)
        con.register("named", _named(con))
        con.execute(FILLED, {"amounts": amounts, "below": below})
        con.execute(VALUED)
        con.execute(OBSERVED)
        con.execute(DRAWN)
        con.execute("drop table observation")
        con.execute("alter table kept rename to observation")
    return path


def _named(con):
    """Return the rows (declared, category) of the store that count what the truth knows."""
    series = con.execute(SERIES_OF).fetchall()
    rows = []
    for declared, category in series:
        above, below = quantities(declared, category)
        rows.append((declared, category, *above, *(below or (None, None))))
    columns = ["declared", "category", "above", "above_category", "below", "below_category"]
    return pd.DataFrame(rows, columns=columns)
