-- One row per place × in-scope village or community from whose centre it can be walked to, planned
-- places too, with the straight line between them. As in marts/reach_month.sql, and held to it by a
-- test; the box around a home spares the sines of those far away.
with

walk as (
    select
        max(value) filter (where setting = 'reach_minutes')
        * max(value) filter (where setting = 'reach_metres_a_minute')
        / max(value) filter (where setting = 'reach_detour') as metres
    from reference.setting
),

apart as (
    select
        place.place,
        place.facility,
        home.community,
        2 * 6371008.8 * asin(sqrt(
            pow(sin(radians(place.lat - home.lat) / 2), 2)
            + cos(radians(home.lat)) * cos(radians(place.lat))
            * pow(sin(radians(place.lon - home.lon) / 2), 2)
        )) as metres,
        walk.metres as walk
    from reference.community as home
    inner join reference.township as township
        on home.ref_area = township.ref_area
        and township.in_scope
    cross join walk
    inner join mart.reach_place as place
        on place.lat between home.lat - walk.metres / 111000 and home.lat + walk.metres / 111000
)

select
    place,
    facility,
    community,
    metres
from apart
where metres <= walk
