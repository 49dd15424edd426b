/*
name_zh = "已推荐省五星级的综合体"
name_en = "Service complexes recommended for five stars"
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

definition_zh = "期末已推荐省五星级的社区服务综合体数，含此后已授星的。"
definition_en = "Service complexes recommended for a provincial five-star grade by the end of the month, those since awarded included."
caveats_zh = "推荐不等于授予。"

# Which records make the numerator of an area and period
rows = """
record.opened_on <= spine.counted_on
and record.recommended_on <= spine.counted_on
"""
*/
select
    ref_area,
    time_period,
    recommended as numerator
from mart.service_complex_month
