/*
name_zh = "帮扶确认率"
name_en = "Share of delivered needs confirmed"
theme = "charity_matching"
unit_measure = "per cent of delivered needs of the last year"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "stock"
polarity = "higher_is_better"
chance = "share"
extracts = ["charity_needs"]
reviewed = 2026-11-22

definition_zh = "近一年提出、期末已送达的帮扶需求中，对象或村社区已经确认收到的所占比重。"
definition_en = "Of the needs raised in the last 365 days and delivered, the share confirmed by the end of the month."
caveats_zh = "近一年是到期末为止的365天；没有送达的不在分母里。"

# Which records make the numerator of an area and period
rows = """
record.raised_on <= spine.counted_on
and record.raised_on > spine.counted_on - 365
and record.confirmed_on <= spine.counted_on
"""
*/
select
    ref_area,
    time_period,
    year_confirmed as numerator,
    year_delivered as denominator
from mart.charity_need_month
