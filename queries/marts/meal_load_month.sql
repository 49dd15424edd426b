-- One row per in-scope meal point × month in which it was open and sent its return.
--   meals, subsidy   as returned
--   open_days        calendar days of the month on which it was open, one at least
--   capacity         meals a day at most; null where none is registered
with

township_month as (
    select
        ref_area,
        month_start,
        month_end,
        time_period
    from reference.extract_month
    where extract = 'meal_services'
)

select
    township_month.ref_area,
    township_month.month_start,
    township_month.time_period,
    meal_points.meal_point,
    meal_points.name as name_zh,
    meal_points.operator,
    meal_points.capacity,
    meal_services.meals,
    meal_services.subsidy,
    cast(
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
        end as bigint
    ) as open_days
from township_month
inner join staging.meal_points as meal_points
    on township_month.ref_area = meal_points.ref_area
    and township_month.month_end >= meal_points.opened_on
    and (meal_points.closed_on is null or meal_points.closed_on > township_month.month_start)
inner join staging.meal_services as meal_services
    on meal_points.meal_point = meal_services.meal_point
    and township_month.ref_area = meal_services.ref_area
    and township_month.month_start = meal_services.month
