/*
name_zh = "社区服务综合体"
theme = "service_complexes"
extracts = ["service_complexes"]

[states]
active = "已授星"
inactive = "已投用，未授星"
missing = "没有综合体"
*/
-- No point is 'missing': a complex serves several communities, which the coverage indicator carries.
select
    name_zh,
    ref_area,
    lon,
    lat,
    case
        when star is null then 'inactive'
        else 'active'
    end as state,
    opened_on as since,
    community_zh
    || ' · ' || functions || '项功能'
    || ' · ' || stage
    || case star
        when 5 then '五星'
        when 4 then '四星'
        when 3 then '三星'
        else ''
    end as detail_zh
from mart.service_complex_point
