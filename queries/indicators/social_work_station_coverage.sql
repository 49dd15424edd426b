/*
name_zh = "社会工作站覆盖率"
name_en = "Townships with a social-work station"
theme = "social_workers"
unit_measure = "per cent of townships"
unit_zh = "%"
per = 100
decimals = 1
freq = "A"
kind = "stock"
polarity = "higher_is_better"
chance = "none"
extracts = ["social_work_stations"]
reviewed = 2026-11-22

definition_zh = "年末有社会工作站的镇街道占统计口径内镇街道的比重。"
definition_en = "Townships with a social-work station as a share of those in scope."

# Which records make the numerator of an area and period
rows = "record.year = spine.year"
measure = "cast(count(*) > 0 as integer)"
*/
select
    ref_area,
    cast(year as varchar) as time_period,
    cast(stations > 0 as integer) as numerator,
    1 as denominator
from mart.social_work_station_year
