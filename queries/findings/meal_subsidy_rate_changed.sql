/*
name_zh = "每人次补贴突然变化"
kind = "history"
extract = "meal_services"
severity = "warn"
cause_zh = "每人次补贴比该点前12个月的中位数高一半以上或低三分之一以上，多半是补贴金额的单位或小数点写错"
mend_zh = "核对补贴金额与人次"
basis_zh = "每人次补贴不在中位数的三分之二到一倍半之间；不足50人次的月份不看"
*/
-- One row per meal point × month with a subsidy a meal unlike its own last year's.
with

point_month as (
    select
        meal_services.*,
        meal_services.subsidy / meal_services.meals as rate,
        median(meal_services.subsidy / meal_services.meals) over before as usual,
        count(*) over before as returns
    from staging.meal_services as meal_services
    where meal_services.meals >= 50
    window before as (
        partition by meal_services.meal_point
        order by meal_services.month
        rows between 12 preceding and 1 preceding
    )
)

select
    point_month.ref_area,
    strftime(point_month.month, '%Y-%m') as time_period,
    point_month.meal_point || '|' || point_month.month as subject,
    coalesce(meal_points.name, point_month.meal_point) || '每人次补贴'
    || cast(point_month.rate as decimal(18, 2)) || '元，前12个月的中位数是'
    || cast(point_month.usual as decimal(18, 2)) || '元' as evidence_zh,
    [{'file': point_month.file, 'line': point_month.line}] as places
from point_month
left join staging.meal_points as meal_points on point_month.meal_point = meal_points.meal_point
where
    point_month.returns >= 6
    and point_month.rate not between point_month.usual / 1.5 and point_month.usual * 1.5
