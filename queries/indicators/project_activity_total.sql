/*
name_zh = "项目累计活动场次"
name_en = "Project activities to date"
theme = "community_projects"
unit_measure = "activities"
unit_zh = "场"
per = 1
decimals = 0
freq = "M"
kind = "stock"
polarity = "higher_is_better"
category_zh = "品牌"
extracts = ["project_activities", "community_projects"]
reviewed = 2026-11-22

definition_zh = "2020年以来至期末社区项目的活动场次，按项目的主品牌分，没有品牌的为其他项目。"
definition_en = "Activities reported by projects since 2020 up to the end of the month, by brand."
caveats_zh = "平舞阿姨的公布数未说明起止时间，按2023年发布以来计。一个项目只在主品牌下计一次。"

# Which records make the numerator of an area and period
rows = "record.month <= spine.start_date"
measure = "sum(record.activities)"
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
    activities_total as numerator
from mart.project_activity_month
