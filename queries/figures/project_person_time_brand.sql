/*
name_zh = "各品牌累计服务人次"
name_en = "Person-times served by brand"
theme = "community_projects"
kind = "bars"
unit_zh = "人次"
freq = "M"
extracts = ["project_activities", "community_projects"]
reviewed = 2026-11-22

definition_zh = "2020年以来至期末各品牌项目的服务人次，一个项目只计在主品牌下。"
definition_en = "Person-times served since 2020 up to the end of the month, by brand."
category_zh = "品牌"
series_zh = "合计"
caveats_zh = "没有品牌的项目不列。幸福来敲门疑与平舞阿姨是同一批，计在平舞阿姨名下。"

# Which records make the numerator of an area and period
rows = "record.month <= spine.start_date"
measure = "sum(record.person_times)"
rows_category = """
coalesce((
    select brand.canonical
    from staging.community_projects as project
    inner join reference.brand as brand on project.brand = brand.brand
    where project.project = record.project
), '其他项目')
"""
*/
select
    ref_area,
    time_period,
    brand as category,
    place as category_position,
    '_T' as series,
    1 as series_position,
    person_times_total as numerator
from mart.project_activity_month
where brand not in ('其他项目', '幸福来敲门')
