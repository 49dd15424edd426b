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
[
    '提出',
    case when record.matched_on <= spine.counted_on then '匹配' end,
    case when record.delivered_on <= spine.counted_on then '送达' end,
    case when record.confirmed_on <= spine.counted_on then '确认' end
]
"""
*/
select
    charity_need_month.ref_area,
    charity_need_month.time_period,
    step.category,
    step.position as category_position,
    '_T' as series,
    1 as series_position,
    case step.category
        when '提出' then charity_need_month.year_raised
        when '匹配' then charity_need_month.year_matched
        when '送达' then charity_need_month.year_delivered
        else charity_need_month.year_confirmed
    end as numerator
from mart.charity_need_month
cross join (
    values
    ('提出', 1),
    ('匹配', 2),
    ('送达', 3),
    ('确认', 4)
) as step (category, position)
