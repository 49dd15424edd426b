/*
name_zh = "项目资金执行率"
name_en = "Project funds spent"
theme = "community_projects"
unit_measure = "per cent of funds granted"
unit_zh = "%"
per = 100
decimals = 1
freq = "A"
kind = "flow"
polarity = "higher_is_better"
chance = "none"
extracts = ["community_projects"]
reviewed = 2026-11-22

definition_zh = "当年立项的社区项目，到数据截止日已支出金额占批准金额的比重。"
definition_en = "Money spent to date by projects approved in the year, as a share of the funds granted to them."
caveats_zh = "项目库只记支出现状；中途终止的项目分子分母都不计。近期立项的项目还在实施，执行率低是常态。"

# Which records make the numerator of an area and period
rows = """
record.approved_on >= spine.start_date
and record.approved_on <= spine.counted_on
and record.cancelled_on is null
"""
measure = "sum(record.spent)"
*/
select
    ref_area,
    time_period,
    spent as numerator,
    lasting_budget as denominator
from mart.community_project_year
where area_level = 'township'
