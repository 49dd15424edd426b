/*
name_zh = "助联体站点"
theme = "visits"
extracts = ["aid_stations"]

[states]
active = "已开站"
inactive = "有联络员，未开站"
missing = "没有站点和联络员"
*/
-- No point is 'missing': having none is a fact about a community, which the coverage indicator carries.
select
    name_zh,
    ref_area,
    lon,
    lat,
    case when opened_on is not null then 'active' else 'inactive' end as state,
    coalesce(opened_on, contact_on) as since,
    coalesce(community_zh || ' · ', '')
    || level
    || case when opened_on is not null then ' · 工作人员' || staff || '人' else '' end
    || case when contact_on is not null then ' · 有联络员' else '' end as detail_zh
from mart.aid_station_point
