/*
name_zh = "养老服务设施"
theme = "care_facilities"
extracts = ["care_facilities"]

[states]
active = "开放"
inactive = "规划或在建"
missing = "没有养老服务设施"
*/
with

-- a community with no facility open, planned or under construction
gap as (
    select
        community.name_zh,
        community.ref_area,
        community.lon,
        community.lat
    from reference.community as community
    inner join reference.township as township
        on community.ref_area = township.ref_area
        and township.in_scope
    where
        not exists (
            select 1
            from mart.care_facility_point
            where care_facility_point.community = community.community
        )
)

select
    name_zh,
    ref_area,
    lon,
    lat,
    case status when '开放' then 'active' else 'inactive' end as state,
    coalesce(opened_on, started_on, planned_on) as since,
    community_zh
    || ' · ' || kind
    || ' · ' || status
    || case when beds > 0 then ' · ' || beds || '张床位' else '' end
    || coalesce(' · ' || star || '星', '') as detail_zh
from mart.care_facility_point
union all
select
    name_zh,
    ref_area,
    lon,
    lat,
    'missing' as state,
    null as since,
    '本村社区没有养老服务设施' as detail_zh
from gap
