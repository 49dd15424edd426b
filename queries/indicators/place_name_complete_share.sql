/*
name_zh = "地名信息完整率"
name_en = "Complete place-name records"
theme = "funerals"
unit_measure = "per cent of place names filed"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "stock"
polarity = "higher_is_better"
chance = "share"
extracts = ["place_names"]
reviewed = 2026-11-22

definition_zh = "期末已备案的地名中，来历、含义、范围等必备信息已补全的占比。"
definition_en = "Place names whose record is complete, as a share of those filed by the end of the month."

# Which records make the numerator of an area and period
rows = """
record.filed_on <= spine.counted_on
and record.completed_on <= spine.counted_on
"""
*/
select
    ref_area,
    time_period,
    complete as numerator,
    filed as denominator
from mart.place_name_month
