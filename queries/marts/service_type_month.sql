-- One row per in-scope township × month × service delivered there in the month.
select
    service.ref_area,
    month.time_period,
    service.service_type,
    cast(sum(service.orders) as bigint) as orders
from staging.service_orders as service
inner join reference.township as township
    on service.ref_area = township.ref_area
    and township.in_scope
inner join reference.extract as extract
    on extract.extract = 'service_orders'
    and service.month >= extract.history_from
    and service.month <= extract.as_of
inner join reference.month as month on service.month = month.month_start
group by service.ref_area, month.time_period, service.service_type
