/*
name_zh = "社会工作站结案数"
name_en = "Cases closed by social-work stations"
theme = "social_workers"
unit_measure = "cases"
unit_zh = "个"
per = 1
decimals = 0
freq = "A"
kind = "flow"
polarity = "higher_is_better"
extracts = ["social_work_stations"]
reviewed = 2026-11-22

definition_zh = "当年社会工作站结案的个案数。"
definition_en = "Cases closed by social-work stations in the year."

# Which records make the numerator of an area and period
rows = "record.year = spine.year"
measure = "sum(record.cases_closed)"
*/
select
    ref_area,
    cast(year as varchar) as time_period,
    cases_closed as numerator
from mart.social_work_station_year
