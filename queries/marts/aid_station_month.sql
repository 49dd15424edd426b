-- One row per in-scope township × month: joint aid stations open at its end, by level, and villages and
-- communities with a station or a named contact. What is not listed does not exist: zero is true.
with

community_count as (
    select
        ref_area,
        count(*) as communities
    from reference.community
    group by ref_area
),

township_month as (
    select
        ref_area,
        time_period,
        counted_on
    from reference.extract_month
    where extract = 'aid_stations'
)

select
    township_month.ref_area,
    township_month.time_period,
    cast(coalesce(community_count.communities, 0) as bigint) as communities,
    cast(count(*) filter (
        where station.level = '市级' and station.opened_on <= township_month.counted_on
    ) as bigint) as city,
    cast(count(*) filter (
        where station.level = '镇级' and station.opened_on <= township_month.counted_on
    ) as bigint) as town,
    cast(count(*) filter (
        where station.level = '村级' and station.opened_on <= township_month.counted_on
    ) as bigint) as village,
    cast(count(distinct station.community) filter (
        where station.level = '村级' and station.opened_on <= township_month.counted_on
    ) as bigint) as covered_communities,
    cast(count(distinct station.community) filter (
        where station.contact_on <= township_month.counted_on
    ) as bigint) as contacted_communities
from township_month
left join community_count on township_month.ref_area = community_count.ref_area
left join staging.aid_stations as station on township_month.ref_area = station.ref_area
group by township_month.ref_area, township_month.time_period, community_count.communities
