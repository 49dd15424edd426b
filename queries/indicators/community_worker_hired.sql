/*
name_zh = "当年招录的专职社区工作者"
name_en = "Community workers hired in the year"
theme = "governance"
unit_measure = "persons"
unit_zh = "人"
per = 1
decimals = 0
freq = "A"
kind = "flow"
polarity = "higher_is_better"
extracts = ["community_returns"]
reviewed = 2026-11-22

definition_zh = "当年招录到岗的专职社区工作者数。"
definition_en = "Full-time community workers hired in the year."
caveats_zh = "公布的2022年300余名是年内招录目标，实际数没有公布。"

# Which records make the numerator of an area and period
rows = "record.year = spine.year"
measure = "sum(record.recruit_hired)"
*/
select
    ref_area,
    cast(year as varchar) as time_period,
    hired as numerator
from mart.community_return_year
