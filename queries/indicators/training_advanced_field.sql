/*
name_zh = "督导高阶进修专门领域"
name_en = "Fields of advanced supervision"
theme = "training"
unit_measure = "fields"
unit_zh = "个"
per = 1
decimals = 0
freq = "A"
kind = "flow"
polarity = "neutral"
rollup = "none"
extracts = ["trainings"]
reviewed = 2026-11-22

definition_zh = "当年督导高阶进修开班的专门领域数，如家庭社会工作、社区社会工作。"
definition_en = "Fields in which advanced supervision was taught in the year."
caveats_zh = "一个领域几个镇街道都有学员的，全市只计一个。"

# Which records make the numerator of an area and period
rows = "year(record.held_on) = spine.year"
measure = "count(distinct record.field)"
*/
select
    ref_area,
    cast(year as varchar) as time_period,
    fields as numerator
from mart.training_reach_year
