-- Every cell of the orders of services.
with

ordered as (
    select
        area.ref_area,
        strftime(month, '%Y-%m') as time_period,
        unnest(['_T', service_type]) as category,
        household,
        orders,
        cost
    from service_orders
    inner join area on service_orders.ref_area = area.township
)

select
    unnest(['orders', 'amount']) as quantity,
    category,
    ref_area,
    time_period,
    unnest([cast(sum(orders) as double), cast(sum(cost) as double)]) as value,
    count(distinct household) as payees
from ordered
group by category, ref_area, time_period
