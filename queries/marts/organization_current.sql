-- One row per in-scope township, on the day the register reaches.
-- Party body and last activity are written over in the register, so they are known for this day only.
with

township_now as (
    select
        township.ref_area,
        month.time_period,
        extract.as_of
    from reference.township as township
    cross join reference.extract as extract
    inner join reference.month as month
        on extract.as_of >= month.month_start
        and extract.as_of <= month.month_end
    where
        township.in_scope
        and extract.extract = 'organizations'
),

registered_organization as (
    select
        township_now.ref_area,
        organizations.party_body,
        organizations.is_community,
        organizations.last_activity_on + interval '90' day >= township_now.as_of as is_active_90d,
        -- one that never reported an activity is silent since its registration
        coalesce(organizations.last_activity_on, organizations.registered_on)
        + interval '365' day < township_now.as_of as is_dormant
    from township_now
    inner join staging.organizations as organizations
        on township_now.ref_area = organizations.ref_area
        and township_now.as_of >= organizations.registered_on
    where
        organizations.basis <> '备案'
        and (
            organizations.deregistered_on is null
            or organizations.deregistered_on > township_now.as_of
        )
)

select
    township_now.ref_area,
    township_now.time_period,
    cast(count(registered_organization.ref_area) as bigint) as registered,
    cast(count(*) filter (
        where registered_organization.party_body = '单独组建'
    ) as bigint) as party_single,
    cast(count(*) filter (
        where registered_organization.party_body = '联合组建'
    ) as bigint) as party_joint,
    cast(count(*) filter (where registered_organization.is_community) as bigint)
        as community_registered,
    cast(count(*) filter (
        where registered_organization.is_community and registered_organization.is_active_90d
    ) as bigint) as community_active_90d,
    cast(count(*) filter (
        where registered_organization.is_community and registered_organization.is_dormant
    ) as bigint) as community_dormant
from township_now
left join registered_organization
    on township_now.ref_area = registered_organization.ref_area
group by township_now.ref_area, township_now.time_period
