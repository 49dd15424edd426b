-- One row per planned place of a kind ($facility) × village or community from which it could be walked
-- to: what siting counts its gain from.
select
    place.place as candidate,
    pair.community as home
from reach_place as place
inner join reach_pair as pair
    on place.place = pair.place
    and place.facility = pair.facility
where
    place.stage in ('拟建', '在建')
    and (place.facility = $facility or $facility = 'either')
order by candidate, home
