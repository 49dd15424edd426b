/*
name_zh = "8类基础项目覆盖数"
name_en = "Base types of the 8+N system covered"
theme = "community_projects"
unit_measure = "types"
unit_zh = "类"
per = 1
decimals = 0
freq = "A"
kind = "flow"
polarity = "higher_is_better"
rollup = "none"
extracts = ["community_projects"]
reviewed = 2026-11-22

definition_zh = "当年立项的社区项目覆盖了8类基础项目中的几类，全市与镇街道各自去重。"
definition_en = "How many of the eight base types of the 8+N system had a project approved in the year."
caveats_zh = "公布材料没有说明8类是什么，此处为本地配置，其他为N。"

# Which records make the numerator of an area and period
rows = """
record.approved_on >= spine.start_date
and record.approved_on <= spine.counted_on
"""
measure = "count(distinct case when record.base_type <> '其他' then record.base_type end)"
*/
select
    ref_area,
    time_period,
    base_types as numerator
from mart.community_project_year
