/*
name_zh = "“8+N”项目分布"
name_en = "Projects by township and type of the 8+N system"
theme = "community_projects"
kind = "heat"
unit_zh = "个"
freq = "A"
extracts = ["community_projects"]
reviewed = 2026-11-22

definition_zh = "当年立项的社区项目数，按镇街道和“8+N”类型分，其他为N。"
definition_en = "Projects approved in the year, by township and type of the 8+N system."
category_zh = "镇街道"
series_zh = "8+N类型"
caveats_zh = "公布材料没有说明8类是什么，此处为本地配置。"

# Which records make the numerator of an area and period
rows = """
record.approved_on >= spine.start_date
and record.approved_on <= spine.counted_on
"""
rows_category = """
(
    select township.name_zh
    from reference.township as township
    where township.ref_area = record.ref_area
)
"""
rows_series = "record.base_type"
*/
with

base_type as (
    select
        base_type,
        place
    from (
        values
        ('为老服务', 1),
        ('儿童青少年', 2),
        ('助残帮困', 3),
        ('社区治理', 4),
        ('环境整治', 5),
        ('文化体育', 6),
        ('矛盾调解', 7),
        ('志愿培育', 8),
        ('其他', 9)
    ) as listed (base_type, place)
)

select
    area_year.ref_area,
    area_year.time_period,
    township.name_zh as category,
    township.position as category_position,
    base_type.base_type as series,
    base_type.place as series_position,
    count(project.project) as numerator
from mart.community_project_year as area_year
inner join reference.township as township on area_year.ref_area = township.ref_area
cross join base_type
left join mart.community_project_point as project
    on area_year.ref_area = project.ref_area
    and area_year.year = year(project.approved_on)
    and base_type.base_type = project.base_type
group by
    area_year.ref_area,
    area_year.time_period,
    township.name_zh,
    township.position,
    base_type.base_type,
    base_type.place
