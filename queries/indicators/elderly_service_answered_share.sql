/*
name_zh = "热线接听率"
name_en = "Share of hotline calls answered"
theme = "smart_care"
unit_measure = "percent of calls"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "flow"
polarity = "higher_is_better"
chance = "share"
extracts = ["elderly_services"]
reviewed = 2026-11-22

definition_zh = "当月两条热线的来电中接听的比重。"
definition_en = "Share of the calls to both lines in the month that were answered."

# Which records make the numerator of an area and period
rows = "record.month = spine.start_date"
measure = "sum(record.answered)"
*/
select
    ref_area,
    time_period,
    sum(answered) as numerator,
    sum(calls) as denominator
from mart.elderly_service_month
group by ref_area, time_period
