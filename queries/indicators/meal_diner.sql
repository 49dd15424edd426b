/*
name_zh = "用餐人数"
name_en = "Persons served meals"
theme = "meal_services"
unit_measure = "persons"
unit_zh = "人"
per = 1
decimals = 0
freq = "M"
kind = "flow"
polarity = "higher_is_better"
extracts = ["meal_services"]
reviewed = 2026-11-01

definition_zh = "当月在助餐点至少用餐一次的人数，由各助餐点报送数相加。"
definition_en = "Persons who took at least one meal at a point in the month, summed over the points."
caveats_zh = "同一人在两个助餐点用餐的会重复计算。镇街道当月全部助餐点均未报送的，按缺失处理，不计为零；部分未报送的，数值偏低，可对照助餐点报送率。"

# Which records make the numerator of an area and period
rows = "record.month = spine.start_date"
measure = "sum(record.persons)"
*/
select
    ref_area,
    time_period,
    persons as numerator
from mart.meal_service_month
-- open points that sent nothing: unknown, not zero
where persons is not null
