/*
name_zh      = "示范型居民会客厅"
name_en      = "Model resident lounges"
theme        = "resident_lounges"
unit_measure = "lounges"
unit_zh      = "个"
per          = 1
decimals     = 0
freq         = "M"
kind         = "stock"
polarity     = "higher_is_better"
extracts     = ["resident_lounges"]
reviewed     = 2026-11-01

definition_zh = "期末已建成且被评为示范型的居民会客厅数。"
definition_en = "Built resident lounges that have been named model lounges by the end of the month."
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
    models as numerator
from mart.resident_lounge_month
