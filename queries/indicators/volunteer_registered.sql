/*
name_zh = "社区志愿者"
name_en = "Registered volunteers"
theme = "volunteers"
unit_measure = "persons"
unit_zh = "人"
per = 1
decimals = 0
freq = "M"
kind = "stock"
polarity = "higher_is_better"
extracts = ["volunteer_returns"]
reviewed = 2026-11-22

definition_zh = "月末在册的社区志愿者数。"
definition_en = "Community volunteers registered at the end of the month."

# Which records make the numerator of an area and period
rows = "record.month = spine.start_date"
measure = "sum(record.registered)"
*/
select
    ref_area,
    time_period,
    registered as numerator
from mart.volunteer_month
