/*
name_zh = "智慧设备在线率"
name_en = "Share of care devices online"
theme = "smart_care"
unit_measure = "percent of devices installed"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "stock"
polarity = "higher_is_better"
chance = "share"
extracts = ["care_devices"]
reviewed = 2026-11-22

definition_zh = "月末已装的照料中心智慧终端和孤寡老年人看护设备中在线的比重。"
definition_en = "Share of the smart terminals and guard devices installed that are online at the end of the month."

# Which records make the numerator of an area and period
rows = """
record.month = spine.start_date
and record.kind <> '亲属端'
"""
measure = "sum(record.online)"
*/
select
    ref_area,
    time_period,
    sum(online) as numerator,
    sum(installed) as denominator
from mart.care_device_month
where kind <> '亲属端'
group by ref_area, time_period
