/*
name_zh = "成长驿站平均服务家庭"
name_en = "Families served per infant growth station"
theme = "children"
unit_measure = "families per station"
unit_zh = "户"
per = 1
decimals = 1
freq = "M"
kind = "flow"
polarity = "higher_is_better"
chance = "none"
extracts = ["child_stations"]
reviewed = 2026-11-22

definition_zh = "当年1月起至数据截止日，平均每家婴幼儿成长驿站服务的家庭数。"
definition_en = "Families served per infant growth station from January to the day the register reaches."
caveats_zh = "台账只有本年累计，所以只有截止月的数；同一家庭到几家驿站的重复计。"

# Which records make the numerator of an area and period
rows = """
record.kind = '婴幼儿成长驿站'
and record.opened_on <= spine.counted_on
and spine.counted_on = spine.as_of
"""
measure = "sum(record.families)"
*/
select
    ref_area,
    time_period,
    families as numerator,
    stations as denominator
from mart.child_station_month
where
    kind = '婴幼儿成长驿站'
    and families is not null
