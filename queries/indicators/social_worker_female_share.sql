/*
name_zh      = "女性持证社工占比"
name_en      = "Share of women among certified social workers"
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

definition_zh = "期末女性持证社工占性别已知的持证社工的比重。"
definition_en = "Women as a share of certified social workers whose sex is known."

# Which records make the numerator of an area and period
rows = """
record.certified_on <= spine.counted_on
and record.sex = '女'
"""
*/
select
    ref_area,
    time_period,
    female as numerator,
    sex_known as denominator
from mart.social_worker_month
