/*
name_zh = "培训班次"
name_en = "Training classes"
theme = "training"
unit_measure = "classes"
unit_zh = "班"
per = 1
decimals = 0
freq = "A"
kind = "flow"
polarity = "neutral"
rollup = "none"
extracts = ["trainings"]
reviewed = 2026-11-22

definition_zh = "当年开班的培训班次数；镇街道为有学员参加的班次。"
definition_en = "Training classes begun in the year; for a township, those it had participants in."
caveats_zh = "一班学员来自几个镇街道的，各镇街道都计，全市只计一次，所以各镇街道之和大于全市。"

# Which records make the numerator of an area and period
rows = "year(record.held_on) = spine.year"
measure = "count(distinct record.training)"
*/
select
    ref_area,
    cast(year as varchar) as time_period,
    classes as numerator
from mart.training_reach_year
