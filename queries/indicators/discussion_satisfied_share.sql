/*
name_zh = "议事满意率"
name_en = "Satisfaction with discussions"
theme = "governance"
unit_measure = "per cent of ratings"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "flow"
polarity = "higher_is_better"
chance = "share"
extracts = ["discussions"]
reviewed = 2026-11-22

definition_zh = "当月议事协商的评价中满意的比重；分母是评价人数。"
definition_en = "Satisfied ratings of discussions in the month as a share of ratings."
caveats_zh = "只有参加者评价，不代表全体居民。"

# Which records make the numerator of an area and period
rows = """
record.held_on >= spine.start_date
and record.held_on <= spine.counted_on
"""
measure = "sum(record.satisfied)"
*/
select
    ref_area,
    time_period,
    satisfied as numerator,
    rated as denominator
from mart.discussion_month
