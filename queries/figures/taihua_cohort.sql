/*
name_zh = "苔花计划各批学员"
name_en = "Trainees of the supervision programme by batch"
theme = "training"
kind = "bars"
unit_zh = "人"
freq = "A"
extracts = ["trainings"]
reviewed = 2026-11-22

definition_zh = "到年末已开班的“苔花计划”各批学员数。"
definition_en = "Trainees of each batch of the supervision programme begun by the end of the year."
category_zh = "批次"
series_zh = "合计"

# Which records make the numerator of an area and period
rows = """
record.programme = '苔花计划'
and record.held_on <= spine.counted_on
"""
measure = "sum(record.people)"
rows_category = "'第' || record.batch || '批'"
*/
select
    ref_area,
    cast(year as varchar) as time_period,
    '第' || batch || '批' as category,
    batch as category_position,
    '_T' as series,
    1 as series_position,
    people as numerator
from mart.training_batch_year
