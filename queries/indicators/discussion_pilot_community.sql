/*
name_zh = "议事协商试点社区"
name_en = "Pilot communities of discussion"
theme = "governance"
unit_measure = "communities"
unit_zh = "个"
per = 1
decimals = 0
freq = "A"
kind = "flow"
polarity = "neutral"
extracts = ["discussions"]
reviewed = 2026-11-22

definition_zh = "当年以省级议事协商创新试点身份开展议事的社区数。"
definition_en = "Communities that held discussions as a provincial pilot in the year."

# Which records make the numerator of an area and period
rows = """
year(record.held_on) = spine.year
and record.is_pilot
"""
measure = "count(distinct record.community)"
*/
select
    ref_area,
    cast(year as varchar) as time_period,
    communities as numerator
from mart.discussion_pilot_year
where is_pilot
