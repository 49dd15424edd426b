/*
name_zh = "本年新建认知障碍照护床位"
name_en = "Dementia beds opened this year"
theme = "care_facilities"
unit_measure = "beds"
unit_zh = "张"
per = 1
decimals = 0
freq = "M"
kind = "flow"
polarity = "higher_is_better"
accumulate = "year"
extracts = ["care_facilities"]
reviewed = 2026-11-22

definition_zh = "当年1月起至月末开放的认知障碍照护专区的床位数。"
definition_en = "Beds of the dementia units opened from January to the end of the month."
caveats_zh = "年初起累计；床位数按台账现值计。"

# Which records make the numerator of an area and period
rows = """
record.kind = '认知障碍照护专区'
and record.opened_on >= spine.start_date
and record.opened_on <= spine.counted_on
"""
measure = "sum(record.beds)"
*/
select
    ref_area,
    time_period,
    opened_beds as numerator
from mart.care_facility_month
where kind = '认知障碍照护专区'
