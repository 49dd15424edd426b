-- One row per area × month of services delivered; areas are the in-scope townships and the county
-- over them. A household counts once in an area, however many services it had. An area × month
-- without any order was not reported: it has no row, because unknown is not zero.
--   largest, second_largest   what the two households that cost most cost, for disclosure control
with

area_township as (
    select
        ref_area as township,
        ref_area as area,
        'township' as area_level
    from reference.township
    where in_scope
    union all
    select
        township.ref_area as township,
        county.ref_area as area,
        'county' as area_level
    from reference.township as township
    cross join reference.county as county
    where township.in_scope
),

served_household as (
    select
        area_township.area,
        area_township.area_level,
        month.time_period,
        service.household,
        sum(service.orders) as orders,
        sum(service.cost) as cost
    from staging.service_orders as service
    inner join reference.extract as extract
        on extract.extract = 'service_orders'
        and service.month >= extract.history_from
        and service.month <= extract.as_of
    inner join reference.month as month
        on service.month = month.month_start
    inner join area_township
        on service.ref_area = area_township.township
    group by
        area_township.area,
        area_township.area_level,
        month.time_period,
        service.household
),

placed as (
    select
        area,
        area_level,
        time_period,
        orders,
        cost,
        row_number() over (
            partition by area, time_period order by cost desc nulls last, household
        ) as place
    from served_household
)

select
    area as ref_area,
    area_level,
    time_period,
    cast(count(*) as bigint) as households,
    cast(sum(orders) as bigint) as orders,
    cast(sum(cost) as decimal(18, 2)) as cost,
    cast(max(case when place = 1 then cost end) as decimal(18, 2)) as largest,
    cast(coalesce(max(case when place = 2 then cost end), 0) as decimal(18, 2)) as second_largest
from placed
group by area, area_level, time_period
