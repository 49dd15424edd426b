/*
name_zh = "养老床位入住率"
name_en = "Occupancy of care beds"
theme = "care_facilities"
unit_measure = "percent of beds"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "stock"
polarity = "higher_is_better"
chance = "share"
extracts = ["care_occupancy", "care_facilities"]
reviewed = 2026-11-22

definition_zh = "月末报送的养老床位中有人入住的比重。"
definition_en = "Share of the beds returned that are occupied at the end of the month."
caveats_zh = "没有报送的设施，分子分母都不计入。"

# Which records make the numerator of an area and period
rows = "record.month = spine.start_date"
measure = "sum(record.occupied)"
*/
select
    ref_area,
    time_period,
    sum(occupied) as numerator,
    sum(beds) as denominator
from mart.care_occupancy_month
group by ref_area, time_period
