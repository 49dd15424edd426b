/*
name_zh = "开业前或停业后仍报用餐"
kind = "cross_file"
extract = "meal_services"
severity = "serious"
cause_zh = "月报的月份整月在开业之前或停业之后，却报了用餐"
mend_zh = "核对台账的开业、停业日期与月报的月份，改正错的一处"
*/
-- One row per meal point and side (before it opened, after it closed) with meals it cannot have
-- served. The months in which it opened or closed are partly its own.
with

closed_return as (
    select
        meal_services.*,
        meal_points.name,
        case when last_day(meal_services.month) < meal_points.opened_on then '开业前' else '停业后' end
            as side
    from staging.meal_services as meal_services
    inner join staging.meal_points as meal_points
        on meal_services.meal_point = meal_points.meal_point
    where
        meal_services.meals > 0
        and (
            last_day(meal_services.month) < meal_points.opened_on
            or meal_services.month >= meal_points.closed_on
        )
)

select
    max_by(ref_area, month) as ref_area,
    strftime(max(month), '%Y-%m') as time_period,
    meal_point || '|' || side as subject,
    name || side || '仍有' || count(*) || '个月报了用餐，共' || sum(meals) || '人次' as evidence_zh,
    list({'file': closed_return.file, 'line': closed_return.line} order by closed_return.line) as places
from closed_return
group by meal_point, name, side
