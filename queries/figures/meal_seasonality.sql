/*
name_zh = "用餐人次的季节变化"
name_en = "Meals served through the year"
theme = "meal_services"
kind = "season"
unit_zh = "人次"
freq = "M"
extracts = ["meal_services"]
reviewed = 2026-11-01

definition_zh = "各月用餐人次，同月逐年对照。"
definition_en = "Meals served by month, one year beside the other."
category_zh = "月份"
series_zh = "年份"
caveats_zh = "镇街道当月全部助餐点均未报送的，按缺失处理，不计为零；全市数因此偏低的月份不宜对照。"

# Which records make the numerator of an area and period
rows = "record.month = spine.start_date"
measure = "sum(record.meals)"
rows_category = "spine.month || '月'"
rows_series = "spine.year || '年'"
*/
select
    meal_service_month.ref_area,
    meal_service_month.time_period,
    month.month || '月' as category,
    month.month as category_position,
    month.year || '年' as series,
    month.year as series_position,
    -- null where the open points sent nothing: unknown, not zero
    meal_service_month.meals as numerator
from mart.meal_service_month
inner join reference.month on meal_service_month.time_period = month.time_period
