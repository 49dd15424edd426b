/*
name_zh = "用餐人次"
name_en = "Meals served"
theme = "meal_services"
unit_measure = "meals"
unit_zh = "人次"
per = 1
decimals = 0
freq = "M"
kind = "flow"
polarity = "higher_is_better"
extracts = ["meal_services"]
reviewed = 2026-11-01

definition_zh = "当月助餐点供应的用餐总人次，含送餐。"
definition_en = "Meals served by meal points in the month, delivered ones included."
caveats_zh = "镇街道当月全部助餐点均未报送的，按缺失处理，不计为零；部分未报送的，数值偏低，可对照助餐点报送率。"

# Which records make the numerator of an area and period
rows = "record.month = spine.start_date"
measure = "sum(record.meals)"
*/
select
    ref_area,
    time_period,
    meals as numerator
from mart.meal_service_month
-- open points that sent nothing: unknown, not zero
where meals is not null
