/*
name_zh = "孤寡老年人看护设备覆盖率"
name_en = "Solitary elderly with a guard device"
theme = "smart_care"
unit_measure = "percent of eligible persons"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "stock"
polarity = "higher_is_better"
chance = "share"
extracts = ["care_devices"]
reviewed = 2026-11-22

definition_zh = "月末已装智能看护设备的孤寡老年人，占应装的比重。"
definition_en = "Elderly people living alone without family who have a guard device, as a share of those who should."
caveats_zh = "已公布的24小时看护是2024年的计划，不是覆盖率。"

# Which records make the numerator of an area and period
rows = """
record.month = spine.start_date
and record.kind = '孤寡老人看护设备'
"""
measure = "sum(record.installed)"
*/
select
    ref_area,
    time_period,
    installed as numerator,
    eligible as denominator
from mart.care_device_month
where kind = '孤寡老人看护设备'
