/*
name_zh = "月报里的助餐点不在台账"
kind = "cross_file"
extract = "meal_services"
severity = "serious"
cause_zh = "月报填的助餐点编号在台账里找不到，多半是编号写错，或新点还没有登记"
mend_zh = "核对编号；是新点的，先在助餐点台账登记"
*/
-- One row per meal point that sends returns and stands in no register.
select
    max_by(meal_services.ref_area, meal_services.month) as ref_area,
    strftime(max(meal_services.month), '%Y-%m') as time_period,
    meal_services.meal_point as subject,
    '编号' || meal_services.meal_point || '报了' || count(*) || '个月的用餐，台账里没有这个助餐点'
        as evidence_zh,
    list({'file': meal_services.file, 'line': meal_services.line} order by meal_services.line) as places
from staging.meal_services as meal_services
anti join staging.meal_points as meal_points
    on meal_services.meal_point = meal_points.meal_point
group by meal_services.meal_point
