/*
name_zh = "认知障碍照护床位入住率"
name_en = "Occupancy of dementia beds"
theme = "care_facilities"
unit_measure = "percent of dementia beds"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "stock"
polarity = "higher_is_better"
chance = "share"
extracts = ["care_occupancy", "care_facilities"]
reviewed = 2026-11-22

definition_zh = "月末报送的认知障碍照护专区床位中有人入住的比重。"
definition_en = "Share of the dementia beds returned that are occupied at the end of the month."
caveats_zh = "没有专区的镇街道不适用；有专区而没有报送的，按缺失处理。"

# Which records make the numerator of an area and period
rows = """
record.month = spine.start_date
and record.kind = '认知障碍照护专区'
"""
measure = "sum(record.occupied)"
*/
select
    ref_area,
    time_period,
    occupied as numerator,
    beds as denominator
from mart.care_occupancy_month
where kind = '认知障碍照护专区'
