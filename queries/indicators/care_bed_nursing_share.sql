/*
name_zh = "护理型床位占比"
name_en = "Share of care beds that are nursing beds"
theme = "care_facilities"
unit_measure = "percent of care beds open"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "stock"
polarity = "higher_is_better"
chance = "none"
extracts = ["care_facilities"]
reviewed = 2026-11-22

definition_zh = "月末开放的养老床位中护理型床位的比重。"
definition_en = "Share of the care beds open at the end of the month that are nursing beds."
caveats_zh = "床位数按台账现值计，历次增减没有记录。"

# Which records make the numerator of an area and period
rows = "record.opened_on <= spine.counted_on"
measure = "sum(record.nursing_beds)"
*/
select
    ref_area,
    time_period,
    sum(open_nursing_beds) as numerator,
    sum(open_beds) as denominator
from mart.care_facility_month
group by ref_area, time_period
