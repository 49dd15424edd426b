/*
name_zh = "社区服务综合体"
name_en = "Community service complexes"
theme = "service_complexes"
unit_measure = "complexes"
unit_zh = "个"
per = 1
decimals = 0
freq = "M"
kind = "stock"
polarity = "higher_is_better"
extracts = ["service_complexes"]
reviewed = 2026-11-22

definition_zh = "期末已投用的社区服务综合体数。"
definition_en = "Community service complexes open at the end of the month."

# Which records make the numerator of an area and period
rows = "record.opened_on <= spine.counted_on"
*/
select
    ref_area,
    time_period,
    complexes as numerator
from mart.service_complex_month
