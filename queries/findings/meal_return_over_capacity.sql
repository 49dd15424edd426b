/*
name_zh = "用餐人次超出供餐能力"
kind = "cross_file"
extract = "meal_services"
severity = "warn"
cause_zh = "当月用餐人次超过日供餐能力乘当月天数的1.2倍，多半是人次多写一位、报成累计数，或与别的点填反"
mend_zh = "核对当月人次；确有扩容的，改台账的日供餐能力"
basis_zh = "月用餐人次大于1.2乘日供餐能力乘当月天数"
*/
-- One row per meal point × month with more meals than it can cook. A fifth on top is allowed: a busy
-- day goes over the register's figure, a whole month does not.
select
    meal_services.ref_area,
    strftime(meal_services.month, '%Y-%m') as time_period,
    meal_services.meal_point || '|' || meal_services.month as subject,
    meal_points.name || '报' || meal_services.meals || '人次，日供餐能力' || meal_points.capacity
    || '份，整月最多' || meal_points.capacity * day(last_day(meal_services.month)) || '份'
        as evidence_zh,
    [{'file': meal_services.file, 'line': meal_services.line}] as places
from staging.meal_services as meal_services
inner join staging.meal_points as meal_points
    on meal_services.meal_point = meal_points.meal_point
where meal_services.meals > 1.2 * meal_points.capacity * day(last_day(meal_services.month))
