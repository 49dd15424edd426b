/*
name_zh = "“社立方”培育示范对象"
name_en = "Organizations in the incubation cohort of the year"
theme = "community_projects"
unit_measure = "organizations"
unit_zh = "个"
per = 1
decimals = 0
freq = "A"
kind = "flow"
polarity = "higher_is_better"
category_zh = "培育类型"
extracts = ["community_projects"]
reviewed = 2026-11-22

definition_zh = "当年立项的“社立方”项目数，一个项目为一个培育示范对象，按骨干型、成长型分。"
definition_en = "Projects of the incubation cohort approved in the year, one for each organization, by tier."

# Which records make the numerator of an area and period
rows = """
record.approved_on >= spine.start_date
and record.approved_on <= spine.counted_on
and record.tier is not null
"""
rows_category = "record.tier"
*/
select
    ref_area,
    time_period,
    '骨干型' as category,
    tier_backbone as numerator
from mart.community_project_year
where area_level = 'township'
union all
select
    ref_area,
    time_period,
    '成长型' as category,
    tier_growing as numerator
from mart.community_project_year
where area_level = 'township'
