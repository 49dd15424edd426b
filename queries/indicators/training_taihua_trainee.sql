/*
name_zh = "苔花计划学员"
name_en = "Trainees of the supervision programme"
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

definition_zh = "当年开班的“苔花计划”社会工作督导培养项目学员数。"
definition_en = "Trainees of the supervision programme begun in the year."
caveats_zh = "没有开新一批的年份为0。"

# Which records make the numerator of an area and period
rows = """
year(record.held_on) = spine.year
and record.programme = '苔花计划'
"""
measure = "sum(record.people)"
*/
select
    ref_area,
    cast(year as varchar) as time_period,
    people as numerator
from mart.training_year
where programme = '苔花计划'
