/*
name_zh = "看护设备平均响应分钟"
name_en = "Mean minutes to respond to a guard alarm"
theme = "smart_care"
unit_measure = "minutes per alarm"
unit_zh = "分钟"
per = 1
decimals = 1
freq = "M"
kind = "flow"
polarity = "lower_is_better"
chance = "none"
extracts = ["care_devices"]
reviewed = 2026-11-22

definition_zh = "当月孤寡老年人看护设备报警从发出到有人响应的分钟数之和，除以报警数。"
definition_en = "Minutes from alarm to response in the month divided by the alarms of guard devices."
caveats_zh = "平均数会被个别很久没有响应的报警拉高。"

# Which records make the numerator of an area and period
rows = """
record.month = spine.start_date
and record.kind = '孤寡老人看护设备'
"""
measure = "sum(record.response_minutes)"
*/
select
    ref_area,
    time_period,
    response_minutes as numerator,
    alarms as denominator
from mart.care_device_month
where kind = '孤寡老人看护设备'
