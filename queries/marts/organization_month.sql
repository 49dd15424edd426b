-- One row per in-scope township × month: its social organizations at the end of the month.
-- Every township has a row in every month of the register: an organization that is not in the
-- register does not exist, so no organization is zero and not unknown.
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
        counted_on
    from reference.extract_month
    where extract = 'organizations'
),

organization_entry as (
    select
        township_month.ref_area,
        township_month.month_start,
        organizations.community,
        organizations.is_community,
        organizations.grade,
        -- filed (备案) and registered (登记) are different bases and are never added up
        organizations.basis = '备案' as is_filed,
        -- a deregistered organization counts until the eve of its deregistration
        organizations.deregistered_on is null
        or organizations.deregistered_on > township_month.counted_on as is_present,
        organizations.registered_on >= township_month.month_start as is_new,
        organizations.deregistered_on >= township_month.month_start
        and organizations.deregistered_on <= township_month.counted_on as is_deregistered,
        -- the register keeps the last assessment only: before its date no grade is known
        organizations.graded_on <= township_month.counted_on as is_graded,
        -- a township's own service centre: not one attached to a village or community
        organizations.field = '社会组织服务'
        and organizations.kind = '社会服务机构'
        and organizations.community is null as is_service_centre
    from township_month
    inner join staging.organizations as organizations
        on township_month.ref_area = organizations.ref_area
        and township_month.counted_on >= organizations.registered_on
)

select
    township_month.ref_area,
    township_month.month_start,
    township_month.time_period,
    coalesce(community_count.communities, 0) as communities,
    cast(count(*) filter (
        where not organization_entry.is_filed and organization_entry.is_present
    ) as bigint) as registered,
    cast(count(*) filter (
        where
            not organization_entry.is_filed
            and organization_entry.is_present
            and organization_entry.is_graded
    ) as bigint) as graded,
    cast(count(*) filter (
        where
            not organization_entry.is_filed
            and organization_entry.is_present
            and organization_entry.is_community
    ) as bigint) as community_registered,
    cast(count(*) filter (
        where
            not organization_entry.is_filed
            and organization_entry.is_present
            and organization_entry.is_community
            and organization_entry.is_graded
            and organization_entry.grade in ('3A', '4A', '5A')
    ) as bigint) as community_3a,
    cast(count(distinct organization_entry.community) filter (
        where
            not organization_entry.is_filed
            and organization_entry.is_present
            and organization_entry.is_community
    ) as bigint) as covered_communities,
    cast(count(*) filter (
        where
            not organization_entry.is_filed
            and organization_entry.is_present
            and organization_entry.is_service_centre
    ) as bigint) as service_centres,
    cast(count(*) filter (
        where organization_entry.is_filed and organization_entry.is_present
    ) as bigint) as filed,
    cast(count(*) filter (
        where not organization_entry.is_filed and organization_entry.is_new
    ) as bigint) as new_registered,
    cast(count(*) filter (
        where not organization_entry.is_filed and organization_entry.is_deregistered
    ) as bigint) as deregistered
from township_month
left join community_count
    on township_month.ref_area = community_count.ref_area
left join organization_entry
    on township_month.ref_area = organization_entry.ref_area
    and township_month.month_start = organization_entry.month_start
group by
    township_month.ref_area,
    township_month.month_start,
    township_month.time_period,
    community_count.communities
