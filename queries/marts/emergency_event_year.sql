-- One row per in-scope township × year × emergency that had orders in that year: residents served,
-- each once. A township without an order in it has a zero. A year without an emergency has no row.
with

township_year as (
    select
        ref_area,
        year,
        min(month_start) as begins_on,
        max(counted_on) as ends_on
    from reference.extract_month
    where extract = 'emergency_orders'
    group by ref_area, year
),

ordered as (
    select
        township_year.ref_area,
        township_year.year,
        emergency.event,
        emergency.resident,
        emergency.ordered_on
    from township_year
    inner join staging.emergency_orders as emergency
        on township_year.ref_area = emergency.ref_area
        and emergency.ordered_on between township_year.begins_on and township_year.ends_on
),

event_year as (
    select
        year,
        event,
        min(ordered_on) as began_on
    from ordered
    group by year, event
),

served as (
    select
        ref_area,
        year,
        event,
        count(distinct resident) as residents
    from ordered
    group by ref_area, year, event
)

select
    township_year.ref_area,
    cast(township_year.year as string) as time_period,
    event_year.event,
    cast(
        row_number() over (
            partition by township_year.ref_area, township_year.year
            order by event_year.began_on nulls last, event_year.event nulls last
        ) as bigint
    ) as event_position,
    cast(coalesce(served.residents, 0) as bigint) as residents
from township_year
inner join event_year on township_year.year = event_year.year
left join served
    on township_year.ref_area = served.ref_area
    and township_year.year = served.year
    and event_year.event = served.event
