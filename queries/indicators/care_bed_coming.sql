/*
name_zh = "规划和在建养老床位"
name_en = "Care beds planned or under construction"
theme = "care_facilities"
unit_measure = "beds"
unit_zh = "张"
per = 1
decimals = 0
freq = "M"
kind = "stock"
polarity = "neutral"
extracts = ["care_facilities"]
reviewed = 2026-11-22

definition_zh = "月末已列入布局规划、尚未开放的养老床位数。"
definition_en = "Beds in the layout plan at the end of the month that are not open yet."

# Which records make the numerator of an area and period
rows = """
record.planned_on <= spine.counted_on
and (record.opened_on is null or record.opened_on > spine.counted_on)
"""
measure = "sum(record.beds)"
*/
select
    ref_area,
    time_period,
    sum(coming_beds) as numerator
from mart.care_facility_month
group by ref_area, time_period
