/*
name_zh = "普惠托位占比"
name_en = "Share of nursery places that are inclusive"
theme = "children"
unit_measure = "percent of places"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "stock"
polarity = "higher_is_better"
chance = "none"
extracts = ["nurseries"]
reviewed = 2026-11-22

definition_zh = "月末托位中普惠托位的比重。"
definition_en = "Share of the nursery places at the end of the month that are inclusive."
caveats_zh = "托位按台账现值计。"

# Which records make the numerator of an area and period
rows = "record.opened_on <= spine.counted_on"
measure = "sum(record.inclusive_places)"
*/
select
    ref_area,
    time_period,
    sum(inclusive_places) as numerator,
    sum(places) as denominator
from mart.nursery_month
group by ref_area, time_period
