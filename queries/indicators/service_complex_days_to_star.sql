/*
name_zh = "星级评定平均用时"
name_en = "Mean days from declaring to a star grade"
theme = "service_complexes"
unit_measure = "days per complex awarded in the year"
unit_zh = "天"
per = 1
decimals = 0
freq = "A"
kind = "flow"
polarity = "lower_is_better"
chance = "none"
extracts = ["service_complexes"]
reviewed = 2026-11-22

definition_zh = "当年授星的社区服务综合体从申报到授星的天数之和，除以其个数。"
definition_en = "Days from declaring to award of complexes awarded in the year, divided by their number."
caveats_zh = "当年没有授星的镇街道没有用时；推荐五星级的多一道推荐。"

# Which records make the numerator of an area and period
rows = """
record.awarded_on >= spine.start_date
and record.awarded_on <= spine.counted_on
"""
measure = "sum(record.awarded_on - record.declared_on)"
*/
select
    ref_area,
    cast(year as varchar) as time_period,
    sum(award_days) as numerator,
    sum(awards) as denominator
from mart.service_complex_month
group by ref_area, year
