/*
name_zh = "项目自筹收入占比"
name_en = "Own income of projects"
theme = "community_projects"
unit_measure = "per cent of funds and own income"
unit_zh = "%"
per = 100
decimals = 1
freq = "A"
kind = "flow"
polarity = "higher_is_better"
chance = "none"
extracts = ["community_projects"]
reviewed = 2026-11-22

definition_zh = "当年立项的社区项目，低偿收费和市场收入占批准金额与自筹收入之和的比重。"
definition_en = "Low fees and market income of projects approved in the year, as a share of those and the funds granted."
caveats_zh = "到数据截止日的收入；中途终止的项目不计。"

# Which records make the numerator of an area and period
rows = """
record.approved_on >= spine.start_date
and record.approved_on <= spine.counted_on
and record.cancelled_on is null
"""
measure = "sum(record.own_income)"
*/
select
    ref_area,
    time_period,
    earned as numerator,
    lasting_budget + earned as denominator
from mart.community_project_year
where area_level = 'township'
