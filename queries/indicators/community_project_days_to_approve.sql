/*
name_zh = "平均立项天数"
name_en = "Mean days from application to approval"
theme = "community_projects"
unit_measure = "days per project approved"
unit_zh = "天"
per = 1
decimals = 0
freq = "A"
kind = "flow"
polarity = "lower_is_better"
chance = "none"
extracts = ["community_projects"]
reviewed = 2026-11-22

definition_zh = "当年立项的社区项目，从申报到立项的天数之和除以项目数。"
definition_en = "Days from application to approval of projects approved in the year, divided by their number."
caveats_zh = "没有批准和还在等待的申报不计。"

# Which records make the numerator of an area and period
rows = """
record.approved_on >= spine.start_date
and record.approved_on <= spine.counted_on
"""
measure = "sum(record.approved_on - record.applied_on)"
*/
with

area_year as (
    select
        ref_area,
        year,
        time_period
    from mart.community_project_year
    where area_level = 'township'
)

select
    area_year.ref_area,
    area_year.time_period,
    coalesce(sum(project.approved_on - project.applied_on), 0) as numerator,
    count(project.project) as denominator
from area_year
left join mart.community_project_point as project
    on area_year.ref_area = project.ref_area
    and area_year.year = year(project.approved_on)
group by area_year.ref_area, area_year.time_period
