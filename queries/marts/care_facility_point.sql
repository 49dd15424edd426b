-- One row per in-scope elderly care facility on the register, on the day the register reaches.
-- A facility without a surveyed position stands at its community's schematic one.
--   time_period           the month of that day: what the register says as of then, it says of no other
--   is_inspected          whether it was inspected in that day's year
select
    care_facilities.facility,
    care_facilities.name as name_zh,
    care_facilities.kind,
    care_facilities.ref_area,
    care_facilities.community,
    community.name_zh as community_zh,
    extract_month.time_period,
    care_facilities.status,
    care_facilities.beds,
    care_facilities.star,
    care_facilities.planned_on,
    care_facilities.started_on,
    care_facilities.opened_on,
    care_facilities.inspected_on,
    coalesce(year(care_facilities.inspected_on) = year(extract_month.as_of), false) as is_inspected,
    coalesce(care_facilities.lon, community.lon) as lon,
    coalesce(care_facilities.lat, community.lat) as lat
from staging.care_facilities as care_facilities
inner join reference.extract_month as extract_month
    on care_facilities.ref_area = extract_month.ref_area
    and extract_month.extract = 'care_facilities'
    and extract_month.counted_on = extract_month.as_of
inner join reference.community as community
    on care_facilities.community = community.community
where care_facilities.planned_on <= extract_month.as_of
