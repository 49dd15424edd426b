/*
name_zh = "心理服务站“六个一”完成率"
name_en = "Six-ones checklist done by youth mental health stations"
theme = "children"
unit_measure = "percent of the six items of all stations"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "stock"
polarity = "higher_is_better"
chance = "none"
extracts = ["child_stations"]
reviewed = 2026-11-22

definition_zh = "数据截止日，各心理服务站站点、队伍、热线、课堂、档案、活动六项中已有的项数，占站数乘以六的比重。"
definition_en = "Of the six items every youth mental health station should have, the share that is there on the day the register reaches."
caveats_zh = "台账只记现状，所以只有截止月的数。"

# Which records make the numerator of an area and period
rows = """
record.kind = '心理服务站'
and record.opened_on <= spine.counted_on
and spine.counted_on = spine.as_of
"""
measure = "sum(cast(record.has_station as int) + cast(record.has_team as int) + cast(record.has_hotline as int) + cast(record.has_class as int) + cast(record.has_file as int) + cast(record.has_activity as int))"
*/
select
    ref_area,
    time_period,
    present as numerator,
    expected_ones as denominator
from mart.child_station_month
where
    kind = '心理服务站'
    and present is not null
