/*
name_zh = "居民会客厅"
theme = "resident_lounges"
extracts = ["resident_lounges"]

[states]
active = "建成"
inactive = "在建或拟建"
missing = "未列入计划"
*/
with

latest_month as (
    select max(month_start) as month_start
    from mart.resident_lounge_month
)

select
    name_zh,
    ref_area,
    lon,
    lat,
    case stage when '建成' then 'active' else 'inactive' end as state,
    coalesce(built_on, started_on, planned_on) as since,
    community_zh
    || ' · ' || stage
    || coalesce(' · ' || cast(round(area) as integer) || '平方米', '')
    || case when is_model then ' · ' || model_year || '年度示范型' else '' end as detail_zh
from mart.resident_lounge_point
union all
select
    gap.name_zh,
    gap.ref_area,
    gap.lon,
    gap.lat,
    'missing' as state,
    null as since,
    '没有居民会客厅，未列入计划' as detail_zh
from mart.resident_lounge_gap_month as gap
inner join latest_month on gap.month_start = latest_month.month_start
where gap.stage = '未列入'
