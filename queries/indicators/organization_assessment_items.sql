/*
name_zh = "评估用到的内容项数"
name_en = "Items used in the assessment"
theme = "organization_quality"
unit_measure = "items"
unit_zh = "项"
per = 1
decimals = 0
freq = "A"
kind = "stock"
polarity = "neutral"
rollup = "none"
extracts = ["organization_scores"]
reviewed = 2026-11-22

definition_zh = "当年评估打分涉及的内容项数，全市与镇街道各自去重。"
definition_en = "Distinct items scored in the year; the county counts each once."

# Which records make the numerator of an area and period
rows = "record.year = spine.year"
measure = "count(distinct record.item_no)"
*/
select
    ref_area,
    time_period,
    items as numerator
from mart.organization_score_year
