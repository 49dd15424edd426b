-- One row per in-scope township × month: its community partners at the end of the month.
-- Every township has a row in every month: who is not on the roll is no partner.
--   activities, value_given   of the year up to the day the roll reaches, hence null in every earlier month
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
        time_period,
        month_start,
        counted_on = as_of as is_latest,
        counted_on
    from reference.extract_month
    where extract = 'community_partners'
)

select
    township_month.ref_area,
    township_month.time_period,
    township_month.month_start,
    community_count.communities,
    cast(count(partner.partner) as bigint) as partners,
    cast(count(*) filter (where partner.kind = '团体') as bigint) as group_partners,
    cast(count(*) filter (where partner.kind = '居民') as bigint) as resident_partners,
    cast(count(distinct partner.community) as bigint) as covered_communities,
    cast(
        case when township_month.is_latest then coalesce(sum(partner.activities), 0) end as bigint
    ) as activities,
    cast(
        case when township_month.is_latest then coalesce(sum(partner.value), 0) end as decimal(18, 2)
    ) as value_given
from township_month
left join community_count
    on township_month.ref_area = community_count.ref_area
left join staging.community_partners as partner
    on township_month.ref_area = partner.ref_area
    and township_month.counted_on >= partner.joined_on
    and (partner.left_on is null or partner.left_on > township_month.counted_on)
group by
    township_month.ref_area,
    township_month.time_period,
    township_month.month_start,
    township_month.is_latest,
    community_count.communities
