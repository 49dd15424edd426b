/*
name_zh = "项目从申报到审计"
name_en = "Projects from application to audit"
theme = "community_projects"
kind = "funnel"
unit_zh = "个"
freq = "A"
extracts = ["project_steps", "community_projects"]
reviewed = 2026-11-22

definition_zh = "当年申报的社区项目，到数据截止日办完各个节点的个数。"
definition_en = "Of the projects applied for in the year, how many have passed each step to date."
category_zh = "节点"
series_zh = "合计"
caveats_zh = "按申报年度归集，近期申报的还在办理，后面的节点少是常态。"

# Which records make the numerator of an area and period
rows = """
record.done_on is not null
and exists (
    select 1
    from staging.community_projects as project
    where
        project.project = record.project
        and project.applied_on >= spine.start_date
        and project.applied_on <= spine.end_date
)
"""
rows_category = "record.step"
*/
with

area_year as (
    select
        ref_area,
        year
    from mart.community_project_year
    where area_level = 'township'
),

step as (
    select step
    from (values ('申报'), ('立项'), ('签约'), ('中期'), ('结项'), ('审计')) as listed (step)
)

select
    area_year.ref_area,
    cast(area_year.year as varchar) as time_period,
    step.step as category,
    case step.step
        when '申报' then 1
        when '立项' then 2
        when '签约' then 3
        when '中期' then 4
        when '结项' then 5
        else 6
    end as category_position,
    '_T' as series,
    1 as series_position,
    count(point.project) as numerator
from area_year
cross join step
left join mart.project_step_point as point
    on area_year.ref_area = point.ref_area
    and area_year.year = year(point.applied_on)
    and step.step = point.step
    and point.done_on is not null
group by area_year.ref_area, area_year.year, step.step
