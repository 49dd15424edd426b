/*
name_zh = "助餐点的用餐降到零"
kind = "history"
extract = "meal_services"
severity = "warn"
cause_zh = "上月还有用餐，本月报0，可能是停供、停业，也可能是漏填"
mend_zh = "问清原因；停业的，在台账补停业日期；漏填的补报"
basis_zh = "只看最近24个月"
*/
-- One row per meal point × month of the last two years that reports zero after a month with meals.
with

point_month as (
    select
        meal_services.*,
        lag(meals) over point as meals_before,
        lag(month) over point as month_before
    from staging.meal_services as meal_services
    window point as (partition by meal_point order by month)
)

select
    point_month.ref_area,
    strftime(point_month.month, '%Y-%m') as time_period,
    point_month.meal_point || '|' || point_month.month as subject,
    coalesce(meal_points.name, point_month.meal_point) || '上月' || point_month.meals_before
    || '人次，本月0' as evidence_zh,
    [{'file': point_month.file, 'line': point_month.line}] as places
from point_month
left join staging.meal_points as meal_points on point_month.meal_point = meal_points.meal_point
inner join reference.extract as extract on extract.extract = 'meal_services'
where
    point_month.meals = 0
    and point_month.meals_before > 0
    and (meal_points.closed_on is null or meal_points.closed_on > last_day(point_month.month))
    and point_month.month = point_month.month_before + interval 1 month
    and point_month.month > extract.as_of - interval 24 month
