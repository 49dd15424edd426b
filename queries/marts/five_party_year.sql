-- One row per in-scope township × year × pillar of the five-party linkage, at the end of the year.
-- A year in which one of the pillars is not known in some township is left out of that township.
--   members        lounges, community organizations, certified social workers, volunteers, or
--                  yuan donated in the year
--   score_points   100 × members ÷ scale; per 10,000 residents this is the pillar's score
--   index_points   weight × members ÷ scale; summed over the pillars, the index's
with

township_year as (
    select
        month.ref_area,
        month.year,
        month.month_end as year_end
    from reference.extract_month as month
    inner join reference.extract as roll
        on roll.extract = 'social_workers'
        and month.month_end <= roll.as_of
    inner join reference.extract as lounges
        on lounges.extract = 'resident_lounges'
        and month.month_start >= lounges.history_from
        and month.month_end <= lounges.as_of
    inner join reference.extract as organizations
        on organizations.extract = 'organizations'
        and month.month_start >= organizations.history_from
        and month.month_end <= organizations.as_of
    where
        month.extract = 'social_workers'
        and month.month = 12
),

lounge as (
    select
        township_year.ref_area,
        township_year.year,
        count(lounges.lounge) as members
    from township_year
    left join staging.resident_lounges as lounges
        on township_year.ref_area = lounges.ref_area
        and township_year.year_end >= lounges.built_on
    group by township_year.ref_area, township_year.year
),

organization as (
    select
        township_year.ref_area,
        township_year.year,
        count(organizations.credit_code) as members
    from township_year
    left join staging.organizations as organizations
        on township_year.ref_area = organizations.ref_area
        and organizations.basis <> '备案'
        and organizations.is_community
        and township_year.year_end >= organizations.registered_on
        and (
            organizations.deregistered_on is null
            or organizations.deregistered_on > township_year.year_end
        )
    group by township_year.ref_area, township_year.year
),

worker as (
    select
        township_year.ref_area,
        township_year.year,
        count(workers.worker) as members
    from township_year
    left join staging.social_workers as workers
        on township_year.ref_area = workers.ref_area
        and township_year.year_end >= workers.certified_on
    group by township_year.ref_area, township_year.year
),

volunteer as (
    select
        township_year.ref_area,
        township_year.year,
        sum(returned.registered) as members
    from township_year
    inner join staging.volunteer_returns as returned
        on township_year.ref_area = returned.ref_area
        and township_year.year = year(returned.month)
        and month(returned.month) = 12
    group by township_year.ref_area, township_year.year
),

donation as (
    select
        township_year.ref_area,
        township_year.year,
        sum(returned.amount) as members
    from township_year
    inner join staging.donations as returned
        on township_year.ref_area = returned.ref_area
        and township_year.year = year(returned.month)
    group by township_year.ref_area, township_year.year
),

pillar as (
    select
        lounge.ref_area,
        lounge.year,
        component.name_zh,
        component.place,
        component.weight,
        component.scale,
        cast(
            case component.component
                when 'community' then lounge.members
                when 'organization' then organization.members
                when 'social_worker' then worker.members
                when 'volunteer' then volunteer.members
                else donation.members
            end as double
        ) as members
    from lounge
    inner join organization
        on lounge.ref_area = organization.ref_area
        and lounge.year = organization.year
    inner join worker
        on lounge.ref_area = worker.ref_area
        and lounge.year = worker.year
    inner join volunteer
        on lounge.ref_area = volunteer.ref_area
        and lounge.year = volunteer.year
    inner join donation
        on lounge.ref_area = donation.ref_area
        and lounge.year = donation.year
    inner join reference.index_weight as component
        on component.index_name = 'five_party_index'
)

select
    ref_area,
    cast(year as bigint) as year,
    name_zh,
    place,
    members,
    100 * members / nullif(scale, 0) as score_points,
    weight * members / nullif(scale, 0) as index_points
from pillar
