/*
name_zh = "儿童服务站点"
name_en = "Stations for children"
theme = "children"
unit_measure = "stations"
unit_zh = "个"
per = 1
decimals = 0
freq = "M"
kind = "stock"
polarity = "higher_is_better"
category_zh = "类型"
extracts = ["child_stations"]
reviewed = 2026-11-22

definition_zh = "月末已开放的儿童服务站点数，按未保站、婴幼儿成长驿站、心理服务站分。"
definition_en = "Stations for children open at the end of the month, by kind."

# Which records make the numerator of an area and period
rows = "record.opened_on <= spine.counted_on"
rows_category = "record.kind"
*/
select
    ref_area,
    time_period,
    kind as category,
    stations as numerator
from mart.child_station_month
