-- One row per in-scope resident lounge on the list, on the day the list reaches.
-- A lounge without a surveyed position stands at its community's schematic one.
with

lounge as (
    select
        resident_lounges.lounge,
        resident_lounges.name,
        resident_lounges.ref_area,
        resident_lounges.community,
        community.name_zh as community_zh,
        resident_lounges.planned_on,
        resident_lounges.started_on,
        resident_lounges.built_on,
        resident_lounges.area,
        resident_lounges.is_model,
        resident_lounges.model_year,
        case
            when resident_lounges.built_on <= extract.as_of then '建成'
            when resident_lounges.started_on <= extract.as_of then '在建'
            else '拟建'
        end as stage_now,
        coalesce(resident_lounges.lon, community.lon) as shown_lon,
        coalesce(resident_lounges.lat, community.lat) as shown_lat
    from staging.resident_lounges as resident_lounges
    inner join reference.township as township
        on resident_lounges.ref_area = township.ref_area
    inner join reference.community as community
        on resident_lounges.community = community.community
    cross join reference.extract as extract
    where
        township.in_scope
        and extract.extract = 'resident_lounges'
        and resident_lounges.planned_on <= extract.as_of
)

select
    lounge,
    name as name_zh,
    ref_area,
    community,
    community_zh,
    stage_now as stage,
    planned_on,
    started_on,
    built_on,
    area,
    is_model,
    model_year,
    shown_lon as lon,
    shown_lat as lat
from lounge
