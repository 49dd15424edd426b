-- One row per in-scope township × month of emergency deliveries. Every township has a row in every month:
-- without an order nothing was delivered.
--   orders, on_time            orders, and those delivered within 24 hours
--   new_residents              residents whose first order it was
--   residents                  residents who ordered at all, each counted once in the month
--   boxes, largest, second_largest  boxes in all, and of the two residents who got most, for disclosure control
with

township_month as (
    select
        ref_area,
        time_period,
        month_start,
        counted_on
    from reference.extract_month
    where extract = 'emergency_orders'
),

resident_month as (
    select
        township_month.ref_area,
        township_month.time_period,
        emergency.resident,
        count(*) as orders,
        count(*) filter (where emergency.hours <= 24) as on_time,
        count(*) filter (where emergency.is_first) as firsts,
        sum(emergency.boxes) as boxes
    from township_month
    inner join staging.emergency_orders as emergency
        on township_month.ref_area = emergency.ref_area
        and emergency.ordered_on between township_month.month_start and township_month.counted_on
    group by township_month.ref_area, township_month.time_period, emergency.resident
),

placed as (
    select
        ref_area,
        time_period,
        resident,
        orders,
        on_time,
        firsts,
        boxes,
        row_number() over (
            partition by ref_area, time_period order by boxes desc nulls last, resident
        ) as place
    from resident_month
)

select
    township_month.ref_area,
    township_month.time_period,
    cast(coalesce(sum(placed.orders), 0) as bigint) as orders,
    cast(coalesce(sum(placed.on_time), 0) as bigint) as on_time,
    cast(coalesce(sum(placed.firsts), 0) as bigint) as new_residents,
    cast(count(placed.resident) as bigint) as residents,
    cast(coalesce(sum(placed.boxes), 0) as bigint) as boxes,
    cast(coalesce(max(placed.boxes) filter (where placed.place = 1), 0) as bigint) as largest,
    cast(coalesce(max(placed.boxes) filter (where placed.place = 2), 0) as bigint) as second_largest
from township_month
left join placed
    on township_month.ref_area = placed.ref_area
    and township_month.time_period = placed.time_period
group by township_month.ref_area, township_month.time_period
