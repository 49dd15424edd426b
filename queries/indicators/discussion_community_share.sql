/*
name_zh = "开展议事的村社区占比"
name_en = "Villages and communities that held a discussion"
theme = "governance"
unit_measure = "per cent of villages and communities"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "flow"
polarity = "higher_is_better"
chance = "share"
extracts = ["discussions"]
reviewed = 2026-11-22

definition_zh = "当月至少开展过一场议事协商的村社区，占全部村社区的比重。"
definition_en = "Villages and communities with at least one discussion in the month as a share of all."

# Which records make the numerator of an area and period
rows = """
record.held_on >= spine.start_date
and record.held_on <= spine.counted_on
"""
measure = "count(distinct record.community)"
*/
select
    ref_area,
    time_period,
    held_communities as numerator,
    communities as denominator
from mart.discussion_month
