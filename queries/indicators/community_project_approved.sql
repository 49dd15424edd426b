/*
name_zh = "本年立项社区项目"
name_en = "Community projects approved this year"
theme = "community_projects"
unit_measure = "projects"
unit_zh = "个"
per = 1
decimals = 0
freq = "M"
kind = "flow"
polarity = "higher_is_better"
accumulate = "year"
extracts = ["community_projects"]
reviewed = 2026-11-22

definition_zh = "本年1月起至期末立项的社区项目数。"
definition_en = "Projects approved from January to the end of the month."
caveats_zh = "一个项目只在主品牌下计一次，兼用品牌不再计。"

# Which records make the numerator of an area and period
rows = """
record.approved_on >= spine.start_date
and record.approved_on <= spine.counted_on
"""
*/
select
    ref_area,
    time_period,
    approved as numerator
from mart.community_project_month
