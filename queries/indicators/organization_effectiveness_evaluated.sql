/*
name_zh = "参加绩效评估的社区社会组织"
name_en = "Community organizations evaluated"
theme = "organization_quality"
unit_measure = "organizations"
unit_zh = "家"
per = 1
decimals = 0
freq = "A"
kind = "stock"
polarity = "higher_is_better"
extracts = ["organization_effectiveness"]
reviewed = 2026-11-22

definition_zh = "当年参加作用发挥绩效评估测试的社区社会组织数。"
definition_en = "Community organizations that took part in the effectiveness evaluation of the year."

# Which records make the numerator of an area and period
rows = "record.year = spine.year"
*/
select
    ref_area,
    time_period,
    organizations as numerator
from mart.organization_effectiveness_year
