/*
name_zh      = "每千人居民会客厅面积"
name_en      = "Lounge floor area per 1,000 residents"
theme        = "resident_lounges"
unit_measure = "square metres per 1,000 residents"
unit_zh      = "平方米／千人"
per          = 1000
decimals     = 1
freq         = "M"
kind         = "stock"
polarity     = "higher_is_better"
chance       = "none"
extracts     = ["resident_lounges"]
reviewed     = 2026-11-01

definition_zh = "期末已建成居民会客厅的建筑面积与常住人口之比，按每千人计。"
definition_en = "Floor area of built resident lounges at the end of the month per 1,000 residents."
caveats_zh    = "常住人口取当年数；当年没有数的，沿用此前最近一年。没有填写面积的会客厅不增加面积。"

# Which records make the numerator of an area and period
rows = """
record.planned_on <= spine.counted_on
and record.built_on <= spine.counted_on
and record.area is not null
"""
measure = "sum(record.area)"
*/
select
    resident_lounge_month.ref_area,
    resident_lounge_month.time_period,
    resident_lounge_month.built_area as numerator,
    resident_month.persons as denominator
from mart.resident_lounge_month
inner join mart.resident_month
    on resident_lounge_month.ref_area = resident_month.ref_area
    and resident_lounge_month.time_period = resident_month.time_period
