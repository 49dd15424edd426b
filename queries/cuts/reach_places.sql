-- One row per place of a kind ($facility) that was open at the end of a month or of an earlier one
-- ($since), or is planned or being built: where it is, what became of it in between, and how many of
-- the people asked about ($people) it newly reached, or left without any when it closed. A home that
-- several reach is credited to the one that opened first, or that closed last: so the sums are exact.
with

moment as (
    select
        max(counted_on) filter (where time_period = $time_period) as now_on,
        max(counted_on) filter (where time_period = $since) as before_on
    from reference.extract_month
    where extract = case $facility when 'meal' then 'meal_points' else 'resident_lounges' end
),

people as (
    select
        community,
        sum(persons) as persons
    from reference.community_population
    where
        year = (select max(year) from reference.community_population)
        and (
            $people = 'all'
            or age_band in ('80-89', '90+')
            or ($people = '60' and age_band in ('60-69', '70-79'))
        )
    group by community
),

place as (
    select
        place.*,
        coalesce(
            place.opened_on <= moment.now_on
            and (place.closed_on is null or place.closed_on > moment.now_on),
            false
        ) as is_open,
        coalesce(
            place.opened_on <= moment.before_on
            and (place.closed_on is null or place.closed_on > moment.before_on),
            false
        ) as was_open
    from reach_place as place
    cross join moment
    where place.facility = $facility or $facility = 'either'
),

near as (
    select
        pair.community,
        place.place,
        place.facility,
        place.opened_on,
        place.closed_on,
        place.is_open,
        place.was_open,
        bool_or(place.is_open) over of_home as is_reached,
        bool_or(place.was_open) over of_home as was_reached,
        row_number() over (
            partition by pair.community
            order by not place.is_open, place.opened_on, place.facility, place.place
        ) as opening,
        row_number() over (
            partition by pair.community
            order by not place.was_open, place.closed_on desc nulls last, place.facility, place.place
        ) as closing
    from reach_pair as pair
    inner join place
        on pair.place = place.place
        and pair.facility = place.facility
    window of_home as (partition by pair.community)
),

credited as (
    select
        near.place,
        near.facility,
        sum(people.persons) filter (
            where near.is_reached and not near.was_reached and near.opening = 1
        ) as gained,
        sum(people.persons) filter (
            where near.was_reached and not near.is_reached and near.closing = 1
        ) as lost
    from near
    inner join people on near.community = people.community
    group by near.place, near.facility
)

select
    place.place,
    place.facility,
    place.facility_zh,
    place.name_zh,
    place.ref_area,
    township.name_zh as area_zh,
    place.community_zh,
    place.lon,
    place.lat,
    place.opened_on,
    place.closed_on,
    place.stage,
    case
        when place.is_open and place.was_open then 'open'
        when place.is_open then 'opened'
        when place.was_open then 'closed'
        else 'planned'
    end as state,
    cast(coalesce(credited.gained, 0) as bigint) as gained,
    cast(coalesce(credited.lost, 0) as bigint) as lost
from place
inner join reference.township on place.ref_area = township.ref_area
left join credited
    on place.place = credited.place
    and place.facility = credited.facility
where place.is_open or place.was_open or place.stage in ('拟建', '在建')
order by gained desc, lost desc, township.position, place.facility, place.place
