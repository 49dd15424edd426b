/*
name_zh = "标准化助餐点占比"
name_en = "Share of standardised meal points"
theme = "meal_services"
unit_measure = "percent of open meal points"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "stock"
polarity = "higher_is_better"
chance = "share"
extracts = ["meal_points"]
reviewed = 2026-11-01

definition_zh = "月末营业中的助餐点里，达到标准化要求的所占比重。"
definition_en = "Of the meal points open at the end of the month, the share that meets the standard."
caveats_zh = "是否标准化按台账当前登记值计，历史月份不回溯认定日期。"

# Which records make the numerator of an area and period
rows = """
record.opened_on <= spine.counted_on
and (record.closed_on is null or record.closed_on > spine.counted_on)
and record.is_standard
"""
*/
select
    ref_area,
    time_period,
    standard_points as numerator,
    points as denominator
from mart.meal_point_month
where kind = '_T'
