/*
name_zh      = "每个村社区持证社工"
name_en      = "Certified social workers per village or community"
theme        = "social_workers"
unit_measure = "persons per village or community"
unit_zh      = "人／个"
per          = 1
decimals     = 2
freq         = "M"
kind         = "stock"
polarity     = "higher_is_better"
chance       = "rate"
extracts     = ["social_workers"]
reviewed     = 2026-11-01

definition_zh = "期末在村社区工作的持证社工数与村社区数之比。"
definition_en = "Certified social workers employed by villages and communities, per village or community."
caveats_zh    = "平均数，不说明是否每个村社区都有。单位类型按名册现状计，较早月份没有当时的情况。"

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
    communities as denominator
from mart.social_worker_month
