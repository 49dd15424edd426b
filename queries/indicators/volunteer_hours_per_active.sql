/*
name_zh = "活跃志愿者人均服务时数"
name_en = "Hours per active volunteer"
theme = "volunteers"
unit_measure = "hours per active volunteer and month"
unit_zh = "小时／人"
per = 1
decimals = 1
freq = "M"
kind = "flow"
polarity = "higher_is_better"
chance = "none"
extracts = ["volunteer_returns"]
reviewed = 2026-11-22

definition_zh = "当月志愿服务时数除以月末前90天内有服务记录的志愿者数。"
definition_en = "Hours of the month per volunteer who served within the last 90 days."

# Which records make the numerator of an area and period
rows = "record.month = spine.start_date"
measure = "sum(record.hours)"
*/
select
    ref_area,
    time_period,
    hours as numerator,
    active as denominator
from mart.volunteer_month
