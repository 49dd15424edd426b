/*
name_zh = "助餐补贴金额"
name_en = "Meal subsidies"
theme = "meal_services"
unit_measure = "yuan"
unit_zh = "元"
per = 1
decimals = 0
freq = "M"
kind = "flow"
polarity = "neutral"
extracts = ["meal_services"]
reviewed = 2026-11-01

definition_zh = "当月发给助餐点的助餐补贴金额。"
definition_en = "Subsidies for meals in the month."
caveats_zh = "镇街道当月全部助餐点均未报送的，按缺失处理，不计为零；部分未报送的，数值偏低，可对照助餐点报送率。"

# Which records make the numerator of an area and period
rows = "record.month = spine.start_date"
measure = "sum(record.subsidy)"
*/
select
    ref_area,
    time_period,
    subsidy as numerator
from mart.meal_service_month
-- open points that sent nothing: unknown, not zero
where subsidy is not null
