-- One row per in-scope township × month: sites for organizations opened by the month's end.
-- A register: what is not listed does not exist. What centres cover is known for the day the data
-- reach only; it is null before.
with

community_count as (
    select
        ref_area,
        count(*) as communities
    from reference.community
    group by ref_area
)

select
    extract_month.ref_area,
    extract_month.month_start,
    extract_month.time_period,
    cast(coalesce(community_count.communities, 0) as bigint) as communities,
    cast(count(*) filter (where sites.kind = '社会组织服务平台') as bigint) as platforms,
    cast(count(*) filter (where sites.kind = '社会组织党群服务中心') as bigint) as centres,
    cast(count(distinct sites.community) filter (
        where sites.kind = '村社区社会组织联合会'
    ) as bigint) as federated_communities,
    cast(count(*) filter (
        where sites.model_on <= extract_month.counted_on
    ) as bigint) as models,
    cast(case
        when extract_month.counted_on = extract_month.as_of
            then coalesce(sum(sites.orgs_covered), 0)
    end as bigint) as organizations_covered
from reference.extract_month as extract_month
left join community_count on extract_month.ref_area = community_count.ref_area
left join staging.organization_sites as sites
    on extract_month.ref_area = sites.ref_area
    and extract_month.counted_on >= sites.opened_on
where extract_month.extract = 'organization_sites'
group by
    extract_month.ref_area,
    extract_month.month_start,
    extract_month.time_period,
    extract_month.counted_on,
    extract_month.as_of,
    community_count.communities
