/*
name_zh = "助餐点的用餐成倍变化"
kind = "history"
extract = "meal_services"
severity = "warn"
cause_zh = "与前三次月报的中位数相比多两倍以上，或不到三分之一，多半是多写少写一位，或与别的点填反"
mend_zh = "核对当月人次与助餐点编号"
basis_zh = "只看最近24个月；相差不足150人次的不列；降到0的另列"
*/
-- One row per meal point × month of the last two years with three times, or a third of, its usual
-- meals. Usual is the median of its three returns before; a month in which it opened or closed is no
-- usual month.
with

point_month as (
    select
        meal_services.*,
        meal_points.name,
        median(meal_services.meals) over before as usual,
        count(*) over before as returns
    from staging.meal_services as meal_services
    inner join staging.meal_points as meal_points
        on meal_services.meal_point = meal_points.meal_point
        and meal_services.month >= meal_points.opened_on
        and (
            meal_points.closed_on is null
            or meal_points.closed_on > last_day(meal_services.month)
        )
    window before as (
        partition by meal_services.meal_point
        order by meal_services.month
        rows between 3 preceding and 1 preceding
    )
)

select
    point_month.ref_area,
    strftime(point_month.month, '%Y-%m') as time_period,
    point_month.meal_point || '|' || point_month.month as subject,
    point_month.name || '本月' || point_month.meals || '人次，前三次月报的中位数是'
    || cast(round(point_month.usual) as integer) || '人次' as evidence_zh,
    [{'file': point_month.file, 'line': point_month.line}] as places
from point_month
inner join reference.extract as extract on extract.extract = 'meal_services'
where
    point_month.returns = 3
    and point_month.meals > 0
    and (point_month.meals > 3 * point_month.usual or 3 * point_month.meals < point_month.usual)
    and abs(point_month.meals - point_month.usual) >= 150
    and point_month.month > extract.as_of - interval 24 month
