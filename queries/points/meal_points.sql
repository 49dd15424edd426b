/*
name_zh = "助餐点"
theme = "meal_services"
extracts = ["meal_points", "meal_services"]

[states]
active = "营业中，当月有用餐"
inactive = "营业中，当月无用餐记录"
missing = "没有助餐点"
*/
-- Closed points are not drawn. No point is 'missing': having none is a fact about a community, which
-- the coverage indicator carries.
select
    meal_point_point.name as name_zh,
    meal_point_point.ref_area,
    meal_point_point.lon,
    meal_point_point.lat,
    case
        when meal_point_point.is_served then 'active'
        else 'inactive'
    end as state,
    meal_point_point.opened_on as since,
    coalesce(community.name_zh || ' · ', '')
    || meal_point_point.kind
    || coalesce(' · 日供餐能力' || meal_point_point.capacity || '份', '')
    || case when meal_point_point.is_standard then ' · 标准化' else '' end as detail_zh
from mart.meal_point_point
left join reference.community on meal_point_point.community = community.community
where
    meal_point_point.is_open
    and meal_point_point.lon is not null
    and meal_point_point.lat is not null
