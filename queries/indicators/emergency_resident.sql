/*
name_zh = "应急代配送惠及居民"
name_en = "Residents served in emergencies"
theme = "emergency"
unit_measure = "residents"
unit_zh = "人"
per = 1
decimals = 0
freq = "M"
kind = "flow"
polarity = "neutral"
accumulate = "year"
extracts = ["emergency_orders"]
reviewed = 2026-11-22

definition_zh = "当年1月起至当月止，第一次得到紧急药品代配送的居民数，同一居民自平台启用以来只计一次。"
definition_en = "Residents served for the first time from January to this month, each counted once since the platform began."
caveats_zh = "没有应急事件的月份为0，不说明平台停用。"

# Which records make the numerator of an area and period
rows = """
record.ordered_on between spine.start_date and spine.counted_on
and record.is_first
"""
measure = "count(distinct record.resident)"

# Which cell of the extract's tables the numerator is, for disclosure control
cell = "下单=首次"
*/
select
    ref_area,
    time_period,
    new_residents as numerator
from mart.emergency_month
