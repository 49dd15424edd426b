-- One row: residents of an area in the year of a month, and its communities by kind.
with year_shown as (
    select max(population.year) as year
    from reference.population
    inner join reference.month on month.time_period = $time_period
    where population.year <= month.year
),

resident as (
    select sum(population.persons) as persons
    from reference.population
    inner join year_shown on population.year = year_shown.year
    inner join reference.township on population.ref_area = township.ref_area
    where township.in_scope and $ref_area in (township.ref_area, (select ref_area from reference.county))
),

place as (
    select
        count(*) filter (where community.kind = '社区') as urban,
        count(*) filter (where community.kind = '村') as rural
    from reference.community
    inner join reference.township on community.ref_area = township.ref_area
    where township.in_scope and $ref_area in (township.ref_area, (select ref_area from reference.county))
)

select
    cast(resident.persons as bigint) as persons,
    place.urban,
    place.rural
from resident
cross join place
