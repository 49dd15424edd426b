-- One row per in-scope joint aid station or contact without one, on the day the list reaches.
-- One without a surveyed position stands at its community's schematic one, else at the township's seat.
select
    station.name as name_zh,
    station.ref_area,
    community.name_zh as community_zh,
    station.level,
    station.staff,
    station.contact_on,
    case when station.opened_on <= extract.as_of then station.opened_on end as opened_on,
    coalesce(station.lon, community.lon, township.seat_lon) as lon,
    coalesce(station.lat, community.lat, township.seat_lat) as lat
from staging.aid_stations as station
inner join reference.township as township
    on station.ref_area = township.ref_area
    and township.in_scope
inner join reference.extract as extract on extract.extract = 'aid_stations'
left join reference.community as community on station.community = community.community
