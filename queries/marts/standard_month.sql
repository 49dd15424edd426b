-- One row per programme with a published standard × month: the amount in force on the month's first day.
-- A month before the first known standard has no row.
with

standard_in_force as (
    select
        month.month_start,
        month.time_period,
        standard.programme,
        max(standard.valid_from) as valid_from
    from reference.month as month
    inner join reference.extract as extract
        on extract.extract = 'assistance_payments'
        and month.month_start >= extract.history_from
        and month.month_start <= extract.as_of
    inner join reference.standard as standard
        on month.month_start >= standard.valid_from
    group by month.month_start, month.time_period, standard.programme
)

select
    standard_in_force.month_start,
    standard_in_force.time_period,
    standard_in_force.programme,
    standard.valid_from,
    standard.unit_zh,
    standard.amount
from standard_in_force
inner join reference.standard as standard
    on standard_in_force.programme = standard.programme
    and standard_in_force.valid_from = standard.valid_from
