/*
name_zh = "培育的治理骨干"
name_en = "Backbones of grassroots governance trained"
theme = "training"
unit_measure = "persons"
unit_zh = "人"
per = 1
decimals = 0
freq = "A"
kind = "flow"
polarity = "higher_is_better"
extracts = ["trainings"]
reviewed = 2026-11-22

definition_zh = "当年参加“微领袖”“微治理人才”等培训的基层治理骨干数。"
definition_en = "Backbones of grassroots governance trained in the year."

# Which records make the numerator of an area and period
rows = """
year(record.held_on) = spine.year
and record.role = '治理骨干'
"""
measure = "sum(record.people)"
*/
select
    ref_area,
    cast(year as varchar) as time_period,
    backbones as numerator
from mart.training_year
where programme = '_T'
