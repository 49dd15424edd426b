-- One row per in-scope village or community × month × kind of place ('meal', 'lounge', 'either'):
-- whether its people reach one on foot at the month's end, and how many they are.
-- All people of a community stand at its centre. A walk of so many minutes is a straight line of
-- minutes × speed ÷ detour (reference.setting), along the great circle (haversine; Sinnott, "Virtues
-- of the Haversine", 1984). Places across a township's border count. People are those of the newest
-- year throughout, so that a change comes of places alone.
--   places                           open places within the walk
--   is_reached                       there is one at least
--   persons, persons_60, persons_80  people of all ages, aged 60 and over, aged 80 and over
with

walk as (
    select
        max(case when setting = 'reach_minutes' then value end)
        * max(case when setting = 'reach_metres_a_minute' then value end)
        / nullif(max(case when setting = 'reach_detour' then value end), 0) as metres
    from reference.setting
),

newest as (
    select max(year) as year
    from reference.community_population
),

people as (
    select
        community_population.community,
        cast(sum(community_population.persons) as bigint) as persons,
        cast(sum(
            case
                when community_population.age_band in ('60-69', '70-79', '80-89', '90+')
                    then community_population.persons
                else 0
            end
        ) as bigint) as persons_60,
        cast(sum(
            case
                when community_population.age_band in ('80-89', '90+')
                    then community_population.persons
                else 0
            end
        ) as bigint) as persons_80
    from reference.community_population as community_population
    inner join newest on community_population.year = newest.year
    group by community_population.community
),

home as (
    select
        community.community,
        community.name_zh,
        community.ref_area,
        community.lon,
        community.lat,
        coalesce(people.persons, 0) as persons,
        coalesce(people.persons_60, 0) as persons_60,
        coalesce(people.persons_80, 0) as persons_80
    from reference.community as community
    inner join reference.township as township
        on community.ref_area = township.ref_area
        and township.in_scope
    left join people on community.community = people.community
),

place as (
    select
        'meal' as facility,
        meal_points.ref_area,
        meal_points.community,
        meal_points.lon,
        meal_points.lat,
        meal_points.opened_on,
        meal_points.closed_on
    from staging.meal_points as meal_points
    where meal_points.kind <> '送餐点'
    union all
    select
        'lounge' as facility,
        resident_lounges.ref_area,
        resident_lounges.community,
        resident_lounges.lon,
        resident_lounges.lat,
        resident_lounges.built_on as opened_on,
        cast(null as date) as closed_on
    from staging.resident_lounges as resident_lounges
    where resident_lounges.built_on is not null
),

placed as (
    select
        place.facility,
        coalesce(place.lon, community.lon) as lon,
        coalesce(place.lat, community.lat) as lat,
        place.opened_on,
        place.closed_on
    from place
    inner join reference.township as township
        on place.ref_area = township.ref_area
        and township.in_scope
    inner join reference.community as community
        on place.community = community.community
),

apart as (
    select
        home.community,
        placed.facility,
        placed.opened_on,
        placed.closed_on,
        2 * 6371008.8 * asin(sqrt(
            sin(radians(placed.lat - home.lat) * 0.5) * sin(radians(placed.lat - home.lat) * 0.5)
            + cos(radians(home.lat)) * cos(radians(placed.lat))
            * sin(radians(placed.lon - home.lon) * 0.5) * sin(radians(placed.lon - home.lon) * 0.5)
        )) as metres
    from home
    cross join placed
),

near as (
    select
        apart.community,
        apart.facility,
        apart.opened_on,
        apart.closed_on
    from apart
    inner join walk on apart.metres <= walk.metres
),

meal_month as (
    select
        ref_area,
        month_start,
        time_period,
        counted_on
    from reference.extract_month
    where extract = 'meal_points'
),

lounge_month as (
    select
        ref_area,
        month_start,
        time_period,
        counted_on
    from reference.extract_month
    where extract = 'resident_lounges'
),

-- either kind is known only in the months of both registers
facility_month as (
    select
        'meal' as facility,
        meal_month.ref_area,
        meal_month.month_start,
        meal_month.time_period,
        meal_month.counted_on
    from meal_month
    union all
    select
        'lounge' as facility,
        lounge_month.ref_area,
        lounge_month.month_start,
        lounge_month.time_period,
        lounge_month.counted_on
    from lounge_month
    union all
    select
        'either' as facility,
        lounge_month.ref_area,
        lounge_month.month_start,
        lounge_month.time_period,
        lounge_month.counted_on
    from lounge_month
    inner join meal_month
        on lounge_month.ref_area = meal_month.ref_area
        and lounge_month.month_start = meal_month.month_start
),

found as (
    select
        home.community,
        facility_month.facility,
        facility_month.month_start,
        cast(count(*) as bigint) as places
    from home
    inner join facility_month on home.ref_area = facility_month.ref_area
    inner join near
        on home.community = near.community
        and (near.facility = facility_month.facility or facility_month.facility = 'either')
        and facility_month.counted_on >= near.opened_on
        -- a place is open until the eve of its closing date
        and (near.closed_on is null or near.closed_on > facility_month.counted_on)
    group by home.community, facility_month.facility, facility_month.month_start
)

select
    home.community,
    home.name_zh,
    home.ref_area,
    facility_month.facility,
    facility_month.month_start,
    facility_month.time_period,
    coalesce(found.places, 0) as places,
    found.places is not null as is_reached,
    home.persons,
    home.persons_60,
    home.persons_80
from home
inner join facility_month on home.ref_area = facility_month.ref_area
left join found
    on home.community = found.community
    and facility_month.facility = found.facility
    and facility_month.month_start = found.month_start
