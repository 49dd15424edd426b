/*
name_zh = "轮候入住人数"
name_en = "Persons waiting for a care bed"
theme = "care_facilities"
unit_measure = "persons"
unit_zh = "人"
per = 1
decimals = 0
freq = "M"
kind = "stock"
polarity = "lower_is_better"
extracts = ["care_occupancy", "care_facilities"]
reviewed = 2026-11-22

definition_zh = "月末在各养老服务设施登记轮候的人数。"
definition_en = "Persons registered as waiting with facilities at the end of the month."
caveats_zh = "同一人在几处登记的重复计。镇街道当月没有报送的，按缺失处理，不计为零。"

# Which records make the numerator of an area and period
rows = "record.month = spine.start_date"
measure = "sum(record.waiting)"
*/
select
    ref_area,
    time_period,
    sum(waiting) as numerator
from mart.care_occupancy_month
group by ref_area, time_period
