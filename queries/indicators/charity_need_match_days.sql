/*
name_zh = "帮扶需求平均匹配用时"
name_en = "Mean days to match a need"
theme = "charity_matching"
unit_measure = "days per need matched in the last year"
unit_zh = "天"
per = 1
decimals = 1
freq = "M"
kind = "stock"
polarity = "lower_is_better"
chance = "none"
extracts = ["charity_needs"]
reviewed = 2026-11-22

definition_zh = "近一年匹配上的帮扶需求，从提出到匹配的天数之和，除以其条数。"
definition_en = "Days from raising to matching of the needs matched in the last 365 days, divided by their number."
caveats_zh = "近一年是到期末为止的365天；至今没有匹配上的不在其中，须对照待匹配需求。"

# Which records make the numerator of an area and period
rows = """
record.matched_on <= spine.counted_on
and record.matched_on > spine.counted_on - 365
"""
measure = "sum(record.matched_on - record.raised_on)"
*/
select
    ref_area,
    time_period,
    match_days as numerator,
    matches as denominator
from mart.charity_need_month
