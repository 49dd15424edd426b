-- One row per in-scope service complex on the register, on the day the register reaches.
-- A complex without a surveyed position stands at its community's schematic one.
select
    complex.name as name_zh,
    complex.ref_area,
    community.name_zh as community_zh,
    complex.opened_on,
    complex.functions,
    case when complex.awarded_on <= extract.as_of then complex.star end as star,
    case
        when complex.awarded_on <= extract.as_of then '已授星'
        when complex.recommended_on <= extract.as_of then '已推荐省五星级'
        when complex.checked_on <= extract.as_of then '已核查'
        when complex.declared_on <= extract.as_of then '已申报'
        else '未申报'
    end as stage,
    coalesce(complex.lon, community.lon) as lon,
    coalesce(complex.lat, community.lat) as lat
from staging.service_complexes as complex
inner join reference.township as township
    on complex.ref_area = township.ref_area
inner join reference.community as community
    on complex.community = community.community
inner join reference.extract as extract
    on extract.extract = 'service_complexes'
    and complex.opened_on <= extract.as_of
where township.in_scope
