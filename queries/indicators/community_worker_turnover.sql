/*
name_zh = "社区工作者离职率"
name_en = "Community workers who left"
theme = "governance"
unit_measure = "per cent of those in post at the end of the year and those who left"
unit_zh = "%"
per = 100
decimals = 1
freq = "A"
kind = "flow"
polarity = "lower_is_better"
chance = "share"
extracts = ["community_returns"]
reviewed = 2026-11-22

definition_zh = "当年离职的专职社区工作者，占年末在岗与当年离职之和的比重。"
definition_en = "Community workers who left in the year as a share of those in post at its end and those who left."
caveats_zh = "当年未结束的只计到导出日，不与全年比。"

# Which records make the numerator of an area and period
rows = "record.year = spine.year"
measure = "sum(record.left_in_year)"
*/
select
    ref_area,
    cast(year as varchar) as time_period,
    left_in_year as numerator,
    posts_filled + left_in_year as denominator
from mart.community_return_year
