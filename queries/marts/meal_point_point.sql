-- One row per meal point of the in-scope townships, with its state on the day the register reaches.
with

latest_return as (
    select
        meal_point,
        max(month) as last_month
    from staging.meal_services
    where meals > 0
    group by meal_point
)

select
    meal_points.meal_point,
    meal_points.name,
    meal_points.ref_area,
    meal_points.community,
    meal_points.kind,
    meal_points.operator,
    meal_points.is_standard,
    meal_points.capacity,
    meal_points.lon,
    meal_points.lat,
    meal_points.opened_on,
    meal_points.closed_on,
    latest_return.last_month as last_served_month,
    (
        meal_points.closed_on is null
        or meal_points.closed_on > register_extract.as_of
    ) as is_open,
    -- the last month the returns reach; a point never served has no last month
    coalesce(
        latest_return.last_month >= cast(date_trunc('month', service_extract.as_of) as date),
        false
    ) as is_served
from staging.meal_points as meal_points
inner join reference.township as township
    on meal_points.ref_area = township.ref_area
    and township.in_scope
inner join reference.extract as register_extract
    on register_extract.extract = 'meal_points'
    and meal_points.opened_on <= register_extract.as_of
inner join reference.extract as service_extract
    on service_extract.extract = 'meal_services'
left join latest_return
    on meal_points.meal_point = latest_return.meal_point
