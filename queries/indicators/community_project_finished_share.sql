/*
name_zh = "项目结项率"
name_en = "Projects finished of those due"
theme = "community_projects"
unit_measure = "per cent of projects due in the year"
unit_zh = "%"
per = 100
decimals = 1
freq = "A"
kind = "flow"
polarity = "higher_is_better"
chance = "share"
extracts = ["community_projects"]
reviewed = 2026-11-22

definition_zh = "计划在当年完成、完成日期已到的社区项目中，到数据截止日已结项的占比。"
definition_en = "Projects finished to date, as a share of those planned to end in the year whose date has come."
caveats_zh = "晚于计划日期才结项的也算已结项；中途终止的不计。"

# Which records make the numerator of an area and period
rows = """
record.planned_end_on >= spine.start_date
and record.planned_end_on <= spine.counted_on
and record.cancelled_on is null
and record.final_on is not null
"""
*/
select
    ref_area,
    time_period,
    finished as numerator,
    due as denominator
from mart.community_project_year
where area_level = 'township'
