/*
name_zh = "开放养老床位"
name_en = "Care beds open"
theme = "care_facilities"
unit_measure = "beds"
unit_zh = "张"
per = 1
decimals = 0
freq = "M"
kind = "stock"
polarity = "higher_is_better"
extracts = ["care_facilities"]
reviewed = 2026-11-22

definition_zh = "月末已开放的养老院、养老综合体、认知障碍照护专区的床位数。"
definition_en = "Beds of care homes, complexes and dementia units open at the end of the month."
caveats_zh = "床位数按台账现值计，历次增减没有记录；不含家庭养老床位和照料中心。"

# Which records make the numerator of an area and period
rows = "record.opened_on <= spine.counted_on"
measure = "sum(record.beds)"
*/
select
    ref_area,
    time_period,
    sum(open_beds) as numerator
from mart.care_facility_month
group by ref_area, time_period
