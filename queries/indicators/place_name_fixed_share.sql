/*
name_zh = "地名差错改正率"
name_en = "Place-name errors mended"
theme = "funerals"
unit_measure = "per cent of errors found"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "stock"
polarity = "higher_is_better"
chance = "share"
extracts = ["place_names"]
reviewed = 2026-11-22

definition_zh = "期末核查发现的地名信息和标志差错中，已改正的占比。"
definition_en = "Errors in records and signs mended, as a share of those found by the end of the month."

# Which records make the numerator of an area and period
rows = """
record.filed_on <= spine.counted_on
and record.error_fixed_on <= spine.counted_on
"""
*/
select
    ref_area,
    time_period,
    fixed as numerator,
    errors as denominator
from mart.place_name_month
