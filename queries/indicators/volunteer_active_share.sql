/*
name_zh = "志愿者活跃率"
name_en = "Active volunteers"
theme = "volunteers"
unit_measure = "per cent of registered volunteers"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "stock"
polarity = "higher_is_better"
chance = "share"
extracts = ["volunteer_returns"]
reviewed = 2026-11-22

definition_zh = "月末前90天内有服务记录的志愿者占在册志愿者的比重。"
definition_en = "Volunteers who served within the 90 days before the end of the month as a share of those registered."

# Which records make the numerator of an area and period
rows = "record.month = spine.start_date"
measure = "sum(record.active)"
*/
select
    ref_area,
    time_period,
    active as numerator,
    registered as denominator
from mart.volunteer_month
