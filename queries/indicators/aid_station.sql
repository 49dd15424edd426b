/*
name_zh = "助联体站点"
name_en = "Joint aid stations"
theme = "visits"
unit_measure = "stations"
unit_zh = "个"
per = 1
decimals = 0
freq = "M"
kind = "stock"
polarity = "higher_is_better"
category_zh = "层级"
extracts = ["aid_stations"]
reviewed = 2026-11-22

definition_zh = "期末已开站的助联体站点数，按市、镇、村三级分。"
definition_en = "Joint aid stations open at the end of the month, by level."

# Which records make the numerator of an area and period
rows = "record.opened_on <= spine.counted_on"
rows_category = "record.level"
*/
select
    ref_area,
    time_period,
    '市级' as category,
    city as numerator
from mart.aid_station_month
union all
select
    ref_area,
    time_period,
    '镇级' as category,
    town as numerator
from mart.aid_station_month
union all
select
    ref_area,
    time_period,
    '村级' as category,
    village as numerator
from mart.aid_station_month
