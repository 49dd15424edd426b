-- One row per in-scope township × month: its resident lounges at the end of the month.
-- Every township has a row in every month of the list: a lounge that is not listed does not exist.
-- The stage follows from the dates: listed, then begun, then built.
with

community_count as (
    select
        ref_area,
        cast(count(*) as bigint) as communities
    from reference.community
    group by ref_area
),

township_month as (
    select
        ref_area,
        month_start,
        time_period,
        year,
        month,
        counted_on,
        as_of
    from reference.extract_month
    where extract = 'resident_lounges'
),

lounge_month as (
    select
        township_month.ref_area,
        township_month.month_start,
        resident_lounges.community,
        resident_lounges.area,
        resident_lounges.subsidy,
        case
            when resident_lounges.built_on <= township_month.counted_on then '建成'
            when resident_lounges.started_on <= township_month.counted_on then '在建'
            else '拟建'
        end as stage_then,
        resident_lounges.built_on >= township_month.month_start
        and resident_lounges.built_on <= township_month.counted_on as is_built_now,
        resident_lounges.started_on + interval '365' day < township_month.counted_on as is_old,
        -- only the year of the award is known, so it counts from December; one of the year still
        -- running is in the list already, and counts on the day the list reaches
        resident_lounges.is_model
        and (
            resident_lounges.model_year * 12 + 12
                <= township_month.year * 12 + township_month.month
            or (
                resident_lounges.model_year <= township_month.year
                and township_month.counted_on = township_month.as_of
            )
        ) as is_model_then
    from township_month
    inner join staging.resident_lounges as resident_lounges
        on township_month.ref_area = resident_lounges.ref_area
        and township_month.counted_on >= resident_lounges.planned_on
)

select
    township_month.ref_area,
    township_month.month_start,
    township_month.time_period,
    coalesce(community_count.communities, 0) as communities,
    cast(count(lounge_month.ref_area) as bigint) as listed,
    cast(count(*) filter (where lounge_month.stage_then = '拟建') as bigint) as planned,
    cast(count(*) filter (where lounge_month.stage_then = '在建') as bigint) as under_construction,
    cast(count(*) filter (where lounge_month.stage_then = '建成') as bigint) as built,
    cast(count(*) filter (where lounge_month.is_built_now) as bigint) as built_in_month,
    cast(count(*) filter (
        where lounge_month.stage_then = '在建' and lounge_month.is_old
    ) as bigint) as slow,
    cast(count(distinct lounge_month.community) filter (
        where lounge_month.stage_then = '建成'
    ) as bigint) as covered_communities,
    cast(count(lounge_month.area) filter (
        where lounge_month.stage_then = '建成'
    ) as bigint) as measured,
    cast(coalesce(sum(lounge_month.area) filter (
        where lounge_month.stage_then = '建成'
    ), 0) as decimal(18, 2)) as built_area,
    cast(count(*) filter (
        where lounge_month.stage_then = '建成' and lounge_month.is_model_then
    ) as bigint) as models,
    cast(coalesce(sum(lounge_month.subsidy) filter (
        where lounge_month.stage_then = '建成' and lounge_month.is_model_then
    ), 0) as decimal(18, 2)) as model_subsidy
from township_month
left join community_count
    on township_month.ref_area = community_count.ref_area
left join lounge_month
    on township_month.ref_area = lounge_month.ref_area
    and township_month.month_start = lounge_month.month_start
group by
    township_month.ref_area,
    township_month.month_start,
    township_month.time_period,
    community_count.communities
