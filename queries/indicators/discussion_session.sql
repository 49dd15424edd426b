/*
name_zh = "议事协商场次"
name_en = "Community discussions"
theme = "governance"
unit_measure = "sessions"
unit_zh = "场"
per = 1
decimals = 0
freq = "M"
kind = "flow"
polarity = "higher_is_better"
extracts = ["discussions"]
reviewed = 2026-11-22

definition_zh = "当月村社区开展议事协商的场次。"
definition_en = "Discussion sessions held by villages and communities in the month."

# Which records make the numerator of an area and period
rows = """
record.held_on >= spine.start_date
and record.held_on <= spine.counted_on
"""
*/
select
    ref_area,
    time_period,
    sessions as numerator
from mart.discussion_month
