/*
name_zh = "三张清单的齐全程度"
name_en = "Evaluated organizations by how many lists they have"
theme = "organization_quality"
kind = "heat"
unit_zh = "家"
freq = "A"
extracts = ["organization_effectiveness"]
reviewed = 2026-11-22

definition_zh = "参加绩效评估的社区社会组织数，按镇街道和服务、资源、项目三张清单有几张分。"
definition_en = "Organizations evaluated, by township and how many of the three lists they have."
category_zh = "镇街道"
series_zh = "有几张清单"

# Which records make the numerator of an area and period
rows = "record.year = spine.year"
rows_category = """
(
    select township.name_zh
    from reference.township as township
    where township.ref_area = record.ref_area
)
"""
rows_series = """
case cast(record.has_service_list as integer) + cast(record.has_resource_list as integer)
    + cast(record.has_project_list as integer)
    when 3 then '三张齐全'
    when 2 then '有两张'
    when 1 then '有一张'
    else '一张没有'
end
"""
*/
select
    lists.ref_area,
    lists.time_period,
    township.name_zh as category,
    township.position as category_position,
    '三张齐全' as series,
    1 as series_position,
    lists.lists_3 as numerator
from mart.organization_effectiveness_year as lists
inner join reference.township as township on lists.ref_area = township.ref_area
union all
select
    lists.ref_area,
    lists.time_period,
    township.name_zh as category,
    township.position as category_position,
    '有两张' as series,
    2 as series_position,
    lists.lists_2 as numerator
from mart.organization_effectiveness_year as lists
inner join reference.township as township on lists.ref_area = township.ref_area
union all
select
    lists.ref_area,
    lists.time_period,
    township.name_zh as category,
    township.position as category_position,
    '有一张' as series,
    3 as series_position,
    lists.lists_1 as numerator
from mart.organization_effectiveness_year as lists
inner join reference.township as township on lists.ref_area = township.ref_area
union all
select
    lists.ref_area,
    lists.time_period,
    township.name_zh as category,
    township.position as category_position,
    '一张没有' as series,
    4 as series_position,
    lists.lists_0 as numerator
from mart.organization_effectiveness_year as lists
inner join reference.township as township on lists.ref_area = township.ref_area
