-- One row per candidate × home: an in-scope village or community where a place might be opened, at its
-- centre, and one from whose centre it could be walked to, itself among them; what a place there costs.
with

walk as (
    select
        max(value) filter (where setting = 'reach_minutes')
        * max(value) filter (where setting = 'reach_metres_a_minute')
        / max(value) filter (where setting = 'reach_detour') as metres,
        max(value) filter (where setting = 'reach_site_cost_town') as town,
        max(value) filter (where setting = 'reach_site_cost_village') as village
    from reference.setting
),

centre as (
    select community.*
    from reference.community
    inner join reference.township on community.ref_area = township.ref_area
    where township.in_scope
)

select
    site.community as candidate,
    home.community as home,
    case when site.kind = '村' then walk.village else walk.town end as cost
from centre as site
cross join walk
inner join centre as home
    on home.lat between site.lat - walk.metres / 111000 and site.lat + walk.metres / 111000
where
    2 * 6371008.8 * asin(sqrt(
        pow(sin(radians(site.lat - home.lat) / 2), 2)
        + cos(radians(home.lat)) * cos(radians(site.lat))
        * pow(sin(radians(site.lon - home.lon) / 2), 2)
    )) <= walk.metres
order by candidate, home
