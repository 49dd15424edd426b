/*
name_zh = "帮扶需求从提出到确认"
name_en = "Needs from raising to confirmation"
theme = "charity_matching"
kind = "funnel"
unit_zh = "条"
freq = "M"
extracts = ["charity_needs"]
reviewed = 2026-11-22

definition_zh = "近一年提出的帮扶需求中，期末走到提出、匹配、送达、确认各步的条数，后一步包含在前一步里。"
definition_en = "Of the needs raised in the last 365 days, how many were matched, delivered and confirmed by the end of the month."
category_zh = "环节"
series_zh = "合计"
caveats_zh = "近一年是到期末为止的365天；刚提出的还在匹配。"

# Which records make the numerator of an area and period
rows = """
record.raised_on <= spine.counted_on
and record.raised_on > spine.counted_on - 365
"""
rows_category = """
unnest(case
    when record.confirmed_on <= spine.counted_on then ['提出', '匹配', '送达', '确认']
    when record.delivered_on <= spine.counted_on then ['提出', '匹配', '送达']
    when record.matched_on <= spine.counted_on then ['提出', '匹配']
    else ['提出']
end)
"""
*/
select
    ref_area,
    time_period,
    '提出' as category,
    1 as category_position,
    '_T' as series,
    1 as series_position,
    year_raised as numerator
from mart.charity_need_month
union all
select
    ref_area,
    time_period,
    '匹配' as category,
    2 as category_position,
    '_T' as series,
    1 as series_position,
    year_matched as numerator
from mart.charity_need_month
union all
select
    ref_area,
    time_period,
    '送达' as category,
    3 as category_position,
    '_T' as series,
    1 as series_position,
    year_delivered as numerator
from mart.charity_need_month
union all
select
    ref_area,
    time_period,
    '确认' as category,
    4 as category_position,
    '_T' as series,
    1 as series_position,
    year_confirmed as numerator
from mart.charity_need_month
