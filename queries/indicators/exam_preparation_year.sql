/*
name_zh = "免费考前培训年数"
name_en = "Years of free preparation for the examination"
theme = "training"
unit_measure = "years"
unit_zh = "年"
per = 1
decimals = 0
freq = "A"
kind = "stock"
polarity = "neutral"
rollup = "none"
extracts = ["trainings"]
reviewed = 2026-11-22

definition_zh = "到年末举办过免费考前培训的年数，自2013年起计。"
definition_en = "Years with free preparation for the examination, from 2013 to the end of the year."

# Which records make the numerator of an area and period
rows = """
record.programme = '考前培训'
and record.held_on <= spine.counted_on
"""
measure = "count(distinct year(record.held_on))"
*/
select
    ref_area,
    cast(year as varchar) as time_period,
    preparation_years as numerator
from mart.training_reach_year
