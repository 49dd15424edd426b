/*
name_zh = "每个社工站持证人员"
name_en = "Certified staff per social-work station"
theme = "social_workers"
unit_measure = "persons per station"
unit_zh = "人／个"
per = 1
decimals = 1
freq = "A"
kind = "stock"
polarity = "higher_is_better"
chance = "rate"
extracts = ["social_work_stations"]
reviewed = 2026-11-22

definition_zh = "年末社会工作站工作人员中持证的人数，除以社会工作站数。"
definition_en = "Certified staff per social-work station at the end of the year."

# Which records make the numerator of an area and period
rows = "record.year = spine.year"
measure = "sum(record.certified)"
*/
select
    ref_area,
    cast(year as varchar) as time_period,
    certified as numerator,
    stations as denominator
from mart.social_work_station_year
