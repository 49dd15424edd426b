-- One row per in-scope township × month × channel × service type with orders or calls returned.
-- A township × month without any row was not returned: it has none here, because unknown is not zero.
select
    extract_month.ref_area,
    extract_month.month_start,
    extract_month.time_period,
    extract_month.year,
    extract_month.month,
    elderly_services.channel,
    elderly_services.service_type,
    elderly_services.calls,
    elderly_services.answered,
    elderly_services.orders,
    elderly_services.completed,
    elderly_services.closed_on_time,
    elderly_services.person_times,
    elderly_services.rated,
    elderly_services.satisfied
from reference.extract_month as extract_month
inner join staging.elderly_services as elderly_services
    on extract_month.ref_area = elderly_services.ref_area
    and extract_month.month_start = elderly_services.month
where extract_month.extract = 'elderly_services'
