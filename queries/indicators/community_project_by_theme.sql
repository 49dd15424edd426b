/*
name_zh = "当年立项项目的主题"
name_en = "Projects approved in the year by theme"
theme = "community_projects"
unit_measure = "projects"
unit_zh = "个"
per = 1
decimals = 0
freq = "A"
kind = "flow"
polarity = "neutral"
category_zh = "主题"
extracts = ["community_projects"]
reviewed = 2026-11-22

definition_zh = "当年立项的社区项目数，按主题分；一老和一小合起来就是“一老一小”服务项目。"
definition_en = "Projects approved in the year, by theme."

# Which records make the numerator of an area and period
rows = """
record.approved_on >= spine.start_date
and record.approved_on <= spine.counted_on
"""
rows_category = "record.theme"
*/
with

theme as (
    select theme
    from (
        values ('一老'), ('一小'), ('治理'), ('环境'), ('文化'), ('助残'), ('志愿')
    ) as listed (theme)
)

select
    area_year.ref_area,
    area_year.time_period,
    theme.theme as category,
    count(project.project) as numerator  -- none approved is none, not unknown
from mart.community_project_year as area_year
cross join theme
left join mart.community_project_point as project
    on area_year.ref_area = project.ref_area
    and area_year.year = year(project.approved_on)
    and theme.theme = project.theme
where area_year.area_level = 'township'
group by area_year.ref_area, area_year.time_period, theme.theme
