/*
name_zh = "人均助学金额"
name_en = "Aid per student"
theme = "charity_matching"
unit_measure = "yuan per student"
unit_zh = "元／人"
per = 1
decimals = 0
freq = "A"
kind = "flow"
polarity = "neutral"
chance = "none"
extracts = ["student_aids"]
reviewed = 2026-11-22

definition_zh = "当年助学金额除以结对学生数。"
definition_en = "Yuan of student aid in the year, per student aided."
caveats_zh = "大学阶段资助高，大学生多的镇街道人均就高。"

# Which records make the numerator of an area and period
rows = "record.year = spine.year"
measure = "sum(record.amount)"
*/
select
    ref_area,
    time_period,
    sum(amount) as numerator,
    sum(students) as denominator
from mart.student_aid_year
group by ref_area, time_period
