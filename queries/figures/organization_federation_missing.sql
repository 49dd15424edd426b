/*
name_zh = "没有社会组织联合会的村社区名单"
name_en = "Villages and communities without a federation of organizations"
theme = "organization_quality"
kind = "list"
unit_zh = "个"
freq = "M"
extracts = ["organization_sites"]
reviewed = 2026-11-22

definition_zh = "期末没有社会组织联合会的村社区，逐个列名，村与社区分列。"
definition_en = "Every village and community without a federation of community organizations."
category_zh = "村社区"
series_zh = "类型"

# Which records make the numerator of an area and period
rows_of = "community"
rows = """
not exists (
    select 1
    from staging.organization_sites as site
    where
        site.community = record.community
        and site.kind = '村社区社会组织联合会'
        and site.opened_on <= spine.counted_on
)
"""
rows_category = "record.name_zh"
rows_series = "record.kind"
*/
with

-- the statistical code orders a list the way every other list of the bureau is ordered
community_place as (
    select
        community,
        row_number() over (order by community) as place
    from reference.community
)

select
    gap.ref_area,
    gap.time_period,
    gap.name_zh as category,
    community_place.place as category_position,
    gap.kind as series,
    case gap.kind when '社区' then 1 else 2 end as series_position,
    1 as numerator
from mart.organization_federation_gap_month as gap
inner join community_place on gap.community = community_place.community
