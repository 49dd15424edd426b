/*
name_zh = "帮扶需求匹配率"
name_en = "Share of needs matched"
theme = "charity_matching"
unit_measure = "per cent of needs of the last year"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "stock"
polarity = "higher_is_better"
chance = "share"
extracts = ["charity_needs"]
reviewed = 2026-11-22

definition_zh = "近一年提出的帮扶需求中，期末已与慈善项目对接上的所占比重。"
definition_en = "Of the needs raised in the last 365 days, the share matched with a project by the end of the month."
caveats_zh = "近一年是到期末为止的365天；刚提出的还在匹配，月末新提出的多时偏低；撤回的仍在分母里。"

# Which records make the numerator of an area and period
rows = """
record.raised_on <= spine.counted_on
and record.raised_on > spine.counted_on - 365
and record.matched_on <= spine.counted_on
"""
*/
select
    ref_area,
    time_period,
    year_matched as numerator,
    year_raised as denominator
from mart.charity_need_month
