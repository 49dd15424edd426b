-- One row per in-scope township × year for which any station returned: its social-work stations.
-- A township without a return has no station in that year: zero is true.
with

returned_year as (
    select year
    from staging.social_work_stations
    group by year
)

select
    township.ref_area,
    returned_year.year,
    cast(count(station.station) as bigint) as stations,
    cast(coalesce(sum(station.staff), 0) as bigint) as staff,
    cast(coalesce(sum(station.certified), 0) as bigint) as certified,
    cast(coalesce(sum(station.cases_opened), 0) as bigint) as cases_opened,
    cast(coalesce(sum(station.cases_closed), 0) as bigint) as cases_closed
from reference.township as township
cross join returned_year
left join staging.social_work_stations as station
    on township.ref_area = station.ref_area
    and returned_year.year = station.year
where township.in_scope
group by township.ref_area, returned_year.year
