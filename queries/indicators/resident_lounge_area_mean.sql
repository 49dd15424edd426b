/*
name_zh      = "居民会客厅平均面积"
name_en      = "Mean floor area of a resident lounge"
theme        = "resident_lounges"
unit_measure = "square metres per built lounge"
unit_zh      = "平方米"
per          = 1
decimals     = 1
freq         = "M"
kind         = "stock"
polarity     = "neutral"
chance       = "none"
extracts     = ["resident_lounges"]
reviewed     = 2026-11-01

definition_zh = "期末已建成居民会客厅的建筑面积之和，除以填写了面积的个数。"
definition_en = "Floor area of built resident lounges divided by the number of those measured."

# Which records make the numerator of an area and period
rows = """
record.planned_on <= spine.counted_on
and record.built_on <= spine.counted_on
and record.area is not null
"""
measure = "sum(record.area)"
*/
select
    ref_area,
    time_period,
    built_area as numerator,
    measured as denominator
from mart.resident_lounge_month
