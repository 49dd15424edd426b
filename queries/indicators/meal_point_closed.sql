/*
name_zh = "当月停业助餐点"
name_en = "Meal points closed in the month"
theme = "meal_services"
unit_measure = "meal points"
unit_zh = "个"
per = 1
decimals = 0
freq = "M"
kind = "flow"
polarity = "lower_is_better"
extracts = ["meal_points"]
reviewed = 2026-11-01

definition_zh = "停业日期在当月之内的助餐点数。"
definition_en = "Meal points whose closing date falls within the month."
caveats_zh = "合并、迁建也会登记为停业，须结合开业情况看。"

# Which records make the numerator of an area and period
rows = """
record.closed_on >= spine.start_date
and record.closed_on <= spine.counted_on
"""
*/
select
    ref_area,
    time_period,
    closed_points as numerator
from mart.meal_point_month
where kind = '_T'
