-- One row per in-scope township × month: what the smart platform has served since its returns begin.
-- A month that was not returned adds nothing to the running sum.
select
    extract_month.ref_area,
    extract_month.month_start,
    extract_month.time_period,
    cast(coalesce(sum(elderly_services.person_times), 0) as bigint) as person_times_so_far
from reference.extract_month as extract_month
left join staging.elderly_services as elderly_services
    on extract_month.ref_area = elderly_services.ref_area
    and extract_month.month_start >= elderly_services.month
    and elderly_services.channel = '智慧养老平台'
where extract_month.extract = 'elderly_services'
group by
    extract_month.ref_area,
    extract_month.month_start,
    extract_month.time_period
