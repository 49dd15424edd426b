/*
name_zh = "每人次用餐补贴"
name_en = "Subsidy per meal"
theme = "meal_services"
unit_measure = "yuan per meal"
unit_zh = "元／人次"
per = 1
decimals = 2
freq = "M"
kind = "flow"
polarity = "neutral"
chance = "none"
extracts = ["meal_services"]
reviewed = 2026-11-01

definition_zh = "当月助餐补贴金额与用餐人次之比。"
definition_en = "Subsidies for meals in the month, per meal served."

# Which records make the numerator of an area and period
rows = "record.month = spine.start_date"
measure = "sum(record.subsidy)"
*/
select
    ref_area,
    time_period,
    subsidy as numerator,
    meals as denominator
from mart.meal_service_month
-- open points that sent nothing: unknown, not zero
where meals is not null
