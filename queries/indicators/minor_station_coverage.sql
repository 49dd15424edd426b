/*
name_zh = "未保站镇街道覆盖率"
name_en = "Townships with a minor protection station"
theme = "children"
unit_measure = "percent of townships"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "stock"
polarity = "higher_is_better"
chance = "none"
extracts = ["child_stations"]
reviewed = 2026-11-22

definition_zh = "月末有开放的未成年人保护工作站的镇街道，占镇街道总数的比重。"
definition_en = "Townships with an open minor protection station, as a share of all."

# Which records make the numerator of an area and period
rows = """
record.kind = '未保站'
and record.opened_on <= spine.counted_on
"""
measure = "count(distinct record.ref_area)"
*/
select
    ref_area,
    time_period,
    case when stations > 0 then 1 else 0 end as numerator,
    1 as denominator
from mart.child_station_month
where kind = '未保站'
