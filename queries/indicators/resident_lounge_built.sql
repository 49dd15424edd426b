/*
name_zh      = "建成居民会客厅"
name_en      = "Resident lounges built"
theme        = "resident_lounges"
unit_measure = "lounges"
unit_zh      = "个"
per          = 1
decimals     = 0
freq         = "M"
kind         = "stock"
polarity     = "higher_is_better"
extracts     = ["resident_lounges"]
reviewed     = 2026-11-01

definition_zh = "期末已建成的居民会客厅数。"
definition_en = "Resident lounges built by the end of the month."

# Which records make the numerator of an area and period
rows = """
record.planned_on <= spine.counted_on
and record.built_on <= spine.counted_on
"""
*/
select
    ref_area,
    time_period,
    built as numerator
from mart.resident_lounge_month
