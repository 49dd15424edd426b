/*
name_zh = "参训人次"
name_en = "People trained"
theme = "training"
unit_measure = "attendances"
unit_zh = "人次"
per = 1
decimals = 0
freq = "A"
kind = "flow"
polarity = "higher_is_better"
extracts = ["trainings"]
reviewed = 2026-11-22

definition_zh = "当年各培训项目的参训人数之和；一人参加几班的计几次。"
definition_en = "People trained in the year, counted once for every class they took."
caveats_zh = "按开班日期归年份；含村民代表培训和线上课程。"

# Which records make the numerator of an area and period
rows = "year(record.held_on) = spine.year"
measure = "sum(record.people)"
*/
select
    ref_area,
    cast(year as varchar) as time_period,
    people as numerator
from mart.training_year
where programme = '_T'
