/*
name_zh = "公益创投资金"
name_en = "Money of public-benefit ventures"
theme = "charity_matching"
unit_measure = "yuan"
unit_zh = "元"
per = 1
decimals = 0
freq = "A"
kind = "flow"
polarity = "neutral"
extracts = ["charity_projects"]
reviewed = 2026-11-22

definition_zh = "当年开始的公益创投项目的资金合计。"
definition_en = "Yuan of the public-benefit venture projects begun in the year."

# Which records make the numerator of an area and period
rows = """
record.funder = '公益创投'
and year(record.opened_on) = spine.year
"""
measure = "sum(record.amount_raised)"
*/
select
    ref_area,
    time_period,
    venture_amount as numerator
from mart.charity_project_year
