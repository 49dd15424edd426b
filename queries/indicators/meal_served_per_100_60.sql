/*
name_zh = "每百名老年人用餐人次"
name_en = "Meals served per 100 older persons"
theme = "meal_services"
unit_measure = "meals per 100 persons aged 60 and over"
unit_zh = "人次／百人"
per = 100
decimals = 1
freq = "M"
kind = "flow"
polarity = "higher_is_better"
chance = "none"
extracts = ["meal_services"]
reviewed = 2026-11-01

definition_zh = "当月用餐人次与当年60岁及以上人口之比，按每百人计。"
definition_en = "Meals served in the month per 100 residents aged 60 and over in that year."
caveats_zh = "人口为演示数据，只到年份。镇街道当月全部助餐点均未报送的，按缺失处理，不计为零；部分未报送的，数值偏低，可对照助餐点报送率。"

# Which records make the numerator of an area and period
rows = "record.month = spine.start_date"
measure = "sum(record.meals)"
*/
select
    meal_service_month.ref_area,
    meal_service_month.time_period,
    meal_service_month.meals as numerator,
    resident_month.persons_60 as denominator
from mart.meal_service_month
-- without a population figure the rate is unknown
inner join mart.resident_month
    on meal_service_month.ref_area = resident_month.ref_area
    and meal_service_month.time_period = resident_month.time_period
-- open points that sent nothing: unknown, not zero
where meal_service_month.meals is not null
