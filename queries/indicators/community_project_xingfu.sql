/*
name_zh = "“幸福来敲门”项目"
name_en = "Projects of the happiness-knocks guides"
theme = "community_projects"
unit_measure = "projects"
unit_zh = "个"
per = 1
decimals = 0
freq = "A"
kind = "flow"
polarity = "higher_is_better"
extracts = ["community_projects"]
reviewed = 2026-11-22

definition_zh = "当年立项、主品牌或兼用品牌为“幸福来敲门”的社区项目数。"
definition_en = "Projects approved in the year whose first or second brand is that of the happiness-knocks guides."
caveats_zh = "与平舞阿姨的项目疑为同一批，两个数不能相加。"

# Which records make the numerator of an area and period
rows = """
record.approved_on >= spine.start_date
and record.approved_on <= spine.counted_on
and (record.brand = '幸福来敲门' or record.also_brand = '幸福来敲门')
"""
*/
select
    ref_area,
    time_period,
    xingfu as numerator
from mart.community_project_year
where area_level = 'township'
