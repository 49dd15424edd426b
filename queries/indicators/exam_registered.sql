/*
name_zh = "社工考试报名人数"
name_en = "Candidates registered for the social-work examination"
theme = "training"
unit_measure = "persons"
unit_zh = "人"
per = 1
decimals = 0
freq = "A"
kind = "flow"
polarity = "higher_is_better"
extracts = ["exam_years"]
reviewed = 2026-11-22

definition_zh = "当年报名社会工作者职业水平考试的人数，初级、中级、高级合计。"
definition_en = "Candidates registered for the social-work examination of the year, all levels."

# Which records make the numerator of an area and period
rows = "record.year = spine.year"
measure = "sum(record.registered)"
*/
select
    ref_area,
    cast(year as varchar) as time_period,
    registered as numerator
from mart.exam_year
