/*
name_zh = "按时办结率"
name_en = "Share of completed orders closed on time"
theme = "smart_care"
unit_measure = "percent of orders completed"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "flow"
polarity = "higher_is_better"
chance = "share"
extracts = ["elderly_services"]
reviewed = 2026-11-22

definition_zh = "当月办结的工单中在承诺时限内办结的比重。"
definition_en = "Share of the orders completed in the month that were closed within the time promised."

# Which records make the numerator of an area and period
rows = "record.month = spine.start_date"
measure = "sum(record.closed_on_time)"
*/
select
    ref_area,
    time_period,
    sum(closed_on_time) as numerator,
    sum(completed) as denominator
from mart.elderly_service_month
group by ref_area, time_period
