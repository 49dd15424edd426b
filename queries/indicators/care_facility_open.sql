/*
name_zh = "开放的养老服务设施"
name_en = "Elderly care facilities open"
theme = "care_facilities"
unit_measure = "facilities"
unit_zh = "处"
per = 1
decimals = 0
freq = "M"
kind = "stock"
polarity = "higher_is_better"
category_zh = "类型"
extracts = ["care_facilities"]
reviewed = 2026-11-22

definition_zh = "月末已开放的养老服务设施数，按养老院、照料中心、认知障碍照护专区、养老综合体分。"
definition_en = "Elderly care facilities open at the end of the month, by kind."

# Which records make the numerator of an area and period
rows = "record.opened_on <= spine.counted_on"
rows_category = "record.kind"
*/
select
    ref_area,
    time_period,
    kind as category,
    open as numerator
from mart.care_facility_month
