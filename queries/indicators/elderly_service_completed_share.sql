/*
name_zh = "工单办结率"
name_en = "Share of orders completed"
theme = "smart_care"
unit_measure = "percent of orders"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "flow"
polarity = "higher_is_better"
chance = "share"
extracts = ["elderly_services"]
reviewed = 2026-11-22

definition_zh = "当月热线和平台受理的工单中已办结的比重。"
definition_en = "Share of the orders taken in the month by hotlines and platform that were completed."

# Which records make the numerator of an area and period
rows = "record.month = spine.start_date"
measure = "sum(record.completed)"
*/
select
    ref_area,
    time_period,
    sum(completed) as numerator,
    sum(orders) as denominator
from mart.elderly_service_month
group by ref_area, time_period
