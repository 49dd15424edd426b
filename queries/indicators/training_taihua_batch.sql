/*
name_zh = "苔花计划已开班批次"
name_en = "Batches of the supervision programme begun"
theme = "training"
unit_measure = "batches"
unit_zh = "批"
per = 1
decimals = 0
freq = "A"
kind = "stock"
polarity = "neutral"
rollup = "none"
extracts = ["trainings"]
reviewed = 2026-11-22

definition_zh = "到年末“苔花计划”已开班的批次数；镇街道为有学员参加的批次。"
definition_en = "Batches of the supervision programme begun by the end of the year; for a township, those it had trainees in."

# Which records make the numerator of an area and period
rows = """
record.programme = '苔花计划'
and record.held_on <= spine.counted_on
"""
measure = "count(distinct record.batch)"
*/
select
    ref_area,
    cast(year as varchar) as time_period,
    batches as numerator
from mart.training_reach_year
