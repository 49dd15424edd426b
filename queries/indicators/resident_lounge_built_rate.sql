/*
name_zh      = "居民会客厅建成率"
name_en      = "Share of planned resident lounges that are built"
theme        = "resident_lounges"
unit_measure = "per cent of lounges in the plan"
unit_zh      = "%"
per          = 100
decimals     = 1
freq         = "M"
kind         = "stock"
polarity     = "higher_is_better"
chance       = "share"
extracts     = ["resident_lounges"]
reviewed     = 2026-11-01

definition_zh = "期末已建成的居民会客厅占全部列入计划的居民会客厅的比重。"
definition_en = "Resident lounges built as a share of all that had entered the plan by the end of the month."
caveats_zh    = "分母是已列入计划的会客厅，不是村社区总数；已公布的建成率100%没有说明分母。村社区的情况见“居民会客厅覆盖率”。"

# Which records make the numerator of an area and period
rows = """
record.planned_on <= spine.counted_on
and record.built_on <= spine.counted_on
"""
*/
select
    ref_area,
    time_period,
    built as numerator,
    listed as denominator
from mart.resident_lounge_month
