/*
name_zh      = "村社区持证社工占比"
name_en      = "Share of certified social workers in villages and communities"
theme        = "social_workers"
unit_measure = "per cent of certified social workers"
unit_zh      = "%"
per          = 100
decimals     = 1
freq         = "M"
kind         = "stock"
polarity     = "higher_is_better"
chance       = "share"
extracts     = ["social_workers"]
reviewed     = 2026-11-01

definition_zh = "期末在村社区工作的持证社工占持证社工的比重。"
definition_en = "Certified social workers employed by villages and communities as a share of all."
caveats_zh    = "单位类型按名册现状计，较早月份没有当时的情况。"

# Which records make the numerator of an area and period
rows = """
record.certified_on <= spine.counted_on
and record.employer = '村社区'
"""
*/
select
    ref_area,
    time_period,
    employer_community as numerator,
    certified as denominator
from mart.social_worker_month
