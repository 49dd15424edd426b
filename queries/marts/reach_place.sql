-- One row per in-scope place people may walk to: a meal point where one eats, or a resident lounge.
-- A point that only delivers is left out: nobody walks there. A place without a surveyed position
-- stands at its community's schematic one.
--   opened_on, closed_on   since when it is open, and the first day on which it is not; a place that
--                          is only planned or being built has no opening day
--   stage                  on the day the register reaches: 在用, 在建, 拟建, 停用
with

place as (
    select
        meal_points.meal_point as place,
        'meal' as facility,
        '助餐点' as facility_zh,
        meal_points.name as name_zh,
        meal_points.ref_area,
        meal_points.community,
        meal_points.lon,
        meal_points.lat,
        meal_points.opened_on,
        meal_points.closed_on,
        case
            when meal_points.closed_on <= extract.as_of then '停用'
            else '在用'
        end as stage
    from staging.meal_points as meal_points
    inner join reference.extract as extract
        on extract.extract = 'meal_points'
        and meal_points.opened_on <= extract.as_of
    where meal_points.kind <> '送餐点'
    union all
    select
        resident_lounges.lounge as place,
        'lounge' as facility,
        '居民会客厅' as facility_zh,
        resident_lounges.name as name_zh,
        resident_lounges.ref_area,
        resident_lounges.community,
        resident_lounges.lon,
        resident_lounges.lat,
        resident_lounges.built_on as opened_on,
        cast(null as date) as closed_on,
        case resident_lounges.stage when '建成' then '在用' else resident_lounges.stage end as stage
    from staging.resident_lounges as resident_lounges
    inner join reference.extract as extract
        on extract.extract = 'resident_lounges'
        and resident_lounges.planned_on <= extract.as_of
)

select
    place.place,
    place.facility,
    place.facility_zh,
    place.name_zh,
    place.ref_area,
    place.community,
    community.name_zh as community_zh,
    coalesce(place.lon, community.lon) as lon,
    coalesce(place.lat, community.lat) as lat,
    place.opened_on,
    place.closed_on,
    place.stage
from place
inner join reference.township as township
    on place.ref_area = township.ref_area
    and township.in_scope
inner join reference.community as community
    on place.community = community.community
