/*
name_zh = "十佳好项目名单"
name_en = "Best projects of the year"
theme = "community_projects"
kind = "list"
unit_zh = "个"
freq = "A"
extracts = ["community_projects"]
reviewed = 2026-11-22

definition_zh = "当年被评为十佳好项目的社区项目，逐个列名，并注明主题。"
definition_en = "Projects chosen as best projects of the year, one by one, with their theme."
category_zh = "项目"
series_zh = "主题"
caveats_zh = "公布材料只有栏目名称，没有列出项目，名单为演示值；按批准金额从大到小排列。"

# Which records make the numerator of an area and period
rows = """
record.approved_on is not null
and record.best_year = spine.year
"""
rows_category = "record.name"
rows_series = "record.theme"
*/
with

placed as (
    select
        ref_area,
        best_year,
        name,
        theme,
        row_number() over (partition by best_year order by budget desc, project) as place
    from mart.community_project_point
    where best_year is not null
)

select
    ref_area,
    cast(best_year as varchar) as time_period,
    name as category,
    place as category_position,
    theme as series,
    case theme
        when '一老' then 1
        when '一小' then 2
        when '治理' then 3
        when '环境' then 4
        when '文化' then 5
        when '助残' then 6
        else 7
    end as series_position,
    1 as numerator
from placed
