/*
name_zh      = "35岁及以下持证社工占比"
name_en      = "Share of certified social workers aged 35 or under"
theme        = "social_workers"
unit_measure = "per cent of certified social workers"
unit_zh      = "%"
per          = 100
decimals     = 1
freq         = "M"
kind         = "stock"
polarity     = "neutral"
chance       = "share"
extracts     = ["social_workers"]
reviewed     = 2026-11-01

definition_zh = "期末35岁及以下的持证社工占出生年份已知的持证社工的比重。"
definition_en = "Certified social workers aged 35 or under as a share of those whose year of birth is known."
caveats_zh    = "年龄为当年年份减出生年份，每年1月整体增加一岁。"

# Which records make the numerator of an area and period
rows = """
record.certified_on <= spine.counted_on
and spine.year - record.birth_year <= 35
"""
*/
select
    ref_area,
    time_period,
    age_to_35 as numerator,
    age_known as denominator
from mart.social_worker_month
