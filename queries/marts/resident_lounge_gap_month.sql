-- One row per in-scope village or community × month at whose end it had no built resident lounge,
-- with how far the nearest one has come: 在建, 拟建, or 未列入 when none is even listed.
with

community_month as (
    select
        community.community,
        community.name_zh,
        community.ref_area,
        community.lon,
        community.lat,
        month.month_start,
        month.time_period,
        least(month.month_end, extract.as_of) as counted_on
    from reference.community as community
    inner join reference.township as township
        on community.ref_area = township.ref_area
    cross join reference.month as month
    cross join reference.extract as extract
    where
        township.in_scope
        and extract.extract = 'resident_lounges'
        and month.month_start >= extract.history_from
        and month.month_start <= extract.as_of
),

progress as (
    select
        community_month.community,
        community_month.month_start,
        count(*) filter (
            where resident_lounges.built_on <= community_month.counted_on
        ) as built,
        count(*) filter (
            where resident_lounges.started_on <= community_month.counted_on
        ) as started
    from community_month
    inner join staging.resident_lounges as resident_lounges
        on community_month.community = resident_lounges.community
        and community_month.counted_on >= resident_lounges.planned_on
    group by community_month.community, community_month.month_start
)

select
    community_month.community,
    community_month.name_zh,
    community_month.ref_area,
    community_month.lon,
    community_month.lat,
    community_month.month_start,
    community_month.time_period,
    case
        when progress.started > 0 then '在建'
        when progress.community is not null then '拟建'
        else '未列入'
    end as stage
from community_month
left join progress
    on community_month.community = progress.community
    and community_month.month_start = progress.month_start
where coalesce(progress.built, 0) = 0
