/*
name_zh = "评估打分齐全率"
name_en = "Assessed organizations scored on every item"
theme = "organization_quality"
unit_measure = "per cent of organizations assessed"
unit_zh = "%"
per = 100
decimals = 1
freq = "A"
kind = "stock"
polarity = "higher_is_better"
chance = "share"
extracts = ["organization_scores"]
reviewed = 2026-11-22

definition_zh = "当年参加评估的社区社会组织中，59项内容项项有分的家数占比。"
definition_en = "Organizations scored on all 59 items as a share of those assessed in the year."
caveats_zh = "不齐全的等级不宜采用，应补打后再评。"

# Which records make the numerator of an area and period
rows = """
record.year = spine.year
and (record.credit_code, record.year) in (
    select (sheet.credit_code, sheet.year)
    from staging.organization_scores as sheet
    group by sheet.credit_code, sheet.year
    having count(*) = (select count(*) from reference.assessment_item)
)
"""
measure = "count(distinct record.credit_code)"
*/
select
    ref_area,
    time_period,
    complete as numerator,
    organizations as denominator
from mart.organization_score_year
where area_level = 'township'
