/*
name_zh = "十佳好项目"
name_en = "Best projects of the year"
theme = "community_projects"
unit_measure = "projects"
unit_zh = "个"
per = 1
decimals = 0
freq = "A"
kind = "flow"
polarity = "neutral"
extracts = ["community_projects"]
reviewed = 2026-11-22

definition_zh = "当年被评为十佳好项目的社区项目数。"
definition_en = "Projects chosen as best projects of the year."

# Which records make the numerator of an area and period
rows = """
record.approved_on is not null
and record.best_year = spine.year
"""
*/
select
    ref_area,
    time_period,
    best as numerator
from mart.community_project_year
where area_level = 'township'
