/*
name_zh = "社会组织阵地"
theme = "organization_quality"
extracts = ["organization_sites"]

[states]
active = "近12个月有活动"
inactive = "近12个月没有活动"
missing = "没有社会组织联合会"
*/
with

latest_month as (
    select max(month_start) as month_start
    from mart.organization_federation_gap_month
)

select
    name as name_zh,
    ref_area,
    lon,
    lat,
    case when activities > 0 then 'active' else 'inactive' end as state,
    opened_on as since,
    coalesce(community_zh || ' · ', '')
    || kind
    || coalesce(' · ' || cast(round(area) as integer) || '平方米', '')
    || coalesce(' · ' || operator_grade || '级社会组织运营', '')
    || coalesce(' · 覆盖社会组织' || orgs_covered || '家', '')
    || coalesce(' · 成员组织' || member_orgs || '家', '')
    || ' · 活动' || activities || '场'
    || case when model_on is not null then ' · 标准化示范点' else '' end as detail_zh
from mart.organization_site_point
where
    lon is not null
    and lat is not null
union all
select
    gap.name_zh,
    gap.ref_area,
    gap.lon,
    gap.lat,
    'missing' as state,
    null as since,
    '没有社会组织联合会' as detail_zh
from mart.organization_federation_gap_month as gap
inner join latest_month on gap.month_start = latest_month.month_start
