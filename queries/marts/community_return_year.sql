-- One row per in-scope township × year with the sums its villages and communities returned.
-- A township none of whose communities returned anything has no row: unknown is not zero.
with

township_year as (
    select
        ref_area,
        year
    from reference.extract_month
    where extract = 'community_returns'
    group by ref_area, year
)

select
    township_year.ref_area,
    cast(township_year.year as bigint) as year,
    cast(count(*) as bigint) as communities,
    cast(sum(returned.deputies) as bigint) as deputies,
    cast(sum(returned.deputies_trained) as bigint) as deputies_trained,
    cast(sum(returned.posts) as bigint) as posts,
    cast(sum(returned.posts_filled) as bigint) as posts_filled,
    cast(sum(returned.posts_certified) as bigint) as posts_certified,
    cast(sum(returned.left_in_year) as bigint) as left_in_year,
    cast(sum(returned.recruit_hired) as bigint) as hired,
    cast(sum(returned.groups) as bigint) as self_governing_groups,
    cast(sum(returned.group_meetings) as bigint) as group_meetings,
    cast(count(*) filter (where returned.groups = 0) as bigint) as communities_without_group,
    cast(count(*) filter (where returned.is_big_community) as bigint) as big_communities,
    cast(
        coalesce(sum(returned.grid_heads) filter (where returned.is_big_community), 0) as bigint
    ) as big_grid_heads,
    cast(
        coalesce(sum(returned.newcomer_heads) filter (where returned.is_big_community), 0) as bigint
    ) as big_newcomer_heads
from township_year
inner join staging.community_returns as returned
    on township_year.ref_area = returned.ref_area
    and township_year.year = returned.year
group by township_year.ref_area, township_year.year
