/*
name_zh      = "示范型会客厅平均补助"
name_en      = "Mean subsidy of a model lounge"
theme        = "resident_lounges"
unit_measure = "yuan per model lounge"
unit_zh      = "元／个"
per          = 1
decimals     = 0
freq         = "M"
kind         = "stock"
polarity     = "neutral"
chance       = "none"
extracts     = ["resident_lounges"]
reviewed     = 2026-11-01

definition_zh = "期末示范型居民会客厅的一次性财政补助之和，除以其个数。"
definition_en = "One-off subsidies of model lounges divided by their number, at the end of the month."
caveats_zh    = "台账只记示范年度，自该年12月起计入；当年的自数据截止月起计入。已公布的标准是每个一次性补助10万元。"

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
measure = "sum(record.subsidy)"
*/
select
    ref_area,
    time_period,
    model_subsidy as numerator,
    models as denominator
from mart.resident_lounge_month
