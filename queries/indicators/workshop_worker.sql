/*
name_zh = "共富手工坊务工人数"
name_en = "Workers of handicraft workshops"
theme = "livelihoods"
unit_measure = "persons"
unit_zh = "人"
per = 1
decimals = 0
freq = "A"
kind = "flow"
polarity = "higher_is_better"
extracts = ["income_aids"]
reviewed = 2026-11-22

definition_zh = "当年在共富手工坊务工的人数，含残疾人。"
definition_en = "Persons who worked in common-prosperity handicraft workshops in the year."

# Which records make the numerator of an area and period
rows = """
record.year = spine.year
and record.project = '共富手工坊'
"""
measure = "sum(record.persons)"
*/
select
    ref_area,
    time_period,
    workers as numerator
from mart.income_aid_year
where aid = 'A02'
