/*
name_zh = "微项目占比"
name_en = "Micro-projects"
theme = "community_projects"
unit_measure = "per cent of projects approved"
unit_zh = "%"
per = 100
decimals = 1
freq = "A"
kind = "flow"
polarity = "neutral"
chance = "share"
extracts = ["community_projects"]
reviewed = 2026-11-22

definition_zh = "当年立项的社区项目中，批准金额不超过2万元的占比。"
definition_en = "Projects of at most 20,000 yuan, as a share of those approved in the year."
caveats_zh = "2万元为本地配置，公布材料没有给出微项目的限额。"

# Which records make the numerator of an area and period
rows = """
record.approved_on >= spine.start_date
and record.approved_on <= spine.counted_on
and record.budget <= 20000
"""
*/
select
    ref_area,
    time_period,
    micro as numerator,
    approved as denominator
from mart.community_project_year
where area_level = 'township'
