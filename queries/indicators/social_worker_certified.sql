/*
name_zh      = "持证社工"
name_en      = "Certified social workers"
theme        = "social_workers"
unit_measure = "persons"
unit_zh      = "人"
per          = 1
decimals     = 0
freq         = "M"
kind         = "stock"
polarity     = "higher_is_better"
extracts     = ["social_workers"]
reviewed     = 2026-11-01

definition_zh = "期末取得社会工作者职业资格证书的人数，按工作单位所在镇街道计。"
definition_en = "Holders of a social-work certificate at the end of the month, by township of their employer."
caveats_zh    = "考试成绩一年公布一次，名册一年报一次。"

# Which records make the numerator of an area and period
rows = "record.certified_on <= spine.counted_on"
*/
select
    ref_area,
    time_period,
    certified as numerator
from mart.social_worker_month
