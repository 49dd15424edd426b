/*
name_zh = "本年累计用餐人次"
name_en = "Meals served, year to date"
theme = "meal_services"
unit_measure = "meals"
unit_zh = "人次"
per = 1
decimals = 0
freq = "M"
kind = "flow"
polarity = "higher_is_better"
accumulate = "year"
extracts = ["meal_services"]
reviewed = 2026-11-01

definition_zh = "当年1月起至当月止，助餐点供应的用餐总人次，含送餐。"
definition_en = "Meals served by meal points from January to this month, delivered ones included."
caveats_zh = "年内有月份未报送的，累计数不完整。"

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
