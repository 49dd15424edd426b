/*
name_zh = "助学结对学生"
name_en = "Students aided"
theme = "charity_matching"
unit_measure = "students"
unit_zh = "人"
per = 1
decimals = 0
freq = "A"
kind = "flow"
polarity = "higher_is_better"
extracts = ["student_aids"]
reviewed = 2026-11-22

definition_zh = "当年结对资助的学生数，含小学到大学。"
definition_en = "Students aided in the year, from primary school to university."
caveats_zh = "结对集中在8月，年内其他月份看当年数偏低。"

# Which records make the numerator of an area and period
rows = "record.year = spine.year"
measure = "sum(record.students)"
*/
select
    ref_area,
    time_period,
    sum(students) as numerator
from mart.student_aid_year
group by ref_area, time_period
