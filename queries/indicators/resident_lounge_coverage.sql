/*
name_zh      = "居民会客厅覆盖率"
name_en      = "Villages and communities with a built lounge"
theme        = "resident_lounges"
unit_measure = "per cent of villages and communities"
unit_zh      = "%"
per          = 100
decimals     = 1
freq         = "M"
kind         = "stock"
polarity     = "higher_is_better"
chance       = "share"
extracts     = ["resident_lounges"]
reviewed     = 2026-11-01

definition_zh = "期末至少有一个建成的居民会客厅的村社区，占全部村社区的比重。"
definition_en = "Share of villages and communities with at least one built lounge at the end of the month."
caveats_zh    = "一个村社区有两个会客厅的只算一次。"

# Which records make the numerator of an area and period
rows = """
record.planned_on <= spine.counted_on
and record.built_on <= spine.counted_on
"""
measure = "count(distinct record.community)"
*/
select
    ref_area,
    time_period,
    covered_communities as numerator,
    communities as denominator
from mart.resident_lounge_month
