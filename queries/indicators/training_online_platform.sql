/*
name_zh = "线上考前辅导平台"
name_en = "Online platforms for candidates"
theme = "training"
unit_measure = "platforms"
unit_zh = "个"
per = 1
decimals = 0
freq = "A"
kind = "flow"
polarity = "higher_is_better"
rollup = "none"
extracts = ["trainings"]
reviewed = 2026-11-22

definition_zh = "当年考生使用的线上考前辅导平台数。"
definition_en = "Online platforms candidates used in the year."
caveats_zh = "一个平台各镇街道都在用的，全市只计一个。"

# Which records make the numerator of an area and period
rows = "year(record.held_on) = spine.year"
measure = "count(distinct record.platform)"
*/
select
    ref_area,
    cast(year as varchar) as time_period,
    platforms as numerator
from mart.training_reach_year
