/*
name_zh = "看护设备误报率"
name_en = "Share of guard alarms that were false"
theme = "smart_care"
unit_measure = "percent of alarms"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "flow"
polarity = "lower_is_better"
chance = "share"
extracts = ["care_devices"]
reviewed = 2026-11-22

definition_zh = "当月孤寡老年人看护设备报警中核实为误报的比重。"
definition_en = "Share of the alarms of guard devices in the month that proved false."

# Which records make the numerator of an area and period
rows = """
record.month = spine.start_date
and record.kind = '孤寡老人看护设备'
"""
measure = "sum(record.false_alarms)"
*/
select
    ref_area,
    time_period,
    false_alarms as numerator,
    alarms as denominator
from mart.care_device_month
where kind = '孤寡老人看护设备'
