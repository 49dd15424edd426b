/*
name_zh      = "拟建居民会客厅"
name_en      = "Resident lounges planned"
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

definition_zh = "期末已列入计划、尚未开工的居民会客厅数。"
definition_en = "Resident lounges in the plan and not yet begun at the end of the month."

# Which records make the numerator of an area and period
rows = """
record.planned_on <= spine.counted_on
and (record.started_on is null or record.started_on > spine.counted_on)
"""
*/
select
    ref_area,
    time_period,
    planned as numerator
from mart.resident_lounge_month
