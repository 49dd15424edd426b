/*
name_zh = "送餐占比"
name_en = "Share of meals delivered"
theme = "meal_services"
unit_measure = "percent of meals served"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "flow"
polarity = "neutral"
chance = "none"
extracts = ["meal_services"]
reviewed = 2026-11-01

definition_zh = "当月用餐人次中送餐到家的所占比重。"
definition_en = "Of the meals served in the month, the share delivered to the home."

# Which records make the numerator of an area and period
rows = "record.month = spine.start_date"
measure = "sum(record.delivered)"
*/
select
    ref_area,
    time_period,
    delivered as numerator,
    meals as denominator
from mart.meal_service_month
-- open points that sent nothing: unknown, not zero
where meals is not null
