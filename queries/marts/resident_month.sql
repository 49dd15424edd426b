-- One row per in-scope township × month: its residents, and the spine of every township-month.
--   ref_area     township code
--   month_start  first day of the month
--   time_period  'YYYY-MM'
--   year         calendar year of the month
--   persons      residents of all ages
--   persons_60   residents aged 60 and over
--   persons_80   residents aged 80 and over
-- Population is counted once a year. A year without a count takes the latest earlier one; months
-- before the first count have null persons, because nothing is known of them.
with

population_year as (
    select
        ref_area,
        year,
        cast(sum(persons) as bigint) as all_persons,
        cast(
            sum(persons) filter (where age_band in ('60-69', '70-79', '80-89', '90+')) as bigint
        ) as persons_60,
        cast(sum(persons) filter (where age_band in ('80-89', '90+')) as bigint) as persons_80
    from reference.population
    group by ref_area, year
),

township_month as (
    select
        township.ref_area,
        month.month_start,
        month.time_period,
        month.year,
        max(population_year.year) as counted_year
    from reference.township as township
    cross join reference.month as month
    left join population_year
        on township.ref_area = population_year.ref_area
        and month.year >= population_year.year
    where township.in_scope
    group by township.ref_area, month.month_start, month.time_period, month.year
)

select
    township_month.ref_area,
    township_month.month_start,
    township_month.time_period,
    township_month.year,
    population_year.all_persons as persons,
    population_year.persons_60,
    population_year.persons_80
from township_month
left join population_year
    on township_month.ref_area = population_year.ref_area
    and township_month.counted_year = population_year.year
