/*
name_zh      = "持证社工单位构成"
name_en      = "Certified social workers by kind of employer"
theme        = "social_workers"
unit_measure = "persons"
unit_zh      = "人"
per          = 1
decimals     = 0
freq         = "M"
kind         = "stock"
polarity     = "neutral"
category_zh  = "单位类型"
extracts     = ["social_workers"]
reviewed     = 2026-11-01

definition_zh = "期末持证社工数，按工作单位类型分。"
definition_en = "Certified social workers at the end of the month, by kind of employer."
caveats_zh    = "单位类型按名册现状计，较早月份没有当时的情况。"

# Which records make the numerator of an area and period
rows = "record.certified_on <= spine.counted_on"
rows_category = "record.employer"
*/
select
    ref_area,
    time_period,
    '村社区' as category,
    employer_community as numerator
from mart.social_worker_month
union all
select
    ref_area,
    time_period,
    '社会组织' as category,
    employer_organization as numerator
from mart.social_worker_month
union all
select
    ref_area,
    time_period,
    '机关事业单位' as category,
    employer_government as numerator
from mart.social_worker_month
union all
select
    ref_area,
    time_period,
    '医院学校' as category,
    employer_hospital_school as numerator
from mart.social_worker_month
union all
select
    ref_area,
    time_period,
    '企业及其他' as category,
    employer_other as numerator
from mart.social_worker_month
