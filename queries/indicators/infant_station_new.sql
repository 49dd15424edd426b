/*
name_zh = "本年新增婴幼儿成长驿站"
name_en = "Infant growth stations opened this year"
theme = "children"
unit_measure = "stations"
unit_zh = "家"
per = 1
decimals = 0
freq = "M"
kind = "flow"
polarity = "higher_is_better"
accumulate = "year"
extracts = ["child_stations"]
reviewed = 2026-11-22

definition_zh = "当年1月起至月末开放的婴幼儿成长驿站数。"
definition_en = "Infant growth stations opened from January to the end of the month."
caveats_zh = "年初起累计。"

# Which records make the numerator of an area and period
rows = """
record.kind = '婴幼儿成长驿站'
and record.opened_on >= spine.start_date
and record.opened_on <= spine.counted_on
"""
*/
select
    ref_area,
    time_period,
    opened as numerator
from mart.child_station_month
where kind = '婴幼儿成长驿站'
