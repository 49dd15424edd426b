/*
name_zh = "每万元服务人次"
name_en = "Person-times served per 10,000 yuan"
theme = "community_projects"
unit_measure = "person-times per 10,000 yuan spent"
unit_zh = "人次／万元"
per = 10000
decimals = 0
freq = "A"
kind = "flow"
polarity = "higher_is_better"
chance = "none"
extracts = ["project_activities", "community_projects"]
reviewed = 2026-11-22

definition_zh = "当年立项的社区项目，到数据截止日的服务人次与已支出金额之比，按每万元计。"
definition_en = "Person-times served to date by projects approved in the year, per 10,000 yuan they spent."
caveats_zh = "中途终止的项目也计。只计报送了活动的月份。"

# Which records make the numerator of an area and period
rows = """
exists (
    select 1
    from staging.community_projects as project
    where
        project.project = record.project
        and project.ref_area = record.ref_area
        and project.approved_on >= spine.start_date
        and project.approved_on <= spine.counted_on
)
"""
measure = "sum(record.person_times)"
*/
with

served as (
    select
        ref_area,
        approved_year,
        sum(person_times) as person_times
    from mart.project_service_point
    group by ref_area, approved_year
)

select
    area_year.ref_area,
    area_year.time_period,
    coalesce(served.person_times, 0) as numerator,
    area_year.all_spent as denominator
from mart.community_project_year as area_year
left join served
    on area_year.ref_area = served.ref_area
    and area_year.year = served.approved_year
where area_year.area_level = 'township'
