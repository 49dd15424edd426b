/*
name_zh = "人均培训学时"
name_en = "Hours per person trained"
theme = "training"
unit_measure = "hours per attendance"
unit_zh = "学时"
per = 1
decimals = 1
freq = "A"
kind = "flow"
polarity = "higher_is_better"
chance = "none"
extracts = ["trainings"]
reviewed = 2026-11-22

definition_zh = "当年参训学时之和除以参训人次。"
definition_en = "Hours of training in the year per person and class."

# Which records make the numerator of an area and period
rows = "year(record.held_on) = spine.year"
measure = "sum(record.people * record.hours)"
*/
select
    ref_area,
    cast(year as varchar) as time_period,
    person_hours as numerator,
    people as denominator
from mart.training_year
where programme = '_T'
