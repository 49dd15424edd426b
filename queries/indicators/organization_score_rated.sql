/*
name_zh = "参加评估的社区社会组织"
name_en = "Community organizations assessed"
theme = "organization_quality"
unit_measure = "organizations"
unit_zh = "家"
per = 1
decimals = 0
freq = "A"
kind = "stock"
polarity = "higher_is_better"
extracts = ["organization_scores"]
reviewed = 2026-11-22

definition_zh = "当年按《平湖市城乡社区社会组织评估指标（试行）》打过分的社区社会组织数。"
definition_en = "Community organizations scored on the assessment items in the year."

# Which records make the numerator of an area and period
rows = "record.year = spine.year"
measure = "count(distinct record.credit_code)"
*/
select
    ref_area,
    time_period,
    organizations as numerator
from mart.organization_score_year
where area_level = 'township'
