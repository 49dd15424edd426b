/*
name_zh      = "在建居民会客厅"
name_en      = "Resident lounges under construction"
theme        = "resident_lounges"
unit_measure = "lounges"
unit_zh      = "个"
per          = 1
decimals     = 0
freq         = "M"
kind         = "stock"
polarity     = "neutral"
extracts     = ["resident_lounges"]
reviewed     = 2026-11-01

definition_zh = "期末已开工、尚未建成的居民会客厅数。"
definition_en = "Resident lounges begun and not yet built at the end of the month."

# Which records make the numerator of an area and period
rows = """
record.planned_on <= spine.counted_on
and record.started_on <= spine.counted_on
and (record.built_on is null or record.built_on > spine.counted_on)
"""
*/
select
    ref_area,
    time_period,
    under_construction as numerator
from mart.resident_lounge_month
