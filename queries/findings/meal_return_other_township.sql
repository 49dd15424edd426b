/*
name_zh = "月报的镇街道与台账不同"
kind = "cross_file"
extract = "meal_services"
severity = "serious"
cause_zh = "同一个助餐点，月报和台账写了不同的镇街道，两地的人次会此多彼少"
mend_zh = "以台账登记的地址为准，改正月报或台账"
*/
-- One row per meal point × township of its returns, where the register has the point elsewhere.
select
    meal_services.ref_area,
    strftime(max(meal_services.month), '%Y-%m') as time_period,
    meal_services.meal_point || '|' || meal_services.ref_area as subject,
    meal_points.name || '的台账在' || any_value(registered.name_zh) || '，'
    || count(*) || '个月的月报却写' || any_value(returned.name_zh) as evidence_zh,
    list({'file': meal_services.file, 'line': meal_services.line} order by meal_services.line) as places
from staging.meal_services as meal_services
inner join staging.meal_points as meal_points
    on meal_services.meal_point = meal_points.meal_point
inner join reference.township as registered on meal_points.ref_area = registered.ref_area
inner join reference.township as returned on meal_services.ref_area = returned.ref_area
where meal_services.ref_area <> meal_points.ref_area
group by meal_services.meal_point, meal_points.name, meal_services.ref_area
