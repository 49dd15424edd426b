/*
name_zh = "培训合格率"
name_en = "Trainees who passed the assessment"
theme = "training"
unit_measure = "per cent of trainees assessed"
unit_zh = "%"
per = 100
decimals = 1
freq = "A"
kind = "flow"
polarity = "higher_is_better"
chance = "share"
extracts = ["trainings"]
reviewed = 2026-11-22

definition_zh = "当年开班、有结业考核的培训中，合格人数占考核人数的比重。"
definition_en = "Trainees who passed as a share of those assessed, classes begun in the year."
caveats_zh = "不考核的班次不计入。"

# Which records make the numerator of an area and period
rows = "year(record.held_on) = spine.year"
measure = "sum(record.passed)"
*/
select
    ref_area,
    cast(year as varchar) as time_period,
    passed as numerator,
    assessed as denominator
from mart.training_year
where programme = '_T'
