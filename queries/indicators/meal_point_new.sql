/*
name_zh = "本年新开助餐点"
name_en = "Meal points opened this year"
theme = "meal_services"
unit_measure = "meal points"
unit_zh = "个"
per = 1
decimals = 0
freq = "M"
kind = "flow"
polarity = "neutral"
accumulate = "year"
extracts = ["meal_points"]
reviewed = 2026-11-22

definition_zh = "当年1月起至月末开业的助餐点数。"
definition_en = "Meal points opened from January to the end of the month."
caveats_zh = "年初起累计；当年开业又停业的也计。"

# Which records make the numerator of an area and period
rows = """
record.opened_on >= spine.start_date
and record.opened_on <= spine.counted_on
"""
*/
select
    extract_month.ref_area,
    extract_month.time_period,
    count(meal_point_point.meal_point) as numerator
from reference.extract_month
left join mart.meal_point_point
    on extract_month.ref_area = meal_point_point.ref_area
    and extract_month.month_start <= meal_point_point.opened_on
    and extract_month.counted_on >= meal_point_point.opened_on
where extract_month.extract = 'meal_points'
group by extract_month.ref_area, extract_month.time_period
