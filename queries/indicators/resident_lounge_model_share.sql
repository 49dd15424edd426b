/*
name_zh      = "示范型居民会客厅占比"
name_en      = "Share of built resident lounges that are model ones"
theme        = "resident_lounges"
unit_measure = "per cent of built lounges"
unit_zh      = "%"
per          = 100
decimals     = 1
freq         = "M"
kind         = "stock"
polarity     = "higher_is_better"
chance       = "share"
extracts     = ["resident_lounges"]
reviewed     = 2026-11-01

definition_zh = "期末示范型居民会客厅占已建成居民会客厅的比重。"
definition_en = "Model lounges as a share of built lounges at the end of the month."
caveats_zh    = "台账只记示范年度，自该年12月起计入；当年的自数据截止月起计入。"

# Which records make the numerator of an area and period
rows = """
record.planned_on <= spine.counted_on
and record.built_on <= spine.counted_on
and record.is_model
and (
    record.model_year < spine.year
    or record.model_year = spine.year
    and (spine.month = 12 or spine.counted_on = spine.as_of)
)
"""
*/
select
    ref_area,
    time_period,
    models as numerator,
    built as denominator
from mart.resident_lounge_month
