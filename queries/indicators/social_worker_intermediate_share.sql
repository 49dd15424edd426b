/*
name_zh      = "中级及以上持证社工占比"
name_en      = "Share of certified social workers at intermediate level or above"
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

definition_zh = "期末持有中级或高级证书的社工占持证社工的比重。"
definition_en = "Certified social workers at intermediate or senior level as a share of all."
caveats_zh    = "证书等级按名册现状计，较早月份没有当时的情况。"

# Which records make the numerator of an area and period
rows = """
record.certified_on <= spine.counted_on
and record.level in ('中级', '高级')
"""
*/
select
    ref_area,
    time_period,
    level_intermediate + level_senior as numerator,
    certified as denominator
from mart.social_worker_month
