/*
name_zh      = "持证社工等级构成"
name_en      = "Certified social workers by level"
theme        = "social_workers"
unit_measure = "persons"
unit_zh      = "人"
per          = 1
decimals     = 0
freq         = "M"
kind         = "stock"
polarity     = "neutral"
category_zh  = "证书等级"
extracts     = ["social_workers"]
reviewed     = 2026-11-01

definition_zh = "期末持证社工数，按助理、中级、高级分，取最高一级。"
definition_en = "Certified social workers at the end of the month, by highest level held."
caveats_zh    = "证书等级按名册现状计，较早月份没有当时的情况。"

# Which records make the numerator of an area and period
rows = "record.certified_on <= spine.counted_on"
rows_category = "record.level"
*/
select
    ref_area,
    time_period,
    '助理' as category,
    level_assistant as numerator
from mart.social_worker_month
union all
select
    ref_area,
    time_period,
    '中级' as category,
    level_intermediate as numerator
from mart.social_worker_month
union all
select
    ref_area,
    time_period,
    '高级' as category,
    level_senior as numerator
from mart.social_worker_month
