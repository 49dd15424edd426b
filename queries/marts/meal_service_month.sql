-- One row per in-scope township × month of meal service.
-- A township whose open points all sent no return keeps nulls: its meals are unknown, not zero. A
-- township without an open point has zeros: nobody could have been served there.
--   meals, persons, delivered, subsidy   sums of what the points returned
--   load_meals, capacity_meals           their meals, and the most they could serve on the days they were
--                                        open; null where no capacity is registered
--   reporting_points, open_points        points open on any day of the month; of these, the ones that reported
with

township_month as (
    select
        ref_area,
        month_start,
        month_end,
        time_period
    from reference.extract_month
    where extract = 'meal_services'
),

-- a point open on any day of the month, and the meals it could have served on those days
open_point as (
    select
        township_month.ref_area,
        township_month.month_start,
        meal_points.meal_point,
        meal_points.capacity * (
            day(township_month.month_end)
            - case
                when meal_points.opened_on > township_month.month_start
                    then day(meal_points.opened_on) - 1
                else 0
            end
            - case
                when meal_points.closed_on <= township_month.month_end
                    then day(township_month.month_end) - day(meal_points.closed_on) + 1
                else 0
            end
        ) as capacity_meals
    from township_month
    inner join staging.meal_points as meal_points
        on township_month.ref_area = meal_points.ref_area
        and township_month.month_end >= meal_points.opened_on
    where
        meal_points.closed_on is null
        or meal_points.closed_on > township_month.month_start
),

point_return as (
    select
        township_month.ref_area,
        township_month.month_start,
        meal_services.meal_point,
        meal_services.meals,
        meal_services.persons,
        meal_services.delivered,
        meal_services.subsidy,
        open_point.meal_point is not null as is_open,
        open_point.capacity_meals
    from township_month
    inner join staging.meal_services as meal_services
        on township_month.ref_area = meal_services.ref_area
        and township_month.month_start = meal_services.month
    left join open_point
        on meal_services.meal_point = open_point.meal_point
        and meal_services.month = open_point.month_start
),

served as (
    select
        ref_area,
        month_start,
        cast(sum(meals) as bigint) as meals,
        cast(sum(persons) as bigint) as persons,
        cast(sum(delivered) as bigint) as delivered,
        cast(sum(subsidy) as decimal(18, 2)) as subsidy,
        -- load is measured where both sides are known: a point that reported, with its capacity
        cast(sum(meals) filter (where capacity_meals is not null) as bigint) as load_meals,
        cast(sum(capacity_meals) as bigint) as capacity_meals,
        cast(count(distinct meal_point) filter (where is_open) as bigint) as reporting_points
    from point_return
    group by ref_area, month_start
),

open_township as (
    select
        ref_area,
        month_start,
        cast(count(*) as bigint) as open_points
    from open_point
    group by ref_area, month_start
),

known as (
    select
        ref_area,
        month_start,
        meals,
        persons,
        delivered,
        subsidy,
        load_meals,
        capacity_meals,
        reporting_points
    from served
    union all
    select
        township_month.ref_area,
        township_month.month_start,
        cast(0 as bigint) as meals,
        cast(0 as bigint) as persons,
        cast(0 as bigint) as delivered,
        cast(0 as decimal(18, 2)) as subsidy,
        cast(0 as bigint) as load_meals,
        cast(0 as bigint) as capacity_meals,
        cast(0 as bigint) as reporting_points
    from township_month
    left join served
        on township_month.ref_area = served.ref_area
        and township_month.month_start = served.month_start
    left join open_township
        on township_month.ref_area = open_township.ref_area
        and township_month.month_start = open_township.month_start
    where
        served.ref_area is null
        and open_township.ref_area is null
)

select
    township_month.ref_area,
    township_month.month_start,
    township_month.time_period,
    known.meals,
    known.persons,
    known.delivered,
    known.subsidy,
    known.load_meals,
    known.capacity_meals,
    -- who reported and who should have is known even where the meals are not
    coalesce(known.reporting_points, 0) as reporting_points,
    coalesce(open_township.open_points, 0) as open_points
from township_month
left join known
    on township_month.ref_area = known.ref_area
    and township_month.month_start = known.month_start
left join open_township
    on township_month.ref_area = open_township.ref_area
    and township_month.month_start = open_township.month_start
