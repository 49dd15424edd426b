-- One row per in-scope village or community: how many of the people asked about ($people: all, 60, 80)
-- live there, and whether they could walk to a place of a kind ($facility: meal, lounge, either) at the
-- end of a month, and of an earlier one. Beside it the same of its township and of the county.
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

near as (
    select
        pair.community,
        coalesce(bool_or(
            place.opened_on <= moment.now_on
            and (place.closed_on is null or place.closed_on > moment.now_on)
        ), false) as is_reached,
        coalesce(bool_or(
            place.opened_on <= moment.before_on
            and (place.closed_on is null or place.closed_on > moment.before_on)
        ), false) as was_reached
    from reach_pair as pair
    inner join reach_place as place
        on pair.place = place.place
        and pair.facility = place.facility
    cross join moment
    where pair.facility = $facility or $facility = 'either'
    group by pair.community
),

home as (
    select
        community.community,
        community.name_zh,
        community.kind as kind_zh,
        community.ref_area,
        township.name_zh as area_zh,
        township.position,
        community.lon,
        community.lat,
        cast(coalesce(people.persons, 0) as bigint) as persons,
        coalesce(near.is_reached, false) as is_reached,
        coalesce(near.was_reached, false) as was_reached
    from reference.community
    inner join reference.township on community.ref_area = township.ref_area
    left join people on community.community = people.community
    left join near on community.community = near.community
    where township.in_scope
)

select
    *,
    cast(sum(persons) over of_area as bigint) as area_persons,
    cast(coalesce(sum(persons) filter (where is_reached) over of_area, 0) as bigint) as area_reached,
    cast(coalesce(sum(persons) filter (where was_reached) over of_area, 0) as bigint) as area_before,
    count(*) filter (where not is_reached) over of_area as area_gaps,
    cast(sum(persons) over () as bigint) as county_persons,
    cast(coalesce(sum(persons) filter (where is_reached) over (), 0) as bigint) as county_reached,
    cast(coalesce(sum(persons) filter (where was_reached) over (), 0) as bigint) as county_before
from home
window of_area as (partition by ref_area)
order by position, community
