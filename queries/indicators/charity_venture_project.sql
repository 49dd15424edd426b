/*
name_zh = "公益创投项目"
name_en = "Public-benefit venture projects"
theme = "charity_matching"
unit_measure = "projects"
unit_zh = "个"
per = 1
decimals = 0
freq = "A"
kind = "flow"
polarity = "neutral"
extracts = ["charity_projects"]
reviewed = 2026-11-22

definition_zh = "当年开始的、由公益创投出资的慈善项目数。"
definition_en = "Charity projects begun in the year that public-benefit ventures pay for."
caveats_zh = "只计立项的，申报未立项的不在目录里。"

# Which records make the numerator of an area and period
rows = """
record.funder = '公益创投'
and year(record.opened_on) = spine.year
"""
*/
select
    ref_area,
    time_period,
    ventures as numerator
from mart.charity_project_year
