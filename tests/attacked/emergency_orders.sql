-- Every cell of the deliveries in emergencies, zero in months without any.
with

month as (
    select
        area.township,
        strftime(day, '%Y-%m') as time_period
    from (select distinct township from area) as area
    cross join generate_series(
        (select date_trunc('year', min(ordered_on)) from emergency_orders),
        (select max(as_of) from emergency_orders),
        interval 1 month
    ) as calendar (day)
),

delivered as (
    select
        area.ref_area,
        month.time_period,
        count(order_id) as orders,
        count(*) filter (hours <= 24) as on_time,
        count(*) filter (hours > 24) as late,
        count(*) filter (is_first) as firsts,
        coalesce(sum(boxes), 0) as boxes,
        count(distinct resident) as payees
    from month
    inner join area using (township)
    left join emergency_orders
        on month.township = emergency_orders.ref_area
        and month.time_period = strftime(ordered_on, '%Y-%m')
    group by all
),

long as (
    select
        unnest(['orders', 'on_time', 'late', 'first', 'amount']) as quantity,
        '_T' as category,
        ref_area,
        time_period,
        unnest([orders, on_time, late, firsts, boxes]) as value,
        payees
    from delivered
)

from long
union all by name
select
    quantity || '_ytd' as quantity,
    category,
    ref_area,
    time_period,
    sum(value) over so_far as value,
    sum(payees) over so_far as payees
from long
where quantity in ('first', 'amount')
window so_far as (
    partition by quantity, ref_area, left(time_period, 4) order by time_period
)
union all by name
select
    'first_year' as quantity,
    category,
    ref_area,
    left(time_period, 4) as time_period,
    sum(value) as value,
    sum(payees) as payees
from long
where quantity = 'first'
group by all
union all by name
select
    'event' as quantity,
    event as category,
    area.ref_area,
    strftime(ordered_on, '%Y') as time_period,
    count(distinct resident) as value,
    count(distinct resident) as payees
from emergency_orders
inner join area on emergency_orders.ref_area = area.township
group by all
