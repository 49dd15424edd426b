/*
name_zh = "学员满一年在岗率"
name_en = "Trainees still in post after a year"
theme = "training"
unit_measure = "per cent of trainees followed up"
unit_zh = "%"
per = 100
decimals = 1
freq = "A"
kind = "flow"
polarity = "higher_is_better"
chance = "share"
extracts = ["trainings"]
reviewed = 2026-11-22

definition_zh = "当年开班的学员中，满一年回访时仍在原类岗位的比重；分母是回访人数。"
definition_en = "Trainees of the year still in a post of the same kind a year later, as a share of those followed up."
caveats_zh = "按开班年份归年，未满一年的班次还没有回访，只覆盖督导培养、微领袖、微治理人才几个项目。"

# Which records make the numerator of an area and period
rows = "year(record.held_on) = spine.year"
measure = "sum(record.still_in_post)"
*/
select
    ref_area,
    cast(year as varchar) as time_period,
    still_in_post as numerator,
    followed_up as denominator
from mart.training_year
where programme = '_T'
