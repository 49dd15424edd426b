-- One row per in-scope township × month of community discussions: a month without a session in the log had
-- none.
with

township_month as (
    select
        extract_month.ref_area,
        extract_month.time_period,
        extract_month.month_start,
        extract_month.year * 12 + extract_month.month as turn
    from reference.extract_month as extract_month
    where extract_month.extract = 'discussions'
),

community_count as (
    select
        ref_area,
        cast(count(*) as bigint) as communities
    from reference.community
    group by ref_area
),

held as (
    select
        ref_area,
        year(held_on) * 12 + month(held_on) as turn,
        count(*) as sessions,
        count(distinct community) as held_communities,
        sum(attendees) as attendees,
        sum(raised) as raised,
        sum(settled) as settled,
        sum(rated) as rated,
        sum(satisfied) as satisfied
    from staging.discussions
    group by ref_area, year(held_on) * 12 + month(held_on)
)

select
    township_month.ref_area,
    township_month.time_period,
    township_month.month_start,
    community_count.communities,
    cast(coalesce(held.sessions, 0) as bigint) as sessions,
    cast(coalesce(held.held_communities, 0) as bigint) as held_communities,
    cast(coalesce(held.attendees, 0) as bigint) as attendees,
    cast(coalesce(held.raised, 0) as bigint) as raised,
    cast(coalesce(held.settled, 0) as bigint) as settled,
    cast(coalesce(held.rated, 0) as bigint) as rated,
    cast(coalesce(held.satisfied, 0) as bigint) as satisfied
from township_month
left join community_count
    on township_month.ref_area = community_count.ref_area
left join held
    on township_month.ref_area = held.ref_area
    and township_month.turn = held.turn
