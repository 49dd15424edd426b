/*
name_zh = "累计立项的品牌项目"
name_en = "Branded projects approved to date"
theme = "community_projects"
unit_measure = "projects"
unit_zh = "个"
per = 1
decimals = 0
freq = "M"
kind = "stock"
polarity = "higher_is_better"
category_zh = "品牌"
extracts = ["community_projects"]
reviewed = 2026-11-22

definition_zh = "2020年以来至期末立项、有品牌的社区项目数，按主品牌分，同一品牌的不同写法归在一起。"
definition_en = "Branded projects approved since 2020 up to the end of the month, by brand."
caveats_zh = "一个项目只在主品牌下计一次。平舞阿姨和幸福来敲门各公布20个，疑为同一批，演示按同一批登记在平舞阿姨名下；新乡邻待核实，先并入新睦邻。"

# Which records make the numerator of an area and period
rows = """
record.approved_on <= spine.counted_on
and exists (
    select 1
    from reference.brand as brand
    where brand.brand = record.brand
)
"""
rows_category = """
coalesce((
    select brand.canonical
    from reference.brand as brand
    where brand.brand = record.brand
), '无品牌')
"""
*/
with

brand as (
    select canonical as brand
    from reference.brand
    group by canonical
),

brand_total as (
    select
        ref_area,
        time_period,
        brand,
        sum(approved) as approved
    from mart.community_project_class_month
    group by ref_area, time_period, brand
)

select
    community_project_month.ref_area,
    community_project_month.time_period,
    brand.brand as category,
    coalesce(brand_total.approved, 0) as numerator  -- none approved is none, not unknown
from mart.community_project_month
cross join brand
left join brand_total
    on community_project_month.ref_area = brand_total.ref_area
    and community_project_month.time_period = brand_total.time_period
    and brand.brand = brand_total.brand
