/*
name_zh = "每场议事参加人数"
name_en = "Attendees per discussion"
theme = "governance"
unit_measure = "persons per session"
unit_zh = "人／场"
per = 1
decimals = 1
freq = "M"
kind = "flow"
polarity = "neutral"
chance = "none"
extracts = ["discussions"]
reviewed = 2026-11-22

definition_zh = "当月议事协商参加人数之和，除以场次。"
definition_en = "Attendees of discussions in the month per session."

# Which records make the numerator of an area and period
rows = """
record.held_on >= spine.start_date
and record.held_on <= spine.counted_on
"""
measure = "sum(record.attendees)"
*/
select
    ref_area,
    time_period,
    attendees as numerator,
    sessions as denominator
from mart.discussion_month
