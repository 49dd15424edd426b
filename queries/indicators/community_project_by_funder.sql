/*
name_zh = "累计立项项目的资金来源"
name_en = "Projects approved to date by funder"
theme = "community_projects"
unit_measure = "projects"
unit_zh = "个"
per = 1
decimals = 0
freq = "M"
kind = "stock"
polarity = "neutral"
category_zh = "资金来源"
extracts = ["community_projects"]
reviewed = 2026-11-22

definition_zh = "2020年以来至期末立项的社区项目数，按最主要的资金来源分。"
definition_en = "Projects approved since 2020 up to the end of the month, by main funder."

# Which records make the numerator of an area and period
rows = "record.approved_on <= spine.counted_on"
rows_category = "record.funder"
*/
with

funder as (
    select funder
    from (values ('友邻基金'), ('公益创投'), ('财政'), ('社会')) as listed (funder)
),

funder_total as (
    select
        ref_area,
        time_period,
        funder,
        sum(approved) as approved
    from mart.community_project_class_month
    group by ref_area, time_period, funder
)

select
    community_project_month.ref_area,
    community_project_month.time_period,
    funder.funder as category,
    coalesce(funder_total.approved, 0) as numerator  -- none approved is none, not unknown
from mart.community_project_month
cross join funder
left join funder_total
    on community_project_month.ref_area = funder_total.ref_area
    and community_project_month.time_period = funder_total.time_period
    and funder.funder = funder_total.funder
