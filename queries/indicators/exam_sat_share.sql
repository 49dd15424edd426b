/*
name_zh = "社工考试参考率"
name_en = "Candidates who sat the examination"
theme = "training"
unit_measure = "per cent of candidates registered"
unit_zh = "%"
per = 100
decimals = 1
freq = "A"
kind = "flow"
polarity = "higher_is_better"
chance = "share"
extracts = ["exam_years"]
reviewed = 2026-11-22

definition_zh = "当年参加考试的人数占报名人数的比重。"
definition_en = "Candidates who sat as a share of those registered."

# Which records make the numerator of an area and period
rows = "record.year = spine.year"
measure = "sum(record.sat)"
*/
select
    ref_area,
    cast(year as varchar) as time_period,
    sat as numerator,
    registered as denominator
from mart.exam_year
