/*
name_zh = "当年投用的社区服务综合体"
name_en = "Service complexes opened in the year"
theme = "service_complexes"
unit_measure = "complexes"
unit_zh = "个"
per = 1
decimals = 0
freq = "A"
kind = "flow"
polarity = "higher_is_better"
extracts = ["service_complexes"]
reviewed = 2026-11-22

definition_zh = "当年新投用的社区服务综合体数。"
definition_en = "Community service complexes opened in the year."

# Which records make the numerator of an area and period
rows = """
record.opened_on >= spine.start_date
and record.opened_on <= spine.counted_on
"""
*/
select
    ref_area,
    cast(year as varchar) as time_period,
    sum(opened) as numerator
from mart.service_complex_month
group by ref_area, year
