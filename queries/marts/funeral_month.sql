-- One row per in-scope township × month of funerals and what was paid for them.
-- A township whose return did not come has no row: unknown is not zero.
select
    funerals.ref_area,
    month.time_period,
    cast(sum(funerals.cases) as bigint) as cases,
    cast(sum(funerals.subsidised) as bigint) as subsidised,
    cast(sum(funerals.simple) as bigint) as simple,
    cast(sum(funerals.subsidy + funerals.reward) as decimal(18, 2)) as amount
from staging.funerals as funerals
inner join reference.extract_month as month
    on month.extract = 'funerals'
    and funerals.ref_area = month.ref_area
    and funerals.month = month.month_start
group by funerals.ref_area, month.time_period
