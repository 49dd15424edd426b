-- One row per in-scope township × month with subsidies settled, over all providers.
-- A township × month without any row was not returned: it has none here, because unknown is not zero.
select
    extract_month.ref_area,
    extract_month.month_start,
    extract_month.time_period,
    cast(sum(care_subsidies.persons) as bigint) as persons,
    cast(sum(care_subsidies.flagged) as bigint) as flagged,
    cast(sum(care_subsidies.amount) as decimal(18, 2)) as amount,
    cast(sum(care_subsidies.recovered) as decimal(18, 2)) as recovered
from reference.extract_month as extract_month
inner join staging.care_subsidies as care_subsidies
    on extract_month.ref_area = care_subsidies.ref_area
    and extract_month.month_start = care_subsidies.month
where extract_month.extract = 'care_subsidies'
group by
    extract_month.ref_area,
    extract_month.month_start,
    extract_month.time_period
