/*
name_zh = "居民会客厅建设进程"
name_en = "Resident lounges by stage"
theme = "resident_lounges"
kind = "stages"
unit_zh = "个"
freq = "M"
extracts = ["resident_lounges"]
reviewed = 2026-11-01

definition_zh = "期末列入计划的居民会客厅数，按建成、在建、拟建三个阶段分。"
definition_en = "Resident lounges in the plan at the end of the month: built, under construction or planned."
category_zh = "建设阶段"
series_zh = "合计"

# Which records make the numerator of an area and period
rows = "record.planned_on <= spine.counted_on"
rows_category = """
case
    when record.built_on <= spine.counted_on then '建成'
    when record.started_on <= spine.counted_on then '在建'
    else '拟建'
end
"""
*/
select
    ref_area,
    time_period,
    '建成' as category,
    1 as category_position,
    '_T' as series,
    1 as series_position,
    built as numerator
from mart.resident_lounge_month
union all
select
    ref_area,
    time_period,
    '在建' as category,
    2 as category_position,
    '_T' as series,
    1 as series_position,
    under_construction as numerator
from mart.resident_lounge_month
union all
select
    ref_area,
    time_period,
    '拟建' as category,
    3 as category_position,
    '_T' as series,
    1 as series_position,
    planned as numerator
from mart.resident_lounge_month
